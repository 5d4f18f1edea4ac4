import Domain
import Reports
import Services

/// `kosh place decide`: the command-line face of ``DecidePlacement``.
struct PlaceDecideCommand: Command {
  static let words = "place decide"
  static let summary = "Decide where a waiting family goes, and keep what was advised beside it."
  static let details = """
    Without --region the family goes where it is advised. Another region needs a reason. Both are \
    kept for later comparison: what was advised and what it was worth, what one more place would have \
    brought, and what was decided. Give the same --factors as for the advice.

    The family is bound for the region from then on, and its places there are set aside in later \
    advice. They are taken by kosh quota include. A later decision takes the place of an earlier one, \
    and so does a corrected destination.
    """
  static let examples = [
    "kosh place decide F-2026-000123-7 --factors factors.csv",
    "kosh place decide F-2026-000123-7 --region KZ-11 --reason 'the school there teaches in Kazakh'",
  ]
  static let parameters: [CommandParameter] =
    [
      .argument("family", "the family's number"),
      .option("region", "CODE", "the region: ISO 3166-2 or KATO; without it, the advised one"),
      .option("reason", "TEXT", "why not as advised"),
    ] + PlaceOptions.quota + [PlaceOptions.factors]

  private let family: Number<Family>
  private let region: String?
  private let reason: String?
  private let options: PlaceOptions

  init(_ arguments: Arguments) throws(Failure) {
    family = try arguments.required("family") { (text) throws(Failure) in try Number<Family>(text) }
    region = arguments.text("region")
    reason = arguments.text("reason")
    options = try PlaceOptions(arguments)
  }

  func run(in context: Context) throws(Failure) {
    let decision = try context.perform(
      DecidePlacement(
        family: family, kind: options.kind, year: options.year(in: context), region: region,
        reason: reason, factors: options.factors(in: context)))
    context.console.answer(
      DecisionText.json(decision), "\(DecisionText.line(decision))\n")
    context.console.note("Next: kosh quota include \(family) --year \(decision.year)")
  }
}

/// A decision on placement for people and as JSON.
enum DecisionText {
  static func line(_ decision: PlacementDecision) -> String {
    let advised = decision.advised.map { "\($0.region) (\($0.points))" } ?? "to wait"
    var text = "\(decision.family)  \(decision.on)  "
    text += "\(decision.kind.rawValue) \(decision.year): "
    if decision.isAsAdvised {
      text += "\(advised), as advised"
    } else {
      text += "\(decision.chosen) (\(decision.decided.points)), advised \(advised)"
    }
    return text + (decision.reason.map { ": \(DisplayWidth.safe($0))" } ?? "")
  }

  static func json(_ decision: PlacementDecision) -> JSONValue { .object(members(decision)) }

  static func members(_ decision: PlacementDecision) -> [(String, JSONValue)] {
    [
      ("family", .string("\(decision.family)")), ("kind", .string(decision.kind.rawValue)),
      ("year", .count(decision.year)), ("on", .date(decision.on)),
      ("people", .count(decision.people)), ("wished", .optional(decision.wished)),
      ("advised", decision.advised.map(json) ?? .null), ("chosen", json(decision.decided)),
      ("as_advised", .bool(decision.isAsAdvised)), ("reason", .optional(decision.reason)),
      ("waiting", .count(decision.waiting)), ("places", .count(decision.places)),
      ("digest", .string(decision.digest)),
    ]
  }

  private static func json(_ choice: PlacementDecision.Choice) -> JSONValue {
    [
      "region": .string(choice.region), "points": .count(choice.points),
      "price": PlacementText.json(choice.price),
    ]
  }
}
