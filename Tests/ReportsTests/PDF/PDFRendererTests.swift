import Domain
import Reports
import TestSupport
import Testing

/// Paper, as a reader of PDF finds its words again.
@Suite("Reports as PDF")
struct PDFRendererTests {
  /// The lines of each page.
  private static func pages(_ report: Report, _ language: Language) throws -> [[String]] {
    let folder = try TemporaryFolder()
    try folder.write(ReportFormat.pdf.file(of: report, in: language), to: "a.pdf")
    let text = try Tool.output("pdftotext", ["-layout", folder.file("a.pdf"), "-"])
    // Groups of digits are held together by no-break spaces; plain ones read better here.
    let plain = String(text.map { $0 == "\u{A0}" ? " " : $0 })
    return plain.split(separator: "\u{C}").map { page in
      page.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        .filter { !$0.isEmpty }
    }
  }

  @Test("A page in Kazakh, from the title to the place for the stamp")
  func kazakh() throws {
    let pages = try Self.pages(SampleReport.quota, .kk)
    #expect(
      pages == [
        [
          "Өңірлік квотаның орындалуы", "Жыл 2026", "Күні 01.03.2026",
          "Өңір Орын Алынды Үлесі Төленді, ₸ Соңғысы",
          "Солтүстік",
          "Абай 1 200 431 35,9 % 833 815,00 26.02.2026",
          "Қостанай 80 80 100,0 % 1,25 …",
          "Жиыны 1 280 511 39,9 % 833 816,25",
          "Оңтүстік",
          "=Түркістан, \"қала\" <b> 0 0 0,00 …",
          "Барлығы 1 280 511 39,9 % 833 816,25",
          "Орындар (адам)", "алынды бос", "Абай 431 + 769", "Қостанай 80 + 0", "0 500 1 000",
          "Ескертпелер", "1. Бір адамға бір орын.",
          "2. Үлестер пайыздың оннан біріне дейін дөңгелектенген, жартысы нөлден алысқа қарай.",
          "3. … — мәні белгісіз.",
          "Дереккөздер", "1. Order 92, p. 3 (баспасөз)",
          "Дайындаған", "(лауазымы) (қолы) (аты-жөні)",
          "Тексерген", "(лауазымы) (қолы) (аты-жөні)",
          "Бекіткен", "(лауазымы) (қолы) (аты-жөні)",
          "М.О. Күні",
          "Өңірлік квотаның орындалуы 01.03.2026 1 беттің 1-беті",
        ]
      ])
  }

  /// 25 groups of 20 families, every seventh with a name that takes more than one line.
  private static let long: Report = {
    let name = "Құдайбергенов-Нұрмұхамедұлы Әбдіғаппар Мұхаметқалиұлы "
    let groups = (1...25).map { group in
      let rows = (1...20).map { row -> [Cell] in
        let head = row % 7 == 0 ? String(repeating: name, count: 4) : "Сәуле Ахметова"
        return [
          .text("row-\(group)-\(row)"), .text(head), .count(Int64(row)),
          .money(Money(tiyn: Int64(row) * 100)),
        ]
      }
      let sum = [Cell.empty, .empty, .count(210), .money(Money(tiyn: 21_000))]
      return Report.Group(title: LocalizedText("Group \(group)"), rows: rows, subtotal: sum)
    }
    return Report(
      id: "long", title: LocalizedText("A long register"),
      columns: [
        Report.Column("number", LocalizedText("Number"), .code),
        Report.Column("head", LocalizedText("Head of the family"), .text),
        Report.Column("people", LocalizedText("People"), .count),
        Report.Column("amount", LocalizedText("Amount"), .money),
      ], groups: groups,
      total: [.empty, .empty, .count(5250), .money(Money(tiyn: 525_000))])
  }()

  @Test("Five hundred rows break well: heads repeat, titles and sums keep with their rows")
  func breaks() throws {
    let pages = try Self.pages(Self.long, .en)
    var rows: [String] = []
    var ends: (subtotals: Int, totals: Int) = (0, 0)
    for (number, page) in pages.enumerated() {
      #expect(page.last == "A long register Page \(number + 1) of \(pages.count)")
      guard let head = page.firstIndex(of: "Number Head of the family People Amount") else {
        #expect(!page.contains { $0.hasPrefix("row-") }, "page \(number + 1) has no head")
        continue
      }
      let lines = page[(head + 1)...]
      for (index, line) in zip(lines.indices, lines) {
        if line.hasPrefix("row-") { rows.append(String(line.prefix { $0 != " " })) }
        if line.hasPrefix("Group ") {
          #expect(lines[index + 1].hasPrefix("row-"), "\(line) ends page \(number + 1)")
        }
        if line.hasPrefix("Subtotal") {
          ends.subtotals += 1
          #expect(index > head + 2, "a subtotal begins page \(number + 1)")
        }
        if line.hasPrefix("Total") {
          ends.totals += 1
          #expect(lines[index - 1].hasPrefix("Subtotal"), "the total begins page \(number + 1)")
        }
      }
    }
    #expect(rows == (1...25).flatMap { group in (1...20).map { "row-\(group)-\($0)" } })
    #expect(ends == (25, 1))
    #expect(pages.count > 10)
    #expect(pages.contains { $0.contains { $0.hasSuffix("(continued)") } })
  }

  /// Lengths among which, one by one, the last page would begin with anything.
  @Test("The signatures stand under the sum that is signed, whatever the length")
  func signatures() throws {
    for count in 30...52 {
      let rows = (1...count).map { [Cell.text("row-\($0)"), .count(Int64($0))] }
      for notes in [[], [LocalizedText("A note.")]] {
        let report = Report(
          id: "short", title: LocalizedText("Short"),
          columns: [
            Report.Column("number", LocalizedText("Number"), .code),
            Report.Column("people", LocalizedText("People"), .count),
          ], groups: [Report.Group(rows: rows)],
          total: [.empty, .count(Int64(count * (count + 1) / 2))], notes: notes)
        let last = try #require(try Self.pages(report, .en).last)
        let sum = try #require(
          last.firstIndex { $0.hasPrefix("Total") }, "\(count) rows, \(notes.count) notes")
        #expect(last[sum - 1].hasPrefix("row-\(count) "))
        #expect(last[sum - 2].hasPrefix("row-\(count - 1) "))
        #expect(last.contains("Place for stamp Date"))
      }
    }
  }

  @Test("The same report is the same bytes, and says when what it tells was known")
  func bytes() throws {
    let first = try ReportFormat.pdf.file(of: SampleReport.quota, in: .ru)
    #expect(try ReportFormat.pdf.file(of: SampleReport.quota, in: .ru) == first)
    let folder = try TemporaryFolder()
    try folder.write(first, to: "a.pdf")
    let about = try Tool.output("pdfinfo", ["-isodates", folder.file("a.pdf")])
    #expect(about.contains("2026-03-01T00:00:00Z"))
    #expect(about.contains("Исполнение региональной квоты"))
    #expect(about.contains("A4"))
  }

  @Test("A wide table lies on its side; every font is in the file, Arabic script among them")
  func wide() throws {
    let names = (1...12).map { "A column of figures \($0)" }
    let cells = (1...12).map { Cell.count(Int64($0) * 1_000_000) }
    let report = Report(
      id: "wide", title: LocalizedText("Wide"),
      columns: [Report.Column("name", LocalizedText("Name"), .text)]
        + names.enumerated().map { Report.Column("c\($0)", LocalizedText($1), .count) },
      groups: [Report.Group(rows: [[.text("زۋحرا قاسىم")] + cells, [.text("Сәуле")] + cells])])
    let folder = try TemporaryFolder()
    try folder.write(ReportFormat.pdf.file(of: report, in: .kk), to: "a.pdf")
    #expect(
      try Tool.output("pdfinfo", [folder.file("a.pdf")]).contains("841.89 x 595.276 pts (A4)"))
    let fonts = try Tool.output("pdffonts", [folder.file("a.pdf")])
    #expect(fonts.contains("+NotoNaskhArabic-Regular") || fonts.contains("+DejaVuSans"))
    let lines = fonts.split(separator: "\n").dropFirst(2)
    #expect(!lines.isEmpty)
    #expect(lines.allSatisfy { $0.contains(" yes yes yes ") }, "\(fonts)")
  }
}
