import Domain
import Reports
import Services

/// `kosh quota confirm`: the command-line face of ``ConfirmInclusion``.
struct QuotaConfirmCommand: Command {
  static let words = "quota confirm"
  static let summary = "Confirm a reservation by the commission's protocol."
  static let examples = ["kosh quota confirm Q-2026-000045-8 --protocol 14"]
  static let parameters: [CommandParameter] = [
    .argument("inclusion", "the number of the reservation"),
    .option("protocol", "NUMBER", "the commission's protocol", required: true),
    .option("protocol-date", "DATE", "the day of the sitting"),
    .option("on", "DATE", "the day of effect; without it, today"),
  ]

  private let useCase: ConfirmInclusion

  init(_ arguments: Arguments) throws(Failure) {
    useCase = ConfirmInclusion(
      inclusion: try arguments.inclusion(), protocolNumber: try arguments.required("protocol"),
      protocolDate: try arguments.date("protocol-date"), on: try arguments.date("on"))
  }

  func run(in context: Context) throws(Failure) {
    let record = try context.perform(useCase)
    context.console.answer(InclusionText.json(record), "\(InclusionText.line(record))\n")
    context.console.note("Next: kosh allowance grant \(record.family) --kind relocation")
  }
}

/// `kosh quota release`: the command-line face of ``ReleaseInclusion``.
struct QuotaReleaseCommand: Command {
  static let words = "quota release"
  static let summary = "Give the places of an inclusion back, for a reason."
  static let examples = ["kosh quota release Q-2026-000045-8 --reason 'did not come'"]
  static let parameters: [CommandParameter] = [
    .argument("inclusion", "the number of the inclusion"),
    .option("reason", "TEXT", "why", required: true),
    .option("on", "DATE", "the day of effect; without it, today"),
  ]

  private let useCase: ReleaseInclusion

  init(_ arguments: Arguments) throws(Failure) {
    useCase = ReleaseInclusion(
      inclusion: try arguments.inclusion(), reason: try arguments.required("reason"),
      on: try arguments.date("on"))
  }

  func run(in context: Context) throws(Failure) {
    let record = try context.perform(useCase)
    context.console.answer(InclusionText.json(record), "\(InclusionText.line(record))\n")
  }
}

extension Arguments {
  fileprivate func inclusion() throws(Failure) -> Number<Inclusion> {
    try required("inclusion") { (text) throws(Failure) in try Number<Inclusion>(text) }
  }
}
