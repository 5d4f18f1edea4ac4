import TestSupport
import Testing

/// The places that permits take of quotas, and the days on which they are free again.
@Suite("Places of work permits") struct PermitPlaceTests {
  /// The quota of seasonal workers in Almaty: allotted, reserved, used, free.
  private static func usage(_ labour: LabourDesk, on day: String, region: String = "KZ-75") throws
    -> [Int64?]
  { try labour.usage("labour-seasonal", 2026, region, on: day) }

  /// 90 days from 2 March: the last is 30 May.
  private static func season(_ labour: LabourDesk, worker: Int = 0) throws -> String {
    try labour.issue(
      labour.application("SEAS", worker: worker, section: "A") + " --days 90", fee: "51900",
      on: "2026-03-02")
  }

  @Test func `a place is reserved, confirmed, and free on the day after the last`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-seasonal", 2026, ["KZ-75": 1])
    let line = labour.application("SEAS", section: "A") + " --days 90"
    let permit = try labour.run("permit apply \(line)", on: "2026-03-02")["permit"].text ?? ""
    #expect(try Self.usage(labour, on: "2026-03-02") == [1, 1, 0, 0])
    let other = labour.application("SEAS", worker: 1, section: "A") + " --days 90"
    #expect(
      try labour.refusal("permit apply \(other)", on: "2026-03-02").code == "quota.exhausted")
    try labour.finish(permit, fee: "51900", on: "2026-03-02")
    #expect(try Self.usage(labour, on: "2026-03-02") == [1, 0, 1, 0])
    #expect(try Self.usage(labour, on: "2026-05-30") == [1, 0, 1, 0])
    #expect(
      try labour.refusal("permit apply \(other)", on: "2026-05-30").code == "quota.exhausted")
    // Nothing was done, and the day has come.
    #expect(try Self.usage(labour, on: "2026-05-31") == [1, 0, 0, 1])
    #expect(try labour.run("permit show \(permit)", on: "2026-05-31")["state"].text == "expired")
    #expect(try labour.run("permit apply \(other)", on: "2026-06-02")["state"].text == "applied")
    #expect(try Self.usage(labour, on: "2026-06-02") == [1, 1, 0, 0])
    #expect(try Self.usage(labour, on: "2026-05-31") == [1, 0, 0, 1])
    #expect(labour.desk.run("verify").exit == 0)
  }

  @Test(
    "What ends an application or a permit frees its place on that day",
    arguments: [
      ("withdraw", "--reason 'the worker went elsewhere'"),
      ("refuse", "--ground FALSE_DOCS --reason 'a false diploma'"),
    ])
  func ends(_ verb: String, _ options: String) throws {
    let labour = try LabourDesk()
    try labour.order("labour-seasonal", 2026, ["KZ-75": 1])
    let line = labour.application("SEAS", section: "A") + " --days 90"
    let permit = try labour.run("permit apply \(line)", on: "2026-03-02")["permit"].text ?? ""
    try labour.run("permit \(verb) \(permit) \(options)", on: "2026-03-05")
    #expect(try Self.usage(labour, on: "2026-03-04") == [1, 1, 0, 0])
    #expect(try Self.usage(labour, on: "2026-03-05") == [1, 0, 0, 1])
  }

  @Test func `a revoked permit ends on that day`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-seasonal", 2026, ["KZ-75": 1])
    let permit = try Self.season(labour)
    let unknown = try labour.refusal(
      "permit revoke \(permit) --ground WHIM --reason none", on: "2026-04-01")
    #expect(unknown.code == "permit.ground")
    let revoked = try labour.run(
      "permit revoke \(permit) --ground LIQUIDATION --reason 'the employer is wound up'",
      on: "2026-04-01")
    #expect(revoked["state"].text == "revoked")
    #expect(revoked["until"].text == "2026-03-31")
    #expect(try Self.usage(labour, on: "2026-03-31") == [1, 0, 1, 0])
    #expect(try Self.usage(labour, on: "2026-04-01") == [1, 0, 0, 1])
  }

  /// Ten working days after 2 March 2026, with 9 March off: 17 March.
  @Test func `what is not paid in time lapses, and its place is free on the day after`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-seasonal", 2026, ["KZ-75": 1])
    let line = labour.application("SEAS", section: "A") + " --days 90"
    let permit = try labour.run("permit apply \(line)", on: "2026-03-02")["permit"].text ?? ""
    try labour.run("permit approve \(permit)", on: "2026-03-02")
    let noticed = try labour.run("permit notice \(permit)", on: "2026-03-02")
    #expect(noticed["due"]["by"].text == "2026-03-17")
    #expect(try Self.usage(labour, on: "2026-03-17") == [1, 1, 0, 0])
    #expect(try Self.usage(labour, on: "2026-03-18") == [1, 0, 0, 1])
    #expect(try labour.run("permit show \(permit)", on: "2026-03-18")["state"].text == "lapsed")
    let late = try labour.refusal(
      "permit pay \(permit) --amount 51900 --document receipt", on: "2026-03-18")
    #expect(late.code == "permit.late")
    // Paid in time and entered later: the place is taken again.
    let paid = try labour.run(
      "permit pay \(permit) --amount 51900 --document receipt --on 2026-03-16", on: "2026-03-19")
    #expect(paid["state"].text == "paid")
    #expect(try Self.usage(labour, on: "2026-03-19") == [1, 1, 0, 0])
    #expect(labour.desk.run("verify").exit == 0)
  }

  @Test func `a permit for two regions takes a place in each, and is paid for to each`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-seasonal", 2026, ["KZ-75": 1, "KZ-19": 1])
    let line =
      labour.application("SEAS", section: "A") + " --days 90 --other-region KZ-19"
    let permit = try labour.run("permit apply \(line)", on: "2026-03-02")["permit"].text ?? ""
    #expect(try Self.usage(labour, on: "2026-03-02") == [1, 1, 0, 0])
    #expect(try Self.usage(labour, on: "2026-03-02", region: "KZ-19") == [1, 1, 0, 0])
    #expect(
      try labour.refusal("permit approve \(permit)", on: "2026-03-02").code == "permit.open")
    try labour.run("permit agree \(permit) --region KZ-19 --document 'letter 7'", on: "2026-03-02")
    try labour.run("permit approve \(permit)", on: "2026-03-02")
    try labour.run("permit notice \(permit)", on: "2026-03-02")
    let half = try labour.run(
      "permit pay \(permit) --amount 51900 --region KZ-19 --document r1", on: "2026-03-03")
    #expect(half["state"].text == "noticed")
    #expect(
      try labour.refusal("permit issue \(permit)", on: "2026-03-03").code == "permit.step")
    try labour.run("permit pay \(permit) --amount 51900 --document r2", on: "2026-03-03")
    try labour.run("permit issue \(permit)", on: "2026-03-03")
    #expect(try Self.usage(labour, on: "2026-03-03") == [1, 0, 1, 0])
    #expect(try Self.usage(labour, on: "2026-03-03", region: "KZ-19") == [1, 0, 1, 0])
    #expect(try Self.usage(labour, on: "2026-06-01", region: "KZ-19") == [1, 0, 0, 1])
  }

  /// One region was paid in time, the other too, and the second receipt is entered after the lapse.
  @Test func `a late receipt of one of two regions takes both places again`() throws {
    let labour = try LabourDesk()
    let permit = try labour.noticedInTwoRegions(on: "2026-03-02")
    let pay = "permit pay \(permit) --amount 51900 --document r"
    try labour.run("\(pay) --region KZ-19", on: "2026-03-16")
    // The last day to pay is 17 March; another act finds that nothing more has come.
    let other = labour.application("SEAS", worker: 1, section: "A") + " --days 90"
    let taken = try labour.run("permit apply \(other)", on: "2026-03-18")["permit"].text ?? ""
    #expect(
      try labour.refusal("\(pay) --on 2026-03-17", on: "2026-03-19").code == "quota.exhausted")
    try labour.run("permit withdraw \(taken) --reason elsewhere", on: "2026-03-19")
    let paid = try labour.run("\(pay) --on 2026-03-17", on: "2026-03-19")
    #expect(paid["state"].text == "paid")
    for region in ["KZ-75", "KZ-19"] {
      #expect(try Self.usage(labour, on: "2026-03-19", region: region) == [1, 1, 0, 0])
    }
    #expect(labour.desk.run("verify").exit == 0)
  }

  /// Asked for on 15 December 2026, to be paid within ten working days after the 17th, by the 31st, paid then and entered in January: the
  /// place is one of 2026, of which an order of 2027 knows nothing.
  @Test func `a receipt entered in the new year takes a place of the old`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-seasonal", 2026, ["KZ-75": 1])
    let line = labour.application("SEAS", section: "A") + " --days 90"
    let permit = try labour.run("permit apply \(line)", on: "2026-12-15")["permit"].text ?? ""
    try labour.run("permit approve \(permit)", on: "2026-12-17")
    let noticed = try labour.run("permit notice \(permit)", on: "2026-12-17")
    #expect(noticed["due"]["by"].text == "2026-12-31")
    #expect(try labour.run("permit show \(permit)", on: "2027-01-05")["state"].text == "lapsed")
    let other = labour.application("SEAS", worker: 1, section: "A") + " --days 90 --for-record"
    try labour.run("permit apply \(other)", on: "2027-01-05")
    let paid = try labour.run(
      "permit pay \(permit) --amount 51900 --document r --on 2026-12-31", on: "2027-01-05")
    #expect(paid["state"].text == "paid")
    #expect(try Self.usage(labour, on: "2027-01-05") == [1, 1, 0, 0])
    #expect(labour.desk.run("verify").exit == 0)
  }

  /// A region without a place refuses the whole application.
  @Test func `one region without a place refuses both`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-seasonal", 2026, ["KZ-75": 1, "KZ-19": 0])
    let line =
      labour.application("SEAS", section: "A") + " --days 90 --other-region KZ-19"
    #expect(try labour.refusal("permit apply \(line)", on: "2026-03-02").code == "quota.exhausted")
    #expect(try Self.usage(labour, on: "2026-03-02") == [1, 0, 0, 1])
  }

  /// Registered for the record because there was no place; approved later, it takes one.
  @Test func `what was registered for the record takes its place when it is approved`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-seasonal", 2026, ["KZ-75": 1])
    let first = labour.application("SEAS", section: "A") + " --days 90"
    let holder = try labour.run("permit apply \(first)", on: "2026-03-02")["permit"].text ?? ""
    let second = labour.application("SEAS", worker: 1, section: "A") + " --days 90 --for-record"
    let permit = try labour.run("permit apply \(second)", on: "2026-03-02")["permit"].text ?? ""
    #expect(try Self.usage(labour, on: "2026-03-02") == [1, 1, 0, 0])
    #expect(
      try labour.refusal("permit approve \(permit)", on: "2026-03-03").code == "quota.exhausted")
    try labour.run("permit withdraw \(holder) --reason elsewhere", on: "2026-03-04")
    try labour.run("permit approve \(permit)", on: "2026-03-04")
    #expect(try Self.usage(labour, on: "2026-03-04") == [1, 1, 0, 0])
    #expect(try labour.refusal("permit apply \(first)", on: "2026-03-04").code == "quota.exhausted")
  }

  /// Both regions agree to the extension too, and both are paid.
  @Test func `a permit of two regions is extended in both`() throws {
    let labour = try LabourDesk()
    for year in [2017, 2018] { try labour.order("labour-2", year, ["KZ-75": 5, "KZ-19": 5]) }
    try labour.staff("2:KAZ=100", asOf: "2017-01-05")
    let line = labour.application("EMP-2", section: "P") + " --months 12 --other-region KZ-19"
    func issue(_ permit: String, on day: String) throws {
      try labour.run("permit agree \(permit) --region KZ-19 --document letter", on: day)
      try labour.run("permit approve \(permit)", on: day)
      try labour.run("permit notice \(permit)", on: day)
      for region in ["KZ-75", "KZ-19"] {
        try labour.run(
          "permit pay \(permit) --amount 358502 --region \(region) --document r", on: day)
      }
      try labour.run("permit issue \(permit)", on: day)
    }
    let first = try labour.run("permit apply \(line)", on: "2017-02-01")["permit"].text ?? ""
    try issue(first, on: "2017-02-01")
    let extended =
      try labour.run(
        "permit extend \(first) --months 12 --papers application,passport,contract",
        on: "2017-12-15")["permit"].text ?? ""
    try issue(extended, on: "2017-12-15")
    for region in ["KZ-75", "KZ-19"] {
      #expect(try labour.usage("labour-2", 2017, region, on: "2017-12-31") == [5, 0, 1, 4])
    }
    #expect(labour.desk.run("verify").exit == 0)
  }

  /// Another worker has the rest: the place stays taken, and no fee is paid.
  @Test func `another worker takes the rest of a permit`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-1", 2017, ["KZ-75": 1])
    try labour.staff("1:KAZ=10", asOf: "2017-01-05")
    let permit = try labour.issue(
      labour.application("EMP-1", section: "P") + " --months 12", fee: "310853", on: "2017-02-01")
    let line =
      "permit replace \(permit) --person \(labour.workers[1]) "
      + "--papers application,passport,qualification --qualified yes"
    let asked = try labour.run(line, on: "2017-05-03")
    // Five working days after 3 May 2017, with 8 and 9 May off: 12 May.
    #expect(asked["due"]["by"].text == "2017-05-12")
    let other = asked["permit"].text ?? ""
    try labour.run("permit approve \(other)", on: "2017-05-04")
    #expect(try labour.refusal("permit notice \(other)", on: "2017-05-04").code == "permit.step")
    let issued = try labour.run("permit issue \(other)", on: "2017-05-05")
    #expect(issued["from"].text == "2017-05-05")
    #expect(issued["until"].text == "2018-01-31")
    let first = try labour.run("permit show \(permit)", on: "2017-05-05")
    #expect(first["state"].text == "replaced")
    #expect(first["until"].text == "2017-05-04")
    #expect(try labour.usage("labour-1", 2017, "KZ-75", on: "2017-12-31") == [1, 0, 1, 0])
    #expect(labour.desk.run("verify").exit == 0)
  }

  // MARK: Households

  private static func household(_ labour: LabourDesk, worker: Int, months: Int) -> String {
    "--kind LAB-IMM --employer \(LabourDesk.household) --person \(labour.workers[worker]) "
      + "--region KZ-75 --post nanny --months \(months) "
      + "--papers application,tax-receipt,passport,medical,insurance,agreement"
  }

  /// Two MCI of 4,325 for each of three months.
  @Test func `a household worker is paid for by months, out of a quota of its own`() throws {
    let labour = try LabourDesk()
    try labour.order("household", 2026, ["KZ-75": 2])
    let line = "permit apply \(Self.household(labour, worker: 0, months: 3))"
    let permit = try labour.run(line, on: "2026-03-02")["permit"].text ?? ""
    try labour.run("permit pay \(permit) --amount 25950 --document tax", on: "2026-03-02")
    try labour.run("permit approve \(permit)", on: "2026-03-03")
    let issued = try labour.run("permit issue \(permit)", on: "2026-03-03")
    #expect(issued["until"].text == "2026-06-02")
    #expect(try labour.usage("household", 2026, "KZ-75", on: "2026-03-03") == [2, 0, 1, 1])
    // Nine months more are twelve in all; ten would be too many.
    let papers = "--papers application,tax-receipt,passport,medical,insurance,contract"
    let tooLong = try labour.refusal(
      "permit extend \(permit) --months 10 \(papers)", on: "2026-05-04")
    #expect(tooLong.code == "permit.term")
    let extended =
      try labour.run("permit extend \(permit) --months 9 \(papers)", on: "2026-05-04")["permit"]
      .text ?? ""
    try labour.run("permit pay \(extended) --amount 77850 --document tax", on: "2026-05-04")
    try labour.run("permit approve \(extended)", on: "2026-05-05")
    try labour.run("permit issue \(extended)", on: "2026-05-05")
    // One worker holds one place of the year, before and after the extension begins.
    #expect(try labour.usage("household", 2026, "KZ-75", on: "2026-05-05") == [2, 0, 1, 1])
    #expect(try labour.usage("household", 2026, "KZ-75", on: "2026-07-01") == [2, 0, 1, 1])
    let early = try labour.refusal(
      "permit apply \(Self.household(labour, worker: 0, months: 3))", on: "2027-03-05")
    #expect(early.code == "quota.unknown" || early.code == "permit.pause")
    #expect(labour.desk.run("verify").exit == 0)
  }

  @Test func `a household has at most five workers at once`() throws {
    let labour = try LabourDesk()
    try labour.order("household", 2026, ["KZ-75": 10])
    for worker in 0..<5 {
      try labour.run(
        "permit apply \(Self.household(labour, worker: worker, months: 3))", on: "2026-03-02")
    }
    let sixth = try labour.refusal(
      "permit apply \(Self.household(labour, worker: 5, months: 3))", on: "2026-03-02")
    #expect(sixth.code == "permit.workers")
  }

  @Test func `six days lie between two permits of a household worker`() throws {
    let labour = try LabourDesk()
    try labour.order("household", 2026, ["KZ-75": 2])
    let line = "permit apply \(Self.household(labour, worker: 0, months: 3))"
    let permit = try labour.run(line, on: "2026-03-02")["permit"].text ?? ""
    try labour.run("permit pay \(permit) --amount 25950 --document tax", on: "2026-03-02")
    try labour.run("permit approve \(permit)", on: "2026-03-02")
    try labour.run("permit issue \(permit)", on: "2026-03-02")
    // Its last day is 1 June.
    let early = try labour.refusal(line, on: "2026-06-06")
    #expect(early.code == "permit.pause")
    #expect(early.text.contains("from 2026-06-07 on"))
    #expect(try labour.run(line, on: "2026-06-07")["state"].text == "applied")
  }

  // MARK: Trips

  @Test func `trips to other regions come to ninety days a year`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-seasonal", 2026, ["KZ-75": 1])
    let permit = try labour.issue(
      labour.application("SEAS", section: "A") + " --days 365", fee: "207600", on: "2026-03-02")
    let trip = "permit trip \(permit) --region KZ-23"
    try labour.run("\(trip) --from 2026-04-01 --to 2026-06-09", on: "2026-06-10")
    let more = try labour.refusal("\(trip) --from 2026-07-01 --to 2026-07-21", on: "2026-07-30")
    #expect(more.code == "permit.trip")
    #expect(more.text.contains("91 days in other regions in 2026, and 90 are allowed"))
    // 1 December to 20 January: 20 days of 2026 would be too many, 20 of them are left.
    try labour.run("\(trip) --from 2026-12-12 --to 2027-01-20", on: "2027-01-21")
    #expect(
      try labour.refusal(
        "permit trip \(permit) --region KZ-75 --from 2026-07-01 --to 2026-07-02",
        on: "2027-01-21"
      ).code == "permit.trip")
  }
}
