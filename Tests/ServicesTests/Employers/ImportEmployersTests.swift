import Domain
import Services
import TestSupport
import Testing

/// Files of employers: the good rows are saved, the others told with line and field.
@Suite struct ImportEmployersTests {
  static let header = "identifier,name,region,section,form,size\n"
  static let good = "190740000011,Saryarka,KZ-55,F,company,small\n"

  static func run(
    _ text: String, _ register: TestRegister, allOrNothing: Bool = false, dryRun: Bool = false
  ) throws -> (summary: ImportEmployers.Summary, problems: [IntakeProblem]) {
    var problems: [IntakeProblem] = []
    let summary = try register.office.run(
      ImportEmployers(
        bytes: Array(text.utf8), fileName: "a.csv", allOrNothing: allOrNothing, dryRun: dryRun),
      as: TestRegister.administrator, refused: { problems.append($0) })
    return (summary, problems)
  }

  /// Read, registered, unchanged, rejected.
  static func figures(_ summary: ImportEmployers.Summary) -> [Int] {
    [summary.read, summary.registered, summary.unchanged, summary.rejected]
  }

  static let rows: [(row: String, problems: [String])] = [
    (good, []),
    ("190740000011,Saryarka,KZ-55,F,company,\n", []),
    ("190740000011,Saryarka,KZ-55,,company,\n", []),
    ("190740000012,Saryarka,KZ-55,F,company,\n", ["2 identifier bin.invalid"]),
    ("850615300012,Saryarka,KZ-55,F,company,\n", ["2 identifier employer.form"]),
    (",Saryarka,KZ-55,F,company,\n", ["2 identifier field.required"]),
    ("190740000011, ,KZ-55,F,company,\n", ["2 name field.required"]),
    ("190740000011,Saryarka,KZ-99,F,company,\n", ["2 region region.unknown"]),
    ("190740000011,Saryarka,KZ-55,V,company,\n", ["2 section field.value"]),
    ("190740000011,Saryarka,KZ-55,F,firm,\n", ["2 form field.value"]),
    ("190740000011,Saryarka,KZ-55,F,company,huge\n", ["2 size field.value"]),
    ("190740000011,Saryarka,KZ-55,F,company\n", ["2  csv.field-count"]),
    (
      "190740000011,,KZ-99,V,company,huge\n",
      [
        "2 name field.required", "2 region region.unknown", "2 section field.value",
        "2 size field.value",
      ]
    ),
  ]

  @Test func `each flaw of a row is told`() throws {
    for (row, expected) in Self.rows {
      let register = try TestRegister(isDurable: false)
      let (summary, problems) = try Self.run(Self.header + row, register)
      let told = problems.map { "\($0.line) \($0.field) \($0.code.rawValue)" }
      #expect(told == expected, "\(row)")
      #expect(summary.registered == (expected.isEmpty ? 1 : 0), "\(row)")
      #expect(summary.rejected == (expected.isEmpty ? 0 : 1), "\(row)")
      #expect(try register.answer(ListEmployers()).count == summary.registered, "\(row)")
    }
  }

  @Test func `good rows are saved beside bad ones, and once`() throws {
    let register = try TestRegister(isDurable: false)
    let bad = "190740000012,Mistyped,KZ-55,F,company,\n"
    let text = Self.header + Self.good + bad + Self.good
    let first = try Self.run(text, register).summary
    #expect(Self.figures(first) == [3, 1, 1, 1])
    let contents = try register.contents()
    let again = try Self.run(text, register).summary
    #expect(Self.figures(again) == [3, 0, 2, 1])
    #expect(try register.contents() == contents)
    let other = try Self.run(
      Self.header + Self.good.replacing("small", with: "large"), register)
    #expect(other.problems.map(\.code) == [.employerExists])
    #expect(try register.answer(ListEmployers()).map(\.size) == [.small])
  }

  @Test func `a dry run and all or nothing save nothing`() throws {
    let register = try TestRegister(isDurable: false)
    let before = try register.contents()
    let bad = "190740000012,Mistyped,KZ-55,F,company,\n"
    let dry = try Self.run(Self.header + Self.good, register, dryRun: true).summary
    #expect(dry.registered == 1)
    #expect(try register.contents() == before)
    let none = try Self.run(Self.header + Self.good + bad, register, allOrNothing: true).summary
    #expect([none.registered, none.rejected] == [0, 1])
    #expect(try register.contents() == before)
    let all = try Self.run(Self.header + Self.good, register, allOrNothing: true).summary
    #expect(all.registered == 1)
  }

  static let headers: [(text: String, code: Code)] = [
    ("", .csvMissingColumn), ("identifier,name,region\n", .csvMissingColumn),
    ("identifier,name,region,form,sise\n", .csvUnknownColumn),
    ("identifier,name,region,form,form\n", .csvUnknownColumn),
    ("identifier,name,region,form\n\"open", .csvQuote),
  ]

  @Test func `a file that is none is refused whole`() throws {
    let register = try TestRegister(isDurable: false)
    for (text, code) in Self.headers {
      #expect(refusal { try Self.run(text, register) } == code, "\(text)")
    }
  }

  @Test func `an employer is found by the words of its name, however they are written`() throws {
    let register = try TestRegister(isDurable: false)
    let text =
      Self.header + "190740000011,\"ТОО «Сарыарқа Құрылыс-Сервис»\",KZ-55,F,company,\n"
      + "190740000021,Сарыарқа,KZ-55,F,company,\n" + "190740000031,Kaynar 24,KZ-10,,company,\n"
    _ = try Self.run(text, register)
    let found: [(text: String, names: [String])] = [
      ("сарыарка", ["190740000021", "190740000011"]), ("КУРЫЛЫС тоо", ["190740000011"]),
      ("арка", []), ("24", ["190740000031"]), ("сарыарка kaynar", []), ("", []), ("«»", []),
      ("190740000021", ["190740000021"]), ("190740000041", []),
    ]
    for (text, identifiers) in found {
      let answer = try register.answer(FindEmployers(text: text))
      #expect(answer.map(\.identifier) == identifiers, "\(text)")
    }
    #expect(try register.answer(FindEmployers(text: "сары", limit: 1)).count == 1)
    #expect(try register.answer(ListEmployers(section: "41.20")).count == 2)
    #expect(try register.answer(ListEmployers(region: "KZ-10")).map(\.name) == ["Kaynar 24"])
    #expect(try register.answer(ListEmployers(region: "KZ-10", section: "F")) == [])
  }
}
