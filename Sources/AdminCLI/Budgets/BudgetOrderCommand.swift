import Domain
import Reports
import Services

/// `kosh budget order`: the command-line face of ``LoadBudgetOrder``.
struct BudgetOrderCommand: Command {
  static let words = "budget order"
  static let summary = "Load orders that appropriate money to the country and its regions."
  static let details = """
    The file is CSV: order_number, order_date, effective_from, programme, year, source, region, \
    amount, and optionally standing and citation. `source` is national, local or other. `amount` \
    is the region's new total by that order, in tenge; no region, or KZ, is the whole country, of \
    which a part may be kept back. All orders of a file are loaded, or none. An order is never \
    edited: a change comes as an order of its own, with its day of effect; loading one a second \
    time is refused, so it takes no --key.
    """
  static let examples = [
    "kosh budget order budget-2027.csv", "kosh budget order cut.csv --dry-run",
  ]
  static let parameters: [CommandParameter] = [
    .argument("file", "the orders, or - for standard input")
  ]

  private let file: String

  init(_ arguments: Arguments) throws(Failure) { file = try arguments.required("file") }

  func run(in context: Context) throws(Failure) {
    let orders = try BudgetOrderFile.read(
      InputFile.read(file), name: file, regions: Reference.regions(),
      programmes: Reference.budgetProgrammes())
    let loaded = try context.perform(all: orders.map { LoadBudgetOrder(order: $0) })
    let lines = loaded.map { order in
      "Loaded order \(order.number): \(order.title), "
        + "regions: \(order.lines.count { $0.region != nil }), "
        + "\(order.shown(order.statedTotal ?? order.knownSum)) from \(order.effectiveFrom)\n"
    }
    context.console.answer(.array(loaded.map(Self.json)), lines.joined())
    if !context.global.isDryRun { try warnOfOverruns(loaded, in: context) }
    if let order = loaded.first {
      context.console.note(
        "Next: kosh budget show --year \(order.year) --programme \(order.programme)")
    }
  }

  /// Where an order cuts below what grants have already.
  private func warnOfOverruns(_ orders: [BudgetOrder], in context: Context) throws(Failure) {
    for order in orders {
      let answer = try context.answer(
        BudgetExecution(
          year: order.year, programme: order.programme, source: order.source,
          on: max(order.effectiveFrom, context.today)))
      for row in answer.rows where row.line.overrun > .zero {
        let line = row.line
        let inUse = Money(tiyn: line.committed.tiyn + line.executed.tiyn)
        context.console.warn(
          "\(row.region ?? "KZ") has \(line.appropriated.grouped) tenge of \(order.title), and "
            + "\(inUse.grouped) are set aside or spent: \(line.overrun.grouped) too many")
      }
    }
  }

  private static func json(_ order: BudgetOrder) -> JSONValue {
    [
      "order": .string(order.number), "programme": .string(order.programme),
      "year": .count(order.year), "source": .string(order.source.rawValue),
      "effective_from": .date(order.effectiveFrom),
      "total": .money(Money(tiyn: order.statedTotal ?? order.knownSum)),
    ]
  }
}
