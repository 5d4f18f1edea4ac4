import Domain
import Reports

/// `kosh name compare`: how alike two names are, and why.
struct NameCompareCommand: Command {
  static let words = "name compare"
  static let summary = "Compare two names in any scripts, and say why they are alike or not."
  static let details = """
    Likeness goes from 0 to 1000; from 800 on two words are one name in two spellings. The words \
    may come in any order, and the father's name may be a patronymic, a surname, or the second \
    part of a name from China. The number behind each step is its cost; 100 is about one letter.
    """
  static let examples = [
    "kosh name compare 'Асан Серікұлы' 'Ashan Sailike'",
    "kosh name compare Нұрлан NURZHAN --json",
  ]
  static let parameters: [CommandParameter] = [
    .argument("name", "a name, in any script"),
    .argument("other", "the name to hold against it"),
  ]

  private let name: NameReading
  private let other: NameReading

  init(_ arguments: Arguments) throws(Failure) {
    name = try arguments.required("name") { (text) throws(Failure) in try NameText.reading(text) }
    other = try arguments.required("other") { (text) throws(Failure) in
      try NameText.reading(text)
    }
  }

  func run(in context: Context) throws(Failure) {
    let evidence = NameComparison.compare([name], [other])
    let rows: [(label: String, likeness: Int?, pair: NameEvidence.Pair?)] = [
      ("given", evidence.given, evidence.givenPair),
      ("family", evidence.family, evidence.familyPair),
      ("father", evidence.father, evidence.fatherPair),
    ]
    var members: [(String, JSONValue)] = []
    var text = ""
    for row in rows {
      guard let likeness = row.likeness, let pair = row.pair else {
        members.append((row.label, .null))
        continue
      }
      members.append((row.label, Self.json(likeness, pair)))
      text += Self.lines(row.label, likeness, pair)
    }
    members.append(("crossed", .bool(evidence.isCrossed)))
    members.append(("left_over", Self.words(evidence.leftOver)))
    members.append(("other_left_over", Self.words(evidence.otherLeftOver)))
    if evidence.isCrossed { text += "The given name of one stands as the other's family name.\n" }
    let lone = (evidence.leftOver + evidence.otherLeftOver).map(\.folded)
    if !lone.isEmpty { text += "Without a partner: \(lone.joined(separator: ", ")).\n" }
    context.console.answer(.object(members), text)
  }

  private static func lines(_ label: String, _ likeness: Int, _ pair: NameEvidence.Pair) -> String {
    let isSame = likeness >= NameComparison.same
    let isInitial = pair.some.isInitial || pair.other.isInitial
    let verdict =
      isInitial && likeness > 0 ? "may be the same name" : isSame ? "the same name" : "another name"
    let steps = NameComparison.explain(pair.some, pair.other).map { "  \($0)\n" }
    return "\(label): \(pair.some.folded) ~ \(pair.other.folded)  \(likeness), \(verdict)\n"
      + steps.joined()
  }

  private static func json(_ likeness: Int, _ pair: NameEvidence.Pair) -> JSONValue {
    [
      "likeness": .count(likeness), "word": .string(pair.some.folded),
      "other": .string(pair.other.folded), "same": .bool(likeness >= NameComparison.same),
      "steps": .array(NameComparison.explain(pair.some, pair.other).map { .string($0) }),
    ]
  }

  private static func words(_ words: [NameWord]) -> JSONValue {
    .array(words.map { .string($0.folded) })
  }
}
