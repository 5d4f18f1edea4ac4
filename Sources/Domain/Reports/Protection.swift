/// From which count on a figure about people may be published, in a time.
package struct ProtectionRule: Hashable, Sendable {
  package let period: Period
  /// The least count that is published.
  package let threshold: Int64
  package let citation: Citation

  package init(period: Period, threshold: Int64, citation: Citation) {
    self.period = period
    self.threshold = threshold
    self.citation = citation
  }
}

/// Protects small figures of reports that are published, so that none follows from the others.
///
/// A row that has a count under the threshold is hidden with every figure in it: shares and money would
/// give the count away. Then rows are hidden beside it, the least first, until under each total that is
/// published stand at least two hidden rows, whose figures of each column come to nothing or to the
/// threshold. A total under which that cannot be reached is hidden too. Whoever knows everything that
/// is published can then give the hidden sum of a column to any one of the hidden rows: each hidden
/// figure lies between zero and a sum that is not under the threshold. What is published is exact.
package struct Protection: Sendable {
  package let threshold: Int64

  package init(threshold: Int64) { self.threshold = threshold }

  /// A report as it may be published.
  package func publish(_ report: Report) -> Report { publish([report])[0] }

  /// Reports that are published together: a row that is hidden in one is hidden in the others where
  /// they tell rows by the same codes, so that no table gives away what another hides.
  package func publish(_ reports: [Report]) -> [Report] {
    var tables = reports.map { ProtectedTable($0, threshold: threshold) }
    var hidden: Set<[String]> = []
    while true {
      for index in tables.indices {
        tables[index].hide(hidden)
        tables[index].protect()
      }
      let all = tables.reduce(into: hidden) { $0.formUnion($1.hiddenKeys) }
      if all == hidden { break }
      hidden = all
    }
    return tables.map { published($0) }
  }

  private func published(_ table: ProtectedTable) -> Report {
    var report = table.applied()
    report.facts = report.facts.map(shown)
    // What stands in no row of the table is protected by none.
    report.timelines = []
    report.facts.append(
      Report.Fact("published_from", ProtectionWords.threshold, .count(threshold)))
    guard table.hidesAnything else { return report }
    report.chart = nil
    report.notes.append(ProtectionWords.note(threshold))
    return report
  }

  /// A count above the table may be small too.
  private func shown(_ fact: Report.Fact) -> Report.Fact {
    guard case .count(let count) = fact.value, count > 0, count < threshold else { return fact }
    return Report.Fact(fact.id, fact.label, .suppressed)
  }
}

private enum ProtectionWords {
  static let threshold = LocalizedText.message("protection.threshold")

  static func note(_ threshold: Int64) -> LocalizedText {
    .message("protection.note", ["threshold": "\(threshold)"])
  }
}

/// A report's table with what is hidden in it.
struct ProtectedTable {
  private let report: Report
  private let threshold: Int64
  private let counts: [Int]
  private let isFigure: [Bool]
  /// By group, then row.
  private var rows: [[Bool]]
  private var subtotals: [Bool]
  private var total = false

  /// A row by its group and place.
  private struct Place: Hashable {
    let group: Int
    let row: Int
  }

  init(_ report: Report, threshold: Int64) {
    self.report = report
    self.threshold = threshold
    counts = report.columns.indices.filter { report.columns[$0].kind == .count }
    isFigure = report.columns.map(\.kind.isNumeric)
    rows = report.groups.map { $0.rows.map { _ in false } }
    subtotals = report.groups.map { _ in false }
  }

  var hidesAnything: Bool {
    total || subtotals.contains(true) || rows.contains { $0.contains(true) }
  }

  // MARK: Rows by their codes

  /// What tells a row apart from others: its first code.
  private func key(_ place: Place) -> [String]? {
    guard let column = report.columns.firstIndex(where: { $0.kind == .code }),
      let code = report.groups[place.group].rows[place.row][column].raw(.en), !code.isEmpty
    else { return nil }
    return [report.columns[column].id, code]
  }

  var hiddenKeys: Set<[String]> { Set(places.filter(isHidden).compactMap(key)) }

  mutating func hide(_ keys: Set<[String]>) {
    guard !keys.isEmpty else { return }
    for place in places {
      if let key = key(place), keys.contains(key) { rows[place.group][place.row] = true }
    }
  }

  // MARK: Hiding

  /// Hides until nothing follows from what is shown.
  mutating func protect() {
    hideSmall()
    while step() {}
  }

