import TestSupport
import Testing

/// Worked cases of the law on work permits, each as an official would type it.
@Suite("Work permits, worked cases") struct PermitCaseTests {
  private static func verdict(_ check: String, in answer: JSON) -> String? {
    answer["checks"].elements.first { $0["check"].text == check }?["verdict"].text
  }

  private static func check(_ name: String, in answer: JSON) -> JSON? {
    answer["checks"].elements.first { $0["check"].text == name }
  }

  // MARK: Local content

  /// 88 citizens, 11 foreigners, and the worker who is asked for: 88 of 100.
  @Test func `category 3 in construction is refused for a local content of 88 percent`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-3", 2026, ["KZ-75": 10])
    try labour.staff("3:KAZ=88 3:CHN=11", asOf: "2026-03-01")
    let line = labour.application("EMP-3", posted: "2026-03-01") + " --months 12"
    let refused = try labour.refusal("permit apply \(line)", on: "2026-03-20")
    #expect(refused.code == "permit.local-content")
    #expect(refused.text.contains("of 100 staff of categories 3 and 4 88 are citizens (88 %"))
    #expect(refused.text.contains("90 % must be"))
    let answer = labour.desk.run("permit check \(line) --today 2026-03-20")
    #expect(answer.exit == 4)
    #expect(answer.out.contains("freevector.kz; dos-immigration.kz 2025 (press)"))
    try labour.staff("3:KAZ=90 3:CHN=9", asOf: "2026-03-10")
    let permit = try labour.run("permit apply \(line)", on: "2026-03-20")
    #expect(permit["state"].text == "applied")
    // Since the count one has been asked for: the next would be 90 of 101.
    let next = labour.application("EMP-3", worker: 1, posted: "2026-03-01") + " --months 12"
    let second = try labour.refusal("permit apply \(next)", on: "2026-03-20")
    #expect(second.code == "permit.local-content")
    #expect(second.text.contains("of 101 staff"))
    #expect(second.text.contains("1 permit since"))
  }

  @Test(
    "A small business is exempt by its staff and the day",
    arguments: [
      ("3:KAZ=50 3:CHN=10", "2025-08-29", "exempt"), ("3:KAZ=50 3:CHN=10", "2025-09-16", "no"),
      ("3:KAZ=15 3:CHN=5", "2025-09-16", "exempt"), ("3:KAZ=16 3:CHN=5", "2025-09-16", "no"),
    ])
  func small(_ staff: String, _ day: String, _ verdict: String) throws {
    let labour = try LabourDesk()
    _ = labour.desk.run(
      "employer correct \(LabourDesk.employer) --size small --reason 'as the register of taxes says'"
    )
    try labour.staff(staff, asOf: "2025-08-01")
    let line = labour.application("EMP-3", posted: "2025-09-01") + " --months 12"
    let answer = try labour.run("permit check \(line)", on: day)
    #expect(Self.verdict("content", in: answer) == verdict)
    let citation = Self.check("content", in: answer)?["citation"].text
    #expect(
      citation
        == (verdict == "exempt"
          ? "dos-immigration.kz 2025; mg-partner.com" : "freevector.kz; dos-immigration.kz 2025"))
  }

  // MARK: Extensions

  @Test func `category 4 is not extended`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-4", 2017, ["KZ-75": 10])
    try labour.staff("4:KAZ=200", asOf: "2017-01-05")
    // 200 × 2,269
    let permit = try labour.issue(
      labour.application("EMP-4", section: "P") + " --months 12", fee: "453800", on: "2017-02-01")
    let refused = try labour.refusal(
      "permit extend \(permit) --months 12 --papers application,passport,contract",
      on: "2017-12-15")
    #expect(refused.code == "permit.no-extension")
    #expect(refused.text == "EMP-4 is not extended")
  }

  /// The first of 2017 costs 158 × 2,269; those after April 2018 what the office adopted.
  @Test func `category 2 is extended three times and not a fourth`() throws {
    let labour = try LabourDesk()
    for year in 2017...2021 { try labour.order("labour-2", year, ["KZ-75": 10]) }
    try labour.staff("2:KAZ=100", asOf: "2017-01-05")
    let table = try LabourDesk.done(labour.desk.run("rules show permit-fees --file")).out
    let unknown = "EMP-2,,2018-04-03,2025-12-31,36 months,,"
    #expect(table.contains(unknown))
    try labour.desk.write(
      table.replacing(unknown, with: "EMP-2,,2018-04-03,2025-12-31,36 months,100,"), to: "fees.csv")
    _ = try LabourDesk.done(
      labour.desk.run(
        "rules adopt @fees.csv --figure permit-fees --document 'made up for a test'"))
    var permit = try labour.issue(
      labour.application("EMP-2", section: "P") + " --months 12", fee: "358502", on: "2017-02-01")
    let days = [("2017-12-15", "358502"), ("2018-12-15", "240500"), ("2019-12-15", "252500")]
    for (day, fee) in days {
      permit =
        try labour.run(
          "permit extend \(permit) --months 12 --papers application,passport,contract", on: day)[
          "permit"
        ].text ?? ""
      try labour.finish(permit, fee: fee, on: day)
    }
    let last = try labour.run("permit show \(permit)", on: "2019-12-16")
    #expect(last["from"].text == "2020-02-01")
    #expect(last["until"].text == "2021-01-31")
    let fourth = try labour.refusal(
      "permit extend \(permit) --months 12 --papers application,passport,contract",
      on: "2020-12-15")
    #expect(fourth.code == "permit.no-extension")
    #expect(fourth.text.contains("at most 3 times, and this would be extension 4"))
  }

  /// A permit to 2018-01-31 is extended from 2017-12-03 to 2018-01-02.
  @Test(
    "An extension is asked for 60 to 30 days before the end",
    arguments: [
      ("2017-12-02", "permit.window"), ("2017-12-03", "applied"), ("2018-01-02", "applied"),
      ("2018-01-03", "permit.window"),
    ])
  func window(_ day: String, _ expected: String) throws {
    let labour = try LabourDesk()
    try labour.order("labour-2", 2017, ["KZ-75": 10])
    try labour.order("labour-2", 2018, ["KZ-75": 10])
    try labour.staff("2:KAZ=100", asOf: "2017-01-05")
    let permit = try labour.issue(
      labour.application("EMP-2", section: "P") + " --months 12", fee: "358502", on: "2017-02-01")
    let line = "permit extend \(permit) --months 12 --papers application,passport,contract"
    if expected == "applied" {
      #expect(try labour.run(line, on: day)["state"].text == "applied")
    } else {
      #expect(try labour.refusal(line, on: day).code == expected)
    }
  }

  // MARK: Quota and fee

  @Test func `a transfer within a company needs no quota and no fee`() throws {
    let labour = try LabourDesk()
    try labour.staff("3:KAZ=10", asOf: "2026-03-01")
    let line =
      "--kind ICT --employer \(LabourDesk.employer) --person \(labour.workers[0]) --region KZ-75 "
      + "--post manager --months 36 --papers application,passport,transfer-contract"
    let answer = try labour.run("permit check \(line)", on: "2026-03-20")
    #expect(answer["passes"] == true)
    #expect(Self.verdict("quota", in: answer) == "exempt")
    #expect(Self.check("quota", in: answer)?["citation"].text?.contains("freevector.kz") == true)
    #expect(answer["fee"].text == "0.00")
    let permit = try labour.run("permit apply \(line)", on: "2026-03-20")["permit"].text ?? ""
    try labour.run("permit approve \(permit)", on: "2026-03-20")
    let issued = try labour.run("permit issue \(permit)", on: "2026-03-20")
    #expect(issued["until"].text == "2029-03-19")
  }

  @Test(
    "What a permit costs",
    arguments: [
      ("--kind SEAS --days 180", "2026-03-01", "103800.00", "24 × 4\u{A0}325"),
      ("--kind SEAS --days 90", "2026-03-01", "51900.00", "12 × 4\u{A0}325"),
      ("--kind SEAS --days 91", "2026-03-01", "103800.00", "24 × 4\u{A0}325"),
      ("--kind SEAS --days 365", "2026-03-01", "207600.00", "48 × 4\u{A0}325"),
      ("--kind SEAS --days 365", "2020-05-01", "66672.00", "24 × 2\u{A0}778"),
      ("--kind EMP-1 --section P --months 12", "2017-05-01", "310853.00", "137 × 2\u{A0}269"),
      ("--kind EMP-4 --section B --months 12", "2017-05-01", "510525.00", "225 × 2\u{A0}269"),
      ("--kind LAB-IMM --months 3", "2014-05-01", "11112.00", "2 × 1\u{A0}852 × 3 months"),
      ("--kind ICT --months 36", "2026-03-01", "0.00", "free"),
    ])
  func fee(_ line: String, _ day: String, _ total: String, _ arithmetic: String) throws {
    let answer = try CommandDesk(isSetUp: false).run("permit quote \(line) --on \(day) --json")
    let quote = try JSON(answer.out)
    #expect(quote["total"].text == total)
    #expect(quote["arithmetic"].text == arithmetic)
  }

  @Test(
    "Where no source gives the fee, none is guessed",
    arguments: [
      ("--kind EMP-3 --section F --months 12", "2017-05-01"),
      ("--kind EMP-3 --section P --months 12", "2019-05-01"),
      ("--kind EMP-3 --section P --months 12", "2026-05-01"),
    ])
  func unknown(_ line: String, _ day: String) throws {
    let answer = try CommandDesk(isSetUp: false).run("permit quote \(line) --on \(day) --json")
    #expect(try JSON(answer.out)["error"]["code"].text == "permit.fee-unknown")
  }

  /// Asked for in December 2025, ten working days to pay; in January the MCI is 4,325.
  @Test func `a fee that is paid in the next year is counted in its MCI`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-seasonal", 2025, ["KZ-75": 1])
    let permit =
      try labour.run(
        "permit apply \(labour.application("SEAS", section: "A")) --days 180", on: "2025-12-22")[
        "permit"
      ].text ?? ""
    try labour.run("permit approve \(permit)", on: "2025-12-24")
    let noticed = try labour.run("permit notice \(permit)", on: "2025-12-24")
    // 25, 26, 29, 30, 31 December, 5, 6, 8, 9, 12 January.
    #expect(noticed["due"]["by"].text == "2026-01-12")
    let old = try labour.refusal(
      "permit pay \(permit) --amount 94368 --document 'receipt 1'", on: "2026-01-05")
    #expect(old.code == "permit.amount")
    #expect(old.text.contains("24 × 4\u{A0}325"))
    let paid = try labour.run(
      "permit pay \(permit) --amount 103800 --document 'receipt 1'", on: "2026-01-05")
    #expect(paid["state"].text == "paid")
    #expect(paid["payments"].elements.first?["amount"].text == "103800.00")
  }

  // MARK: The labour market

  @Test(
    "An application is taken after the fifteen days of the vacancy",
    arguments: [("2026-03-15", "permit.vacancy"), ("2026-03-16", "applied")])
  func vacancy(_ day: String, _ expected: String) throws {
    let labour = try LabourDesk()
    try labour.order("labour-3", 2026, ["KZ-75": 1])
    try labour.staff("3:KAZ=100", asOf: "2026-03-01")
    let line = "permit apply \(labour.application("EMP-3", posted: "2026-03-01")) --months 12"
    if expected == "applied" {
      #expect(try labour.run(line, on: day)["state"].text == "applied")
    } else {
      let refused = try labour.refusal(line, on: day)
      #expect(refused.code == expected)
      #expect(refused.text.contains("from 2026-03-16 on"))
    }
  }

  @Test func `who was found to hire unlawfully gets no permit for twelve months`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-seasonal", 2026, ["KZ-75": 1])
    _ = try LabourDesk.done(
      labour.desk.run(
        "employer violation \(LabourDesk.employer) --ground illegal-hire --found 2025-04-10 "
          + "--document 'ruling 31' --article 519"))
    let line = "permit apply \(labour.application("SEAS")) --days 90"
    let refused = try labour.refusal(line, on: "2026-04-09")
    #expect(refused.code == "permit.barred")
    #expect(refused.text.contains("no new permits before 2026-04-10"))
    #expect(try labour.run(line, on: "2026-04-10")["state"].text == "applied")
  }

  /// Nobody knew the citizenship when it was asked for.
  @Test func `a citizenship that is told later lets the application go on`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-seasonal", 2026, ["KZ-75": 1])
    let answer = labour.desk.run(
      "person register --family-name-latin ZHAO --given-name-latin MIN --sex M "
        + "--birth-date 1990-05-06 --reason 'comes to work' --today 2026-03-01 --json")
    let person = try JSON(answer.out)["person"].text ?? ""
    let line =
      "--kind SEAS --employer \(LabourDesk.employer) --person \(person) --region KZ-75 --section A "
      + "--post mason --days 90 --papers application,passport,qualification --qualified yes"
    let permit = try labour.run("permit apply \(line)", on: "2026-03-02")["permit"].text ?? ""
    let open = try labour.refusal("permit approve \(permit)", on: "2026-03-02")
    #expect(open.code == "permit.open")
    #expect(open.text.contains("citizenship"))
    try labour.run(
      "person record \(person) citizenship CHN --from 1990-05-06 --reason passport",
      on: "2026-03-03")
    #expect(
      try labour.run("permit approve \(permit)", on: "2026-03-03")["state"].text == "approved")
  }

  /// Registered for the record on the 14th day of the vacancy: it stays too early, on any later day.
  @Test func `whether a vacancy was open long enough is judged by the day of the application`()
    throws
  {
    let labour = try LabourDesk()
    try labour.order("labour-3", 2026, ["KZ-75": 1])
    try labour.staff("3:KAZ=100", asOf: "2026-03-01")
    let line = labour.application("EMP-3", posted: "2026-03-02") + " --months 12 --for-record"
    let permit = try labour.run("permit apply \(line)", on: "2026-03-16")["permit"].text ?? ""
    #expect(
      try labour.refusal("permit approve \(permit)", on: "2026-03-20").code == "permit.vacancy")
  }
}
