import Domain
import Reports
import Services

/// `kosh zone list`: the zones of programmes with their regions of a day.
struct ZoneListCommand: Command {
  static let words = "zone list"
  static let summary = "List the zones of programmes, with their regions on a day."
  static let details = """
    A zone is a programme's own division and no geography. A region that was made after the \
    programme began lies in the zone of the land that it was made of.
    """
  static let examples = ["kosh zone list", "kosh zone list --programme nurly-kosh --on 2010-01-01"]
  static let parameters: [CommandParameter] = [
    .option(
      "programme", "NAME", "the programme; without it, all",
      choices: Programme.allCases.map(\.rawValue)),
    .option("on", "DATE", "the day; without it, today"),
  ]

  private let programme: Programme?
  private let day: LocalDate?

  init(_ arguments: Arguments) throws(Failure) {
    programme = try arguments.choice("programme", Programme.self)
    day = try arguments.date("on")
  }

  func run(in context: Context) throws(Failure) {
    let on = day ?? context.today
    let register = try Reference.regions()
    _ = try register.existing(on: on)
    let text = RegionText(register: register, day: on, language: context.global.language)
    let all = try Reference.zones()
    var words = ""
    var values: [JSONValue] = []
    for programme in programme.map({ [$0] }) ?? Programme.allCases {
      let zones = all.zones(of: programme, on: on)
      guard let first = zones.first else { continue }
      words += "\(programme.name[text.language]) (\(programme.rawValue)), "
      words += "\(RegionText.days(first.period)); the regions as of \(on)\n"
      for zone in zones {
        let places = all.places(in: zone, on: on)
        words += "\(zone.id)  \(zone.name[text.language])\n"
        words += ZoneText.lines(places, text).map { "  \($0)\n" }.joined()
        values.append(ZoneText.json(zone, places, text))
      }
    }
    context.console.answer(.array(values), words)
  }
}
