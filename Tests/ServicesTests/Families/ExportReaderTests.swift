import Domain
import Services
import TestSupport
import Testing

/// What is mended in one row of an export, and what is refused.
@Suite struct ExportReaderTests {
  static let good: [ExportColumn: String] = [
    .applicationID: "1", .applicant: "1", .relation: "заявитель", .surname: "Алимов",
    .firstName: "Самат", .birthDate: "09.08.2004", .sex: "мужской",
  ]

  static func reader() throws -> ExportReader {
    ExportReader(
      regions: try Reference.regions(), countries: try Reference.countries(),
      today: try #require(LocalDate(iso: "2026-11-02")))
  }

  static func row(_ changes: [ExportColumn: String], line: Int = 3) -> ExportRow {
    var row = ExportRow(line: line)
    for (column, text) in good.merging(changes, uniquingKeysWith: { $1 }) { row[column] = text }
    return row
  }

  /// One column's text, the field it fills, what stands there, and how many warnings come.
  static let mended:
    [(column: ExportColumn, text: String, field: IntakeField, value: String, warnings: Int)] = [
      (.surname, " Алимов\u{A0}", .familyName, "Алимов", 1), (.patronymic, "-", .patronymic, "", 0),
      (.patronymic, "—", .patronymic, "", 0), (.birthDate, "05.1958", .birthDate, "1958-05", 0),
      (.birthDate, "1958", .birthDate, "1958", 0),
      (.birthDate, "1958-05-02", .birthDate, "1958-05-02", 0), (.sex, "Ж", .sex, "F", 0),
      (.sex, "M", .sex, "M", 0),
      (.education, "Среднее специальное", .education, "secondary_special", 0),
      (.education, "без образования", .education, "none", 0),
      (.citizenship, "Узбекистан", .citizenship, "UZB", 0),
      (.citizenship, "cn", .citizenship, "CHN", 0),
      (.citizenship, "СССР-2", .citizenship, "СССР-2", 0),
      (.region, "г.Шымкент", .destinationRegion, "KZ-79", 0),
      (.region, "город Алматы", .destinationRegion, "KZ-75", 0),
      (.region, "Алматинская обл.", .destinationRegion, "KZ-19", 0),
      (.region, "Абай облысы", .destinationRegion, "KZ-10", 0),
      (.region, "область Жетысу", .destinationRegion, "KZ-33", 0),
      (.region, "Улытауская область", .destinationRegion, "Улытауская область", 0),
      (.region, "г. Нур-Султан", .destinationRegion, "KZ-71", 0),
      (.region, "551010000", .destinationRegion, "551010000", 0),
      // 040809500013 lost one zero, 000428500016 three.
      (.iin, "061211600012", .iin, "061211600012", 0),
    ]

  @Test func `a value is mended where it can mean one thing`() throws {
    for (column, text, field, value, warnings) in Self.mended {
      let reading = try Self.reader().read([Self.row([column: text])])
      #expect(reading.problems == [], "\(column.rawValue) \(text)")
      #expect(reading.rows.first?[field] == value, "\(column.rawValue) \(text)")
      #expect(reading.warnings.count == warnings, "\(column.rawValue) \(text)")
    }
  }

  /// IIN, birth date and sex, and the number as it is read; nil where it is refused.
  static let numbers: [(iin: String, birth: String, sex: String, read: String?)] = [
    ("40809600014", "09.08.2004", "женский", "040809600014"),
    ("40809600014", "09.08.2004", "мужской", nil), ("40809600014", "10.08.2004", "женский", nil),
    ("40809600014", "08.2004", "женский", nil), ("40809600014", "-", "женский", nil),
    ("40809600015", "09.08.2004", "женский", nil),
    ("428500016", "28.04.2000", "мужской", "000428500016"),
    ("428500016", "28.04.1900", "мужской", nil),
  ]

  @Test func `lost zeros come back only where everything fits`() throws {
    for (iin, birth, sex, read) in Self.numbers {
      let reading = try Self.reader().read([
        Self.row([.iin: iin, .birthDate: birth, .sex: sex])
      ])
      guard let read else {
        #expect(reading.problems.map(\.code) == [.iinInvalid], "\(iin) \(birth) \(sex)")
        continue
      }
      #expect(reading.rows.first?[.iin] == read)
      #expect(
        reading.warnings.map(\.message)
          == ["“\(iin)” is read as “\(read)”: zeros at its start were lost"])
    }
  }

  static let wife: [ExportColumn: String] = [
    .applicant: "0", .relation: "супруга", .firstName: "Дина", .sex: "женский",
  ]

  /// The second row's changes, how many people come, the problems, the warnings, the head's or
  /// the repeated person's education.
  static let pairs:
    [(first: [ExportColumn: String], second: [ExportColumn: String], people: Int, codes: [Code])] =
      [
        ([:], wife, 2, []), ([:], [:], 1, []), ([:], [.diplomaNumber: "D1"], 1, []),
        ([:], [.labourCompany: "ТОО", .labourBegins: "01.01.2020"], 1, []),
        ([:], [.surname: "Алимов "], 1, []), ([:], [.district: "Есиль"], 1, [.familyTwoHeads]),
        ([:], [.applicant: "0"], 1, [.fieldValue]),
        ([:], wife.merging([.applicant: "1"]) { $1 }, 2, [.familyTwoHeads]),
        ([.applicant: "0"], wife, 2, [.familyNoHead]),
        ([.relation: "сын"], wife, 2, [.fieldValue]),
        ([:], wife.merging([.relation: "заявитель"]) { $1 }, 2, [.familyTwoHeads]),
        ([.relation: "-"], wife, 2, []), ([.applicant: "2"], wife, 2, [.fieldValue]),
        ([:], wife.merging([.relation: "кум"]) { $1 }, 2, [.fieldValue]),
        ([.sex: "-"], wife, 2, [.fieldRequired]),
        ([.region: "Южно-Казахстанская область"], wife, 2, [.regionUnknown]),
        ([.birthDate: "31.02.2004"], wife, 2, [.dateInvalid]),
        ([.education: "неоконченное"], wife, 2, [.fieldValue]),
      ]

  @Test func `a person stands once, and one of them is the head`() throws {
    for (index, (first, second, people, codes)) in Self.pairs.enumerated() {
      let reading = try Self.reader().read([
        Self.row(first), Self.row(second, line: 4),
      ])
      #expect(reading.rows.count == people, "pair \(index)")
      #expect(reading.problems.map(\.code) == codes, "pair \(index): \(reading.problems)")
      guard codes.isEmpty else { continue }
      #expect(reading.rows.filter { $0[.relation] == "head" }.count == 1, "pair \(index)")
    }
  }

  static let levels: [(words: [String], kept: String)] = [
    (["высшее", "среднее специальное"], "higher"), (["среднее специальное", "высшее"], "higher"),
    (["-", "общее среднее"], "secondary"), (["нет", "-"], "none"),
    (["общее среднее", "среднее специальное", "-"], "secondary_special"),
  ]

  @Test func `the highest education is kept`() throws {
    for (words, kept) in Self.levels {
      let rows = words.enumerated().map { index, word in
        Self.row([.education: word], line: index + 3)
      }
      let reading = try Self.reader().read(rows)
      #expect(reading.rows.map { $0[.education] } == [kept])
      #expect(reading.warnings.count == words.count - 1)
    }
  }
}
