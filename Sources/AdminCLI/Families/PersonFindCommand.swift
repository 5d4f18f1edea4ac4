import Domain
import Reports
import Services

/// `kosh person find`: the command-line face of ``FindPersons``.
struct PersonFindCommand: Command {
  static let words = "person find"
  static let summary = "Find persons by a name in any script, a document, an IIN or a number."
  static let details =
    FoundText.details + "\n\nEach person stands once, with every family it belongs or belonged to."
  static let examples = [
    "kosh person find 'нурланов нурлан'", "kosh person find 'Ashan·Nuerlan'",
    "kosh person find N00000001 --json",
  ]
  static let parameters: [CommandParameter] = [
    .argument("text", "what to look for", repeated: true), FoundText.limit,
  ]

  private let query: FindPersons

  init(_ arguments: Arguments) throws(Failure) {
    let text = arguments.all("text").joined(separator: " ")
    let limit = try arguments.count("limit", least: 1) ?? 20
    query = FindPersons(text: text, limit: Int(clamping: limit))
  }

  func run(in context: Context) throws(Failure) {
    let matches = try context.answer(query)
    guard !matches.isEmpty else {
      context.console.answer([] as JSONValue, "")
      context.console.note("Nobody was found by “\(query.text)”.")
      return
    }
    let lines = matches.map { match in
      let families = match.families.map { "\($0.family) \($0.relation.rawValue)" }
      return "\(match.found.record.number)  \(FoundText.person(match.found))  "
        + "\(families.isEmpty ? "no family" : families.joined(separator: ", "))  "
        + "(\(FoundText.reasons(match.found).joined(separator: "; ")))\n"
    }
    context.console.answer(.array(matches.map(Self.json)), lines.joined())
  }

  private static func json(_ match: FindPersons.Match) -> JSONValue {
    let families = match.families.map { membership -> JSONValue in
      [
        "family": .string("\(membership.family)"),
        "relation": .string(membership.relation.rawValue), "from": .date(membership.from),
        "to": .optional(membership.to.map { "\($0)" }),
      ]
    }
    return .object(
      [("person", .string("\(match.found.record.number)"))] + FoundText.members(match.found) + [
        ("families", .array(families))
      ])
  }
}
