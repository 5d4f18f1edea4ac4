import Domain
import Storage
import TestSupport
import Testing

@testable import Services

/// Quotas of permits, by order: their parts, how they are spread, cut and used.
@Suite struct LabourQuotaTests {
  static let header =
    "order_number,order_date,effective_from,kind,section,country,year,unit,region,places\n"

  static func orders(_ rows: String) throws(Failure) -> [QuotaOrder] {
    try QuotaOrderFile.read(
      Array((header + rows).utf8), name: "a.csv", regions: Reference.regions())
  }

  @discardableResult
  static func load(_ rows: String, into register: TestRegister) throws(Failure) -> [QuotaOrder] {
    let orders = try orders(rows)
    return try register.office.perform(
      all: orders.map { LoadQuotaOrder(order: $0) }, as: TestRegister.administrator)
  }

  /// 100 permits of category 3, of which 60 for construction and 25 for China.
  static let parted = """
    500,2026-12-15,2027-01-01,labour-3,,,2027,permit,KZ,100
    500,2026-12-15,2027-01-01,labour-3,,,2027,permit,KZ-75,70
    500,2026-12-15,2027-01-01,labour-3,,,2027,permit,KZ-71,30
    500,2026-12-15,2027-01-01,labour-3,F,,2027,permit,KZ,60
    500,2026-12-15,2027-01-01,labour-3,F,,2027,permit,KZ-75,40
    500,2026-12-15,2027-01-01,labour-3,F,,2027,permit,KZ-71,20
    500,2026-12-15,2027-01-01,labour-3,,CHN,2027,permit,KZ,25

    """

  static let names: [(text: String, name: QuotaName?)] = [
    ("labour-3", QuotaName(kind: .labour3)),
    ("labour-3/F", QuotaName(kind: .labour3, part: .section("F"))),
    ("labour-3/U", QuotaName(kind: .labour3, part: .section("U"))),
    ("household/UZB", QuotaName(kind: .household, part: .country("UZB"))),
    ("labour-3/V", nil), ("labour-3/f", nil), ("labour-3/UZ", nil), ("labour-3/", nil),
    ("labour-3/F/CHN", nil), ("kandas/F", nil), ("labour", nil), ("", nil),
  ]

  @Test(arguments: names) func `a part has a name that is read again`(
    text: String, name: QuotaName?
  ) {
    #expect(QuotaName(rawValue: text) == name)
    if let name { #expect(name.rawValue == text) }
  }

  @Test func `rows of one number and different parts are orders of different books`() throws {
    let register = try TestRegister(on: "2027-02-01")
    let loaded = try Self.load(Self.parted, into: register)
    #expect(loaded.map(\.quota.rawValue) == ["labour-3", "labour-3/F", "labour-3/CHN"])
    #expect(loaded.map(\.number) == ["500", "500", "500"])
    let books = try register.database.read { (transaction) throws(Failure) in
      try transaction.all(
        "SELECT DISTINCT book FROM ledger_account WHERE year = 2027 ORDER BY book"
      ) { (row: inout Row) throws(Failure) in row.text() }
    }
    #expect(books == ["quota.labour-3", "quota.labour-3/CHN", "quota.labour-3/F"])
    let parts = try register.database.read { (transaction) throws(Failure) in
      try QuotaOrderTable.parts(of: .labour3, year: 2027, in: transaction)
    }
    #expect(parts == [.section("F"), .country("CHN")])
    #expect(try register.breaches() == [])
  }

  @Test func `an order is loaded with all of its parts, or not at all`() throws {
    let register = try TestRegister(on: "2027-02-01")
    let before = try register.contents()
    let wrong = Self.parted.replacing(
      "labour-3,F,,2027,permit,KZ,60", with: "labour-3,F,,2027,permit,KZ,61")
    let failure = failure { try Self.load(wrong, into: register) }
    #expect(failure?.code == .quotaSum)
    #expect(
      failure?.detail.contains("states 61 for the country, and its regions sum to 60") == true)
    #expect(try register.contents() == before)
  }

