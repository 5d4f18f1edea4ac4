import TestSupport
import Testing

/// Days in which officials decide and employers pay, by the working-day calendar.
@Suite("Deadlines of work permits") struct PermitDeadlineTests {
  private static func due(_ labour: LabourDesk, _ line: String, on day: String) throws -> JSON {
    try labour.run(line, on: day)["due"]
  }

  /// Saturdays 28 April and 5 May 2018 were worked, for 30 April and 8 May.
  ///
  /// 1, 7 and 9 May were holidays. Seven working days: 26, 27, 28 April, 2, 3, 4, 5 May; ten: and 10,
  /// 11, 14 May.
  @Test func `swapped days are working days`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-seasonal", 2018, ["KZ-75": 1])
    let line = "permit apply \(labour.application("SEAS", section: "A")) --days 90"
    let asked = try labour.run(line, on: "2018-04-25")
    #expect(asked["due"]["what"].text == "decide")
    #expect(asked["due"]["by"].text == "2018-05-05")
    #expect(asked["due"]["calendar"].text == "2026-03")
    let permit = asked["permit"].text ?? ""
    try labour.run("permit approve \(permit)", on: "2018-04-25")
    let due = try Self.due(labour, "permit notice \(permit)", on: "2018-04-25")
    #expect(due["what"].text == "pay")
    #expect(due["by"].text == "2018-05-14")
  }

  /// Monday 11 May 2020 was worked, though the holiday of the 9th would have carried over: with 7 and
  /// 8 May off, seven working days after 30 April are 4, 5, 6, 11, 12, 13, 14 May.
  @Test func `a carried-over holiday that was worked counts`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-seasonal", 2020, ["KZ-75": 1])
    let line = "permit apply \(labour.application("SEAS", section: "A")) --days 90"
    #expect(try Self.due(labour, line, on: "2020-04-30")["by"].text == "2020-05-14")
  }

  /// One working day to send the permit after the fee; Friday to Monday.
  @Test func `what is due stands in the list, the overdue first`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-seasonal", 2026, ["KZ-75": 2])
    let first = labour.application("SEAS", section: "A") + " --days 90"
    let paid = try labour.run("permit apply \(first)", on: "2026-02-20")["permit"].text ?? ""
    try labour.run("permit approve \(paid)", on: "2026-02-20")
    try labour.run("permit notice \(paid)", on: "2026-02-20")
    let sent = try Self.due(
      labour, "permit pay \(paid) --amount 51900 --document receipt", on: "2026-02-20")
    #expect(sent["what"].text == "send")
    #expect(sent["by"].text == "2026-02-23")
    let second = labour.application("SEAS", worker: 1, section: "A") + " --days 90"
    try labour.run("permit apply \(second)", on: "2026-02-20")
    let due = try labour.run("permit due --within 14", on: "2026-02-24").elements
    #expect(due.map { $0["due"]["what"].text } == ["send", "decide"])
    #expect(due.map { $0["overdue"] } == [true, false])
    // Seven working days after Friday 20 February 2026.
    #expect(due.last?["due"]["by"].text == "2026-03-03")
  }
}
