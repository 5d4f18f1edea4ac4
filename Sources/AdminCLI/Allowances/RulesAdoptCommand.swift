import Domain
import Reports
import Services

/// `kosh rules adopt`: the command-line face of ``AdoptRule``.
struct RulesAdoptCommand: Command {
  static let words = "rules adopt"
  static let summary = "Enter a new version of a figure of the law into the register."
  static let details = """
    The file is whole, as kosh rules show FIGURE --file prints it: the values that held before stay \
    in it, the last one is ended, and the new one follows. It is read as strictly as kosh rules check \
    does. The monthly calculation index is a table, and its figure is mci.

    From then on this register reckons with it. Earlier versions stay, and no grant changes by it.
    """
  static let examples = [
    "kosh rules adopt head.json --figure relocation/head --document \"order 501 of 2026-12-20\"",
    "kosh rules adopt mci.csv --document \"the law on the budget of 2027\" --dry-run",
  ]
  static let parameters: [CommandParameter] = [
    .argument("file", "the file, or - for standard input"),
    .option("figure", "KEY", "the figure, as kosh rules list names it"),
    .option("document", "TEXT", "the act it was read in", required: true),
  ]

  private let file: String
  private let key: String
  private let document: String

  init(_ arguments: Arguments) throws(Failure) {
    file = try arguments.required("file")
    key = arguments.text("figure") ?? RulesText.key(ofFile: file)
    document = try arguments.required("document")
  }

  func run(in context: Context) throws(Failure) {
    let bytes = try InputFile.read(file)
    let version = try RulesText.naming(file) { () throws(Failure) in
      try context.perform(AdoptRule(key: key, bytes: bytes, document: document))
    }
    let values = try Rules.read(key, bytes).values
    var text = "Adopted \(key): \(values.count) values"
    if values.unknown > 0 { text += ", \(values.unknown) of them not known" }
    text +=
      version.changesFrom.map { "; decisions from \($0) on differ.\n" } ?? "; no value differs.\n"
    var members = RulesText.members(version)
    members += [("values", .count(values.count)), ("unknown", .count(values.unknown))]
    context.console.answer(.object(members), text)
    if let from = version.changesFrom, from <= context.today {
      context.console.warn(
        "it changes what holds since \(from); grants that were made keep their figures")
    }
    context.console.note("Next: kosh rules show \(key)")
  }
}
