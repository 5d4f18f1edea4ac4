import Domain
import Testing

/// A moment as people read it: on the clocks of Kazakhstan, five hours ahead.
@Suite struct InstantTests {
  static let moments: [(iso: String, en: String, others: String)] = [
    ("2026-11-26T04:15:00Z", "2026-11-26 09:15:00 (UTC+5)", "26.11.2026 09:15:00 (UTC+5)"),
    ("2026-11-26T19:30:07.999Z", "2026-11-27 00:30:07 (UTC+5)", "27.11.2026 00:30:07 (UTC+5)"),
    ("1969-12-31T20:00:00Z", "1970-01-01 01:00:00 (UTC+5)", "01.01.1970 01:00:00 (UTC+5)"),
  ]

  @Test(arguments: moments) func `it is told in local time, the offset named`(
    iso: String, en: String, others: String
  ) throws {
    let moment = try #require(Instant(iso: iso))
    #expect(moment.local(in: .en) == en)
    #expect(moment.local(in: .kk) == others)
    #expect(moment.local(in: .ru) == others)
  }
}
