import Domain
import Reports
import Services

/// `kosh match index`: the command-line face of ``IndexMatches``.
struct MatchIndexCommand: Command {
  static let words = "match index"
  static let summary = "Make the keys by which doubles are found, where they are missing."
  static let details = """
    Keys follow names and birth dates by themselves. Only a register that was filled by an earlier \
    version, or an import that was broken off, lacks many of them at once; then whatever needs \
    them says `match.not-indexed`. They are derived: nothing is lost with them.
    """
  static let examples = ["kosh match index", "kosh match index --anew --json"]
  static let parameters: [CommandParameter] = [
    .flag("anew", "throw away the keys that are there first")
  ]

  private let work: IndexMatches

  init(_ arguments: Arguments) throws(Failure) {
    work = IndexMatches(anew: arguments.flag("anew"))
  }

  func run(in context: Context) throws(Failure) {
    var progress: Progress?
    let outcome = try context.office().run(work, as: context.user) { done, total in
      let shown = progress ?? context.console.progress("Indexing", unit: "names", of: total)
      progress = shown
      shown.update(done)
    }
    progress?.finish()
    context.console.answer(
      ["names": .count(outcome.names), "keys": .count(outcome.keys)],
      "Keys of \(outcome.names.grouped) names made; the register has \(outcome.keys.grouped).\n")
  }
}
