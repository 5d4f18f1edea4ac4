import TestSupport
import Testing

/// Many processes want the last places of a category at once, and no more get one than there are.
@Suite("A race for the last permits") struct PermitRaceTests {
  /// Places in Almaty of each kind; the orders of the whole country are the ministry's.
  static let kinds = [
    ("EMP-1", "labour-1", 726), ("EMP-2", "labour-2", 3_402), ("EMP-3", "labour-3", 5_893),
    ("EMP-4", "labour-4", 3_131), ("SEAS", "labour-seasonal", 4_994),
  ]
  static let places = 12
  static let processes = 16

  /// The order that spreads a category: twelve places for Almaty, and the rest for Astana.
  private static func spread() -> String {
    var text = "order_number,order_date,effective_from,kind,year,unit,region,places\n"
    for (_, quota, total) in kinds {
      let start = "spread-\(quota),2026-01-20,2026-01-20,\(quota),2026,permit"
      text += "\(start),KZ,\(total)\n\(start),KZ-75,\(places)\n\(start),KZ-71,\(total - places)\n"
    }
    return text
  }

  @Test func `of sixteen in each category twelve get a permit`() throws {
    #expect(Self.kinds.reduce(0) { $0 + $1.2 } == 18_146)
    let kosh = try Kosh.withRegister()
    try kosh.write(Self.spread(), to: "spread.csv")
    let loaded = try kosh.run("quota order spread.csv")
    try #require(loaded.exit == 0, "\(loaded.err)")
    var staff = "category,citizenship,people\n"
    for category in 1...4 { staff += "\(category),KAZ,1000\n" }
    try kosh.write(staff, to: "staff.csv")
    for line in [
      "employer register 190740000011 --name Qurylys --form company --region KZ-75",
      "employer staff 190740000011 --as-of 2026-10-01 --file staff.csv",
    ] {
      let answer = try kosh.run(line)
      try #require(answer.exit == 0, "\(answer.err)")
    }
    let workers = try (0..<Self.processes).map { index in
      let worker = try kosh.run(
        "person register --family-name-latin LI --given-name-latin WEI --sex M "
          + "--birth-date 19\(70 + index)-04-02 --citizenship CHN --reason work "
          + "--accept-new namesakes --json"
      ).json()["person"].text
      return try #require(worker)
    }
    for (kind, quota, total) in Self.kinds {
      let words = [
        "permit", "apply", "--kind", kind, "--employer", "190740000011", "--region", "KZ-75",
        "--section", "F", "--post", "mason",
        "--papers", "application,passport,qualification", "--vacancy", "V-1", "--posted",
        "2026-10-01", "--json",
      ]
      let term = kind == "SEAS" ? ["--days", "90"] : ["--months", "12"]
      let all = try workers.map { try kosh.start(words + term + ["--person", $0]) }
      let answers = try all.map { try $0.wait() }
      #expect(answers.count { $0.exit == 0 } == Self.places)
      let refused = answers.filter { $0.exit != 0 }
      #expect(refused.allSatisfy { $0.exit == 4 && $0.out.contains("quota.exhausted") })
      let usage = try kosh.run("quota usage --year 2026 --kind \(quota) --json").json()
      #expect(usage["total"]["allotted"].number == Int64(total))
      #expect(usage["total"]["reserved"].number == Int64(Self.places))
    }
    let verified = try kosh.run("verify")
    #expect(verified.exit == 0, "\(verified.out)\(verified.err)")
  }
}
