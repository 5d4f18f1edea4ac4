import Domain
import Reports
import Services

/// `kosh person compare`: the command-line face of ``ComparePersons``.
struct PersonCompareCommand: Command {
  static let words = "person compare"
  static let summary = "Show two persons side by side, with what differs."
  static let details = """
    Each is shown with all its numbers. Two numbers of one person are shown apart: what was \
    entered under each. A line that differs is marked ≠; what cannot be true of one person, and \
    what was decided about the two, stands below.
    """
  static let examples = ["kosh person compare P-2026-000004-2 P-2026-000017-R"]
  static let parameters: [CommandParameter] = [
    .argument("person", "a number of the one"), .argument("other", "a number of the other"),
  ]

  private let query: ComparePersons

  init(_ arguments: Arguments) throws(Failure) {
    query = ComparePersons(
      left: try arguments.personNumber("person"), right: try arguments.personNumber("other"))
  }

  func run(in context: Context) throws(Failure) {
    let found = try context.answer(query)
    context.console.answer(Self.json(found), Self.text(found))
    guard !found.isOne else { return }
    context.console.note("Next: kosh match decide \(query.left) \(query.right) --same|--different")
  }

  private static func text(_ found: PersonComparison) -> String {
    var text = PersonSheetText.sideBySide(found.left, found.right)
    if found.isOne { text += "Both are numbers of one person.\n" }
    for contradiction in found.contradictions { text += "Contradiction: \(contradiction)\n" }
    if let match = found.match {
      text += "On the list: \(MatchText.score(match)) \(match.decision): \(match.reasons)\n"
    }
    if let difference = found.difference { text += "Decided: different, \(difference)\n" }
    return text
  }

  private static func json(_ found: PersonComparison) -> JSONValue {
    let differing = PersonSheetText.facts(found.left, found.right).filter(\.differs)
    return [
      "left": PersonSheetText.json(found.left), "right": PersonSheetText.json(found.right),
      "one": .bool(found.isOne), "differs": .array(differing.map { .string($0.name) }),
      "contradictions": .array(found.contradictions.map(JSONValue.string)),
      "case": found.match.map(MatchText.json) ?? .null,
      "different": .optional(found.difference),
    ]
  }
}
