internal import Domain
internal import Reports

/// A register of a hundred thousand rows in each form that a report has: time, and memory at the end.
///
/// Memory is the most that the process has held so far; ask for one form to have its own.
enum DocumentsWorkload {
  private static let rows = 100_000
  private static let names = [
    "Қожахметова Ұлбосын Әбдіғаппарқызы", "Сәрсенбаев Ерлан", "Li Wei", "زۋحرا",
    "Нұрғалиева Гүлшат Мұхаметқалиқызы", "Әмірхан Бекзат",
  ]
  private static let regions = ["Павлодар облысы", "Шығыс Қазақстан облысы", "Абай облысы"]

  static func run(_ options: Options) throws(Failure) -> [Measurement] {
    let asked = options.files.compactMap { ReportFormat(rawValue: $0) }
    let formats = asked.isEmpty ? ReportFormat.allCases : asked
    let report = report()
    var measurements: [Measurement] = []
    for format in formats {
      var size = 0
      let seconds = try Machine.times(of: 0..<1) { (_) throws(Failure) in
        size = try format.file(of: report, in: .kk).count
      }
      guard size > rows else { throw Failure(.fault, "\(format) has \(size) bytes") }
      measurements.append(
        Measurement(
          name: "documents.\(format.rawValue)", families: rows, people: 0, count: rows,
          unit: "rows", seconds: seconds.reduce(0, +)))
    }
    return measurements
  }

  private static func report() -> Report {
    let rows = (0..<rows).map(row)
    let people = (0..<Self.rows).reduce(Int64(0)) { $0 + Self.people($1) }
    let total: [Cell] = [
      .empty, .empty, .empty, .empty, .count(people), amount(people), .empty, .empty,
    ]
    return Report(
      id: "documents", title: LocalizedText("Берілген төлемдердің тізілімі"),
      facts: [
        Report.Fact("known_at", LocalizedText("Белгілі"), .text("2026-11-02T04:00:00.000Z"))
      ],
      columns: [
        Report.Column("family", LocalizedText("Отбасы"), .code),
        Report.Column("head", LocalizedText("Отбасы басшысы"), .text),
        Report.Column("iin", LocalizedText("ЖСН"), .code),
        Report.Column("region", LocalizedText("Өңір"), .text),
        Report.Column("people", LocalizedText("Адам"), .count),
        Report.Column("amount", LocalizedText("Сомасы"), .money),
        Report.Column("share", LocalizedText("Үлесі"), .percent),
        Report.Column("on", LocalizedText("Шешім күні"), .date),
      ], groups: [Report.Group(rows: rows)], total: total)
  }

  private static func row(_ number: Int) -> [Cell] {
    [
      .text("F-2026-\(number)"), .text(names[number % names.count]),
      .text("\(100_000_000_000 + number * 7919)"), .text(regions[number % regions.count]),
      .count(people(number)), amount(people(number)), .percent(tenths: Int64(number % 1000)),
      .date(LocalDate(dayNumber: Int32(20_000 + number % 700))),
    ]
  }

  private static func people(_ number: Int) -> Int64 { Int64(number % 9 + 1) }

  private static func amount(_ people: Int64) -> Cell { .money(Money(tiyn: people * 30_275_050)) }
}
