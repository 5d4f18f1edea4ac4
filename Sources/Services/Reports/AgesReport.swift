package import Domain
package import Storage

/// `ages`: men and women of the families on a day, in steps of five years.
package struct AgesReport: Query {
  package static let name = "report.ages"
  package static let permission = Permission.readReports

  /// Nil for today.
  package var day: LocalDate?
  /// The stable code of a region; nil for all.
  package var region: String?

  /// From this age on all are counted together.
  private static let oldest = 85
  private static let step = 5

  package init(on day: LocalDate? = nil, region: String? = nil) {
    self.day = day
    self.region = region
  }

  package var detail: String {
    "on \(day.map(\.description) ?? "today"), \(region ?? "all regions")"
  }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Report {
    let day = try facts.day(day)
    var bands = Self.bands
    var open = AgePyramid.Band("", men: 0, women: 0)
    for line in try AgeCounts.counts(on: day, region: region, in: transaction) {
      guard let band = Self.band(of: line, on: day) else {
        Self.add(line, to: &open)
        continue
      }
      Self.add(line, to: &bands[band])
    }
    var rows = bands.map { Self.cells(.text($0.label), $0) }
    if open.men + open.women > 0 { rows.append(Self.cells(.localized(ArrivalWords.openAge), open)) }
    let all = (bands + [open]).reduce(into: AgePyramid.Band("", men: 0, women: 0)) { sum, band in
      sum.men += band.men
      sum.women += band.women
    }
    return Report(
      id: "ages", title: Self.title, facts: try self.facts(on: day, facts), columns: Self.columns,
      groups: [Report.Group(rows: rows)],
      total: Self.cells(.localized(PaymentWords.total), all), notes: [Self.note],
      chart: all.men + all.women == 0
        ? nil
        : .pyramid(AgePyramid(title: Self.title, unit: ArrivalWords.unit, bands: bands)))
  }

  private func facts(on day: LocalDate, _ facts: Facts) throws(Failure) -> [Report.Fact] {
    var shown = [Report.Fact("on", Words.stateDate, .date(day))]
    if let region {
      let name = try Reference.regions().title(of: [region], on: day)
      shown.append(Report.Fact("region", Words.region, .localized(name)))
    }
    return shown + [Report.Fact("known_at", Words.knownAt, .moment(facts.now))]
  }

  private static let bands: [AgePyramid.Band] = stride(from: 0, through: oldest, by: step).map {
    AgePyramid.Band($0 == oldest ? "\($0)+" : "\($0)–\($0 + step - 1)", men: 0, women: 0)
  }

  /// Nil where the date of birth leaves it open.
  private static func band(of line: AgeCounts.Line, on day: LocalDate) -> Int? {
    guard let age = Age(of: line.birth, on: day) else { return nil }
    let youngest = min(age.youngest, oldest) / step
    return youngest == min(age.oldest, oldest) / step ? youngest : nil
  }

  private static func add(_ line: AgeCounts.Line, to band: inout AgePyramid.Band) {
    switch line.sex {
    case .male: band.men += line.people
    case .female: band.women += line.people
    }
  }

  private static func cells(_ name: Cell, _ band: AgePyramid.Band) -> [Cell] {
    [name, .count(band.men), .count(band.women), .count(band.men + band.women)]
  }

  private static let title = LocalizedText.message("ages.title")
  private static let note = LocalizedText.message("ages.note")

  private static let columns = [
    Report.Column("age", .message("word.age"), .text),
    Report.Column("men", AgePyramid.men, .count),
    Report.Column("women", AgePyramid.women, .count),
    Report.Column("people", ArrivalWords.people, .count),
  ]
}
