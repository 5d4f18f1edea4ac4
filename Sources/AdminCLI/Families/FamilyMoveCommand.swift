import Domain
import Services

/// `kosh family move`: the command-line face of ``MoveFamily``.
struct FamilyMoveCommand: Command {
  static let words = "family move"
  static let summary = "Record where a family lives from a day on."
  static let details = """
    The day may be to come: the move then takes effect by itself.

    Places in a quota and allowances stay where they are. To transfer places to another region is \
    an act of its own.
    """
  static let examples = [
    "kosh family move F-2026-000001-R --region KZ-55 --district Ақсу --address 'Абай 5' "
      + "--reason 'registered at the address' --on 2026-08-01"
  ]
  static let parameters: [CommandParameter] =
    [
      GroundOptions.family,
      .option("region", "CODE", "the region: ISO 3166-2 or KATO", required: true),
      .option("district", "TEXT", "the district or town"),
      .option("address", "TEXT", "the address"),
    ] + GroundOptions.parameters(on: "the first day there; without it, today")

  private let useCase: MoveFamily

  init(_ arguments: Arguments) throws(Failure) {
    useCase = MoveFamily(
      family: try arguments.family(), region: try arguments.required("region"),
      district: arguments.text("district"), address: arguments.text("address"),
      ground: try arguments.ground())
  }

  func run(in context: Context) throws(Failure) {
    let outcome = try context.perform(useCase)
    FamilyActText.answer(outcome, in: context)
    let holding = outcome.family.inclusions.filter { $0.step.holdsPlaces }
    for inclusion in holding where inclusion.region != outcome.family.residence?.region {
      context.console.note(
        "The places of \(inclusion.number) stay in \(inclusion.region): a move transfers none.")
    }
  }
}
