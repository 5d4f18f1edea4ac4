import Domain
import Reports
import Services

/// `kosh quota transfer`: the command-line face of ``TransferInclusion``.
struct QuotaTransferCommand: Command {
  static let words = "quota transfer"
  static let summary = "Move a family's places from one region's quota to another's."
  static let details = """
    The places are given back in the one region and taken in the other in one act. A reservation \
    stays one, with its term; confirmed places need --protocol. Only the people who hold these \
    places go, and of them those who still belong to the family.
    """
  static let examples = [
    "kosh quota transfer Q-2026-000045-8 --to KZ-10 --reason 'kin in Semey' --protocol 21"
  ]
  static let parameters: [CommandParameter] = [
    .argument("inclusion", "the number of the inclusion"),
    .option("to", "CODE", "the region that receives: ISO 3166-2 or KATO", required: true),
    .option("reason", "TEXT", "why", required: true),
    .option("protocol", "NUMBER", "the commission's protocol"),
    .option("protocol-date", "DATE", "the day of the sitting"),
    .option("on", "DATE", "the day of effect; without it, today"),
  ]

  private let useCase: TransferInclusion

  init(_ arguments: Arguments) throws(Failure) {
    useCase = TransferInclusion(
      inclusion: try arguments.inclusion(), region: try arguments.required("to"),
      reason: try arguments.required("reason"), protocolNumber: arguments.text("protocol"),
      protocolDate: try arguments.date("protocol-date"), on: try arguments.date("on"))
  }

  func run(in context: Context) throws(Failure) {
    let record = try context.perform(useCase)
    context.console.answer(InclusionText.json(record), "\(InclusionText.line(record))\n")
    context.console.note(
      "Next: kosh family move \(record.family) --region \(record.region) --reason TEXT")
  }
}

/// `kosh quota return`: the command-line face of ``ReturnPlaces``.
struct QuotaReturnCommand: Command {
  static let words = "quota return"
  static let summary = "Give unused places of a region back to the country."
  static let details = """
    Kept as an order of its own under the number of the paper. The country's total stays; what was \
    given back stands as undistributed until an order gives it to another region.
    """
  static let examples = [
    "kosh quota return KZ-27 --places 12 --document 04-11/338 --reason 'no applications'"
  ]
  static let parameters: [CommandParameter] = [
    .argument("region", "the region: ISO 3166-2 or KATO"),
    .option("places", "N", "how many", required: true),
    .option("document", "NUMBER", "the paper by which they are given back", required: true),
    .option("reason", "TEXT", "why", required: true),
    .option("year", "YEAR", "the quota's year; without it, this year"),
    .option(
      "kind", "KIND", "the quota", choices: QuotaKind.allCases.map(\.rawValue), default: "kandas"),
    .option("on", "DATE", "the day of effect; without it, today"),
  ]

  private let region: String
  private let places: Int64
  private let document: String
  private let reason: String
  private let year: Int64?
  private let kind: QuotaKind
  private let on: LocalDate?

  init(_ arguments: Arguments) throws(Failure) {
    region = try arguments.required("region")
    places = try arguments.count("places", least: 1) ?? 0
    document = try arguments.required("document")
    reason = try arguments.required("reason")
    year = try arguments.count("year", least: 1991)
    kind = try arguments.choice("kind", QuotaKind.self) ?? .kandas
    on = try arguments.date("on")
  }

  func run(in context: Context) throws(Failure) {
    let year = self.year.map { Int(clamping: $0) } ?? (on ?? context.today).year
    let order = try context.perform(
      ReturnPlaces(
        kind: kind, year: year, region: region, places: places, document: document,
        reason: reason, on: on))
    let left = order.lines.first?.amount ?? 0
    let code = order.lines.first?.region ?? region
    context.console.answer(
      [
        "order": .string(order.number), "kind": .string(order.kind.rawValue),
        "year": .count(order.year), "region": .string(code), "returned": .integer(places),
        "places": .integer(left), "effective_from": .date(order.effectiveFrom),
      ],
      "\(code) gives back \(places.grouped) of \(order.kind.rawValue) \(order.year) and has "
        + "\(left.grouped) from \(order.effectiveFrom), by \(order.number)\n")
    context.console.note("Next: kosh quota order show \(order.number)")
  }
}
