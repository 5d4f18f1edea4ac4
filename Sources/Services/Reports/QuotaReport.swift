package import Domain

/// `quota-usage`: how a quota is used, as a paper.
package enum QuotaReport {
  /// `months` are those of the same quota, whose lines are drawn below.
  package static func make(
    _ usage: QuotaUsage.Answer, months: QuotaUsage.Answer? = nil, knownAt: Instant
  ) throws(Failure) -> Report {
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
      notes: notes(of: usage, drawsMonths: months?.even.isEmpty == false),
      citations: citations(of: usage),
      chart: usage.by == .month
        ? lineChart(of: usage).map(Chart.line) : barChart(of: usage, name).map(Chart.bars),
      timelines: [months.flatMap(lineChart)].compactMap { $0 })
  }

  /// What is taken month by month, beside the quota as the orders of each month set it, and what an
  /// even pace would have taken.
  private static func lineChart(of usage: QuotaUsage.Answer) -> LineChart? {
    guard usage.lines.count > 1 else { return nil }
    let taken = usage.lines.map { Optional($0.used + $0.reserved) }
    var lines = [
      LineChart.Line(Words.taken, taken),
      LineChart.Line(Words.allotted, usage.lines.map(\.allotted), .limit),
    ]
    if !usage.even.isEmpty {
      lines.append(
        LineChart.Line(Words.evenPace, usage.lines.map { usage.even[$0.region] }, .evenPace))
    }
    return LineChart(
      title: chart(of: usage), unit: usage.unit.name,
      points: usage.lines.map { LocalizedText($0.region) }, lines: lines)
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

  static func figures(_ line: QuotaLine, of usage: QuotaUsage.Answer) -> [Cell] {
    if usage.isOfTaken {
      return [
        .count(line.reserved), .count(line.used), .share(line.used, of: usage.total.used),
      ]
    }
    let share = line.allotted.map { Cell.share(line.used, of: $0) } ?? .unknown
    return [
      line.allotted.map { .count($0) } ?? .unknown, .count(line.reserved), .count(line.used),
      line.free.map { .count($0) } ?? .unknown, .count(line.overrun), share,
    ] + even(line, of: usage)
  }

  /// Of months, what an even pace would have taken; the total stands at the day of the last.
  private static func even(_ line: QuotaLine, of usage: QuotaUsage.Answer) -> [Cell] {
    guard usage.by == .month else { return [] }
    let month = usage.even[line.region] == nil ? usage.lines.last?.region : line.region
    return [month.flatMap { usage.even[$0] }.map { .count($0) } ?? .unknown]
  }

  private static func columns(of usage: QuotaUsage.Answer) -> [Report.Column] {
    let name: LocalizedText =
      switch usage.by {
      case .region: Words.region
      case .zone: .message("word.zone")
      case .month: .message("quota.columns.month")
      case .year: .message("word.unit")
      case .commission: .message("quota.columns.commission")
      case .country where usage.isOfParts: .message("word.country")
      case .country: .message("quota.columns.country")
      case .section: .message("quota.columns.section")
      case .category: .message("quota.columns.category")
      }
    return [
      Report.Column(usage.by.rawValue, .message("word.code"), .code),
      Report.Column("name", name, .text),
    ] + (usage.isOfTaken ? takenColumns : figureColumns)
      + (usage.by == .month ? [Report.Column("even_pace", Words.evenPace, .count)] : [])
  }

  private static let takenColumns = [
    Report.Column("reserved", Words.reserved, .count),
    Report.Column("used", Words.used, .count),
    Report.Column(
      "share_of_used",
      .message("quota.column.share-of-used"), .percent),
  ]

  static let figureColumns = [
    Report.Column("allotted", Words.allotted, .count),
    Report.Column("reserved", Words.reserved, .count),
    Report.Column("used", Words.used, .count),
    Report.Column("free", Words.free, .count),
    Report.Column("overrun", .message("word.overrun"), .count),
    Report.Column("share_used", .message("quota.column.share-used"), .percent),
  ]

  private static func title(of usage: QuotaUsage.Answer) -> LocalizedText {
    let year: MessageValue = "\(usage.year)"
    let kind = usage.kind == .nurlyKosh ? usage.kind.name : inSentence(usage.kind.name)
    guard usage.by != .year else {
      return .message("quota.title.years", ["year": year, "kind": .localized(kind)])
    }
    guard usage.kind == .kandas || usage.kind == .settlers else {
      let name = usage.by == .category ? inSentence(ofEmployers) : kind
      let title = LocalizedText.message(
        "quota.title.national", ["year": year, "kind": .localized(name)])
      return usage.part.map { title.with($0.code) } ?? title
    }
    return .message("quota.title.regional", ["year": year, "kind": .localized(kind)])
  }

  /// A name after a colon: `foreign labour`.
  private static func inSentence(_ name: LocalizedText) -> LocalizedText {
    LocalizedText { name[$0].lowercased() }
  }

  private static let ofEmployers = LocalizedText.message("quota.of-employers")

  private static func facts(of usage: QuotaUsage.Answer, knownAt: Instant) -> [Report.Fact] {
    [
      Report.Fact(
        "unit", .message("word.unit"),
        .localized(usage.unit.name)),
      Report.Fact("on", Words.stateDate, .date(usage.on)),
      Report.Fact("known_at", Words.knownAt, .moment(knownAt)),
    ]
  }

  private static func notes(
    of usage: QuotaUsage.Answer, drawsMonths: Bool
  ) -> [LocalizedText] {
    if usage.isOfTaken { return [ofTaken] }
    var notes = [usage.kind.hasParts ? usedPermits : usedPlaces]
    if usage.by == .month { notes.append(monthly) }
    if !usage.even.isEmpty || drawsMonths { notes.append(evenly) }
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
      notes.append(.message("quota.cut-below-use"))
    }
    return notes
  }

  private static let usedPlaces = LocalizedText.message("quota.used-places")

  private static let ofTaken = LocalizedText.message("quota.of-taken")

  private static let monthly = LocalizedText.message("quota.monthly")

  private static let evenly = LocalizedText.message("quota.evenly")
  private static let yearly = LocalizedText.message("quota.yearly")

  /// Where places run out before the quota ends, were as many taken a day as on average so far.
  private static func pace(of usage: QuotaUsage.Answer) -> LocalizedText? {
    let ending = usage.lines.compactMap { line in
      usage.paces[line.region]?.runsOutOn.map { (line.region, $0) }
    }
    .filter { $0.1 > usage.on }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    guard let pace = usage.paces[usage.total.region], pace.taken > 0 else { return nil }
    let list = ending.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    let (taken, days) = (MessageValue.count(pace.taken), MessageValue.count(pace.days))
    guard !list.isEmpty else {
      return .message("quota.pace.enough", ["taken": taken, "days": days])
    }
    return .message("quota.pace.runs-out", ["taken": taken, "days": days, "list": "\(list)"])
  }

  private static func chart(of usage: QuotaUsage.Answer) -> LocalizedText {
    switch usage.by {
    case .region: Words.chart
    case .zone: .message("quota.chart.zone")
    case .country:
      .message("quota.chart.country")
    case .year: .message("quota.chart.year")
    case .section:
      .message("quota.chart.section")
    case .category: .message("quota.chart.category")
    case .commission:
      .message("quota.chart.commission")
    case .month: .message("quota.chart.month")
    }
  }

  private static let unknownTotal = LocalizedText.message("quota.unknown-total")

  /// What the country has and no region is known to have: which regions are concerned, where the
  /// orders name them.
  private static func undistributed(of usage: QuotaUsage.Answer) -> LocalizedText {
    let names = usage.unknown.joined(separator: ", ")
    guard !names.isEmpty else {
      return .message("quota.unspread-places", ["places": .count(usage.undistributed)])
    }
    return .message(
      "quota.unknown-regions",
      ["places": .count(usage.undistributed), "regions": "\(names)"])
  }

  static func citations(of usage: QuotaUsage.Answer) -> [Citation] {
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
  static let region = LocalizedText.message("quota.region")
  static let country = LocalizedText.message("quota.country")
  static let allotted = LocalizedText.message("quota.allotted")
  static let reserved = LocalizedText.message("quota.reserved")
  static let used = LocalizedText.message("quota.used")
  static let free = LocalizedText.message("quota.free")
  static let chart = LocalizedText.message("quota.chart.region")
  static let stateDate = LocalizedText.message("word.as-of")
  static let evenPace = LocalizedText.message("quota.even-pace")
  static let taken = LocalizedText.message("quota.taken")
  static let knownAt = LocalizedText.message("word.known-at")
}
