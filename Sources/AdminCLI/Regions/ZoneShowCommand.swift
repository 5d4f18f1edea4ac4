import Domain
import Reports
import Services

/// `kosh zone show`: a zone of a programme, as it was named and on a day.
struct ZoneShowCommand: Command {
  static let words = "zone show"
  static let summary = "Show a zone of a programme: its names, source, and regions on a day."
  static let examples = [
    "kosh zone show zone-3", "kosh zone show zone-3 --on 2010-01-01 --lang kk",
  ]
  static let parameters: [CommandParameter] = [
    .argument("id", "the zone"), .option("on", "DATE", "the day; without it, today"),
  ]

  private let id: String
  private let day: LocalDate?

  init(_ arguments: Arguments) throws(Failure) {
    id = try arguments.required("id")
    day = try arguments.date("on")
  }

  func run(in context: Context) throws(Failure) {
    let on = day ?? context.today
    let register = try Reference.regions()
    let zones = try Reference.zones()
    let zone = try zones.zone(id)
    _ = try register.existing(on: on)
    let text = RegionText(register: register, day: on, language: context.global.language)
    let then = RegionText(register: register, day: zone.period.from, language: text.language)
    let places = zones.places(in: zone, on: on)
    let names = "\(zone.name.en) / \(zone.name.kk) / \(zone.name.ru)"
    var words = "\(zone.id)  \(zone.name[text.language])\n"
    words += RegionText.block("programme", ["\(zone.programme.name[text.language])"])
    words += RegionText.block("days", [RegionText.days(zone.period)])
    words += RegionText.block("names", [names])
    words += RegionText.block("named", zone.regions.map { then.named([$0]) })
    words += RegionText.block("regions", ["on \(on)"] + ZoneText.lines(places, text))
    words += RegionText.block("source", [AllowanceText.source(zone.citation)])
    if let note = zone.note { words += RegionText.block("note", [note]) }
    context.console.answer(ZoneText.json(zone, places, text), words)
  }
}
