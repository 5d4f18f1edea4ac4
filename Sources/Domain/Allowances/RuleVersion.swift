/// A figure of the law as an office adopted it: a whole file, as the seeds have them.
package struct RuleVersion: Hashable, Sendable {
  package let id: Int64
  package let act: Int64
  /// The key of a parameter, or `mci`.
  package let key: String
  package let content: String
  /// SHA-256 of the content.
  package let digest: String
  package let adoptedOn: LocalDate
  /// The paper it rests on, as the officer names it.
  package let document: String
  /// The first day on which a value differs from what held before; nil where only words do.
  package let changesFrom: LocalDate?

  package init(
    id: Int64 = 0, act: Int64 = 0, key: String, content: String, digest: String,
    adoptedOn: LocalDate, document: String, changesFrom: LocalDate?
  ) {
    self.id = id
    self.act = act
    self.key = key
    self.content = content
    self.digest = digest
    self.adoptedOn = adoptedOn
    self.document = document
    self.changesFrom = changesFrom
  }
}

/// Where two readings of the same figure begin to differ.
package enum RuleChange {
  /// The first day on which the values differ; nil where they never do.
  package static func firstDay(from old: Parameter?, to new: Parameter) -> LocalDate? {
    let entries = (old?.entries ?? []) + new.entries
    return firstDay(among: entries.map(\.period)) { day in
      guard let one = old?.entry(on: day), let other = new.entry(on: day) else {
        return (old?.entry(on: day) == nil) == (new.entry(on: day) == nil)
      }
      return one.value == other.value
    }
  }

  /// The same for the monthly calculation index, of either purpose.
  package static func firstDay(from old: [MCI], to new: [MCI]) -> LocalDate? {
    firstDay(among: (old + new).map(\.period)) { day in
      MCI.Purpose.allCases.allSatisfy { purpose in
        amount(in: old, on: day, purpose) == amount(in: new, on: day, purpose)
      }
    }
  }

  private static func amount(in table: [MCI], on day: LocalDate, _ purpose: MCI.Purpose) -> Money? {
    table.first { $0.purpose == purpose && $0.period.contains(day) }?.amount
  }

  private static func firstDay(
    among periods: [Period], isSame: (LocalDate) -> Bool
  ) -> LocalDate? {
    edges(periods).first { !isSame($0) }
  }

  /// The days on which something may begin to differ, in their order.
  static func edges(_ periods: [Period]) -> [LocalDate] {
    (periods.map(\.from) + periods.compactMap(\.to)).sorted()
  }
}
