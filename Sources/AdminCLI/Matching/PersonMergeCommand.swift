import Domain
import Reports
import Services

/// `kosh person merge`: the command-line face of ``MergePersons``.
struct PersonMergeCommand: Command {
  static let words = "person merge"
  static let summary = "Say that two numbers are one person."
  static let details = """
    The older number survives, unless --keep names the other, and the other resolves to it \
    everywhere. Nothing is rewritten: names, papers, places and grants keep the number they were \
    entered under and are read together. --dry-run shows both and what would follow.

    Refused where sex, full birth dates or IIN contradict each other (--despite says why they are \
    one all the same), where both hold a place of one kind or were granted the same allowance, and \
    where an officer decided that the two differ. Where each belongs to a family today, --leave \
    names the one whose membership ends.
    """
  static let examples = [
    "kosh person merge P-2026-000017-R P-2026-000004-2 --reason 'same passport' --dry-run",
    "kosh person merge P-2026-000017-R P-2026-000004-2 --reason 'same man' --leave F-2026-000009-B",
  ]
  static let parameters: [CommandParameter] = [
    .argument("person", "a number of the one"), .argument("into", "a number of the other"),
    .option("keep", "PERSON", "the number that survives; without it, the older"),
    .option("reason", "TEXT", "how it is known", required: true),
    .option("document", "TEXT", "the paper it rests on"),
    .option("despite", "REASON", "why they are one though their records contradict each other"),
    .option("leave", "FAMILY", "the family whose membership ends"),
  ]

  private let useCase: MergePersons

  init(_ arguments: Arguments) throws(Failure) {
    useCase = MergePersons(
      person: try arguments.personNumber("person"), into: try arguments.personNumber("into"),
      keep: try arguments.value("keep") { (text) throws(Failure) in try Number<Person>(text) },
      ground: Ground(
        reason: try arguments.required("reason"), document: arguments.text("document")),
      despite: arguments.text("despite"),
      leave: try arguments.value("leave") { (text) throws(Failure) in try Number<Family>(text) })
  }

  func run(in context: Context) throws(Failure) {
    let merge = try context.perform(useCase)
    context.console.answer(PersonMergeText.json(merge), PersonMergeText.text(merge))
    context.console.note("To take it apart: kosh person unmerge \(merge.link.person) --reason TEXT")
  }
}

/// A merge for people and as JSON.
enum PersonMergeText {
  static func text(_ merge: PersonMerge) -> String {
    var text = PersonSheetText.sideBySide(merge.survivor, merge.merged) + "\n"
    text += "\(merge.link.person) is \(merge.link.into): that number stands for both.\n"
    for membership in merge.ended {
      text += "  \(membership.person) is no longer a member of \(membership.family) "
      text += "(\(membership.relation.rawValue))\n"
    }
    for place in merge.merged.places {
      text += "  the place by \(place.number) in \(place.region) is \(merge.link.into)'s\n"
    }
    if merge.casesClosed > 0 {
      let pairs = merge.casesClosed == 1 ? "1 pair" : "\(merge.casesClosed) pairs"
      text += "  \(pairs) left the list of those to decide\n"
    }
    return text
  }

  static func json(_ merge: PersonMerge) -> JSONValue {
    [
      "survivor": PersonSheetText.json(merge.survivor),
      "merged": PersonSheetText.json(merge.merged), "reason": .string(merge.link.reason),
      "document": .optional(merge.link.document),
      "ended": .array(merge.ended.map(PersonSheetText.json)),
      "cases_closed": .count(merge.casesClosed),
    ]
  }
}
