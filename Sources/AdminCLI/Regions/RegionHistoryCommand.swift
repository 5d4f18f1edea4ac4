import Domain
import Reports
import Services

/// `kosh region history`: what became of a region, and what it came from.
struct RegionHistoryCommand: Command {
  static let words = "region history"
  static let summary = "Tell what became of a region: names, land, lists of settlement, by day."
  static let details = """
    The code is read as of --on. Without it, a code that means no region today is read as the last \
    region that it meant. Each line has its source and standing.
    """
  static let examples = [
    "kosh region history KZ-71", "kosh region history KZ-YUZ --on 2018-06-18 --json",
  ]
  static let parameters: [CommandParameter] = [
    .argument("code", "the region"),
    .option("on", "DATE", "the day of which the code is; without it, today"),
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
    let region =
      day == nil
      ? try register.remembered(code, on: on) : try register.resolve(code, on: on)
    let text = RegionText(register: register, day: on, language: context.global.language)
    let events = RegionHistory.events(
      of: region, in: register, settlement: try Reference.settlement())
    var words = "\(region.code)  \(region.name(on: on)[text.language])\n"
    for event in events {
      words += "\(event.day)  \(Self.sentence(event, text))\n"
      words += "            \(AllowanceText.source(event.citation))\n"
      if let note = event.note { words += "            \(note)\n" }
    }
    words += text.otherLines(code, than: region).map { "\($0)\n" }.joined()
    context.console.answer(
      [
        "code": .string(region.code), "name": .string(region.name(on: on)[text.language]),
        "events": .array(events.map { Self.json($0, text) }),
        "also_meant": text.otherJSON(code, than: region),
      ], words)
  }

  private static func sentence(_ event: RegionEvent, _ text: RegionText) -> String {
    switch event.kind {
    case .begun: "known from independence on"
    case .formed(let codes): "formed out of \(text.named(codes))"
    case .renamed(let old, let new): "renamed from \(old[text.language]) to \(new[text.language])"
    case .reduced(let codes): "gave up land, of which \(text.named(codes)) was formed"
    case .ended(let codes): "ended; its land is \(text.named(codes))"
    case .listed(let kind, true): "in the first list known of regions for \(kind.rawValue)"
    case .listed(let kind, false): "taken into the list of regions for \(kind.rawValue)"
    case .unlisted(let kind): "left out of the list of regions for \(kind.rawValue)"
    }
  }

  private static func json(_ event: RegionEvent, _ text: RegionText) -> JSONValue {
    let (word, codes, kind): (String, [String], QuotaKind?) =
      switch event.kind {
      case .begun: ("begun", [], nil)
      case .formed(let codes): ("formed", codes, nil)
      case .renamed: ("renamed", [], nil)
      case .reduced(let codes): ("reduced", codes, nil)
      case .ended(let codes): ("ended", codes, nil)
      case .listed(let kind, _): ("listed", [], kind)
      case .unlisted(let kind): ("unlisted", [], kind)
      }
    return .object(
      [
        ("on", .date(event.day)), ("event", .string(word)),
        ("text", .string(sentence(event, text))), ("regions", text.json(codes)),
        ("kind", .optional(kind?.rawValue)),
      ] + RegionText.json(event.citation) + [("note", .optional(event.note))])
  }
}
