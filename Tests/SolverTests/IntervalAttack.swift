import CGLPK
import Domain

/// What can be reckoned of the hidden figures of a published table by whoever knows all that is shown:
/// a linear programme over every additive relation of the table.
struct IntervalAttack {
  /// The table with every figure, and as it is published.
  let exact: Report
  let published: Report

  /// A cell of the table: rows first, then subtotals, then the total.
  struct Place: Hashable {
    let line: Int
    let column: Int
  }

  private let lines: [(exact: [Cell], shown: [Cell])]
  /// Sums of lines: the last is the sum of the others.
  private let sums: [[Int]]
  private let counts: [Int]

  init(exact: Report, published: Report) {
    self.exact = exact
    self.published = published
    var lines: [(exact: [Cell], shown: [Cell])] = []
    var sums: [[Int]] = []
    var parts: [Int] = []
    for (one, other) in zip(exact.groups, published.groups) {
      let first = lines.count
      lines += zip(one.rows, other.rows).map { ($0, $1) }
      let rows = Array(first..<lines.count)
      if let subtotal = one.subtotal, let shown = other.subtotal {
        lines.append((subtotal, shown))
        sums.append(rows + [lines.count - 1])
        parts.append(lines.count - 1)
      } else {
        parts += rows
      }
    }
    if let total = exact.total, let shown = published.total {
      lines.append((total, shown))
      sums.append(parts + [lines.count - 1])
    }
    self.lines = lines
    self.sums = sums
    counts = exact.columns.indices.filter { exact.columns[$0].kind == .count }
  }

  var hidden: [Place] {
    lines.indices.flatMap { line in
      counts.filter { lines[line].shown[$0] == .suppressed }.map { Place(line: line, column: $0) }
    }
  }

  func value(_ place: Place) -> Int64 {
    if case .count(let count) = lines[place.line].exact[place.column] { count } else { 0 }
  }

  /// The least and the greatest that each hidden figure can be; `columnSum` says that the last of the
  /// count columns is the sum of the others.
  func intervals(columnSum: Bool) -> [Place: (least: Double, most: Double)] {
    let problem = glp_create_prob()
    defer { glp_delete_prob(problem) }
    glp_term_out(GLP_OFF)
    // A variable for each count.
    glp_add_cols(problem, Int32(lines.count * counts.count))
    for line in lines.indices {
      for (index, column) in counts.enumerated() {
        let variable = variable(line, index)
        if lines[line].shown[column] == .suppressed {
          glp_set_col_bnds(problem, variable, GLP_LO, 0, 0)
        } else {
          let known = Double(value(Place(line: line, column: column)))
          glp_set_col_bnds(problem, variable, GLP_FX, known, known)
        }
      }
    }
    for sum in sums {
      for index in counts.indices { add(sum.map { variable($0, index) }, to: problem) }
    }
    if columnSum {
      for line in lines.indices { add(counts.indices.map { variable(line, $0) }, to: problem) }
    }
    var found: [Place: (least: Double, most: Double)] = [:]
    var parameters = glp_smcp()
    glp_init_smcp(&parameters)
    parameters.msg_lev = GLP_MSG_OFF
    for place in hidden {
      guard let index = counts.firstIndex(of: place.column) else { continue }
      let variable = variable(place.line, index)
      glp_set_obj_coef(problem, variable, 1)
      var ends: [Double] = []
      for direction in [GLP_MIN, GLP_MAX] {
        glp_set_obj_dir(problem, direction)
        _ = glp_simplex(problem, &parameters)
        let status = glp_get_status(problem)
        ends.append(status == GLP_UNBND ? .infinity : glp_get_obj_val(problem))
      }
      glp_set_obj_coef(problem, variable, 0)
      found[place] = (ends[0], ends[1])
    }
    return found
  }

  private func variable(_ line: Int, _ index: Int) -> Int32 {
    Int32(line * counts.count + index + 1)
  }

  /// The last of the variables is the sum of the others.
  private func add(_ variables: [Int32], to problem: OpaquePointer?) {
    let row = glp_add_rows(problem, 1)
    glp_set_row_bnds(problem, row, GLP_FX, 0, 0)
    // GLPK counts from 1.
    let places = [0] + variables
    let values = [0] + variables.indices.map { $0 == variables.count - 1 ? -1.0 : 1.0 }
    glp_set_mat_row(problem, row, Int32(variables.count), places, values)
  }
}