  static let refused: [(row: String, code: Code, words: String)] = [
    ("labour-3,F,CHN,2027,permit,KZ,5", .fieldValue, "line 2, country: a part is of a section or"),
    ("kandas,F,,2027,person,KZ,5", .fieldValue, "line 2, section: kandas has no parts"),
    ("kandas,,CHN,2027,person,KZ,5", .fieldValue, "line 2, country: kandas has no parts"),
    ("labour-3,Z,,2027,permit,KZ,5", .fieldValue, "line 2, section: “Z” is no section of OKED"),
    ("labour-3,CHN,,2027,permit,KZ,5", .fieldValue, "line 2, section: “CHN” is no section"),
    ("labour-3,,UZ,2027,permit,KZ,5", .countryUnknown, "line 2, country: “UZ” is no country"),
    ("labour-3,,F,2027,permit,KZ,5", .countryUnknown, "line 2, country: “F” is no country"),
  ]

  @Test(arguments: refused) func `a part that cannot be is refused at its line`(
    row: String, code: Code, words: String
  ) {
    let failure = failure { try Self.orders("1,,2027-01-01,\(row)\n") }
    #expect(failure?.code == code)
    #expect(failure?.detail.contains(words) == true, "\(failure?.detail ?? "")")
  }

  @Test func `an order that is no file has no part that cannot be`() throws {
    var order = try Self.orders("1,,2027-01-01,labour-3,F,,2027,permit,KZ,5\n")[0]
    order.part = .section("Z")
    let register = try TestRegister(on: "2027-02-01")
    #expect(refusal { try register.perform(LoadQuotaOrder(order: order)) } == .quotaTerm)
  }

  // MARK: The share of the labour force

  static let shareHeader =
    "order_number,order_date,effective_from,kind,year,unit,region,places,labour_share\n"

  static let shares: [(rows: String, shares: [String?], words: String)] = [
    ("1,,2027-01-01,labour-3,2027,permit,KZ,,0.20\n", ["0.20"], ""),
    (
      "1,,2027-01-01,labour-3,2027,permit,KZ,5,\n1,,2027-01-01,labour-3,2027,permit,KZ-75,5,0.25\n",
      ["0.25"], ""
    ),
    (
      "1,,2027-01-01,labour-3,2027,permit,KZ,5,0.25\n1,,2027-01-01,labour-4,2027,permit,KZ,5,\n",
      ["0.25", nil], ""
    ),
    (
      "1,,2027-01-01,labour-3,2027,permit,KZ,5,0.2\n"
        + "1,,2027-01-01,labour-3,2027,permit,KZ-75,5,0.20\n",
      [], "line 3, labour_share: the order states 0.2 above"
    ),
    ("1,,2027-01-01,labour-3,2027,permit,KZ,,\"0,25\"\n", [], "“0,25” is no percentage"),
    ("1,,2027-01-01,labour-3,2027,permit,KZ,,100.1\n", [], "“100.1” is no percentage"),
    ("1,,2027-01-01,labour-3,2027,permit,KZ,,-1\n", [], "line 2, labour_share: “-1”"),
    ("1,,2027-01-01,kandas,2027,person,KZ,,0.25\n", [], "kandas is no share of the labour force"),
  ]

  @Test(arguments: shares) func `a share is read with its digits or refused at its line`(
    rows: String, shares: [String?], words: String
  ) throws {
    var orders: [QuotaOrder] = []
    let failure = failure {
      orders = try QuotaOrderFile.read(
        Array((Self.shareHeader + rows).utf8), name: "a.csv", regions: Reference.regions())
    }
    #expect(orders.map { $0.labourShare?.rawValue } == shares)
    #expect(failure?.detail.contains(words) ?? words.isEmpty, "\(failure?.detail ?? "")")
    #expect(failure == nil || failure?.code == .fieldValue)
  }

  @Test func `a share without a number of places is no zero`() throws {
    let register = try TestRegister(on: "2027-02-01")
    let bytes = Array((Self.shareHeader + Self.shares[0].rows).utf8)
    let orders = try QuotaOrderFile.read(bytes, name: "a.csv", regions: Reference.regions())
    try register.perform(LoadQuotaOrder(order: orders[0]))
    let usage = try register.answer(QuotaUsage(kind: .labour3, year: 2027))
    #expect(usage.total.allotted == nil && usage.total.free == nil)
    #expect(usage.orders.map { $0.labourShare?.rawValue } == ["0.20"])
    let list = try register.answer(QuotaOrders(kind: .labour3, year: 2027))
    #expect(list.map(\.order) == orders)
    #expect(try register.contents().problems == [])
  }

