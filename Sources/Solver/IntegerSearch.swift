internal import CGLPK

/// One run of GLPK's branch and bound, with its limits and what came of it.
///
/// It is bounded by nodes and never by seconds: a slow machine finds the same plan.
struct IntegerSearch {
  /// A gain at which the search may stop.
  let target: Int
  let mostNodes: Int
  private var nodes = 0
  /// How many families of each option; empty until something is found.
  var counts: [PlacementModel.Option: Int] = [:]
  private(set) var hasFound = false
  /// Whether every other solution was ruled out.
  private(set) var isExhausted = false

  init(target: Int, mostNodes: Int) {
    self.target = target
    self.mostNodes = mostNodes
  }

  mutating func run(_ problem: OpaquePointer?) {
    var settings = glp_iocp()
    glp_init_iocp(&settings)
    settings.msg_lev = GLP_MSG_OFF
    settings.cb_func = { tree, search in
      search?.assumingMemoryBound(to: IntegerSearch.self).pointee.meet(tree)
    }
    let result = withUnsafeMutablePointer(to: &self) { search in
      settings.cb_info = UnsafeMutableRawPointer(search)
      return glp_intopt(problem, &settings)
    }
    let status = glp_mip_status(problem)
    hasFound = status == GLP_OPT || status == GLP_FEAS
    isExhausted = result == 0
  }

  /// Where there is nothing to choose, to place nobody is the one solution.
  mutating func findNothing() { (hasFound, isExhausted) = (true, true) }

  /// GLPK asks what to do next.
  private mutating func meet(_ tree: OpaquePointer?) {
    switch glp_ios_reason(tree) {
    case GLP_ISELECT:
      nodes += 1
      if nodes > mostNodes { glp_ios_terminate(tree) }
    case GLP_IBINGO:
      // Gains are whole numbers, which a double of this size holds but for its last bits.
      if glp_mip_obj_val(glp_ios_get_prob(tree)) > Double(target) - 0.5 { glp_ios_terminate(tree) }
    default: break
    }
  }
}
