import Domain
import Reports
import Services

/// `kosh employer import`: the command-line face of ``ImportEmployers``.
struct EmployerImportCommand: Command {
  static let words = "employer import"
  static let summary = "Register the employers of a file."
  static var details: String {
    """
    The file is CSV in UTF-8 with a header: \(ImportEmployers.columns.joined(separator: ", ")). \
    section and size may be empty or absent; form and size are the words of kosh employer register.

    The good rows are saved; each that cannot be is refused with its line, field and rule, and exit \
    code 2 says that there were such. The same file read again changes nothing. An employer that \
    is registered with other content is refused as a conflict: kosh employer correct says what \
    changed, and why.
    """
  }
  static let examples = [
    "kosh employer import employers.csv --rejects refused.csv",
    "kosh employer import employers.csv --dry-run",
  ]
  static let parameters: [CommandParameter] = [
    .argument("file", "the file, or - for standard input"),
    .option("rejects", "FILE", "write what was refused as CSV"),
    .flag("all-or-nothing", "save nothing if anything is refused"),
  ]

  /// How many problems are shown on the screen; a file of rejects has them all.
  private static let shown = 20

  private let file: String
  private let rejects: String?
  private let allOrNothing: Bool

  init(_ arguments: Arguments) throws(Failure) {
    file = try arguments.required("file")
    rejects = arguments.text("rejects")
    allOrNothing = arguments.flag("all-or-nothing")
  }

  func run(in context: Context) throws(Failure) {
    let console = context.console
    let work = ImportEmployers(
      bytes: try InputFile.read(file), fileName: file, allOrNothing: allOrNothing,
      dryRun: context.global.isDryRun)
    let refused = IntakeLine.Collector(shown: Self.shown, keepingAll: rejects != nil)
    var bar: Progress?
    let summary = try context.office().run(
      work, as: context.user,
      progress: { done, all in
        bar = bar ?? console.progress("Importing", unit: "employers", of: all)
        bar?.update(done)
      }, refused: { refused.take($0) })
    bar?.finish()
    if let rejects { try OutputFile.write(refused.csv(subject: "identifier"), to: rejects) }
    for problem in refused.first {
      console.note("refused: \(IntakeLine.text(problem, subject: "employer"))")
    }
    refused.more.map(console.note)
    console.answer(json(summary), text(summary, dryRun: work.dryRun))
    guard summary.rejected > 0 else { return }
    throw Failure(
      .importRefused, "\(summary.rejected.grouped) employers of \(file) were refused",
      hint: rejects.map { "\($0) lists why; mend \(file) and import it again" }
        ?? "--rejects FILE lists them all; mend \(file) and import it again")
  }

  private func text(_ summary: ImportEmployers.Summary, dryRun: Bool) -> String {
    var text = "\(summary.read.grouped) rows read: "
    text += "\(summary.registered.grouped) employers registered, "
    text += "\(summary.unchanged.grouped) unchanged, \(summary.rejected.grouped) refused.\n"
    if dryRun { text += "Dry run: nothing was saved.\n" }
    if allOrNothing, summary.rejected > 0 { text += "All or nothing: nothing was saved.\n" }
    return text
  }

  private func json(_ summary: ImportEmployers.Summary) -> JSONValue {
    [
      "read": .count(summary.read), "registered": .count(summary.registered),
      "unchanged": .count(summary.unchanged), "rejected": .count(summary.rejected),
      "rejects": .optional(rejects),
    ]
  }
}
