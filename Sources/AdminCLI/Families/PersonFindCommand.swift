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
  static let parameters = FoundText.parameters

  private let query: FindPersons

  init(_ arguments: Arguments) throws(Failure) {
    let (text, limit) = try FoundText.question(arguments)
    query = FindPersons(text: text, limit: limit)
  }

  func run(in context: Context) throws(Failure) {
    FoundText.show(
      try context.answer(query), of: query.text, in: context, line: Self.line, json: Self.json)
  }

  private static func line(_ match: FindPersons.Match) -> String {
    let families = match.families.map { "\($0.family) \($0.relation.rawValue)" }
    return "\(match.found.record.number)  \(FoundText.person(match.found))  "
      + "\(families.isEmpty ? "no family" : families.joined(separator: ", "))  "
      + "(\(FoundText.reasons(match.found).joined(separator: "; ")))"
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
