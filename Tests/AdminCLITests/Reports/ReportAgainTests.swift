import TestSupport
import Testing

/// A report that left the office says the same whenever it is asked for again.
@Suite("Reports made again") struct ReportAgainTests {
  /// Two grants: 2 people for Abai, 4 for Pavlodar.
  private static func desk() throws -> CommandDesk {
    let desk = try DeskFiles.desk()
    for line in [
      "family import @intake.csv", "quota include --waiting --protocol 12",
      "allowance grant --waiting --decision 7",
    ] {
      let answer = desk.run(line)
      #expect(answer.exit == 0, "\(line): \(answer.err)")
    }
    return desk
  }

  private static func number(_ desk: CommandDesk) throws -> String {
    try JSON(desk.run("report issued --json").out).elements.first?["number"].text ?? ""
  }

  @Test func `after a thousand corrections the report says the same, and each change has its act`()
    throws
  {
    let desk = try Self.desk()
    let csv = desk.run("report allowances --format csv").out
    let issued = desk.run("report allowances --issue --note 'letter 5' --json")
    let first = try JSON(issued.out)
    let digest = first["origin"]["digest"].text
    #expect(first["origin"]["rows"].number == 2)
    let number = try Self.number(desk)
    #expect(first["origin"]["number"].text == number)
    for index in 1...1000 {
      let line: String
      switch index {
      case 300:
        line = "person correct P-2026-000001-8 --patronymic Есімұлы --reason 'misread'"
      case 700:
        line = "allowance grant F-2026-000001-R --kind rent --place rural --months 3 --decision 9"
      default:
        line = "person correct P-2026-000002-6 --occupation 'work \(index)' --reason told"
      }
      let answer = desk.run(line)
      #expect(answer.exit == 0, "\(line): \(answer.err)")
    }
    #expect(try JSON(desk.run("report allowances --json").out)["rows"].elements.count == 3)
    let again = desk.run("report again \(number) --json")
    #expect(again.exit == 0, "\(again.err)")
    #expect(again.out == issued.out)
    #expect(try JSON(again.out)["origin"]["digest"].text == digest)
    #expect(desk.run("report again \(number) --format csv").out == csv)

    let compared = try JSON(desk.run("report compare \(number) --json").out)
    let causes = Set(compared["rows"].elements.compactMap { $0["cause"].text })
    #expect(causes.count == 3)
    #expect(causes.contains("In all"))
    #expect(causes.contains { $0.contains("tester: person.correct (P-2026-000001-8") })
    #expect(causes.contains { $0.contains("tester: allowance.grant") })
    let names = compared["rows"].elements.filter { $0["figure"].text == "Head" }
    #expect(names.first?["before"].text == "Нұрланов Нұрлан Ерланұлы")
    #expect(names.first?["after"].text == "Нұрланов Нұрлан Есімұлы")
    #expect(names.allSatisfy { $0["row"].text?.contains("G-2026-000001-E") == true })
    let added = compared["rows"].elements.filter { $0["figure"].text == "new row" }
    #expect(added.count == 2)
    #expect(desk.run("verify").exit == 0)
  }

  @Test func `rows are told by name in the language, and a restatement can be made again`() throws {
    let desk = try Self.desk()
    #expect(desk.run("report quota-usage --issue").exit == 0)
    let line = "quota release Q-2026-000001-W --protocol 13 --reason 'moved to kin'"
    #expect(desk.run(line).exit == 0)
    let number = try Self.number(desk)
    let found = try JSON(desk.run("report compare \(number) --lang kk --json").out)
    let rows = Set(found["rows"].elements.compactMap { $0["row"].text })
    #expect(rows == ["KZ-55, Павлодар облысы", "Барлығы"])
    #expect(found["facts"]["on"].text == "2026-11-02")
    let words = try #require(found["origin"]["words"].text)
    #expect(words.hasPrefix("compare \(number) --known-at 2026-11-02T"))
    let again = try JSON(desk.run("report \(words) --lang ru --json").out)
    #expect(again["origin"]["digest"].text == found["origin"]["digest"].text)
    #expect(again["origin"]["rows"].number == Int64(found["rows"].elements.count))
  }

  /// Bounded, it names the acts together.
  @Test func `what is not taken apart stands as a run of acts`() throws {
    let desk = try Self.desk()
    _ = desk.run("report allowances --issue")
    let number = try Self.number(desk)
    for name in ["Есімұлы", "Асанұлы", "Омарұлы"] {
      #expect(
        desk.run("person correct P-2026-000001-8 --patronymic \(name) --reason misread").exit == 0)
    }
    let whole = try JSON(desk.run("report compare \(number) --json").out)
    #expect(Set(whole["rows"].elements.compactMap { $0["cause"].text }).count == 4)
    let bounded = try JSON(desk.run("report compare \(number) --most 2 --json").out)
    let causes = bounded["rows"].elements.compactMap { $0["cause"].text }
    #expect(causes.contains { $0.hasPrefix("3 acts, ") })
  }

  @Test func `the same two dates give the same bytes, whoever asks and in whatever language`()
    throws
  {
    let desk = try Self.desk()
    let known = "--known-at 2026-11-02T04:00:00.000"
    for name in ["allowances", "quota-usage", "allowance-summary", "payments"] {
      for form in ["csv", "json"] {
        let line = "report \(name) \(known) --format \(form)"
        #expect(desk.run(line).out == desk.run(line).out, "\(line)")
      }
      let digests = try ["en", "kk", "ru"].map { language in
        try JSON(desk.run("report \(name) \(known) --lang \(language) --json").out)["origin"][
          "digest"
        ].text
      }
      #expect(digests[0] != nil && Set(digests).count == 1, "\(name)")
    }
  }

  @Test func `before anything was known there is nothing, and the future is not known`() throws {
    let desk = try Self.desk()
    let empty = try JSON(desk.run("report allowances --known-at 2026-10-01 --json").out)
    #expect(empty["rows"].elements.isEmpty)
    #expect(empty["facts"]["to"].text == "2026-10-02")
    let later = desk.run("report allowances --known-at 2026-11-03")
    #expect(later.exit == 2)
    #expect(later.err.contains("date.order"))
  }

  @Test func `what was not issued cannot be made again, and other words cannot be compared`()
    throws
  {
    let desk = try Self.desk()
    #expect(desk.run("report again B-2026-000001-5").exit == 3)
    #expect(desk.run("report allowances --issue").exit == 0)
    #expect(desk.run("report quota-usage --issue").exit == 0)
    let other = desk.run("report compare B-2026-000001-5 B-2026-000002-3")
    #expect(other.exit == 2)
    #expect(other.err.contains("they do not speak of the same"))
    #expect(desk.run("report allowances --note 'letter 5'").exit == 2)
  }
}
