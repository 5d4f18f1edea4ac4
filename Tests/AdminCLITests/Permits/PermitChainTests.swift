import TestSupport
import Testing

/// Permits that follow one another: whose the place is, and who may ask for another.
@Suite("Chains of work permits") struct PermitChainTests {
  private static let papers = "--papers application,passport,contract"

  /// A permit of category 2 from 2 February 2017 to 1 February 2018 in Almaty, which has one place.
  ///
  /// It costs 158 MCI of 2,269 tenge. Its extension is asked for from 4 December 2017 to 3 January
  /// 2018.
  private static func permit() throws -> (LabourDesk, permit: String) {
    let labour = try LabourDesk()
    for year in [2017, 2018] { try labour.order("labour-2", year, ["KZ-75": 1]) }
    try labour.staff("2:KAZ=100", asOf: "2017-01-10")
    let line = labour.application("EMP-2", section: "P") + " --months 12"
    return (labour, try labour.issue(line, fee: "358502", on: "2017-02-02"))
  }

  private static func usage(_ labour: LabourDesk, _ year: Int = 2017, on day: String) throws
    -> [Int64?]
  { try labour.usage("labour-2", year, "KZ-75", on: day) }

  private static func extend(_ labour: LabourDesk, _ permit: String, on day: String) throws
    -> String
  {
    try labour.run("permit extend \(permit) --months 12 \(papers)", on: day)["permit"].text ?? ""
  }

  @Test func `an extension has the place from its application on, and past the end of the first`()
    throws
  {
    let (labour, permit) = try Self.permit()
    let extended = try Self.extend(labour, permit, on: "2017-12-11")
    #expect(try Self.usage(labour, on: "2017-12-11") == [1, 0, 1, 0])
    // The first permit has ended, nobody has decided, and the place is nobody else's.
    #expect(try Self.usage(labour, on: "2018-02-02") == [1, 0, 1, 0])
    let show = try labour.run("permit show \(permit)", on: "2018-02-02")
    #expect(show["state"].text == "expired")
    try labour.run("permit withdraw \(extended) --reason 'goes home'", on: "2018-02-03")
    #expect(try Self.usage(labour, on: "2018-02-02") == [1, 0, 1, 0])
    #expect(try Self.usage(labour, on: "2018-02-03") == [1, 0, 0, 1])
    #expect(labour.desk.run("verify").exit == 0)
  }

  @Test(
    "What comes of an extension that is not issued: the first permit has its place to its own end",
    arguments: [
      "withdraw PERMIT --reason 'goes home'",
      "refuse PERMIT --ground FALSE_DOCS --reason 'a false paper'",
    ])
  func givenBack(_ words: String) throws {
    let (labour, permit) = try Self.permit()
    let extended = try Self.extend(labour, permit, on: "2017-12-11")
    try labour.run("permit \(words.replacing("PERMIT", with: extended))", on: "2017-12-15")
    for day in ["2017-12-15", "2018-02-01"] {
      #expect(try Self.usage(labour, on: day) == [1, 0, 1, 0], "\(day)")
    }
    #expect(try Self.usage(labour, on: "2018-02-02") == [1, 0, 0, 1])
    // Another extension may be asked for, and has the place again.
    let again = try Self.extend(labour, permit, on: "2017-12-18")
    try labour.finish(again, fee: "358502", on: "2017-12-18")
    #expect(try Self.usage(labour, on: "2018-02-02") == [1, 0, 1, 0])
    #expect(labour.desk.run("verify").exit == 0)
  }

  /// Ten working days after 11 December 2017, with 18 and 19 December off: 27 December.
  @Test
  func `an unpaid extension lapses, and one paid in time but entered late has the place again`()
    throws
  {
    let (labour, permit) = try Self.permit()
    let extended = try Self.extend(labour, permit, on: "2017-12-11")
    try labour.run("permit approve \(extended)", on: "2017-12-11")
    let noticed = try labour.run("permit notice \(extended)", on: "2017-12-11")
    #expect(noticed["due"]["by"].text == "2017-12-27")
    #expect(try Self.usage(labour, on: "2017-12-29") == [1, 0, 1, 0])
    #expect(try labour.run("permit show \(extended)", on: "2017-12-29")["state"].text == "lapsed")
    let paid = try labour.run(
      "permit pay \(extended) --amount 358502 --document receipt --on 2017-12-12",
      on: "2017-12-29")
    #expect(paid["state"].text == "paid")
    try labour.run("permit issue \(extended)", on: "2017-12-29")
    #expect(try Self.usage(labour, on: "2018-02-02") == [1, 0, 1, 0])
    #expect(labour.desk.run("verify").exit == 0)
  }

  @Test func `an extension that is revoked before it begins leaves the place to the first`() throws
  {
    let (labour, permit) = try Self.permit()
    let extended = try Self.extend(labour, permit, on: "2017-12-11")
    try labour.finish(extended, fee: "358502", on: "2017-12-11")
    try labour.run(
      "permit revoke \(extended) --ground EMPLOYER_APPLICATION --reason 'goes home'",
      on: "2017-12-20")
    #expect(try Self.usage(labour, on: "2018-02-01") == [1, 0, 1, 0])
    #expect(try Self.usage(labour, on: "2018-02-02") == [1, 0, 0, 1])
    #expect(labour.desk.run("verify").exit == 0)
  }

