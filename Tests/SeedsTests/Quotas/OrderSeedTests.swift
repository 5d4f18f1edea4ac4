import Domain
import Seeds
import Testing

@Suite struct OrderSeedTests {
  struct Order: Sendable {
    let file: String
    let unit: QuotaUnit
    let total: Int
    /// The sum of the regions whose places are known.
    let known: Int
    let unknown: Int
    let regions: Int
  }

  static let orders: [Order] = [
    Order(
      file: "2007-immigration", unit: .family, total: 15_000, known: 15_000, unknown: 0, regions: 16
    ),
    Order(file: "2020-kandas", unit: .person, total: 1378, known: 1378, unknown: 0, regions: 5),
    Order(file: "2023-kandas", unit: .person, total: 1925, known: 1925, unknown: 0, regions: 6),
    Order(file: "2023-settlers", unit: .person, total: 6727, known: 6727, unknown: 0, regions: 7),
    Order(file: "2025-kandas", unit: .person, total: 2309, known: 2309, unknown: 0, regions: 8),
    Order(file: "2025-settlers", unit: .person, total: 7344, known: 6554, unknown: 4, regions: 7),
    Order(file: "2026-kandas", unit: .person, total: 2281, known: 2281, unknown: 0, regions: 8),
    Order(file: "2026-settlers", unit: .person, total: 5997, known: 5997, unknown: 0, regions: 7),
  ]

  static func table(_ order: Order) throws -> CSVTable {
    let name = "Orders/\(order.file).csv"
    let file = try #require(try Seeds.orderFiles().first { $0.name == name })
    return try CSVTable(file.bytes)
  }

  @Test(arguments: orders) func `an order adds up`(_ order: Order) throws {
    let table = try Self.table(order)
    let (region, places) = (try table.column("region"), try table.column("places"))
    let rows = table.rows.filter { $0[region] != "KZ" }
    let national = table.rows.filter { $0[region] == "KZ" }
    #expect(national.map { $0[places] } == ["\(order.total)"])
    #expect(rows.compactMap { Int($0[places]) }.reduce(0, +) == order.known)
    #expect(rows.filter { $0[places].isEmpty }.count == order.unknown)
    #expect(Set(rows.map { $0[region] }).count == order.regions)
    #expect(rows.count == order.regions)
  }

  @Test(arguments: orders) func `an order has one number, kind, year and unit`(
    _ order: Order
  ) throws {
    let table = try Self.table(order)
    for name in ["order_number", "effective_from", "kind", "year", "unit"] {
      let column = try table.column(name)
      #expect(Set(table.rows.map { $0[column] }).count == 1, "\(name)")
    }
    let first = try #require(table.rows.first)
    #expect(first[try table.column("unit")] == order.unit.rawValue)
    let (year, kind) = (first[try table.column("year")], first[try table.column("kind")])
    #expect("\(year)-\(kind)" == order.file)
  }

  @Test(arguments: orders) func `an order names regions of its day`(_ order: Order) throws {
    let table = try Self.table(order)
    let register = try Seeds.regions()
    let (region, from) = (try table.column("region"), try table.column("effective_from"))
    for row in table.rows where row[region] != "KZ" {
      let day = try #require(LocalDate(iso: row[from]))
      #expect(try register.resolve(row[region], on: day).code == row[region])
    }
  }

  /// Files of several orders; the national totals of each, by kind and year as they stand there.
  static let national: [(file: String, totals: String)] = [
    (
      "immigration",
      "1993:10000 1994:7000 1995:5000 1996:4000 1997:2180 1998:3000 1999:500 2000:500 2001:600 "
        + "2002:2655 2003:5000 2004:10000 2005:15000 2006:15000 2008:15000 2009:20000 "
        + "2010:20000 2011:20000 2012:10000 2013:10000 2014:10000"
    ),
    ("2009-nurly-kosh", "2009:75000"),
    ("regional", "2016:1259 2016:463 2018:1700 2019: 2021: 2022:1499 2022:6587"),
    ("2021-labour", "2021: 2021: 2021: 2021: 2021:"),
    ("2024-labour", "2024:906 2024:5054 2024:10786 2024:2888 2024:2366"),
    (
      "2025-labour",
      "2025: 2025: 2025: 2025: 2025: 2025: 2025: 2025: 2025: 2025:"
    ),
    ("2026-labour", "2026:726 2026:3402 2026:5893 2026:3131 2026:4994"),
    ("household", "2023:305800 2024:271300 2025: 2025: 2026:"),
    ("2024", "2024:2433 2024:7050 2024:3033 2024:6450"),
  ]

  @Test(arguments: national.indices) func `national totals are as the sources give them`(
    index: Int
  ) throws {
    let (name, totals) = Self.national[index]
    let file = try #require(try Seeds.orderFiles().first { $0.name == "Orders/\(name).csv" })
    let table = try CSVTable(file.bytes)
    let (region, places) = (try table.column("region"), try table.column("places"))
    let year = try table.column("year")
    let found = table.rows.filter { $0[region] == "KZ" }.map { "\($0[year]):\($0[places])" }
    #expect(found.joined(separator: " ") == totals)
  }

  /// 810 families of Akmola in 2004, 2,500 of Mangystau in 2010, 500 of North Kazakhstan in 2011.
  @Test func `of some years one region is known, and all sixteen are named`() throws {
    let file = try #require(try Seeds.orderFiles().first { $0.name == "Orders/immigration.csv" })
    let table = try CSVTable(file.bytes)
    let (region, places) = (try table.column("region"), try table.column("places"))
    let rows = table.rows.filter { $0[region] != "KZ" }
    #expect(rows.count == 48)
    let known = rows.filter { !$0[places].isEmpty }.map { "\($0[region]):\($0[places])" }
    #expect(known == ["KZ-11:810", "KZ-47:2500", "KZ-59:500"])
  }

  @Test func `every order file has its case here`() throws {
    let files = try Seeds.orderFiles().map(\.name)
    let cases = Self.orders.map(\.file) + Self.national.map(\.file)
    #expect(files.sorted() == cases.map { "Orders/\($0).csv" }.sorted())
  }
}
