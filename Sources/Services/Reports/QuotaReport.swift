package import Domain

/// `quota-usage`: how a quota is used, as a paper.
package enum QuotaReport {
  package static func make(_ usage: QuotaUsage.Answer, knownAt: Instant) throws(Failure) -> Report {
    func name(_ code: String) -> LocalizedText { usage.names[code] ?? LocalizedText(code) }
    let rows = usage.lines.map {
      [.text($0.region), .localized(name($0.region))] + figures($0, of: usage)
    }
    let total: [Cell] = [
      .text(usage.total.region), .localized(usage.names[usage.total.region] ?? Words.country),
    ]
    return Report(
      id: "quota-usage", title: title(of: usage), facts: facts(of: usage, knownAt: knownAt),
      columns: columns(of: usage), groups: [Report.Group(rows: rows)],
      total: total + figures(usage.total, of: usage),
      notes: notes(of: usage), citations: citations(of: usage),
      chart: usage.by == .month ? lineChart(of: usage) : barChart(of: usage, name).map(Chart.bars))
  }

  /// What is taken month by month, beside the quota as the orders of each month set it.
  private static func lineChart(of usage: QuotaUsage.Answer) -> Chart? {
    guard usage.lines.count > 1 else { return nil }
    let taken = usage.lines.map { Optional($0.used + $0.reserved) }
    return .line(
      LineChart(
        title: chart(of: usage), unit: usage.unit.name,
        points: usage.lines.map { LocalizedText($0.region) },
        lines: [
          LineChart.Line(Words.taken, taken),
          LineChart.Line(Words.allotted, usage.lines.map(\.allotted), isLimit: true),
        ]))
  }

  /// Lines that count different units have no bars of one length.
  private static func barChart(
    of usage: QuotaUsage.Answer, _ name: (String) -> LocalizedText
  ) -> BarChart? {
    guard !usage.lines.isEmpty, Set(usage.units.values).count <= 1 else { return nil }
    let parts = [Words.used, Words.reserved]
    return BarChart(
      title: chart(of: usage), unit: usage.unit.name,
      parts: usage.isOfTaken ? parts : parts + [Words.free],
      bars: usage.lines.map { line in
        let taken = [line.used, line.reserved]
        let label = usage.by == .year ? LocalizedText(line.region) : name(line.region)
        return BarChart.Bar(label, usage.isOfTaken ? taken : taken + [line.free ?? 0])
      })
  }

  private static func figures(_ line: QuotaLine, of usage: QuotaUsage.Answer) -> [Cell] {
    if usage.isOfTaken {
      return [
        .count(line.reserved), .count(line.used), .share(line.used, of: usage.total.used),
      ]
    }
    let share = line.allotted.map { Cell.share(line.used, of: $0) } ?? .unknown
    return [
      line.allotted.map { .count($0) } ?? .unknown, .count(line.reserved), .count(line.used),
      line.free.map { .count($0) } ?? .unknown, .count(line.overrun), share,
    ]
  }

  private static func columns(of usage: QuotaUsage.Answer) -> [Report.Column] {
    let name =
      switch usage.by {
      case .region: Words.region
      case .zone: LocalizedText(en: "Zone", kk: "Аймақ", ru: "Зона")
      case .month: LocalizedText(en: "State", kk: "Күйі", ru: "Состояние")
      case .year: LocalizedText(en: "Unit", kk: "Бірлігі", ru: "Единица")
      case .commission: LocalizedText(en: "By", kk: "Негізі", ru: "Основание")
      case .country where usage.isOfParts: LocalizedText(en: "Country", kk: "Ел", ru: "Страна")
      case .country: LocalizedText(en: "Came from", kk: "Қайдан келген", ru: "Откуда прибыли")
      case .section: LocalizedText(en: "Activity", kk: "Қызмет", ru: "Вид деятельности")
      case .category: LocalizedText(en: "Category", kk: "Санат", ru: "Категория")
      }
    return [
      Report.Column(
        usage.by.rawValue, LocalizedText(en: "Code", kk: "Коды", ru: "Код"), .code),
      Report.Column("name", name, .text),
    ] + (usage.isOfTaken ? takenColumns : figureColumns)
  }

  private static let takenColumns = [
    Report.Column("reserved", Words.reserved, .count),
    Report.Column("used", Words.used, .count),
    Report.Column(
      "share_of_used",
      LocalizedText(en: "Of the used, %", kk: "Игерілгеннен, %", ru: "От освоенного, %"), .percent),
  ]

  private static let figureColumns = [
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
    guard usage.by != .year else {
      return LocalizedText(
        en: "Quotas year by year to \(usage.year): \(kind.en.lowercased())",
        kk: "\(usage.year) жылға дейінгі квоталар: \(kind.kk.lowercased())",
        ru: "Квоты по годам по \(usage.year): \(kind.ru.lowercased())")
    }
    guard usage.kind == .kandas || usage.kind == .settlers else {
      let name = usage.by == .category ? ofEmployers : kind
      let part = usage.part.map { ", \($0.code)" } ?? ""
      return LocalizedText(
        en: "Use of the \(usage.year) quota: \(name.en.lowercased())\(part)",
        kk: "\(usage.year) жылғы квотаның игерілуі: \(name.kk.lowercased())\(part)",
        ru: "Освоение квоты \(usage.year) года: \(name.ru.lowercased())\(part)")
    }
    return LocalizedText(
      en: "Use of the \(usage.year) regional quota: \(kind.en.lowercased())",
      kk: "\(usage.year) жылғы өңірлік квотаның игерілуі: \(kind.kk.lowercased())",
      ru: "Освоение региональной квоты \(usage.year) года: \(kind.ru.lowercased())")
  }

  private static let ofEmployers = LocalizedText(
    en: "Foreign labour of employers", kk: "Жұмыс берушілердің шетелдік жұмыс күші",
    ru: "Иностранная рабочая сила работодателей")

  private static func facts(of usage: QuotaUsage.Answer, knownAt: Instant) -> [Report.Fact] {
    [
      Report.Fact(
        "unit", LocalizedText(en: "Unit", kk: "Бірлігі", ru: "Единица"),
        .localized(usage.unit.name)),
      Report.Fact("on", Words.stateDate, .date(usage.on)),
      Report.Fact("known_at", Words.knownAt, .moment(knownAt)),
    ]
  }

  private static func notes(of usage: QuotaUsage.Answer) -> [LocalizedText] {
    if usage.isOfTaken { return [ofTaken] }
    var notes = [usage.kind.hasParts ? usedPermits : usedPlaces]
    if usage.by == .month { notes.append(monthly) }
    if usage.by == .year { notes.append(yearly) }
    if let pace = pace(of: usage) { notes.append(pace) }
    if usage.total.allotted == nil, usage.total.region == QuotaOrderFile.country {
      notes.append(unknownTotal)
    }
    if usage.isOfParts { notes += partNotes(of: usage) }
    if usage.by == .category { notes.append(categories) }
    if usage.undistributed > 0, !usage.isOfParts { notes.append(undistributed(of: usage)) }
    if usage.kind.hasParts, usage.regions.isEmpty, usage.by == .region { notes.append(unspread) }
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

  private static let usedPlaces = LocalizedText(
    en: "Used is what a protocol has confirmed, as a share of what was allotted.",
    kk: "Игерілгені — хаттамамен расталғаны, бөлінгенге шаққандағы үлесімен.",
    ru: "Освоено — подтверждённое протоколом, в доле от выделенного.")

  private static let ofTaken = LocalizedText(
    en: "Used is what a protocol has confirmed, as a share of all that is used.",
    kk: "Игерілгені — хаттамамен расталғаны, барлық игерілгенге шаққандағы үлесімен.",
    ru: "Освоено — подтверждённое протоколом, в доле от всего освоенного.")

  private static let monthly = LocalizedText(
    en: "Each month as of its last day; the last line is the state on the day, and no sum.",
    kk: "Әр ай — соңғы күнгі күйі; соңғы жол — сол күнгі күйі, қосынды емес.",
    ru: "Каждый месяц — на его последний день; последняя строка — состояние на дату, а не сумма.")

  private static let yearly = LocalizedText(
    en: """
      Each year in its own unit, at its end or at the day that was asked for; they are no sum. Used is \
      what this register holds: of years before it was kept, that says nothing.
      """,
    kk: """
      Әр жыл өз бірлігімен, жыл соңында не сұралған күнде; олар қосылмайды. Игерілгені — осы \
      тізілімде бары: тізілім жүргізілмеген жылдар туралы ол ештеңе айтпайды.
      """,
    ru: """
      Каждый год в своих единицах, на конец года или на запрошенный день; годы не складываются. \
      Освоено — то, что есть в этом реестре: о годах до его ведения это не говорит ничего.
      """)

  /// Where places run out before the quota ends, were as many taken a day as on average so far.
  private static func pace(of usage: QuotaUsage.Answer) -> LocalizedText? {
    let ending = usage.lines.compactMap { line in
      usage.paces[line.region]?.runsOutOn.map { (line.region, $0) }
    }
    .filter { $0.1 > usage.on }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    guard let pace = usage.paces[usage.total.region], pace.taken > 0 else { return nil }
    let list = ending.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    let (taken, days) = (pace.taken.grouped, pace.days)
    return LocalizedText(
      en: "At the pace so far (\(taken) places in \(days) days) "
        + (list.isEmpty ? "no region runs out before the quota ends." : "places run out: \(list)."),
      kk: "Осы қарқынмен (\(days) күнде \(taken) орын) "
        + (list.isEmpty ? "квота аяқталғанша орындар таусылмайды." : "орындар таусылады: \(list)."),
      ru: "При нынешнем темпе (\(taken) мест за \(days) дней) "
        + (list.isEmpty ? "места до конца квоты не кончатся." : "места кончатся: \(list)."))
  }

  private static func chart(of usage: QuotaUsage.Answer) -> LocalizedText {
    switch usage.by {
    case .region: Words.chart
    case .zone:
      LocalizedText(en: "Places by zone", kk: "Орындар аймақтар бойынша", ru: "Места по зонам")
    case .country:
      LocalizedText(
        en: "Places by country of origin", kk: "Орындар шыққан елдер бойынша",
        ru: "Места по странам выезда")
    case .year:
      LocalizedText(en: "Places by year", kk: "Орындар жылдар бойынша", ru: "Места по годам")
    case .section:
      LocalizedText(
        en: "Permits by activity", kk: "Рұқсаттар қызмет түрлері бойынша",
        ru: "Разрешения по видам деятельности")
    case .category:
      LocalizedText(
        en: "Permits by category", kk: "Рұқсаттар санаттар бойынша",
        ru: "Разрешения по категориям")
    case .commission:
      LocalizedText(
        en: "Places by protocol", kk: "Орындар хаттамалар бойынша", ru: "Места по протоколам")
    case .month:
      LocalizedText(en: "Places by month", kk: "Орындар айлар бойынша", ru: "Места по месяцам")
    }
  }

  private static let unknownTotal = LocalizedText(
    en: "The number of the country was not found: it is not known, not zero.",
    kk: "Елдің жалпы саны табылмады: ол белгісіз, нөл емес.",
    ru: "Общее число по стране не найдено: оно неизвестно, а не равно нулю.")

  /// What the country has and no region is known to have: which regions are concerned, where the
  /// orders name them.
  private static func undistributed(of usage: QuotaUsage.Answer) -> LocalizedText {
    let places = usage.undistributed.grouped
    let names = usage.unknown.joined(separator: ", ")
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
    usage.orders.map { $0.citation.asOrder($0.number) }.unique
  }
}

extension QuotaUsage.Answer {
  /// Whether its lines are of places that are taken, and no order gives any to them.
  package var isOfTaken: Bool { by == .country && !kind.hasParts || by == .commission }

  /// Whether its lines are parts of a quota, each with places of its own.
  package var isOfParts: Bool { kind.hasParts && (by == .section || by == .country) }
}

/// Words that reports share.
enum Words {
  static let region = LocalizedText(en: "Region", kk: "Өңір", ru: "Регион")
  static let country = LocalizedText(en: "Kazakhstan", kk: "Қазақстан", ru: "Казахстан")
  static let allotted = LocalizedText(en: "Allotted", kk: "Бөлінгені", ru: "Выделено")
  static let reserved = LocalizedText(en: "Reserved", kk: "Сақталғаны", ru: "Зарезервировано")
  static let used = LocalizedText(en: "Used", kk: "Игерілгені", ru: "Освоено")
  static let free = LocalizedText(en: "Free", kk: "Бос", ru: "Свободно")
  static let chart = LocalizedText(
    en: "Places by region", kk: "Орындар өңірлер бойынша", ru: "Места по регионам")
  static let stateDate = LocalizedText(en: "As of", kk: "Күйі", ru: "По состоянию на")
  static let taken = LocalizedText(
    en: "Used and reserved", kk: "Игерілгені мен сақталғаны", ru: "Занято и зарезервировано")
  static let knownAt = LocalizedText(en: "Known at", kk: "Белгілі болған сәті", ru: "Известно на")
}
