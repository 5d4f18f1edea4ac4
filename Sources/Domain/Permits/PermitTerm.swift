/// For how long a permit is: calendar months, or calendar days.
package struct PermitTerm: Hashable, Sendable {
  package enum Unit: String, Hashable, Sendable, CaseIterable {
    case months, days
  }

  package let count: Int
  package let unit: Unit

  package init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// The first day on which a permit from `day` on holds no longer.
  package func end(from day: LocalDate) -> LocalDate {
    switch unit {
    case .months: day.adding(months: count)
    case .days: day.adding(days: count)
    }
  }
}

extension PermitTerm: CustomStringConvertible {
  package var description: String {
    "\(count) \(count == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)"
  }
}

/// Which terms a rule allows: some, or every one up to the largest.
package struct TermRule: Hashable, Sendable {
  package let unit: PermitTerm.Unit
  /// Rising.
  package let counts: [Int]
  /// True where any term up to the last of `counts` is allowed.
  package let isUpTo: Bool

  package init?(_ words: [String]) {
    var words = words
    isUpTo = words.first == "to"
    if isUpTo { words.removeFirst() }
    guard let unit = words.popLast().flatMap(PermitTerm.Unit.init) else { return nil }
    let counts = words.compactMap(Int.init)
    guard !counts.isEmpty, counts.count == words.count, counts == counts.sorted(),
      counts[0] > 0, !isUpTo || counts.count == 1
    else { return nil }
    self.unit = unit
    self.counts = counts
  }

  package func allows(_ term: PermitTerm) -> Bool {
    guard term.unit == unit, term.count > 0 else { return false }
    return isUpTo ? term.count <= (counts.last ?? 0) : counts.contains(term.count)
  }
}

extension TermRule: CustomStringConvertible {
  package var description: String {
    let list = counts.map(String.init)
    guard !isUpTo else { return "up to \(list[0]) \(unit.rawValue)" }
    let last = list.last ?? ""
    let text = list.count > 1 ? list.dropLast().joined(separator: ", ") + " or \(last)" : last
    return "\(text) \(unit.rawValue)"
  }
}
