import Domain

/// What a paper on a quota of permits says of its parts and categories.
extension QuotaReport {
  static let usedPermits = LocalizedText(
    en: "Used is the permits that were issued, as a share of what was allotted.",
    kk: "Игерілгені — берілген рұқсаттар, бөлінгенге шаққандағы үлесімен.",
    ru: "Освоено — выданные разрешения, в доле от выделенного.")

  static func partNotes(of usage: QuotaUsage.Answer) -> [LocalizedText] {
    guard !usage.lines.isEmpty else { return [noParts] }
    var notes = [parts]
    let given = usage.lines.reduce(Int64(0)) { $0 + ($1.allotted ?? 0) }
    guard let total = usage.total.allotted, given != total,
      usage.lines.allSatisfy({ $0.allotted != nil })
    else { return notes }
    notes.append(given < total ? inNoPart(total - given) : tooMany(given - total))
    return notes
  }

  private static let noParts = LocalizedText(
    en: "No order in force parts the quota so.",
    kk: "Күшіндегі бірде-бір бұйрық квотаны бұлай бөлмейді.",
    ru: "Ни один действующий приказ так квоту не делит.")

  private static let parts = LocalizedText(
    en: """
      Each part is a limit of its own within the quota; the last line is the quota as a whole, and no \
      sum.
      """,
    kk: "Әр бөлік — квота ішіндегі өз шегі; соңғы жол — бүкіл квота, қосынды емес.",
    ru: "Каждая часть — свой предел внутри квоты; последняя строка — вся квота, а не сумма.")

  private static func inNoPart(_ places: Int64) -> LocalizedText {
    LocalizedText(
      en: "\(places.grouped) of the quota are in none of these parts.",
      kk: "Квотаның \(places.grouped) орны бұл бөліктердің ешқайсысында жоқ.",
      ru: "\(places.grouped) из квоты не входят ни в одну из этих частей.")
  }

  private static func tooMany(_ places: Int64) -> LocalizedText {
    LocalizedText(
      en: "The parts give \(places.grouped) more than the quota has.",
      kk: "Бөліктер квотадан \(places.grouped) артық береді.",
      ru: "Части дают на \(places.grouped) больше, чем есть в квоте.")
  }

  static let categories = LocalizedText(
    en: "The sum is of permits of employers; those of workers in households are another quota.",
    kk: "Қосынды — жұмыс берушілердің рұқсаттары; үй шаруашылығындағылар — басқа квота.",
    ru: "Сумма — разрешения работодателей; домашние работники — другая квота.")

  static let unspread = LocalizedText(
    en:
      "No permit can be reserved before an order gives regions their places: kosh quota order FILE.",
    kk: "Бұйрық өңірлерге орын бөлгенше рұқсат сақтау мүмкін емес: kosh quota order FILE.",
    ru: "Пока приказ не даст места регионам, разрешение не зарезервировать: kosh quota order FILE.")
}
