import Domain
import FoundationEssentials
import TestSupport
import Testing

/// The reports of a month, in one folder and seen from one vantage.
@Suite("The monthly pack") struct ReportPackTests {
  /// Three families of May, August and September, two of them included and granted on 2 November.
  private static func desk() throws -> CommandDesk {
    let desk = try DeskFiles.desk()
    for line in [
      "family import @intake.csv", "budget order @budget.csv",
      "quota include --waiting --protocol 12", "allowance grant --waiting --decision 7",
    ] {
      let answer = desk.run(line)
      #expect(answer.exit == 0, "\(line): \(answer.err)")
    }
    return desk
  }

  private static func names(_ desk: CommandDesk, _ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: desk.path(folder)).sorted()
  }

  /// Everything in the folder of the desk but the register.
  private static func left(_ desk: CommandDesk) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: desk.folder)
      .filter { !$0.hasPrefix("kosh.db") }.sorted()
  }

  private static let national = [
    "ages", "allowance-summary", "allowances", "arrivals-by-age", "arrivals-by-country",
    "arrivals-by-education", "arrivals-by-region", "arrivals-by-zone", "budget", "data-quality",
    "data-worklist-none",
    "families", "integration", "labour-quota", "labour-stock", "local-content",
    "migration-balance", "payments", "permit-fees", "permits-by-country", "permits-by-kind",
    "permits-by-region", "permits-by-section", "permits-expiring", "quota-usage-by-kind",
    "quota-usage-kandas",
    "quota-usage-settlers", "recoveries", "resettlement", "statistics", "violations",
  ]
  private static let regional = ["data-worklist", "differences", "regional-bulletin"]

  @Test func `every report is in the folder, and every link of the index resolves`() throws {
    let desk = try Self.desk()
    let answer = desk.run(
      "report pack --on 2026-11-02 --region KZ-55 --region KZ-10 -o @pack --lang kk --json")
    #expect(answer.exit == 0, "\(answer.err)")
    let reports = Self.national + Self.regional.flatMap { ["\($0)-KZ-10", "\($0)-KZ-55"] }
    let index = try JSON(answer.out)["index"]
    let made = index["reports"].elements.compactMap { $0["name"].text }.sorted()
    let missing = index["left_out"].elements.compactMap { $0["name"].text }
    #expect((made + missing).sorted() == reports.sorted())
    #expect(missing == [])
    let files = made.flatMap { ["\($0).csv", "\($0).html"] }
    #expect(
      try Self.names(desk, "pack")
        == (files + ["SHA256SUMS", "index.html", "index.json"]).sorted())
    let page = try desk.text(of: "pack/index.html")
    let links = page.split(separator: "href=\"").dropFirst().compactMap {
      $0.split(separator: "\"").first.map(String.init)
    }
    #expect(links.sorted() == files.sorted())
    // Nothing is fetched, and the digest of each report stands beside it.
    #expect(!page.contains("http"))
    for report in index["reports"].elements {
      let digest = try #require(report["digest"].text)
      let name = try #require(report["name"].text)
      #expect(page.contains(digest))
      #expect(try desk.text(of: "pack/\(name).html").contains(digest), "\(name)")
    }
    let sums = try Tool.output(
      "sh", ["-c", "cd \(desk.path("pack")) && sha256sum -c SHA256SUMS | grep -c ': OK$'"])
    #expect(sums == "\(files.count + 2)\n")
  }

  /// On 2 November nothing was granted before; periods end on the day before, states on the day.
  @Test func `periods are the year up to the day before, states are of the day`() throws {
    let desk = try Self.desk()
    #expect(desk.run("report pack --on 2026-11-02 -o @pack").exit == 0)
    let reports = try JSON(desk.text(of: "pack/index.json"))["reports"].elements
    func report(_ name: String) throws -> JSON {
      try #require(reports.first { $0["name"].text == name })
    }
    let arrivals = try report("arrivals-by-country")
    #expect(arrivals["from"].text == "2026-01-01")
    #expect(arrivals["to"].text == "2026-11-01")
    #expect(arrivals["words"].text == "arrivals --from 2026-01-01 --to 2026-11-01 --by country")
    #expect(arrivals["rows"].number == 3)
    #expect(try report("allowances")["rows"].number == 0)
    #expect(try report("families")["on"].text == "2026-11-02")
    // The states of the day that take no day follow the pack's.
    #expect(desk.run("report pack --on 2026-11-01 -o @earlier").exit == 0)
    let earlier = try JSON(desk.text(of: "earlier/index.json"))["reports"].elements
    let owed = try #require(earlier.first { $0["name"].text == "recoveries" })
    #expect(owed["on"].text == "2026-11-01")
    // On 1 January it is the year that ended.
    #expect(desk.run("report pack --on 2026-01-01 -o @january").exit == 0)
    let january = try JSON(desk.text(of: "january/index.json"))
    let payments = try #require(
      january["reports"].elements.first { $0["name"].text == "payments" })
    #expect(payments["from"].text == "2025-01-01")
    #expect(payments["to"].text == "2025-12-31")
    // Nobody ordered money for 2025.
    let left = january["left_out"].elements.first { $0["name"].text == "budget" }
    #expect(left?["reason"].text == "unknown")
  }

  /// What is entered between two runs does not show in the second, and each report tells of the
  /// same moment.
  @Test func `the same vantage gives the same bytes`() throws {
    let desk = try Self.desk()
    let line = "report pack --on 2026-11-03 --known-at 2026-11-02T05:00 --format csv,json,html,"
    desk.moment = Instant(milliseconds: 1_793_692_000_000)
    #expect(desk.run("\(line)txt -o @wrong").exit == 2)
    #expect(desk.run("\(line)text -o @one").exit == 0)
    #expect(
      desk.run("person correct P-2026-000001-8 --patronymic Есімұлы --reason misread").exit == 0)
    desk.moment = Instant(milliseconds: 1_793_792_000_000)
    #expect(desk.run("\(line)text -o @two").exit == 0)
    let names = try Self.names(desk, "one")
    #expect(try Self.names(desk, "two") == names)
    for name in names {
      #expect(try desk.text(of: "one/\(name)") == desk.text(of: "two/\(name)"), "\(name)")
    }
    #expect(try desk.text(of: "one/allowances.csv").contains("Нұрланов Нұрлан Ерланұлы"))
    #expect(desk.run("report pack --on 2026-11-03 --format csv -o @now").exit == 0)
    #expect(try desk.text(of: "now/allowances.csv").contains("Нұрланов Нұрлан Есімұлы"))
    let moments = try names.filter { $0.hasSuffix(".json") && $0 != "index.json" }
      .compactMap { try JSON(desk.text(of: "one/\($0)"))["facts"]["known_at"].text }
    #expect(moments.count > 20)
    #expect(Set(moments) == ["2026-11-02T05:00:00.000Z"])
  }

  private static let forbidden: [(role: String, names: [String])] = [
    ("commission", ["differences-KZ-55", "permits-expiring"]),
    ("analyst", ["data-worklist-KZ-55", "data-worklist-none", "differences-KZ-55"]),
  ]

  @Test("What a role may not see is left out, and the index says so", arguments: forbidden)
  func roles(role: String, names: [String]) throws {
    let desk = try Self.desk()
    #expect(desk.run("user add dana --role \(role)").exit == 0)
    let answer = desk.run(
      "report pack --on 2026-11-02 --region KZ-55 --format csv -o @pack --as dana --json")
    #expect(answer.exit == 0, "\(answer.err)")
    let left = try JSON(answer.out)["index"]["left_out"].elements
    let forbidden = left.filter { $0["reason"].text == "forbidden" }
    #expect(forbidden.compactMap { $0["name"].text } == names)
    let page = try desk.text(of: "pack/index.html")
    for name in names {
      #expect(answer.err.contains("\(name): left out, not for who made these reports"))
      #expect(page.contains("\(name): not for who made these reports"))
      #expect(try !Self.names(desk, "pack").contains("\(name).csv"))
    }
  }

  @Test func `a folder that holds something is left as it is, and nothing is half made`() throws {
    let desk = try Self.desk()
    #expect(desk.run("report pack --on 2026-11-02 --format csv -o @pack/").exit == 0)
    let before = try Self.left(desk)
    let names = try Self.names(desk, "pack")
    let again = desk.run("report pack --on 2026-11-02 -o @pack")
    #expect(again.exit == 2)
    #expect(
      again.err == """
        error: file.unwritable: @/pack holds files already
        hint: name a folder that is new or empty

        """)
    #expect(try Self.names(desk, "pack") == names)
    #expect(desk.run("report pack --on 2026-11-02 -o @budget.csv").exit == 2)
    #expect(desk.run("report pack --on 2026-11-03 -o @later").err.contains("still to come"))
    #expect(desk.run("report pack --on 2026-11-02 -o @nowhere/pack").exit == 2)
    // The first report is forbidden to nobody, so a user who is unknown stops at the vantage.
    #expect(desk.run("report pack --on 2026-11-02 -o @foreign --as nobody").exit == 6)
    #expect(try Self.left(desk) == before)
    try FileManager.default.createDirectory(
      atPath: desk.path("empty"), withIntermediateDirectories: false)
    #expect(desk.run("report pack --on 2026-11-02 --format csv -o @empty").exit == 0)
    #expect(try Self.names(desk, "empty") == names)
  }
}
