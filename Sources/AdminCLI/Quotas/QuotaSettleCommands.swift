import Domain
import Reports
import Services

/// `kosh quota confirm`: the command-line face of ``ConfirmInclusion``.
struct QuotaConfirmCommand: Command {
  static let words = "quota confirm"
  static let summary = "Confirm a reservation by the commission's protocol."
  static let details = """
    Confirmed are the places of those who still belong to the family on the day; those of the \
    others go back. Who came since has no place yet: kosh quota include --newcomers.
    """
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
  static let details = """
    A reservation is released as it is; places that a protocol confirmed are taken back by a \
    protocol. --person gives back the places of some, and the others keep theirs.
    """
  static let examples = [
    "kosh quota release Q-2026-000045-8 --reason 'did not come'",
    "kosh quota release Q-2026-000045-8 --person P-2026-000002-6 --reason died --protocol 31",
  ]
  static let parameters: [CommandParameter] = [
    .argument("inclusion", "the number of the inclusion"),
    .option("person", "NUMBER", "whose place; without it, everybody's", repeated: true),
    .option("reason", "TEXT", "why", required: true),
    .option("protocol", "NUMBER", "the protocol that takes confirmed places back"),
    .option("protocol-date", "DATE", "the day of the sitting"),
    .option("on", "DATE", "the day of effect; without it, today"),
  ]

  private let useCase: ReleaseInclusion

  init(_ arguments: Arguments) throws(Failure) {
    useCase = ReleaseInclusion(
      inclusion: try arguments.inclusion(),
      people: try arguments.all("person") { (text) throws(Failure) in try Number<Person>(text) },
      reason: try arguments.required("reason"), protocolNumber: arguments.text("protocol"),
      protocolDate: try arguments.date("protocol-date"), on: try arguments.date("on"))
  }

  func run(in context: Context) throws(Failure) {
    let record = try context.perform(useCase)
    context.console.answer(InclusionText.json(record), "\(InclusionText.line(record))\n")
    context.console.note(
      "Next: kosh quota queue --region \(record.region) shows for whom there are places now")
  }
}

extension Arguments {
  func inclusion() throws(Failure) -> Number<Inclusion> {
    try required("inclusion") { (text) throws(Failure) in try Number<Inclusion>(text) }
  }
}
