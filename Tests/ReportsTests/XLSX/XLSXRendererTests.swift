import Domain
import Reports
import TestSupport
import Testing

/// Workbooks as another reader of the format finds them.
@Suite("Reports as XLSX")
struct XLSXRendererTests {
  /// The workbook of a report, read back and held against its CSV.
  private static func reread(_ report: Report, _ language: Language) throws -> JSON {
    let folder = try TemporaryFolder()
    try folder.write(ReportFormat.xlsx.file(of: report, in: language), to: "a.xlsx")
    try folder.write(ReportFormat.csv.file(of: report, in: language), to: "a.csv")
    let read = try Workbooks.read([(folder.file("a.xlsx"), folder.file("a.csv"))])
    return try #require(read.first)
  }

  @Test("Cell by cell it says what CSV says", arguments: Language.allCases)
  func equal(language: Language) throws {
    let read = try Self.reread(SampleReport.quota, language)
    #expect(read["differences"] == [], "\(read)")
    #expect(read["rows"] == 3)
    #expect(read["charts"] == 1)
    // Text, count, count, share, money, day.
    #expect(read["types"] == ["s", "n", "n", "n", "n", "d"])
  }

  /// Title, two facts and a blank row stand above the head in row 5; two groups below it.
  static let formulas: [(cell: String, formula: String, value: String)] = [
    ("B9", "=SUBTOTAL(9,B7:B8)", "1280"),
    ("C9", "=SUBTOTAL(9,C7:C8)", "511"),
    ("E9", "=SUBTOTAL(9,E7:E8)", "833816.25"),
    ("B12", "=SUBTOTAL(9,B6:B11)", "1280"),
    ("C12", "=SUBTOTAL(9,C6:C11)", "511"),
    ("E12", "=SUBTOTAL(9,E6:E11)", "833816.25"),
  ]

  @Test("Subtotals and totals of sums are formulas with their values; shares are values")
  func totals() throws {
    let read = try Self.reread(SampleReport.quota, .en)
    #expect(read["formulas"].names == Self.formulas.map(\.cell).sorted())
    for (cell, formula, value) in Self.formulas {
      #expect(read["formulas"][cell] == [.text(formula), .text(value)])
    }
  }

  @Test("The head stays in sight and on every page; only a table without groups has a filter")
  func setUp() throws {
    let read = try Self.reread(SampleReport.quota, .ru)
    #expect(read["frozen"] == "B6")
    #expect(read["repeated"] == "$5:$5")
    #expect(read["paper"] == 9)
    #expect(read["filter"] == nil)
    #expect(read["sheets"] == ["Отчёт", "Диаграмма"])
    var plain = SampleReport.quota
    plain.groups = [Report.Group(rows: plain.groups.flatMap(\.rows))]
    let other = try Self.reread(plain, .ru)
    #expect(other["filter"] == "A5:F8")
    #expect(other["formulas"]["B9"][0] == "=SUM(B6:B8)")
  }

  /// Figures at the edges of the format, and a total that is no sum.
  private static let edges = Report(
    id: "edges", title: LocalizedText("Edges & more"),
    facts: [
      Report.Fact(
        "known_at", LocalizedText("Known at"), .moment(Instant(milliseconds: 1_773_134_100_000)))
    ],
    columns: [
      Report.Column("iin", LocalizedText("IIN"), .code),
      Report.Column("name", LocalizedText("Name"), .text),
      Report.Column("people", LocalizedText("People"), .count),
      Report.Column("amount", LocalizedText("Amount"), .money),
      Report.Column("rate", LocalizedText("Rate"), .decimal),
      Report.Column("born", LocalizedText("Born"), .date),
    ],
    groups: [
      Report.Group(rows: [
        [
          .text("012345678901"), .text("زۋحرا"), .count(-5), .money(Money(tiyn: -150)),
          ExactDecimal(rawValue: "0.20").map(Cell.decimal) ?? .empty,
          LocalDate(year: 1900, month: 3, day: 1).map(Cell.date) ?? .empty,
        ],
        [
          .text("+7 701"), .text(String(repeating: "Ұзын сөз ", count: 40)), .count(9),
          .money(Money(tiyn: 999_999_999_999_999)),
          ExactDecimal(rawValue: "12.345678").map(Cell.decimal) ?? .empty, .unknown,
        ],
        [
          .text("000000000000"), .empty, .count(1_234_567_890_123_456),
          .money(Money(tiyn: 1_234_567_890_123_456_789)), .empty,
          LocalDate(year: 2026, month: 12, day: 31).map(Cell.date) ?? .empty,
        ],
      ])
    ],
    total: [.empty, .empty, .count(3), .money(.zero), .empty, .empty])

  @Test("Twelve digits stay text, tiyn stay exact, and a total that is no sum is no formula")
  func figures() throws {
    let read = try Self.reread(Self.edges, .en)
    #expect(read["differences"] == [], "\(read)")
    #expect(read["rows"] == 3)
    #expect(read["formulas"] == [:])
    #expect(read["created"] == "2026-03-10T09:15:00")
  }

  @Test("The same report is the same bytes")
  func bytes() throws {
    let first = try ReportFormat.xlsx.file(of: SampleReport.quota, in: .kk)
    #expect(try ReportFormat.xlsx.file(of: SampleReport.quota, in: .kk) == first)
    #expect(first.starts(with: [0x50, 0x4B]))
  }

  @Test("A report without rows says so")
  func empty() throws {
    var report = SampleReport.quota
    report.groups = []
    report.total = nil
    let read = try Self.reread(report, .kk)
    #expect(read["differences"] == [], "\(read)")
    #expect(read["filter"] == nil)
  }
}
