import Domain
import Reports
import Services

/// `kosh region show`: everything known of one region.
struct RegionShowCommand: Command {
  static let words = "region show"
  static let summary = "Show a region: names, codes, days, neighbours, lists, zones, districts."
  static let details = """
    The code is read as of the day: ISO 3166-2 in its old or new form, or KATO, that of the region \
    or of any place in it. Of districts only those that the sources name are shown.
    """
  static let examples = [
    "kosh region show KZ-61", "kosh region show KZ-YUZ --on 2017-01-01 --lang ru",
    "kosh region show 551010000 --json",
  ]
  static let parameters: [CommandParameter] = [
    .argument("code", "the region"), .option("on", "DATE", "the day; without it, today"),
  ]

  private let code: String
  private let day: LocalDate?

  init(_ arguments: Arguments) throws(Failure) {
    code = try arguments.required("code")
    day = try arguments.date("on")
  }

  func run(in context: Context) throws(Failure) {
    let on = day ?? context.today
    let register = try Reference.regions()
    let sheet = RegionSheet(
      region: try register.resolve(code, on: on),
      text: RegionText(register: register, day: on, language: context.global.language),
      settlement: try Reference.settlement(),
      districts: try Reference.districts().all, zones: try Reference.zones())
    context.console.answer(sheet.json(asked: code), sheet.words(asked: code))
  }
}
