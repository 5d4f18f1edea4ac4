package import Domain

/// `quota-usage`: how a quota is used, as a paper.
package enum QuotaReport {
  package static func make(_ usage: QuotaUsage.Answer, knownAt: Instant) throws(Failure) -> Report {
    let regions = try Reference.regions()
    func name(_ code: String) -> LocalizedText {
      regions.region(code)?.name(on: usage.on) ?? LocalizedText(code)
    }
    let rows = usage.lines.map { [.text($0.region), .localized(name($0.region))] + figures($0) }
    let total: [Cell] = [.text(QuotaOrderFile.country), .localized(Words.country)]
    return Report(
      id: "quota-usage", title: title(of: usage), facts: facts(of: usage, knownAt: knownAt),
      columns: columns, groups: [Report.Group(rows: rows)], total: total + figures(usage.total),
      notes: notes(of: usage), citations: citations(of: usage),
      chart: BarChart(
        title: Words.chart, unit: usage.unit.name, parts: [Words.used, Words.reserved, Words.free],
        bars: usage.lines.map { line in
          BarChart.Bar(name(line.region), [line.used, line.reserved, line.free ?? 0])
        }))
  }

  private static func figures(_ line: QuotaLine) -> [Cell] {
    let share = line.allotted.map { Cell.share(line.used, of: $0) } ?? .unknown
    return [
      line.allotted.map { .count($0) } ?? .unknown, .count(line.reserved), .count(line.used),
      line.free.map { .count($0) } ?? .unknown, .count(line.overrun), share,
    ]
  }

  private static let columns = [
    Report.Column("region", LocalizedText(en: "Code", kk: "Коды", ru: "Код"), .code),
    Report.Column("name", LocalizedText(en: "Region", kk: "Өңір", ru: "Регион"), .text),
    Report.Column("allotted", Words.allotted, .count),
    Report.Column("reserved", Words.reserved, .count),
    Report.Column("used", Words.used, .count),
    Report.Column("free", Words.free, .count),
    Report.Column(
      "overrun", LocalizedText(en: "Overrun", kk: "Асып кету", ru: "Превышение"), .count),
    Report.Column(
      "share_used", LocalizedText(en: "Used, %", kk: "Игерілгені, %", ru: "Освоено, %"), .percent),
  ]

  private static func title(of usage: QuotaUsage.Answer) -> LocalizedText {
    let kind = usage.kind.name
    guard usage.kind == .kandas || usage.kind == .settlers else {
      return LocalizedText(
        en: "Use of the \(usage.year) quota: \(kind.en.lowercased())",
        kk: "\(usage.year) жылғы квотаның игерілуі: \(kind.kk.lowercased())",
        ru: "Освоение квоты \(usage.year) года: \(kind.ru.lowercased())")
    }
    return LocalizedText(
      en: "Use of the \(usage.year) regional quota: \(kind.en.lowercased())",
      kk: "\(usage.year) жылғы өңірлік квотаның игерілуі: \(kind.kk.lowercased())",
      ru: "Освоение региональной квоты \(usage.year) года: \(kind.ru.lowercased())")
  }

  private static func facts(of usage: QuotaUsage.Answer, knownAt: Instant) -> [Report.Fact] {
    [
      Report.Fact(
        "unit", LocalizedText(en: "Unit", kk: "Бірлігі", ru: "Единица"),
        .localized(usage.unit.name)),
      Report.Fact("on", Words.stateDate, .date(usage.on)),
      Report.Fact("known_at", Words.knownAt, .text("\(knownAt)")),
    ]
  }

  private static func notes(of usage: QuotaUsage.Answer) -> [LocalizedText] {
    var notes = [
      LocalizedText(
        en: "Used is what a protocol has confirmed, as a share of what was allotted.",
        kk: "Игерілгені — хаттамамен расталғаны, бөлінгенге шаққандағы үлесімен.",
        ru: "Освоено — подтверждённое протоколом, в доле от выделенного.")
    ]
    if usage.total.allotted == nil { notes.append(unknownTotal) }
    if usage.undistributed > 0 { notes.append(undistributed(of: usage)) }
    if usage.lines.contains(where: { $0.overrun > 0 }) {
      notes.append(
        LocalizedText(
          en: """
            An order has cut a region below what is used: no place is lost, and no new one is \
            reserved.
            """,
          kk: """
            Бұйрық өңір квотасын игерілгеннен төмен қысқартты: орындар жоғалмайды, жаңасы \
            берілмейді.
            """,
          ru: """
            Приказ сократил квоту региона ниже освоенного: места не теряются, новые не выделяются.
            """))
    }
    return notes
  }

  private static let unknownTotal = LocalizedText(
    en: "The number of the country was not found: it is not known, not zero.",
    kk: "Елдің жалпы саны табылмады: ол белгісіз, нөл емес.",
    ru: "Общее число по стране не найдено: оно неизвестно, а не равно нулю.")

  /// What the country has and no region is known to have: which regions are concerned, where the
  /// orders name them.
  private static func undistributed(of usage: QuotaUsage.Answer) -> LocalizedText {
    let places = usage.undistributed.grouped
    let names = usage.lines.filter { $0.allotted == nil }.map(\.region).joined(separator: ", ")
    guard !names.isEmpty else {
      return LocalizedText(
        en: "\(places) of the total are spread over the regions by no order that is known.",
        kk: "Жалпы санның \(places) орнын өңірлерге бөлген бұйрық белгісіз.",
        ru: "\(places) из общего числа ни один известный приказ по регионам не распределил.")
    }
    return LocalizedText(
      en: """
        \(places) of the total belong to regions whose numbers the source does not give \
        (\(names)): they are not known, not zero.
        """,
      kk: """
        Жалпы санның \(places) орны дереккөзде саны көрсетілмеген өңірлерге тиесілі \
        (\(names)): олар белгісіз, нөл емес.
        """,
      ru: """
        \(places) из общего числа приходится на регионы, по которым источник чисел не даёт \
        (\(names)): они неизвестны, а не равны нулю.
        """)
  }

  private static func citations(of usage: QuotaUsage.Answer) -> [Citation] {
    usage.orders.map { order in
      Citation(
        order.citation.source, article: "order \(order.number)", standing: order.citation.standing)
    }
  }
}

/// Words that reports share.
enum Words {
  static let country = LocalizedText(en: "Kazakhstan", kk: "Қазақстан", ru: "Казахстан")
  static let allotted = LocalizedText(en: "Allotted", kk: "Бөлінгені", ru: "Выделено")
  static let reserved = LocalizedText(en: "Reserved", kk: "Сақталғаны", ru: "Зарезервировано")
  static let used = LocalizedText(en: "Used", kk: "Игерілгені", ru: "Освоено")
  static let free = LocalizedText(en: "Free", kk: "Бос", ru: "Свободно")
  static let chart = LocalizedText(
    en: "Places by region", kk: "Орындар өңірлер бойынша", ru: "Места по регионам")
  static let stateDate = LocalizedText(en: "As of", kk: "Күйі", ru: "По состоянию на")
  static let knownAt = LocalizedText(en: "Known at", kk: "Белгілі болған сәті", ru: "Известно на")
}
