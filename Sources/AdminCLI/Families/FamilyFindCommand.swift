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
  static let parameters: [CommandParameter] = [
    .argument("text", "what to look for", repeated: true), FoundText.limit,
  ]

  private let query: FindFamilies

  init(_ arguments: Arguments) throws(Failure) {
    let text = arguments.all("text").joined(separator: " ")
    let limit = try arguments.count("limit", least: 1) ?? 20
    query = FindFamilies(text: text, limit: Int(clamping: limit))
  }

  func run(in context: Context) throws(Failure) {
    let matches = try context.answer(query)
    guard !matches.isEmpty else {
      context.console.answer([] as JSONValue, "")
      context.console.note("Nobody was found by “\(query.text)”.")
      return
    }
    let lines = matches.map { match in
      "\(match.family)  \(match.relation.rawValue)  \(FoundText.person(match.found))  "
        + "\(match.destinationRegion ?? "?")  "
        + "(\(FoundText.reasons(match.found).joined(separator: "; ")))\n"
    }
    context.console.answer(.array(matches.map(Self.json)), lines.joined())
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