  private mutating func hideSmall() {
    for place in places where isSmall(cells(place)) { rows[place.group][place.row] = true }
    for (index, group) in report.groups.enumerated() {
      if let subtotal = group.subtotal, isSmall(subtotal) { subtotals[index] = true }
    }
    if let sum = report.total, isSmall(sum) { total = true }
  }

  /// Hides one thing more; false where nothing must be hidden.
  private mutating func step() -> Bool {
    for (index, group) in report.groups.enumerated() where group.subtotal != nil {
      let all = group.rows.indices.map { Place(group: index, row: $0) }
      let hidden = all.filter(isHidden)
      if subtotals[index] {
        // Of a hidden subtotal the rows must not all be shown.
        if hidden.isEmpty, let least = least(all, for: []) {
          hide(least)
          return true
        }
      } else if !hidden.isEmpty, let lacking = lacking(hidden) {
        if let more = least(all.filter { !isHidden($0) }, for: lacking) {
          hide(more)
        } else {
          subtotals[index] = true
        }
        return true
      }
    }
    return stepUnderTotal()
  }

  private mutating func stepUnderTotal() -> Bool {
    guard report.total != nil, !total else { return false }
    let open = places.filter { report.groups[$0.group].subtotal == nil || subtotals[$0.group] }
    let hidden = open.filter(isHidden)
    guard !hidden.isEmpty, let lacking = lacking(hidden) else { return false }
    if let more = least(open.filter { !isHidden($0) }, for: lacking) {
      hide(more)
      return true
    }
    let closed = report.groups.indices.filter {
      report.groups[$0].subtotal != nil && !subtotals[$0] && !report.groups[$0].rows.isEmpty
    }
    let next = closed.min {
      weight(report.groups[$0].subtotal) < weight(report.groups[$1].subtotal)
    }
    if let next { subtotals[next] = true } else { total = true }
    return true
  }

  private mutating func hide(_ place: Place) { rows[place.group][place.row] = true }

  /// The count columns in which hidden rows come to too little, or none where there are too few of
  /// them; nil where they are safe.
  private func lacking(_ hidden: [Place]) -> [Int]? {
    let short = counts.filter { column in
      let sum = hidden.reduce(0) { $0 + count(cells($1)[column]) }
      return sum > 0 && sum < threshold
    }
    return short.isEmpty && hidden.count > 1 ? nil : short
  }

  /// The row with the least figures that has something in one of some columns, or in any.
  private func least(_ candidates: [Place], for columns: [Int]) -> Place? {
    let fitting = candidates.filter { place in
      let cells = cells(place)
      return (columns.isEmpty ? counts : columns).contains { count(cells[$0]) > 0 }
    }
    return fitting.min { weight(cells($0)) < weight(cells($1)) }
  }

  // MARK: Figures

  private var places: [Place] {
    report.groups.indices.flatMap { group in
      report.groups[group].rows.indices.map { Place(group: group, row: $0) }
    }
  }

  private func isHidden(_ place: Place) -> Bool { rows[place.group][place.row] }

  private func cells(_ place: Place) -> [Cell] { report.groups[place.group].rows[place.row] }

  private func count(_ cell: Cell) -> Int64 {
    guard case .count(let count) = cell else { return 0 }
    return count == .min ? .max : abs(count)
  }

  private func isSmall(_ cells: [Cell]) -> Bool {
    counts.contains { column in
      let count = count(cells[column])
      return count > 0 && count < threshold
    }
  }

  private func weight(_ cells: [Cell]?) -> Int64 {
    var sum: Int64 = 0
    for column in counts {
      let (next, overflow) = sum.addingReportingOverflow(cells.map { count($0[column]) } ?? 0)
      sum = overflow ? .max : next
    }
    return sum
  }

  // MARK: The table as it is shown

  func applied() -> Report {
    var report = report
    for (index, group) in report.groups.enumerated() {
      for row in group.rows.indices where rows[index][row] {
        report.groups[index].rows[row] = covered(group.rows[row])
      }
      if subtotals[index] { report.groups[index].subtotal = group.subtotal.map(covered) }
    }
    if total { report.total = report.total.map(covered) }
    return report
  }

  private func covered(_ cells: [Cell]) -> [Cell] {
    zip(cells, isFigure).map { cell, isFigure in
      isFigure && cell != .empty && cell != .unknown ? .suppressed : cell
    }
  }
}
