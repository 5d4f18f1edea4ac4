package import Domain
package import Storage

/// `integration`: what became of those who arrived, by year of arrival, as the register knows it.
package struct IntegrationReport: Query {
  package static let name = "report.integration"
  package static let permission = Permission.readReports

  /// Of the arrivals.
  package var period: ReportPeriod

  package init(period: ReportPeriod) { self.period = period }

  package var detail: String { period.detail }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Report {
    let lines = try IntegrationCounts.counts(
      from: period.from, through: period.through, region: period.region, on: facts.today,
      in: transaction)
    return Report(
      id: "integration", title: Self.title,
      facts: try period.facts(facts) + [
        Report.Fact("on", Words.stateDate, .date(facts.today))
      ],
      columns: Self.columns, groups: [Report.Group(rows: lines.map(Self.cells))],
      notes: [ArrivalWords.onArrival, Self.states, Self.unknown])
  }

  private static func cells(_ line: IntegrationCounts.Line) -> [Cell] {
    [
      .text("\(line.year)"), .count(line.families), .count(line.people), .count(line.stayed),
      .share(line.stayed, of: line.people), .count(line.elsewhere), .count(line.left),
      .count(line.died), .count(line.citizens), .share(line.citizens, of: line.people),
      .count(line.occupied),
    ]
  }

  private static let title = LocalizedText(
    en: "Integration by year of arrival", kk: "Кірігу, келген жылы бойынша",
    ru: "Интеграция по году прибытия")
  private static let states = LocalizedText(
    en: "Each stands in one of four: in the region for which the family was bound, in another, in "
      + "no family of the register, or died. Shares are of the people who arrived.",
    kk: "Әркім төрт жағдайдың бірінде: отбасы бағытталған өңірде, басқа өңірде, тізілімнің ешбір "
      + "отбасында жоқ, қайтыс болған. Үлес — келген адамдардан.",
    ru: "Каждый в одном из четырёх: в регионе назначения, в другом, ни в одной семье реестра, "
      + "умер. Доли — от прибывших.")
  private static let unknown = LocalizedText(
    en: "Citizens by a citizenship of Kazakhstan that holds; occupied by a dated occupation that "
      + "holds. Nothing in the register tells who left the country.",
    kk: "Азаматтар — күшіндегі Қазақстан азаматтығы бойынша; кәсібі барлар — күшіндегі күнделген "
      + "кәсіп бойынша. Елден кім кеткенін тізілім айтпайды.",
    ru: "Граждане — по действующему гражданству Казахстана; с занятием — по действующему "
      + "датированному занятию. Кто покинул страну, реестр не говорит.")

  private static let columns = [
    Report.Column("year", LocalizedText(en: "Year", kk: "Жыл", ru: "Год"), .code),
    Report.Column("families", ArrivalWords.families, .count),
    Report.Column("people", ArrivalWords.people, .count),
    Report.Column(
      "in_region", LocalizedText(en: "In the region", kk: "Өңірде", ru: "В регионе"), .count),
    Report.Column(
      "share_in_region",
      LocalizedText(en: "In it, %", kk: "Өңірде, %", ru: "В нём, %"), .percent),
    Report.Column(
      "elsewhere", LocalizedText(en: "In another", kk: "Басқа өңірде", ru: "В другом"), .count),
    Report.Column(
      "in_no_family", LocalizedText(en: "In no family", kk: "Отбасында жоқ", ru: "Вне семей"),
      .count),
    Report.Column("died", LocalizedText(en: "Died", kk: "Қайтыс болды", ru: "Умерли"), .count),
    Report.Column(
      "citizens", LocalizedText(en: "Citizens", kk: "Азаматтар", ru: "Граждане"), .count),
    Report.Column(
      "share_citizens",
      LocalizedText(en: "Citizens, %", kk: "Азаматтар, %", ru: "Граждане, %"), .percent),
    Report.Column(
      "occupied", LocalizedText(en: "Occupied", kk: "Кәсібі бар", ru: "С занятием"), .count),
  ]
}
