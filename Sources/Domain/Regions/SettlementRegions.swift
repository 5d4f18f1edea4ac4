/// Which regions receive kandas, and which settlers: two lists, each replaced by the next.
package struct SettlementRegions: Sendable {
  /// The kinds that have lists of their own.
  package static let kinds: [QuotaKind] = [.kandas, .settlers]

  /// In the order of kinds, then of dates.
  package let all: [Entry]

  /// A list as an act, or where no act was found the press, gave it.
  package struct Entry: Hashable, Sendable {
    package let kind: QuotaKind
    /// In force from this day until the next entry of the kind.
    package let from: LocalDate
    /// Stable codes of regions, in the register's order.
    package let codes: [String]
    package let citation: Citation
    /// What is not certain, such as a date known only as "by".
    package let note: String?

    package init(
      kind: QuotaKind, from: LocalDate, codes: [String], citation: Citation, note: String?
    ) {
      self.kind = kind
      self.from = from
      self.codes = codes
      self.citation = citation
      self.note = note
    }
  }

  /// Throws `rule.malformed` where a kind's dates do not rise, or a list names no known region.
  package init(_ entries: [Entry], _ register: RegionRegister) throws(Failure) {
    var latest: [QuotaKind: LocalDate] = [:]
    for entry in entries {
      if let before = latest.updateValue(entry.from, forKey: entry.kind), before >= entry.from {
        throw Failure(.ruleMalformed, "settlement regions: \(entry.from) follows \(before)")
      }
      for code in entry.codes where register.region(code) == nil {
        throw Failure(.ruleMalformed, "settlement regions: \(code) is not a region")
      }
    }
    all = entries
  }

  /// The list in force on a day; nil before the first of the kind.
  package func regions(kind: QuotaKind, on day: LocalDate) -> Entry? {
    all.last { $0.kind == kind && $0.from <= day }
  }

  /// The lists of a kind, each with the days on which it was in force.
  ///
  /// The last one known is in force until further notice.
  package func lists(kind: QuotaKind) -> [(entry: Entry, period: Period)] {
    let own = all.filter { $0.kind == kind }
    return own.enumerated().map { index, entry in
      let next = index + 1 < own.count ? own[index + 1].from : nil
      // The dates of a kind rise, which the initialiser has made sure of.
      return (entry, Period(from: entry.from, to: next) ?? Period(from: entry.from))
    }
  }
}

extension SettlementRegions {
  /// What is known of whether a region receives people on a day.
  package enum Answer: Hashable, Sendable {
    /// No list of the kind is known for the day, which is not to say that nobody was received.
    case unknown
    case named, notNamed
    /// The list names these, out of which the region was made after the list began.
    case undecided(outOf: [String])
  }

  /// Whether a list names a region of a day in which it is in force.
  package func answer(
    _ region: String, kind: QuotaKind, on day: LocalDate, _ register: RegionRegister
  ) -> Answer {
    guard let entry = regions(kind: kind, on: day) else { return .unknown }
    if entry.codes.contains(region) { return .named }
    let group = register.groups(from: entry.from, to: day).first { $0.to.contains(region) }
    let origins = group?.from.filter { $0 != region && entry.codes.contains($0) } ?? []
    return origins.isEmpty ? .notNamed : .undecided(outOf: origins)
  }

  /// The regions of a day of which the list in force does not say whether it means them.
  package func undecided(
    kind: QuotaKind, on day: LocalDate, _ register: RegionRegister
  ) -> [String] {
    register.all(on: day).map(\.code).filter { code in
      if case .undecided = answer(code, kind: kind, on: day, register) { return true }
      return false
    }
  }
}
