import Domain
import Reports
import Services

/// `kosh match decide`: the command-line face of ``DecideMatch``.
struct MatchDecideCommand: Command {
  static let words = "match decide"
  static let summary = "Decide whether two numbers are one person; the same are merged."
  static let details = """
    The pair leaves the list. --same merges the two in the same act, as kosh person merge does and \
    under its rules; --different keeps them apart, and matching does not propose them again. A \
    pair may be decided anew, and one may be decided that never stood on the list.
    """
  static let examples = [
    "kosh match decide P-2026-000017-R P-2026-000004-2 --same --reason 'same passport'",
    "kosh match decide P-2026-000017-R P-2026-000004-2 --different --reason 'twins'",
  ]
  static let parameters: [CommandParameter] = [
    .argument("person", "a number of the one"), .argument("candidate", "a number of the other"),
    .flag("same", "they are one person: merge them"),
    .flag("different", "they are two persons"),
    .option("reason", "TEXT", "how it is known", required: true),
    .option("document", "TEXT", "the paper it rests on"),
    .option("despite", "REASON", "why they are one though their records contradict each other"),
    .option("leave", "FAMILY", "the family whose membership ends by the merge"),
  ]

  private let useCase: DecideMatch

  init(_ arguments: Arguments) throws(Failure) {
    guard arguments.flag("same") != arguments.flag("different") else {
      throw Failure(.usage, "say --same or --different")
    }
    let isSame = arguments.flag("same")
    let leave = try arguments.value("leave") { (text) throws(Failure) in
      try Number<Family>(text)
    }
    guard isSame || (leave == nil && arguments.text("despite") == nil) else {
      throw Failure(.usage, "--despite and --leave go with --same")
    }
    useCase = DecideMatch(
      person: try arguments.personNumber("person"),
      candidate: try arguments.personNumber("candidate"), verdict: isSame ? .same : .different,
      ground: Ground(
        reason: try arguments.required("reason"), document: arguments.text("document")),
      despite: arguments.text("despite"), leave: leave)
  }

  func run(in context: Context) throws(Failure) {
    let outcome = try context.perform(useCase)
    let words = "\(useCase.person) and \(useCase.candidate) are two persons.\n"
    context.console.answer(
      [
        "verdict": .string(outcome.verdict.rawValue), "cases_closed": .count(outcome.casesClosed),
        "merge": outcome.merge.map(PersonMergeText.json) ?? .null,
      ], outcome.merge.map(PersonMergeText.text) ?? words)
    context.console.note("Next: kosh match list")
  }
}
