internal import CGLPK
internal import Domain

/// A model as GLPK keeps it: a column for each option; a row for each class, each region,
/// the people to be placed and the gain to be reached.
///
/// GLPK ends the process on a malformed call, or when memory has run out, so the calls rest on
/// checked numbers alone. Its state is kept for each thread: a model stays on the one that made it.
struct LinearModel: ~Copyable {
  private let problem: OpaquePointer?
  private let model: PlacementModel
  let options: [PlacementModel.Option]

  /// Simplex steps allowed for one relaxation; a thousand families take some hundreds.
  private static let mostSteps: Int32 = 1_000_000

  /// A model that may later be given up to so many places.
  init(_ model: PlacementModel, upTo mostPlaces: [Int]? = nil) {
    // GLPK speaks to the terminal unless told not to, on every thread anew.
    glp_term_out(GLP_OFF)
    problem = glp_create_prob()
    self.model = model
    options = model.options(within: mostPlaces ?? model.places)
    glp_set_obj_dir(problem, GLP_MAX)
    glp_add_rows(problem, Int32(model.classes.count + model.places.count + 2))
    for (index, one) in model.classes.enumerated() {
      glp_set_row_bnds(problem, Int32(index + 1), GLP_UP, 0, Double(one.count))
    }
    if !options.isEmpty { addColumns() }
    for (region, places) in model.places.enumerated() { setPlaces(places, of: region) }
    setLeast(model.least)
    if let gain = model.leastGain {
      glp_set_row_bnds(problem, peopleRow + 1, GLP_LO, Double(gain), 0)
    } else {
      glp_set_row_bnds(problem, peopleRow + 1, GLP_FR, 0, 0)
    }
  }

  deinit { glp_delete_prob(problem) }

  private func addColumns() {
    glp_add_cols(problem, Int32(options.count))
    // GLPK counts from 1.
    var (rows, columns, values): ([Int32], [Int32], [Double]) = ([0], [0], [0])
    for (index, option) in options.enumerated() {
      let column = Int32(index + 1)
      glp_set_obj_coef(problem, column, Double(model.gain(option)))
      let people = Double(model.classes[option.ofClass].people)
      rows += [Int32(option.ofClass + 1), row(of: option.region), peopleRow]
      columns += [column, column, column]
      values += [1, people, people]
      if model.leastGain != nil {
        rows.append(peopleRow + 1)
        columns.append(column)
        values.append(Double(model.gain(option)))
      }
    }
    glp_load_matrix(problem, Int32(rows.count - 1), rows, columns, values)
  }

  private func row(of region: Int) -> Int32 { Int32(model.classes.count + region + 1) }

  private var peopleRow: Int32 { row(of: model.places.count) }

  // MARK: Changing

  func setPlaces(_ places: Int, of region: Int) {
    glp_set_row_bnds(problem, row(of: region), GLP_UP, 0, Double(places))
    // No part of a family that is too large may go there.
    for (index, option) in options.enumerated() where option.region == region {
      let isFit = model.classes[option.ofClass].people <= places
      glp_set_col_bnds(problem, Int32(index + 1), isFit ? GLP_LO : GLP_FX, 0, 0)
    }
  }

  func setLeast(_ people: Int) {
    glp_set_row_bnds(problem, peopleRow, people > 0 ? GLP_LO : GLP_FR, Double(people), 0)
  }

  // MARK: The relaxed problem

  enum Relaxed {
    /// With what it gains.
    case solved(Double)
    case impossible
    /// Numbers went astray, or the steps were used up: nothing is known.
    case failed
  }

  /// Solves the problem in which families may be divided.
  ///
  /// Solved again after a change, it goes on from the last solution.
  func relax(again: Bool = false) -> Relaxed {
    guard !options.isEmpty else {
      let isPossible = model.least <= 0 && model.places.allSatisfy { $0 >= 0 }
      return isPossible && model.leastGain ?? 0 <= 0 ? .solved(0) : .impossible
    }
    if !again { glp_adv_basis(problem, 0) }
    var settings = glp_smcp()
    glp_init_smcp(&settings)
    settings.msg_lev = GLP_MSG_OFF
    settings.meth = again ? GLP_DUALP : GLP_PRIMAL
    settings.it_lim = Self.mostSteps
    guard glp_simplex(problem, &settings) == 0 else { return .failed }
    return switch glp_get_status(problem) {
    case GLP_OPT: .solved(glp_get_obj_val(problem))
    case GLP_NOFEAS: .impossible
    default: .failed
    }
  }

  /// The prices at which the relaxed problem was solved.
  var prices: DualPrices {
    guard !options.isEmpty else {
      return DualPrices(places: model.places.map { _ in 0 }, people: 0)
    }
    return DualPrices(
      places: model.places.indices.map { glp_get_row_dual(problem, row(of: $0)) },
      people: -glp_get_row_dual(problem, peopleRow))
  }

  // MARK: Whole families

  /// Searches for whole families, from the relaxed solution on.
  func search(target: Int, mostNodes: Int) -> IntegerSearch {
    for column in options.indices {
      glp_set_col_kind(problem, Int32(column + 1), GLP_IV)
    }
    var search = IntegerSearch(target: target, mostNodes: mostNodes)
    if !options.isEmpty { search.run(problem) } else { search.findNothing() }
    guard search.hasFound else { return search }
    for (index, option) in options.enumerated() {
      let count = Int(glp_mip_col_val(problem, Int32(index + 1)).rounded())
      if count > 0 { search.counts[option] = count }
    }
    return search
  }
}
