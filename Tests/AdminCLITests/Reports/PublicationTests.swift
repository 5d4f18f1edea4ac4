import TestSupport
import Testing

/// Reports that leave the office for everybody.
@Suite("Publication") struct PublicationTests {
  private static func desk() throws -> CommandDesk {
    let desk = try CommandDesk(isSetUp: false)
    try #require(desk.run("demo --into @demo --families 60").exit == 0)
    return desk
  }

  /// The codes of the rows that a report hides, and of those that it shows.
  private static func codes(_ text: String) throws -> (hidden: Set<String>, shown: Set<String>) {
    let lines = text.split(whereSeparator: \.isNewline).dropFirst()
    let hidden = lines.filter { $0.contains(",×") }
    func code(_ line: Substring) -> String {
      line.split(separator: ",").first.map(String.init) ?? ""
    }
    return (Set(hidden.map(code)), Set(lines.map(code)).subtracting(hidden.map(code)))
  }

  @Test func `a region that one table hides stands in no table of the pack`() throws {
    let desk = try Self.desk()
    let line = "report pack --on 2026-11-02 --publish --format csv -o @pack --db @demo/demo.db"
    let answer = desk.run(line)
    #expect(answer.exit == 0, "\(answer.err)")
    let arrivals = try Self.codes(desk.text(of: "pack/arrivals-by-region.csv"))
    let families = try Self.codes(desk.text(of: "pack/families.csv"))
    #expect(arrivals.hidden.count > 1)
    #expect(arrivals.hidden.isDisjoint(with: families.shown))
    #expect(families.hidden.isDisjoint(with: arrivals.shown))
    #expect(!desk.run("report list").out.isEmpty)
    for name in ["allowances", "payments", "data-worklist"] {
      #expect(throws: (any Error).self) { try desk.text(of: "pack/\(name).csv") }
    }
    #expect(desk.run(line + " --region KZ-55").exit == 2)
  }

  @Test func `no count from one to four is published, and what is published is exact`() throws {
    let desk = try Self.desk()
    for name in ["families", "arrivals --by region", "ages", "integration"] {
      let line = "report \(name) --db @demo/demo.db --json"
      let (exact, open) = (
        try JSON(desk.run(line).out), try JSON(desk.run("\(line) --publish").out)
      )
      for (row, seen) in zip(exact["rows"].elements, open["rows"].elements) {
        for column in ["families", "people", "men", "women"] {
          guard let count = seen[column].number else { continue }
          #expect(count == 0 || count >= 5, "\(name): \(column) \(count)")
          #expect(row[column].number == count)
        }
      }
      #expect(open["facts"]["published_from"].number == 5)
    }
  }

  /// Figures that others printed are published as they are.
  @Test func `printed figures are left alone`() throws {
    let desk = try Self.desk()
    let printed = desk.run("report statistics --db @demo/demo.db --publish --format csv").out
    #expect(!printed.contains("×"))
    #expect(printed == desk.run("report statistics --db @demo/demo.db --format csv").out)
  }
}
