import Domain
import Testing

@testable import Seeds

@Suite struct BudgetSeedTests {
  @Test func `each allowance is paid by one programme`() throws {
    let programmes = try Seeds.budgetProgrammes()
    let paying = AllowanceKind.allCases.map { kind in
      "\(kind.rawValue): \(programmes.paying(kind)?.code ?? "none")"
    }
    #expect(
      Set(paying).isSuperset(of: [
        "relocation: resettlement", "tariff-1997: repatriates",
        "employment-2020: employment-2020", "rent: resettlement", "certificate: mobility",
        "employer: mobility",
      ]))
    #expect(!paying.contains { $0.hasSuffix(": none") })
  }

  static let malformed: [(row: String, detail: String)] = [
    ("resettlement,again,,,rent,press,a test,", "the programme resettlement stands twice"),
    ("other,other,,,relocation,press,a test,", "relocation is paid by two programmes"),
  ]

  @Test(arguments: malformed.indices) func `a programme that is told twice is refused`(
    index: Int
  ) throws {
    let text = """
      code,en,kk,ru,schemes,standing,source,note
      resettlement,Resettlement,,,relocation,press,a test,
      \(Self.malformed[index].row)

      """
    let failure = #expect(throws: Failure.self) {
      try Seeds.budgetProgrammes(SeedTable("p.csv", Array(text.utf8)))
    }
    #expect(failure?.code == .ruleMalformed)
    #expect(failure?.detail == Self.malformed[index].detail)
  }

  /// In thousands of tenge, as the paper has them in millions with one decimal.
  @Test func `the money of Nurly Kosh is as the paper gives it`() throws {
    let file = try #require(try Seeds.budgetOrderFiles().first)
    let table = try CSVTable(file.bytes)
    let (year, source) = (try table.column("year"), try table.column("source"))
    let amount = try table.column("amount")
    let found = try table.rows.map { row in
      "\(row[year]) \(row[source]) \(try #require(Int64(row[amount])) / 1000)"
    }
    #expect(
      found == [
        "2009 national 17551500", "2009 local 25800", "2009 other 7207200",
        "2010 national 85267300", "2010 local 5208900", "2010 other 850600",
        "2011 national 76737700", "2011 local 4946600",
      ])
  }
}
