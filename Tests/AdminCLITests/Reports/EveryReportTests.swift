import AdminCLI
import FoundationEssentials
import Reports
import TestSupport
import Testing

/// Every report there is, in every form and language, of the register that `kosh demo` makes.
@Suite("Every report in every form")
struct EveryReportTests {
  /// What a report does not go without.
  private static let needs = [
    "data-worklist": "--region KZ-55", "differences": "--region KZ-10",
    "regional-bulletin": "--region KZ-55",
  ]
  private static let endings = ["txt", "csv", "json", "html", "xlsx", "pdf"]

  private static func names(_ desk: CommandDesk) throws -> [String] {
    try JSON(desk.run("report list --json").out).elements.compactMap { $0["name"].text }
  }

  private static func bytes(_ desk: CommandDesk, _ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: desk.path(name)))
  }

  @Test("It is made, and read back", arguments: ["en", "kk", "ru"])
  func made(language: String) throws {
    let desk = try CommandDesk(isSetUp: false)
    try #require(desk.run("demo --into @demo --families 40").exit == 0)
    try desk.write(DeskFiles.budget, to: "budget.csv")
    try #require(desk.run("budget order @budget.csv --db @demo/demo.db").exit == 0)
    let names = try Self.names(desk)
    #expect(names.count >= 14)
    var books: [(xlsx: String, csv: String)] = []
    for name in names {
      for ending in Self.endings {
        let line = """
          report \(name) \(Self.needs[name] ?? "") --lang \(language) -o @\(name).\(ending) \
          --db @demo/demo.db
          """
        let answer = desk.run(line)
        #expect(answer.exit == 0, "\(line): \(answer.err)")
      }
      try check(name, desk)
      books.append((desk.path("\(name).xlsx"), desk.path("\(name).csv")))
    }
    for (name, read) in zip(names, try Workbooks.read(books)) {
      #expect(read["differences"] == [], "\(name): \(read)")
    }
  }

  private func check(_ name: String, _ desk: CommandDesk) throws {
    let text = try desk.text(of: "\(name).txt")
    for line in text.split(separator: "\n") where DisplayWidth.of(String(line)) > 100 {
      Issue.record("\(name): \(line)")
    }
    #expect(!text.contains("{"), "a message of \(name) lacks a value")
    let html = try desk.text(of: "\(name).html")
    #expect(html.hasPrefix("<!DOCTYPE html>") && html.hasSuffix("</html>\n"), "\(name)")
    let json = try JSON(desk.text(of: "\(name).json"))
    #expect(json["rows"] != nil, "\(name)")
    let facts = json["facts"]
    let day = try #require(facts["on"].text ?? facts["to"].text, "\(name) tells no day")
    // Machines have the moment in UTC, people on the clocks of Kazakhstan.
    #expect(facts["known_at"].text?.hasSuffix("Z") != false, "\(name)")
    #expect(!text.contains("Z\n"), "\(name)")
    let pdf = try Self.bytes(desk, "\(name).pdf")
    #expect(pdf.starts(with: Array("%PDF-1.".utf8)), "\(name)")
    let paper = try Tool.output("pdftotext", ["-layout", desk.path("\(name).pdf"), "-"])
    let title = try #require(text.split(separator: "\n").first)
    #expect(paper.contains(title.prefix(40)), "\(name)")
    let shown = json["language"].text == "en" ? day : Self.dotted(day)
    for page in paper.split(separator: "\u{C}") {
      let foot = try #require(page.split(separator: "\n").last)
      #expect(foot.contains(shown), "\(name): \(foot)")
    }
  }

  private static func dotted(_ day: String) -> String {
    day.split(separator: "-").reversed().joined(separator: ".")
  }

  @Test("A terminal is not sent the bytes of a document")
  func terminal() throws {
    let desk = try CommandDesk()
    let answer = desk.run("report quota-usage --year 2026 --format pdf", isTerminal: true)
    #expect(answer.exit == 2)
    #expect(answer.out == "")
    #expect(
      answer.err == """
        error: usage: pdf is not for a terminal
        hint: name a file: -o quota-usage.pdf

        """)
    let csv = desk.run("report quota-usage --year 2026 --format csv --bom", isTerminal: true)
    #expect(csv.out.hasPrefix("\u{FEFF}region,"))
  }
}
