/// Which regions receive kandas, and which settlers: two lists, each replaced by the next.
package struct SettlementRegions: Sendable {
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
}
