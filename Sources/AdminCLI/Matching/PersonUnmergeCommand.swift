import Domain
import Reports
import Services

/// `kosh person unmerge`: the command-line face of ``UnmergePerson``.
struct PersonUnmergeCommand: Command {
  static let words = "person unmerge"
  static let summary = "Take a merge apart: an old number is a person of its own again."
  static let details = """
    Everything stands under the number it was entered with, so what came since the merge goes \
    where it was entered; --dry-run lists it. --give moves one thing to the other number: \
    WHAT:WHICH=PERSON, where WHAT is document (its number), name (as it is shown), fact \
    (KIND:VALUE) or family (its number; places in it go too). Memberships that the merge ended \
    are restored, and the two are recorded as different persons.
    """
  static let examples = [
    "kosh person unmerge P-2026-000017-R --reason 'a namesake' --dry-run",
    "kosh person unmerge P-2026-000017-R --reason 'a namesake' "
      + "--give document:E1234567=P-2026-000017-R",
  ]
  static let parameters: [CommandParameter] = [
    .argument("person", "the old number, which was merged into another"),
    .option("reason", "TEXT", "how it is known", required: true),
    .option("give", "WHAT=PERSON", "what goes to the other number", repeated: true),
  ]

  private let useCase: UnmergePerson

  init(_ arguments: Arguments) throws(Failure) {
    useCase = UnmergePerson(
      person: try arguments.personNumber("person"), reason: try arguments.required("reason"),
      gifts: try arguments.all("give") { (text) throws(Failure) in try PersonGift(text) })
  }

  func run(in context: Context) throws(Failure) {
    let unmerge = try context.perform(useCase)
    context.console.answer(Self.json(unmerge), Self.text(unmerge))
  }

  private static func text(_ unmerge: PersonUnmerge) -> String {
    var text = PersonSheetText.sideBySide(unmerge.person, unmerge.other)
    text += "\n\(unmerge.person.number) and \(unmerge.other.number) are two persons.\n"
    for membership in unmerge.restored {
      text += "  \(membership.person) is a member of \(membership.family) again\n"
    }
    for membership in unmerge.changed {
      text += "  the membership of \(membership.person) in \(membership.family) was changed since "
      text += "the merge, and stays as it is\n"
    }
    if unmerge.since.isEmpty { text += "  nothing was entered since they were merged\n" }
    for line in unmerge.since { text += "  since the merge: \(words(line))\n" }
    for line in unmerge.given { text += "  given: \(words(line))\n" }
    return text
  }

  private static func words(_ line: PersonUnmerge.Entry) -> String {
    let entry = line.entry
    let way = line.goesTo == entry.number ? "stays with" : "goes from \(entry.number) to"
    return "\(entry.kind.rawValue) \(entry.text) \(way) \(line.goesTo)"
  }

  private static func json(_ unmerge: PersonUnmerge) -> JSONValue {
    [
      "person": PersonSheetText.json(unmerge.person),
      "other": PersonSheetText.json(unmerge.other),
      "since": .array(unmerge.since.map(json)), "given": .array(unmerge.given.map(json)),
      "restored": .array(unmerge.restored.map(PersonSheetText.json)),
      "changed": .array(unmerge.changed.map(PersonSheetText.json)),
    ]
  }

  private static func json(_ line: PersonUnmerge.Entry) -> JSONValue {
    [
      "what": .string(line.entry.kind.rawValue), "text": .string(line.entry.text),
      "entered_under": .string("\(line.entry.number)"), "goes_to": .string("\(line.goesTo)"),
      "act": .integer(line.entry.act),
    ]
  }
}
