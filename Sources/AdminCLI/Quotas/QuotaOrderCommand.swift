import Domain
import Reports
import Services

/// `kosh quota order`: the command-line face of ``LoadQuotaOrder``.
struct QuotaOrderCommand: Command {
  static let words = "quota order"
  static let summary = "Load orders that give places to regions."
  static let details = """
    The file is CSV: order_number, order_date, effective_from, kind, year, unit, region, places, \
    and optionally section, country, labour_share, standing and source. `places` is the region's new total by that order; the \
    region KZ is the whole country; an empty number of places is not known. A line with a section \
    (A to U) or a country (CHN) is of that part of a quota of permits; labour_share is what the order \
    sets in percent of the labour force. All orders of a file \
    are loaded, or none. An order is never edited: a change comes as an order of its own, with \
    its day of effect; loading one a second time is refused, so it takes no --key.
    """
  static let examples = ["kosh quota order order-2027.csv", "kosh quota order cut.csv --dry-run"]
  static let parameters: [CommandParameter] = [
    .argument("file", "the orders, or - for standard input")
  ]

  private let file: String

  init(_ arguments: Arguments) throws(Failure) { file = try arguments.required("file") }

  func run(in context: Context) throws(Failure) {
    let orders = try QuotaOrderFile.read(
      InputFile.read(file), name: file, regions: Reference.regions())
    let loaded = try context.perform(all: orders.map { LoadQuotaOrder(order: $0) })
    let lines = loaded.map { order in
      "Loaded order \(order.number): \(order.quota) \(order.year), "
        + "regions: \(order.lines.count { $0.region != nil }), "
        + "\(Self.total(of: order).map(\.grouped) ?? "…") \(order.unit.name.en) from "
        + "\(order.effectiveFrom)\n"
    }
    context.console.answer(.array(loaded.map(Self.json)), lines.joined())
    if !context.global.isDryRun { try warnOfOverruns(loaded, in: context) }
    if let order = loaded.first {
      context.console.note(
        "Next: kosh quota usage --year \(order.year) \(order.quota.options)")
    }
  }

  /// Whom the orders concern, from their day on, where they cut below what is used.
  private func warnOfOverruns(_ orders: [QuotaOrder], in context: Context) throws(Failure) {
    for order in orders {
      let day = max(order.effectiveFrom, context.today)
      let concerned = try context.answer(
        QuotaOverrun(kind: order.kind, part: order.part, year: order.year, on: day))
      for found in concerned {
        let sentence = QuotaOverrunCommand.sentence(found)
        let concerned = found.inclusions.map { "\($0.family)" } + found.permits.map { "\($0)" }
        let shown = concerned.prefix(5).joined(separator: ", ")
        let more = concerned.count > 5 ? " and \((concerned.count - 5).grouped) more" : ""
        context.console.warn(
          "\(sentence); concerned: \(shown)\(more); kosh quota overrun "
            + "--year \(order.year) \(order.quota.options)")
      }
    }
  }

  private static func json(_ order: QuotaOrder) -> JSONValue {
    [
      "order": .string(order.number), "kind": .string(order.kind.rawValue),
      "part": .optional(order.part?.code), "year": .count(order.year),
      "unit": .string(order.unit.rawValue),
      "effective_from": .date(order.effectiveFrom),
      "total": QuotaOrderText.places(total(of: order)),
    ]
  }

  /// What it gives the country; nil where its line is there without a number.
  private static func total(of order: QuotaOrder) -> Int64? {
    order.lines.contains { $0.region == nil } ? order.statedTotal : order.knownSum
  }
}