  // MARK: The report

  @Test func `set and used stand beside each other, with what the register holds`() throws {
    let register = try TestRegister(on: "2026-05-01")
    let report = try register.answer(LabourQuotaReport())
    let ids = report.columns.map(\.id)
    func column(_ id: String) -> [Cell] {
      let index = ids.firstIndex(of: id) ?? 0
      return report.groups.flatMap(\.rows).map { $0[index] }
    }
    #expect(
      column("year")
        == [2009, 2012, 2021, 2022, 2023, 2024, 2025, 2025, 2026].map { .text("\($0)") })
    let quotient = try #require(ExactDecimal(rawValue: "3.72"))
    #expect(column("set_over_used") == [.decimal(quotient)] + Array(repeating: .empty, count: 8))
    // 14,500 of 18,000; the source says 78.5.
    #expect(column("share_issued")[4] == .percent(tenths: 806))
    #expect(column("share_issued_told")[4] == ExactDecimal(rawValue: "78.5").map { .decimal($0) })
    let empty = Array(repeating: Cell.empty, count: 2)
    #expect(
      column("by_orders")
        == empty + [.unknown] + empty + [.count(22_000), .empty, .unknown, .count(18_146)])
    let english = report.notes.map(\.en)
    #expect(english.contains { $0.hasSuffix("2\u{A0}366 = 22\u{A0}000.") })
    #expect(english.contains { $0.hasSuffix("4\u{A0}994 = 18\u{A0}146.") })
    let one = try register.answer(LabourQuotaReport(year: 2009))
    #expect(one.groups.flatMap(\.rows).count == 1)
    #expect(refusal { try register.answer(LabourQuotaReport(year: 2010)) } == .quotaUnknown)
  }

  @Test func `a year that only an order tells of is in the report`() throws {
    let register = try TestRegister(on: "2027-02-01")
    try Self.load(Self.parted, into: register)
    try take(3, of: "labour-3", in: "KZ-71", register)
    let report = try register.answer(LabourQuotaReport(year: 2027))
    let row = try #require(report.groups.first?.rows.first)
    let cells = Dictionary(uniqueKeysWithValues: zip(report.columns.map(\.id), row))
    #expect(cells["by_orders"] == .count(100))
    #expect(cells["in_use"] == .count(3))
    #expect(cells["share_set"] == .unknown)
  }

  // MARK: Taking permits

  /// Takes places as the issue of a permit does: reserved, and confirmed in the same act.
  struct TakePermits: UseCase {
    static let name = "test.take-permits"
    static let permission = Permission.includeFamilies

    let quota: QuotaName
    let region: String
    let places: Int64
    var detail: String { "\(quota)" }

    func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
      let open = try OpenQuota(
        quota, year: facts.today.year,
        region: Reference.regions().resolve(region, on: facts.today), on: facts.today,
        in: transaction)
      let reserved = try open.reserve(
        places, for: "W-1", on: facts.today, today: facts.today, expiresOn: nil, in: transaction)
      let takers = try LedgerTable.account(.families, of: open.book, in: transaction)
      return try LedgerTable.insert(
        LedgerTable.Transfer(
          move: .confirm, debit: open.account, credit: takers, amount: places,
          effectiveOn: facts.today, settles: reserved), in: transaction)
    }

    func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
      throws(Failure) -> Int64
    { subject }
  }

  private func take(
    _ places: Int64, of quota: String, in region: String, _ register: TestRegister
  ) throws {
    let name = try #require(QuotaName(rawValue: quota))
    try register.perform(TakePermits(quota: name, region: region, places: places))
  }

  static func line(_ region: String, _ part: QuotaPart?, _ register: TestRegister) throws
    -> QuotaLine
  {
    let usage = try register.answer(QuotaUsage(kind: .labour3, part: part, year: 2027))
    return try #require(usage.lines.first { $0.region == region })
  }

  @Test func `a part is used up by itself`() throws {
    let register = try TestRegister(on: "2027-02-01")
    try Self.load(Self.parted, into: register)
    try take(20, of: "labour-3/F", in: "KZ-71", register)
    let failure = failure { try take(1, of: "labour-3/F", in: "KZ-71", register) }
    #expect(failure?.code == .quotaExhausted)
    #expect(
      failure?.detail
        == "W-1 needs 1 place and 0 are free in this region's quota of labour-3/F 2027")
    #expect(
      failure?.hint
        == "kosh quota usage --year 2027 --kind labour-3 --section F shows the regions")
    try take(1, of: "labour-3", in: "KZ-71", register)
    #expect(
      try Self.line("KZ-71", .section("F"), register)
        == QuotaLine(region: "KZ-71", allotted: 20, reserved: 0, used: 20))
    #expect(
      try Self.line("KZ-71", nil, register)
        == QuotaLine(region: "KZ-71", allotted: 30, reserved: 0, used: 1))
    let sections = try register.answer(QuotaUsage(kind: .labour3, year: 2027, by: .section))
    #expect(sections.lines == [QuotaLine(region: "F", allotted: 60, reserved: 0, used: 20)])
    #expect(sections.total.allotted == 100)
    let countries = try register.answer(QuotaUsage(kind: .labour3, year: 2027, by: .country))
    #expect(countries.lines == [QuotaLine(region: "CHN", allotted: 25, reserved: 0, used: 0)])
    #expect(countries.names["CHN"]?.en == "China")
    let almaty = try register.answer(
      QuotaUsage(kind: .labour3, year: 2027, by: .section, region: "KZ-75"))
    #expect(almaty.lines == [QuotaLine(region: "F", allotted: 40, reserved: 0, used: 0)])
    #expect(almaty.total == QuotaLine(region: "KZ-75", allotted: 70, reserved: 0, used: 0))
  }

  @Test func `nothing is reserved before an order spreads the quota`() throws {
    let register = try TestRegister(on: "2027-02-01")
    let row = "7,,2027-01-01,labour-2,,,2027,permit,KZ,3402\n"
    #expect(refusal { try take(1, of: "labour-2", in: "KZ-75", register) } == .quotaUnknown)
    try Self.load(row, into: register)
    let failure = failure { try take(1, of: "labour-2", in: "KZ-75", register) }
    #expect(failure?.code == .quotaRegion)
    #expect(
      failure?.detail == "how the quota labour-2 2027 is spread over the regions is not known")
    #expect(failure?.hint == "load the order that spreads it: kosh quota order FILE")
  }

  @Test func `what spreads a country's total must be all of it`() throws {
    let register = try TestRegister(on: "2027-02-01")
    try Self.load("7,,2027-01-01,labour-2,,,2027,permit,KZ,3402\n", into: register)
    let short = """
      8,,2027-01-15,labour-2,,,2027,permit,KZ,3402
      8,,2027-01-15,labour-2,,,2027,permit,KZ-75,3000
      8,,2027-01-15,labour-2,,,2027,permit,KZ-71,401

      """
    #expect(refusal { try Self.load(short, into: register) } == .quotaSum)
    try Self.load(short.replacing("KZ-71,401", with: "KZ-71,402"), into: register)
    try take(402, of: "labour-2", in: "KZ-71", register)
    let usage = try register.answer(QuotaUsage(kind: .labour2, year: 2027))
    #expect(usage.undistributed == 0)
    #expect(usage.total == QuotaLine(region: "KZ", allotted: 3402, reserved: 0, used: 402))
  }

  @Test func `a redistribution below the use shows the overrun and takes no permit`() throws {
    let register = try TestRegister(on: "2027-02-01")
    try Self.load(Self.parted, into: register)
    try take(30, of: "labour-3", in: "KZ-71", register)
    try Self.load(
      """
      501,,2027-06-01,labour-3,,,2027,permit,KZ,100
      501,,2027-06-01,labour-3,,,2027,permit,KZ-75,75
      501,,2027-06-01,labour-3,,,2027,permit,KZ-71,25

      """, into: register)
    try register.move(to: "2027-06-01")
    let line = try Self.line("KZ-71", nil, register)
    #expect(line == QuotaLine(region: "KZ-71", allotted: 25, reserved: 0, used: 30))
    #expect(line.overrun == 5)
    #expect(refusal { try take(1, of: "labour-3", in: "KZ-71", register) } == .quotaExhausted)
    try take(75, of: "labour-3", in: "KZ-75", register)
    let concerned = try register.answer(QuotaOverrun(kind: .labour3, year: 2027))
    #expect(concerned.map(\.line) == [line])
    #expect(try register.contents().problems == [])
  }
}
