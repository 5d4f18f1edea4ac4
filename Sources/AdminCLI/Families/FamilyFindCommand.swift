import Domain
import Reports
import Services

/// `kosh family find`: the command-line face of ``FindFamilies``.
struct FamilyFindCommand: Command {
  static let words = "family find"
  static let summary = "Find families by a name in any script, a document, an IIN or a number."
  static let details = """
    Names are met without regard to case and to marks that offices leave out: “нурлан” finds \
    Нұрлан. The beginning of a name is enough, and the words may come in any order.
    """
  static let examples = [
    "kosh family find 'нурланов нурлан'", "kosh family find N00000001",
    "kosh family find 061211600012 --json",
  ]
  static let parameters: [CommandParameter] = [
    .argument("text", "what to look for", repeated: true),
    .option("limit", "N", "at most this many", default: "20"),
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
      let names = match.names.map(\.display).joined(separator: " · ")
      let birth = match.person.birthDate.map { "\($0)" } ?? "?"
      return "\(match.family)  \(match.relation.rawValue)  \(names)  \(birth)  "
        + "\(match.destinationRegion ?? "")\n"
    }
    context.console.answer(.array(matches.map(Self.json)), lines.joined())
  }

  private static func json(_ match: FindFamilies.Match) -> JSONValue {
    [
      "family": .string("\(match.family)"), "person": .string("\(match.person.number)"),
      "relation": .string(match.relation.rawValue),
      "names": .array(match.names.map(FamilyText.name)),
      "birth_date": .optional(match.person.birthDate.map { "\($0)" }),
      "iin": .optional(match.person.iin),
      "destination_region": .optional(match.destinationRegion), "by": .string(match.by),
    ]
  }
}
