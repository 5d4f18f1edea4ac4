import Domain
import Reports
import Services

/// `kosh place outcomes`: the command-line face of ``PlacementOutcomes``.
struct PlaceOutcomesCommand: Command {
  static let words = "place outcomes"
  static let summary = "Compare what was advised and decided with what became of the families."
  static let details = """
    One line a decision: what was advised, what was decided and why, where the family has places, \
    and where it lives on the day. Counted are the decisions that stand, those as advised and those \
    otherwise: how many have places, and how many live where it was decided. Where a family lives is \
    known where a move is recorded.
    """
  static let examples = [
    "kosh place outcomes --year 2026", "kosh place outcomes --year 2026 --on 2027-06-01 --json",
  ]
  static let parameters: [CommandParameter] =
    PlaceOptions.quota + [.option("on", "DATE", "the day; without it, today")]

  private let options: PlaceOptions
  private let on: LocalDate?

  init(_ arguments: Arguments) throws(Failure) {
    options = try PlaceOptions(arguments, hasFactors: false)
    on = try arguments.date("on")
  }

  func run(in context: Context) throws(Failure) {
    let found = try context.answer(
      PlacementOutcomes(kind: options.kind, year: options.year(in: context), on: on))
    context.console.answer(Self.json(found), Self.text(found))
    if found.lines.isEmpty {
      context.console.note("Nothing is decided. Next: kosh place advise --queue")
    }
  }

  private static func text(_ found: PlacementOutcomes.Answer) -> String {
    var text = ""
    for line in found.lines {
      text += DecisionText.line(line.decision)
      if line.isReplaced {
        text += "; decided anew since\n"
        continue
      }
      let places = line.inclusion.map { "places in \($0.region) \($0.step.rawValue)" }
      let home = line.home.map { "lives in \($0)" }
      text += "; \(places ?? "no places"); \(home ?? "home not known")\n"
    }
    for isAsAdvised in [true, false] {
      let tally = found.tally(asAdvised: isAsAdvised)
      text += "\(isAsAdvised ? "As advised" : "Otherwise ")  \(tally.decided.grouped) decided, "
      text += "\(tally.withPlaces.grouped) with places (\(tally.withPlacesThere.grouped) there), "
      text += "\(tally.withHome.grouped) with a home (\(tally.livingThere.grouped) there)\n"
    }
    return text
  }

  private static func json(_ found: PlacementOutcomes.Answer) -> JSONValue {
    let lines = found.lines.map { line in
      JSONValue.object(
        DecisionText.members(line.decision) + [
          ("replaced", .bool(line.isReplaced)),
          ("places_in", .optional(line.inclusion?.region)),
          ("places_state", .optional(line.inclusion?.step.rawValue)),
          ("lives_in", .optional(line.home)),
        ])
    }
    return [
      "kind": .string(found.kind.rawValue), "year": .count(found.year), "on": .date(found.on),
      "decisions": .array(lines), "as_advised": json(found.tally(asAdvised: true)),
      "otherwise": json(found.tally(asAdvised: false)),
    ]
  }

  private static func json(_ tally: PlacementOutcomes.Answer.Tally) -> JSONValue {
    [
      "decided": .count(tally.decided), "with_places": .count(tally.withPlaces),
      "with_places_there": .count(tally.withPlacesThere), "with_home": .count(tally.withHome),
      "living_there": .count(tally.livingThere),
    ]
  }
}
