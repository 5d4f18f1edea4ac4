package import Domain
package import Storage

/// `arrivals`: families and people who arrived in a period, by country, region, zone, age or
/// education.
package struct ArrivalsReport: Query {
  package static let name = "report.arrivals"
  package static let permission = Permission.readReports

  package var period: ReportPeriod
  package var by: ArrivalGrouping
  /// How many countries stand for themselves; the others make one line.
  package var top: Int
  package var rounding: ShareRounding

  package init(
    period: ReportPeriod, by: ArrivalGrouping = .country, top: Int = 5,
    rounding: ShareRounding = .plain
  ) {
    self.period = period
    self.by = by
    self.top = top
    self.rounding = rounding
  }

  package var detail: String { "\(period.detail), by \(by.rawValue)" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Report {
    let counts = try ArrivalCounts.counts(
      by: by, from: period.from, through: period.through, region: period.region,
      bounds: { () throws(Failure) in try bounds() }, in: transaction)
    let lines = try ArrivalLines(by: by, on: period.through, top: top).lines(counts.lines)
    let whole = counts.total.people
    let shares = rounding.shares(of: lines.map(\.people), in: whole)
    var rows: [[Cell]] = []
    for (line, share) in zip(lines, shares) {
      rows.append(
        cells([.text(line.code), .localized(line.name)], line.families, line.people, share))
    }
    return Report(
      id: "arrivals", title: ArrivalWords.arrivals, facts: try self.facts(facts),
      columns: columns, groups: [Report.Group(rows: rows)],
      total: cells(
        [.localized(PaymentWords.total), .empty], counts.total.families, whole,
        .share(whole, of: whole)),
      notes: notes, citations: countsAges ? try bounds().citations : [],
      chart: try chart(lines))
  }

  private func bounds() throws(Failure) -> AgeBounds {
    try Reference.ageLimits().bounds(on: period.through)
  }

  /// A family has people of many ages, so of ages only people are counted.
  private var countsFamilies: Bool { by != .age && by != .education }
  private var countsAges: Bool { !countsFamilies }

  private func facts(_ facts: Facts) throws(Failure) -> [Report.Fact] {
    try period.facts(facts)
      + [Report.Fact("rounding", ShareRounding.title, .localized(rounding.name))]
  }

  private func cells(
    _ names: [Cell], _ families: Int64, _ people: Int64, _ share: Cell
  ) -> [Cell] {
    let counted: [Cell] = countsFamilies ? [.count(families), .count(people)] : [.count(people)]
    return names + counted + [share]
  }

  private var columns: [Report.Column] {
    let families = Report.Column("families", ArrivalWords.families, .count)
    return [
      Report.Column("code", ArrivalWords.code, .code),
      Report.Column(by.rawValue, ArrivalWords.title(of: by), .text),
    ] + (countsFamilies ? [families] : []) + [
      Report.Column("people", ArrivalWords.people, .count),
      Report.Column("share", ArrivalWords.share, .percent),
    ]
  }

  private var notes: [LocalizedText] {
    var notes = [ArrivalWords.onArrival]
    switch by {
    case .region, .district: notes.append(ArrivalWords.bound)
    case .zone: notes += [ArrivalWords.bound, ArrivalWords.programme]
    case .age: notes.append(ArrivalWords.ages)
    case .education: notes += [ArrivalWords.workingOnly, ArrivalWords.ages]
    case .country: break
    }
    return notes + [rounding.note]
  }

  /// Regions of the country are a map, all else bars.
  private func chart(_ lines: [ArrivalLines.Line]) throws(Failure) -> Chart? {
    guard by != .region || period.region != nil else {
      let figures = Dictionary(lines.map { ($0.code, $0.people) }, uniquingKeysWith: +)
      return try RegionMap.chart(
        figures, on: period.through, title: ArrivalWords.arrivals, unit: ArrivalWords.unit)
    }
    guard !lines.isEmpty else { return nil }
    return .bars(
      BarChart(
        title: ArrivalWords.arrivals, unit: ArrivalWords.unit, parts: [ArrivalWords.people],
        bars: lines.map { BarChart.Bar($0.name, [$0.people]) }))
  }
}

/// Counts with their names, in the order of the paper.
struct ArrivalLines {
  struct Line {
    let code: String
    let name: LocalizedText
    var families: Int64
    var people: Int64
  }

  let by: ArrivalGrouping
  let day: LocalDate
  let top: Int

  init(by: ArrivalGrouping, on day: LocalDate, top: Int = .max) {
    self.by = by
    self.day = day
    self.top = top
  }

  func lines(_ counts: [ArrivalCounts.Line]) throws(Failure) -> [Line] {
    let known = counts.filter { $0.code != nil }
    let unsaid = counts.filter { $0.code == nil }
    switch by {
    case .country: return try countries(known, unsaid)
    case .region: return try regions(known) + [Self.sum(unsaid, "", ArrivalWords.notSaid)].lines
    case .zone: return try zones(known, unsaid)
    case .district:
      let districts = known.map { line in
        Self.sum([line], line.code ?? "", LocalizedText(line.code ?? ""))
      }
      return (districts + [Self.sum(unsaid, "", ArrivalWords.notSaid)]).lines
    case .age:
      let groups = AgeGroup.allCases.map { group in
        Self.sum(known.filter { $0.code == group.rawValue }, group.rawValue, group.name)
      }
      return groups + [Self.sum(unsaid, "", ArrivalWords.openAge)].lines
    case .education:
      let groups = Education.allCases.map { education in
        Self.sum(
          known.filter { $0.code == education.rawValue }, education.rawValue,
          ArrivalWords.name(of: education))
      }
      return groups + [Self.sum(unsaid, "", ArrivalWords.notSaid)].lines
    }
  }

  private static func sum(_ lines: [ArrivalCounts.Line], _ code: String, _ name: LocalizedText)
    -> Line
  {
    var sum = Line(code: code, name: name, families: 0, people: 0)
    for line in lines {
      sum.families += line.families
      sum.people += line.people
    }
    return sum
  }

  /// The largest first; those that do not stand for themselves are one line, the last.
  private func countries(_ known: [ArrivalCounts.Line], _ unsaid: [ArrivalCounts.Line])
    throws(Failure) -> [Line]
  {
    let countries = try Reference.countries()
    let named = known.prefix(top).map { line in
      let code = line.code ?? ""
      return Self.sum([line], code, countries.name(code) ?? LocalizedText(code))
    }
    let others = Self.sum(Array(known.dropFirst(top)), "", ArrivalWords.other)
    return named + [Self.sum(unsaid, "", ArrivalWords.notSaid), others].lines
  }

  private func regions(_ known: [ArrivalCounts.Line]) throws(Failure) -> [Line] {
    let regions = try Reference.regions()
    return regions.all.compactMap { region in
      let own = known.filter { $0.code == region.code }
      return own.isEmpty ? nil : Self.sum(own, region.code, region.name(on: day))
    }
  }

  private func zones(_ known: [ArrivalCounts.Line], _ unsaid: [ArrivalCounts.Line])
    throws(Failure) -> [Line]
  {
    let register = try Reference.zones()
    let places = register.places(in: .nurlyKosh, on: day)
    let lines = register.zones(of: .nurlyKosh, on: day).map { zone in
      let own = known.filter { line in
        places.contains { $0.region == line.code && $0.zone.id == zone.id }
      }
      return Self.sum(own, zone.id, zone.name)
    }
    let rest = known.filter { line in !places.contains { $0.region == line.code } }
    return lines + [Self.sum(rest + unsaid, "", ArrivalWords.noZone)].lines
  }
}

extension [ArrivalLines.Line] {
  /// Those that count anybody.
  fileprivate var lines: [ArrivalLines.Line] { filter { $0.people > 0 } }
}
