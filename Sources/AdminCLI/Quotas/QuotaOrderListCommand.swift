import Domain
import Reports
import Services

/// `kosh quota order list`: the command-line face of ``QuotaOrders``.
struct QuotaOrderListCommand: Command {
  static let words = "quota order list"
  static let summary = "List the orders that give places, with what each changed."
  static let details = """
    One line an order and kind, or part of a kind: its number, the day from which it counts, what the country had \
    before it and has from it on, and how it was read. A total that was not found is “…”.
    """
  static let examples = [
    "kosh quota order list --year 2024", "kosh quota order list --kind immigration --json",
  ]
  static let parameters: [CommandParameter] = [
    .option("year", "YEAR", "orders of this year's quotas"),
    .option("kind", "KIND", "the quota", choices: QuotaKind.allCases.map(\.rawValue)),
  ]

  private let query: QuotaOrders

  init(_ arguments: Arguments) throws(Failure) {
    query = QuotaOrders(
      kind: try arguments.choice("kind", QuotaKind.self),
      year: try arguments.count("year", least: 1991).map { Int(clamping: $0) })
  }

  func run(in context: Context) throws(Failure) {
    let entries = try context.answer(query)
    context.console.answer(
      .array(entries.map { .object(QuotaOrderText.head($0)) }),
      entries.map(Self.line).joined())
    context.console.note(
      entries.isEmpty
        ? "No order is loaded. Next: kosh quota order FILE"
        : "Next: kosh quota order show \(entries[entries.count - 1].order.number)")
  }

  private static func line(_ entry: QuotaOrders.Entry) -> String {
    let order = entry.order
    return "\(order.effectiveFrom)  \(order.quota) \(order.year)  order \(order.number): "
      + "\(QuotaOrderText.change(entry.before.total, entry.after.total, order.unit)), "
      + (order.labourShare.map { "\($0) % of the labour force, " } ?? "")
      + "\(order.citation.standing.rawValue)\n"
  }
}

/// `kosh quota order show`: one order, region by region.
struct QuotaOrderShowCommand: Command {
  static let words = "quota order show"
  static let summary = "Show an order: what each region had before it, and has from it on."
  static let details = """
    An order that concerns several quotas shows each, and the sum of those that count the same \
    unit in the same year: an order that moves places between kinds leaves it as it was.
    """
  static let examples = [
    "kosh quota order show 2024-08", "kosh quota order show 1581 --year 2013 --json",
  ]
  static let parameters: [CommandParameter] = [
    .argument("number", "the order's number"),
    .option("year", "YEAR", "of this year's quota, where the number stands for several"),
    .option("kind", "KIND", "of this quota", choices: QuotaKind.allCases.map(\.rawValue)),
  ]

  private let query: QuotaOrders

  init(_ arguments: Arguments) throws(Failure) {
    query = QuotaOrders(
      number: try arguments.required("number"),
      kind: try arguments.choice("kind", QuotaKind.self),
      year: try arguments.count("year", least: 1991).map { Int(clamping: $0) })
  }

  func run(in context: Context) throws(Failure) {
    let entries = try context.answer(query)
    let regions = try Reference.regions()
    let language = context.global.language
    let sums = QuotaOrderText.sums(of: entries)
    let values = entries.map { QuotaOrderText.json($0, regions, language) }
    context.console.answer(
      ["orders": .array(values), "together": .array(sums.map(\.json))],
      entries.map { QuotaOrderText.page($0, regions, language) }.joined(separator: "\n")
        + sums.map(\.text).joined())
    if let order = entries.last?.order {
      context.console.note(
        "Next: kosh quota usage --year \(order.year) \(order.quota.options)")
    }
  }
}

/// `kosh quota order compare`: the command-line face of ``CompareQuotaOrders``.
struct QuotaOrderCompareCommand: Command {
  static let words = "quota order compare"
  static let summary = "Compare what held after one order with what held after another."
  static let examples = [
    "kosh quota order compare kandas-2024 2024-08", "kosh quota order compare 41-Ө 57-Ө --json",
  ]
  static let parameters: [CommandParameter] = [
    .argument("one", "an order's number"), .argument("other", "another's"),
  ]

  private let query: CompareQuotaOrders

  init(_ arguments: Arguments) throws(Failure) {
    query = CompareQuotaOrders(
      try arguments.required("one"), try arguments.required("other"))
  }

  func run(in context: Context) throws(Failure) {
    let pairs = try context.answer(query)
    let regions = try Reference.regions()
    let language = context.global.language
    context.console.answer(
      .array(pairs.map { QuotaOrderText.json($0, regions, language) }),
      pairs.map { QuotaOrderText.page($0, query, regions, language) }.joined(separator: "\n"))
  }
}
