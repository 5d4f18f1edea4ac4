import Domain
import Reports
import Services

/// `kosh region list`: the regions that exist on a day.
struct RegionListCommand: Command {
  static let words = "region list"
  static let summary = "List the regions that exist on a day, with their codes and names."
  static let examples = ["kosh region list", "kosh region list --on 2017-01-01 --lang kk"]
  static let parameters: [CommandParameter] = [
    .option("on", "DATE", "the day; without it, today")
  ]

  private let day: LocalDate?

  init(_ arguments: Arguments) throws(Failure) { day = try arguments.date("on") }

  func run(in context: Context) throws(Failure) {
    let on = day ?? context.today
    let regions = try Reference.regions().existing(on: on)
    let language = context.global.language
    let lines = regions.map { region in
      let old = region.isoOld.map { "  formerly \($0)" } ?? ""
      return "\(region.code)  \(region.kato)  \(region.name(on: on)[language])\(old)\n"
    }
    let values = regions.map { region -> JSONValue in
      let name = region.name(on: on)
      return [
        "code": .string(region.code), "kato": .string(region.kato),
        "iso_old": .optional(region.isoOld), "name_en": .string(name.en),
        "name_kk": .string(name.kk), "name_ru": .string(name.ru),
        "from": .date(region.period.from),
        "to": .optional(region.period.to.map { "\($0)" }),
      ]
    }
    context.console.answer(.array(values), lines.joined())
  }
}
