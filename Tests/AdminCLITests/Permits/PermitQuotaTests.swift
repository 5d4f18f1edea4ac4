import TestSupport
import Testing

/// Who is asked for no permit, and the parts of a quota that a permit takes a place of.
@Suite("Work permits and their quotas") struct PermitQuotaTests {
  private static func worker(_ labour: LabourDesk, _ citizenship: String) throws -> String {
    try labour.run(
      "person register --family-name-latin IVANOV --given-name-latin PYOTR --sex M "
        + "--birth-date 1985-05-05 --citizenship \(citizenship) --reason work", on: "2026-01-10")[
        "person"
      ].text ?? ""
  }

  @Test func `a citizen of the Eurasian Economic Union is asked for no permit`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-seasonal", 2026, ["KZ-75": 1])
    let worker = try Self.worker(labour, "RUS")
    let refused = try labour.refusal(
      "permit apply --kind SEAS --employer \(LabourDesk.employer) --person \(worker) "
        + "--region KZ-75 --section A --post mason --days 90 "
        + "--papers application,passport,qualification --qualified yes", on: "2026-03-02")
    #expect(refused.code == "permit.not-needed")
  }

  @Test func `a kandas is asked for no permit`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-seasonal", 2026, ["KZ-75": 1])
    _ = try LabourDesk.done(
      labour.desk.run(
        "person record \(labour.workers[0]) status kandas --from 2026-02-01 --reason 'certificate 7'"
      )
    )
    let line = "permit apply \(labour.application("SEAS", section: "A")) --days 90"
    #expect(try labour.refusal(line, on: "2026-03-02").code == "permit.not-needed")
    #expect(try labour.run(line, on: "2026-01-31")["state"].text == "applied")
  }

  private static func parted(_ rows: String) -> String {
    "order_number,order_date,effective_from,kind,year,unit,section,country,region,places\n"
      + rows.split(separator: "\n").map {
        "part-1,,2026-01-05,labour-seasonal,2026,permit,\($0)\n"
      }.joined()
  }

  /// Ten places in all, one of them for farming.
  @Test func `a section with places of its own limits its permits too`() throws {
    let labour = try LabourDesk()
    try labour.desk.write(Self.parted(",,KZ-75,10\nA,,KZ-75,1"), to: "parts.csv")
    _ = try LabourDesk.done(labour.desk.run("quota order @parts.csv"))
    let first = "permit apply \(labour.application("SEAS", section: "A")) --days 90"
    #expect(try labour.run(first, on: "2026-03-02")["state"].text == "applied")
    let second = "permit apply \(labour.application("SEAS", worker: 1, section: "A")) --days 90"
    let refused = try labour.refusal(second, on: "2026-03-02")
    #expect(refused.code == "quota.exhausted")
    #expect(refused.text.contains("labour-seasonal/A"))
    let other = "permit apply \(labour.application("SEAS", worker: 1, section: "F")) --days 90"
    #expect(try labour.run(other, on: "2026-03-02")["state"].text == "applied")
    #expect(try labour.usage("labour-seasonal", 2026, "KZ-75", on: "2026-03-02") == [10, 2, 0, 8])
    #expect(labour.desk.run("verify").exit == 0)
  }

  /// A country that a treaty gives places has a quota of its own, and the category's is left alone.
  @Test func `a country with places of its own takes those`() throws {
    let labour = try LabourDesk()
    try labour.desk.write(Self.parted(",,KZ-75,10\n,CHN,KZ-75,1"), to: "parts.csv")
    _ = try LabourDesk.done(labour.desk.run("quota order @parts.csv"))
    let first = "permit apply \(labour.application("SEAS", section: "A")) --days 90"
    #expect(try labour.run(first, on: "2026-03-02")["state"].text == "applied")
    #expect(try labour.usage("labour-seasonal", 2026, "KZ-75", on: "2026-03-02") == [10, 0, 0, 10])
    let second = "permit apply \(labour.application("SEAS", worker: 1, section: "A")) --days 90"
    #expect(try labour.refusal(second, on: "2026-03-02").code == "quota.exhausted")
  }

  /// The ministry's order of 2026 has no numbers for regions.
  @Test func `without an order for the regions nothing is given`() throws {
    let labour = try LabourDesk()
    let line = "permit apply \(labour.application("SEAS", section: "A")) --days 90"
    let refused = try labour.refusal(line, on: "2026-03-02")
    #expect(refused.code == "quota.region" || refused.code == "quota.unknown")
  }

  /// A worker of category 4 whose permit ended must be followed by a citizen.
  @Test func `who had category 4 puts a citizen in the post first`() throws {
    let labour = try LabourDesk()
    for year in [2017, 2018] { try labour.order("labour-4", year, ["KZ-75": 10]) }
    try labour.staff("4:KAZ=200", asOf: "2017-01-05")
    let permit = try labour.issue(
      labour.application("EMP-4", section: "P") + " --months 12", fee: "453800", on: "2017-02-01")
    let next =
      "permit apply \(labour.application("EMP-4", worker: 1, section: "P")) --months 12"
    #expect(try labour.run("\(next) --dry-run", on: "2018-01-31")["state"].text == "applied")
    let refused = try labour.refusal(next, on: "2018-02-01")
    #expect(refused.code == "permit.replacement")
    #expect(refused.text.contains(permit))
    try labour.run("permit hand-over \(permit) --document 'contract 15'", on: "2018-02-02")
    #expect(try labour.run(next, on: "2018-02-02")["state"].text == "applied")
  }

  /// Of four permits two are issued and two asked for; the order leaves one place.
  @Test func `a cut tells which permits would not have found a place`() throws {
    let labour = try LabourDesk()
    try labour.order("labour-seasonal", 2026, ["KZ-75": 4])
    var permits: [String] = []
    for worker in 0..<4 {
      let line = labour.application("SEAS", worker: worker, section: "A") + " --days 90"
      if worker < 2 {
        permits.append(try labour.issue(line, fee: "51900", on: "2026-03-02"))
      } else {
        permits.append(
          try labour.run("permit apply \(line)", on: "2026-03-02")["permit"].text ?? "")
      }
    }
    try labour.desk.write(
      "order_number,order_date,effective_from,kind,year,unit,region,places\n"
        + "cut,2026-04-01,2026-04-01,labour-seasonal,2026,permit,KZ-75,1\n", to: "cut.csv")
    let loaded = labour.desk.run("quota order @cut.csv --today 2026-04-01")
    #expect(loaded.exit == 0)
    #expect(loaded.err.contains("kosh quota overrun --year 2026 --kind labour-seasonal"))
    let found = try labour.run(
      "quota overrun --year 2026 --kind labour-seasonal --region KZ-75", on: "2026-04-01")
    let concerned = found.elements.first?["permits"].elements.compactMap(\.text)
    #expect(concerned == [permits[3], permits[2], permits[1]])
  }
}