  @Test func `with a revoked permit falls the place of the extension that was asked for`() throws {
    let (labour, permit) = try Self.permit()
    let extended = try Self.extend(labour, permit, on: "2017-12-11")
    try labour.run(
      "permit revoke \(permit) --ground LIQUIDATION --reason 'wound up'", on: "2017-12-20")
    #expect(try Self.usage(labour, on: "2017-12-19") == [1, 0, 1, 0])
    #expect(try Self.usage(labour, on: "2017-12-20") == [1, 0, 0, 1])
    try labour.run("permit approve \(extended)", on: "2017-12-21")
    try labour.run("permit notice \(extended)", on: "2017-12-21")
    try labour.run("permit pay \(extended) --amount 358502 --document r", on: "2017-12-21")
    #expect(
      try labour.refusal("permit issue \(extended)", on: "2017-12-21").code == "permit.step")
    #expect(labour.desk.run("verify").exit == 0)
  }

  // MARK: Second permits

  @Test func `one application at a time asks for the same worker, employer and kind`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-seasonal", 2026, ["KZ-75": 5])
    let line = labour.application("SEAS", section: "A") + " --days 90"
    let permit = try labour.run("permit apply \(line)", on: "2026-03-02")["permit"].text ?? ""
    let second = try labour.refusal("permit apply \(line)", on: "2026-03-02")
    #expect(second.code == "permit.double")
    #expect(second.text.contains(permit))
    try labour.finish(permit, fee: "51900", on: "2026-03-02")
    // It holds to 30 May. The next may be asked for before, and begins after it.
    let next = try labour.run("permit apply \(line)", on: "2026-05-18")["permit"].text ?? ""
    try labour.run("permit approve \(next)", on: "2026-05-18")
    try labour.run("permit notice \(next)", on: "2026-05-18")
    try labour.run("permit pay \(next) --amount 51900 --document r", on: "2026-05-18")
    let early = try labour.refusal("permit issue \(next)", on: "2026-05-18")
    #expect(early.code == "permit.double")
    #expect(early.text.contains("holds to 2026-05-30"))
    let issued = try labour.run("permit issue \(next) --from 2026-05-31", on: "2026-05-18")
    #expect(issued["from"].text == "2026-05-31")
  }

  /// Under whatever number the worker is registered.
  @Test func `two numbers of one worker are one worker`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-seasonal", 2026, ["KZ-75": 5])
    let line = labour.application("SEAS", section: "A") + " --days 90"
    let permit = try labour.run("permit apply \(line)", on: "2026-03-02")["permit"].text ?? ""
    let merged = labour.desk.run(
      "person merge \(labour.workers[0]) \(labour.workers[1]) --reason 'one passport' "
        + "--despite 'the names were misread' --today 2026-03-02")
    #expect(merged.exit == 0, "\(merged.err)")
    let other = labour.application("SEAS", worker: 1, section: "A") + " --days 90"
    let second = try labour.refusal("permit apply \(other)", on: "2026-03-02")
    #expect(second.code == "permit.double")
    #expect(second.text.contains(permit))
  }

  @Test func `a permit begins in the year of its place`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-seasonal", 2026, ["KZ-75": 5])
    let line = labour.application("SEAS", section: "A") + " --days 90"
    let permit = try labour.run("permit apply \(line)", on: "2026-12-01")["permit"].text ?? ""
    try labour.run("permit approve \(permit)", on: "2026-12-01")
    try labour.run("permit notice \(permit)", on: "2026-12-01")
    try labour.run("permit pay \(permit) --amount 51900 --document r", on: "2026-12-01")
    let late = try labour.refusal("permit issue \(permit) --from 2027-01-01", on: "2026-12-02")
    #expect(late.code == "date.order")
    #expect(late.text.contains("by 2026-12-31"))
    try labour.run("permit issue \(permit) --from 2026-12-31", on: "2026-12-02")
  }

  // MARK: Households

  /// The pause is counted from the end of the permit that holds still, so that nobody asks early.
  @Test func `a second permit of a household worker waits for the pause after the first`() throws {
    let labour = try LabourDesk()
    try labour.order("household", 2026, ["KZ-75": 5])
    let line =
      "permit apply --kind LAB-IMM --employer \(LabourDesk.household) "
      + "--person \(labour.workers[0]) --region KZ-75 --post nanny --months 3 "
      + "--papers application,tax-receipt,passport,medical,insurance,agreement"
    let permit = try labour.run(line, on: "2026-03-02")["permit"].text ?? ""
    #expect(try labour.refusal(line, on: "2026-03-02").code == "permit.double")
    try labour.run("permit pay \(permit) --amount 25950 --document tax", on: "2026-03-02")
    try labour.run("permit approve \(permit)", on: "2026-03-02")
    try labour.run("permit issue \(permit)", on: "2026-03-02")
    let early = try labour.refusal(line, on: "2026-04-01")
    #expect(early.code == "permit.pause")
    #expect(early.text.contains("ends on 2026-06-01"))
    #expect(early.text.contains("from 2026-06-07 on"))
  }

  // MARK: What is counted by worker and by post

  @Test func `local content counts a post whose permit was extended since the count`() throws {
    let (labour, permit) = try Self.permit()
    // 10 citizens, 2 foreigners, the post that was extended, and the worker who is asked for.
    try labour.staff("2:KAZ=10 2:CHN=2", asOf: "2017-01-20")
    let extended = try Self.extend(labour, permit, on: "2017-12-11")
    try labour.finish(extended, fee: "358502", on: "2017-12-11")
    let line =
      labour.application("EMP-2", worker: 1, section: "P") + " --months 12"
    let content = try labour.run("permit check \(line)", on: "2017-12-12")["checks"].elements
      .first { $0["check"].text == "content" }
    #expect(content?["detail"].text?.contains("of 14 staff") == true)
    #expect(content?["detail"].text?.contains("1 permit since") == true)
  }

  @Test func `the days of trips are the worker's, by whatever permit`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-seasonal", 2026, ["KZ-75": 5])
    let line = labour.application("SEAS", section: "A") + " --days 180"
    let first = try labour.issue(line, fee: "103800", on: "2026-03-02")
    let trip = "--region KZ-23"
    try labour.run(
      "permit trip \(first) \(trip) --from 2026-04-01 --to 2026-06-09", on: "2026-06-10")
    let second = try labour.run("permit apply \(line)", on: "2026-09-01")["permit"].text ?? ""
    try labour.finish(second, fee: "103800", on: "2026-09-01")
    let more = try labour.refusal(
      "permit trip \(second) \(trip) --from 2026-10-01 --to 2026-10-21", on: "2026-10-22")
    #expect(more.code == "permit.trip")
    #expect(more.text.contains("91 days in other regions in 2026"))
  }

  /// One who is sent by the company: once, for twelve months, without fee and quota.
  @Test func `what was extended as often as it can be is told as such`() throws {
    let labour = try LabourDesk()
    try labour.staff("2:KAZ=100", asOf: "2025-01-10")
    let line =
      "--kind ICT --employer \(LabourDesk.employer) --person \(labour.workers[0]) --region KZ-75 "
      + "--post manager --months 12 --papers application,passport,transfer-contract"
    let permit = try labour.run("permit apply \(line)", on: "2025-02-03")["permit"].text ?? ""
    try labour.run("permit approve \(permit)", on: "2025-02-03")
    try labour.run("permit issue \(permit)", on: "2025-02-03")
    func next(on day: String) throws -> JSON? {
      try labour.run("permit expiring --within 60", on: day)["permits"].elements.first
    }
    #expect(try next(on: "2025-12-15")?["can_extend"] == true)
    let extended =
      try labour.run(
        "permit extend \(permit) --months 12 --papers application,passport,transfer-contract",
        on: "2025-12-15")["permit"]
      .text ?? ""
    #expect(try next(on: "2025-12-15")?["extension"].text == extended)
    try labour.run("permit approve \(extended)", on: "2025-12-16")
    try labour.run("permit issue \(extended)", on: "2025-12-16")
    #expect(try next(on: "2026-12-15")?["can_extend"] == false)
  }

  /// Two payments entered in the other order: the permit is paid on the day of the later one.
  @Test func `a permit is paid on the day of its last payment`() throws {
    let labour = try LabourDesk()
    let permit = try labour.noticedInTwoRegions(on: "2026-03-02")
    let pay = "permit pay \(permit) --amount 51900 --document r"
    try labour.run("\(pay) --region KZ-19 --on 2026-03-06", on: "2026-03-06")
    try labour.run("\(pay) --region KZ-75 --on 2026-03-04", on: "2026-03-06")
    #expect(
      try labour.refusal("permit issue \(permit) --on 2026-03-05", on: "2026-03-06").code
        == "date.order")
    try labour.run("permit issue \(permit)", on: "2026-03-06")
  }

  /// Who may read families and no permits sees the rest of a person's days.
  @Test func `permits are left out of the timeline of those who may not read them`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-seasonal", 2026, ["KZ-75": 1])
    let line = labour.application("SEAS", section: "A") + " --days 90"
    let permit = try labour.issue(line, fee: "51900", on: "2026-03-02")
    #expect(labour.desk.run("user add clerk --role registrar").exit == 0)
    let timeline = "person timeline \(labour.workers[0])"
    #expect(labour.desk.run(timeline).out.contains(permit))
    let hidden = labour.desk.run("\(timeline) --as clerk")
    #expect(hidden.exit == 0)
    #expect(!hidden.out.contains(permit))
    #expect(hidden.out.contains("Permits to work are not shown: that takes read-permits."))
    #expect(labour.desk.run("\(timeline) --if-ends \(permit) --as clerk").exit != 0)
  }
}
