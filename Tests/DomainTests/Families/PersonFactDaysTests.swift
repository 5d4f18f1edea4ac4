import Domain
import Testing

/// What holds on a day: dated facts, else the form's undated word.
@Suite struct PersonFactDaysTests {
  private static func fact(_ value: String, _ from: String?, _ to: String?) -> PersonFact {
    PersonFact(
      person: Number(year: 2026, serial: 1), kind: .citizenship, value: value,
      from: from.flatMap { LocalDate(iso: $0) }, to: to.flatMap { LocalDate(iso: $0) }, reason: "r")
  }

  static let gained = [fact("KAZ", "2026-02-01", nil)]
  static let changed = [fact("MNG", nil, "2026-02-01"), fact("KAZ", "2026-02-01", nil)]

  /// Facts, the form, the day, and what holds: a star marks the form's word.
  static let cases: [(facts: [PersonFact], form: String?, on: String, held: [String])] = [
    ([], "MNG", "2026-01-31", ["MNG*"]),
    ([], nil, "2026-01-31", []),
    (gained, "MNG", "2026-01-31", ["MNG*"]),
    (gained, "MNG", "2026-02-01", ["KAZ"]),
    (gained, "KAZ", "2026-01-31", []),
    (changed, "MNG", "2026-01-31", ["MNG"]),
    (changed, "MNG", "2026-02-01", ["KAZ"]),
    ([fact("MNG", nil, "2026-02-01")], "MNG", "2026-02-01", []),
    ([fact("MNG", "2020-01-01", nil)] + gained, nil, "2026-02-01", ["MNG", "KAZ"]),
  ]

  @Test func `what holds on a day`() throws {
    for (index, (facts, form, on, held)) in Self.cases.enumerated() {
      let day = try #require(LocalDate(iso: on))
      let found = facts.held(.citizenship, on: day, form: form)
      #expect(found.map { $0.value + ($0.fact == nil ? "*" : "") } == held, "case \(index)")
      #expect(facts.held(.language, on: day, form: nil).isEmpty)
    }
  }

  static let overlaps: [(from: String?, to: String?, other: (String?, String?), yes: Bool)] = [
    ("2026-01-01", "2026-02-01", ("2026-02-01", nil), false),
    ("2026-01-01", "2026-02-02", ("2026-02-01", nil), true),
    (nil, "2026-02-01", ("2026-02-01", nil), false), (nil, nil, (nil, nil), true),
    ("2026-03-01", nil, (nil, "2026-03-01"), false), ("2026-02-28", nil, (nil, "2026-03-01"), true),
  ]

  @Test func `periods without an end or a beginning overlap`() {
    for (from, to, other, yes) in Self.overlaps {
      let end = other.1.flatMap { LocalDate(iso: $0) }
      let found = Self.fact("MNG", from, to).overlaps(
        from: other.0.flatMap { LocalDate(iso: $0) }, to: end)
      #expect(found == yes, "\(from ?? "") \(to ?? "") and \(other)")
    }
  }
}
