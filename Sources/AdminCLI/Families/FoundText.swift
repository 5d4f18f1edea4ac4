import Domain
import Reports
import Services

/// A person who was found, for people and as JSON.
enum FoundText {
  /// Names of all papers, birth date.
  static func person(_ found: FoundPerson) -> String {
    let names = found.names.map(\.display).joined(separator: " · ")
    let birth = found.record.birthDate.map { "\($0)" } ?? "?"
    return "\(names)  \(birth)"
  }

  /// Why the person was found, one reason for each word.
  static func reasons(_ found: FoundPerson) -> [String] {
    let key = found.key ?? ""
    return switch found.by {
    case .name: found.met.map(reason)
    case .iin: ["IIN \(key)"]
    case .document: ["document \(key)"]
    case .number: ["number \(key)"]
    }
  }

  private static func reason(_ met: NameHit.Met) -> String {
    switch met.kind {
    case .same: "name “\(met.borne)”"
    case .sound: "name “\(met.borne)” sounds as \(met.sought)"
    case .letter: "one letter apart: \(met.sought) / \(met.borne)"
    case .beginning: "name “\(met.borne)” starts with \(met.sought)"
    }
  }

  /// What both lists say of a person.
  static func members(_ found: FoundPerson) -> [(String, JSONValue)] {
    [
      ("names", .array(found.names.map(FamilyText.name))),
      ("birth_date", .optional(found.record.birthDate.map { "\($0)" })),
      ("iin", .optional(found.record.iin)), ("score", .count(found.score)),
      ("by", .string(found.by.rawValue)), ("reasons", .array(reasons(found).map { .string($0) })),
    ]
  }

  static let parameters: [CommandParameter] = [
    .argument("text", "what to look for", repeated: true),
    .option("limit", "N", "at most this many", default: "20"),
  ]

  /// What is looked for, and how many are wanted.
  static func question(_ arguments: Arguments) throws(Failure) -> (text: String, limit: Int) {
    let limit = try arguments.count("limit", least: 1) ?? 20
    return (arguments.all("text").joined(separator: " "), Int(clamping: limit))
  }

  /// Prints a line and a value for each that was found.
  static func show<Match>(
    _ matches: [Match], of text: String, in context: Context, line: (Match) -> String,
    json: (Match) -> JSONValue
  ) {
    if matches.isEmpty { context.console.note("Nobody was found by “\(text)”.") }
    context.console.answer(
      .array(matches.map(json)), matches.map { line($0) + "\n" }.joined())
  }

  static let details = """
    Names are met without regard to case, to marks that offices leave out and to the script: \
    “нурлан”, NUERLAN and نۇرلان all find Нұрлан. The beginning of a name is enough, one letter of \
    a word may be wrong, and the words may come in any order; of three words or more, one may be \
    on no paper. The best come first, each with the reason why it was found. Of an IIN, a document \
    or a number every character must be right.
    """
}
