import Domain
import Reports
import Services

/// `kosh quota overrun`: the command-line face of ``QuotaOverrun``.
struct QuotaOverrunCommand: Command {
  static let words = "quota overrun"
  static let summary = "List whom an order concerns that cut a region below what is used."
  static let details = """
    Nothing is taken from anybody: the region reserves nothing more until places come free. Listed \
    are the families, or the permits, that would not have found a place had the order come first: \
    reservations before confirmed places, the latest first, until they cover the overrun.
    """
  static let examples = [
    "kosh quota overrun --year 2026", "kosh quota overrun --kind settlers --region KZ-62 --json",
    "kosh quota overrun --kind labour-3 --section F",
  ]
  static let parameters: [CommandParameter] = [
    .option("year", "YEAR", "the quota's year; without it, this year"),
    .option(
      "kind", "KIND", "the quota", choices: QuotaKind.allCases.map(\.rawValue),
      default: "kandas"),
    .option("section", "LETTER", "the part of this section of OKED"),
    .option("country", "CODE", "the part of this country of origin"),
    .option("region", "CODE", "the region: ISO 3166-2 or KATO"),
    .option("on", "DATE", "the day; without it, today"),
  ]

  private let year: Int64?
  private let kind: QuotaKind
  private let part: QuotaPart?
  private let region: String?
  private let on: LocalDate?

  init(_ arguments: Arguments) throws(Failure) {
    year = try arguments.count("year", least: 1991)
    kind = try arguments.choice("kind", QuotaKind.self) ?? .kandas
    part = try arguments.quotaPart()
    guard part == nil || kind.hasParts else {
      throw Failure(.usage, "only quotas of permits have parts")
    }
    region = arguments.text("region")
    on = try arguments.date("on")
  }

  func run(in context: Context) throws(Failure) {
    let year = self.year.map { Int(clamping: $0) } ?? (on ?? context.today).year
    let code = try context.regionCode(region, on: on ?? context.today)
    let found = try context.answer(
      QuotaOverrun(kind: kind, part: part, year: year, region: code, on: on))
    context.console.answer(
      .array(found.map(Self.json)), found.map(Self.text).joined(separator: "\n"))
    context.console.note(
      found.isEmpty
        ? "No region has more in use than it was given."
        : kind.isForFamilies
          ? "Next: kosh quota release INCLUSION --reason TEXT --protocol NUMBER"
          : "Next: kosh permit show PERMIT")
  }

  /// One sentence for a region, as loading an order warns of it.
  static func sentence(_ concerned: QuotaOverrun.Concerned) -> String {
    let line = concerned.line
    let inUse = line.reserved + line.used
    let places = line.allotted == 1 ? "place" : "places"
    return "\(line.region) has \(QuotaOrderText.shown(line.allotted)) \(places) and "
      + "\(inUse.grouped) in use: \(line.overrun.grouped) too many"
  }

  private static func text(_ concerned: QuotaOverrun.Concerned) -> String {
    var text = "\(sentence(concerned))\n"
    for record in concerned.inclusions {
      text += "  \(record.family)  \(InclusionText.line(record))\n"
    }
    for permit in concerned.permits { text += "  \(permit)\n" }
    return text
  }

  private static func json(_ concerned: QuotaOverrun.Concerned) -> JSONValue {
    let line = concerned.line
    return [
      "region": .string(line.region), "allotted": QuotaOrderText.places(line.allotted),
      "reserved": .integer(line.reserved), "used": .integer(line.used),
      "overrun": .integer(line.overrun),
      "concerned": .array(concerned.inclusions.map(InclusionText.json)),
      "permits": .array(concerned.permits.map { .string("\($0)") }),
    ]
  }
}
