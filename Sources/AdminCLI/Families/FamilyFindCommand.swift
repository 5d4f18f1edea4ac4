import Domain
import Reports
import Services

/// `kosh family find`: the command-line face of ``FindFamilies``.
struct FamilyFindCommand: Command {
  static let words = "family find"
  static let summary = "Find families by a name in any script, a document, an IIN or a number."
  static let details =
    FoundText.details + "\n\nEach family stands once, with the member whom the text met best."
  static let examples = [
    "kosh family find 'нурланов нурлан'", "kosh family find NUERLAN",
    "kosh family find N00000001", "kosh family find 061211600012 --json",
  ]
  static let parameters = FoundText.parameters

  private let query: FindFamilies

  init(_ arguments: Arguments) throws(Failure) {
    let (text, limit) = try FoundText.question(arguments)
    query = FindFamilies(text: text, limit: limit)
  }

  func run(in context: Context) throws(Failure) {
    FoundText.show(
      try context.answer(query), of: query.text, in: context, line: Self.line, json: Self.json)
  }

  private static func line(_ match: FindFamilies.Match) -> String {
    "\(match.family)  \(match.relation.rawValue)  \(FoundText.person(match.found))  "
      + "\(match.destinationRegion ?? "?")  "
      + "(\(FoundText.reasons(match.found).joined(separator: "; ")))"
  }

  private static func json(_ match: FindFamilies.Match) -> JSONValue {
    .object(
      [
        ("family", .string("\(match.family)")), ("person", .string("\(match.person.number)")),
        ("relation", .string(match.relation.rawValue)),
      ] + FoundText.members(match.found) + [
        ("destination_region", .optional(match.destinationRegion))
      ])
  }
}
