import Domain
import Reports
import Services

/// `kosh family import`: the command-line face of ``ImportFamilies``.
struct FamilyImportCommand: Command {
  static let words = "family import"
  static let summary = "Register the families of an intake file, or of an office's export."
  static var details: String {
    let columns = IntakeField.allCases.map(\.name).joined(separator: ", ")
    return """
      The file is CSV in UTF-8 with a header and one row a person; rows of a family share \
      family_ref and need not be adjacent, and one of them is the head. Its columns: \(columns).

      The good families are saved, a batch at a time; each family that cannot be is refused with \
      its line, field and rule, and exit code 2 says that there were such. The same file read \
      again changes nothing: a family is known by its source and its family_ref. A family whose \
      rows have changed since is refused as a conflict.

      With `--format office-export` the file is the export of the state's register of kandas: \
      title rows above a row of codes (APP_ID, APPLICANT, RELATION_DEGREE …), a person's row \
      repeated for each diploma, Russian words, dotted dates, `-` for empty. What can mean one \
      thing only, such as an IIN that lost its first zeros, is mended with a warning; the rest is \
      refused. A family is known by its APP_ID, whatever the file is called.

      People who are, or may be, registered already are registered all the same, and the pairs \
      are put on the list of `kosh match list`. With more than \(mostListed.grouped) new families \
      nobody looks: `kosh match all` does that quicker, once, for the whole register. \
      `--matches list` looks whatever the number, `--matches none` never; `--matches refuse` \
      refuses a family with someone who is registered, as `person.known`.

      `--progress lines` writes a line for each batch that is safely saved.
      """
  }
  static let examples = [
    "kosh family import arrivals.csv --rejects refused.csv",
    "kosh family import arrivals.csv --all-or-nothing --json",
    "kosh family import arrivals.csv --dry-run",
    "kosh family import kandas.csv --format office-export --rejects refused.csv",
  ]
  static let parameters: [CommandParameter] = [
    .argument("file", "the file, or - for standard input"),
    .option(
      "format", "FORMAT", "the format of the file", choices: IntakeFormat.allCases.map(\.rawValue),
      default: IntakeFormat.intake.rawValue),
    .option("rejects", "FILE", "write what was refused as CSV"),
    .option("warnings", "FILE", "write what was taken with a warning as CSV"),
    .option(
      "source", "NAME",
      "where the file comes from, if not its name (of an export, office-export): with "
        + "family_ref or APP_ID, a family's identity"),
    .flag("all-or-nothing", "save nothing if anything is refused"),
    .option(
      "matches", "HOW", "what to do about people who are registered already",
      choices: ["none", "list", "refuse"]),
  ]

  /// How many problems are shown on the screen; a file of rejects has them all.
  private static let shown = 20
  /// New families that are looked up when nobody has said how: about ten seconds of work.
  private static let mostListed = 5_000

  private let file: String
  private let format: IntakeFormat
  private let rejects: String?
  private let warnings: String?
  private let source: String
  private let allOrNothing: Bool
  private let matches: ImportFamilies.Matches

  init(_ arguments: Arguments) throws(Failure) {
    file = try arguments.required("file")
    rejects = arguments.text("rejects")
    warnings = arguments.text("warnings")
    format = try arguments.choice("format", IntakeFormat.self) ?? .intake
    // The numbers of an export's cases are one series, whatever file carries them.
    let name =
      format == .officeExport
      ? format.rawValue : file.split(separator: "/").last.map(String.init) ?? file
    let known = file == "-" && format == .intake ? nil : name
    guard let source = arguments.text("source") ?? known else {
      throw Failure(
        .usage, "say where rows from standard input come from: --source NAME",
        hint: "a family is known by its source and its family_ref")
    }
    self.source = source
    allOrNothing = arguments.flag("all-or-nothing")
    matches =
      switch arguments.text("matches") {
      case "none": .none
      case "list": .list(most: .max)
      case "refuse": .refuse
      default: .list(most: Self.mostListed)
      }
  }

  func run(in context: Context) throws(Failure) {
    let console = context.console
    let office = try context.office()
    let work = ImportFamilies(
      bytes: try InputFile.read(file), fileName: file, format: format, source: source,
      allOrNothing: allOrNothing, dryRun: context.global.isDryRun, matches: matches)
    let refused = IntakeLine.Collector(shown: Self.shown, keepingAll: rejects != nil)
    let warned = IntakeLine.Collector(shown: Self.shown, keepingAll: warnings != nil)
    let progress = ImportProgress(console)
    let watch = ImportFamilies.Watch(
      progress: { progress.saved($0, of: $1) }, checked: { progress.show($0, of: $1) },
      indexed: { progress.show($0, of: $1, "Indexing", "names") },
      matched: { progress.show($0, of: $1, "Matching", "families") },
      refused: { refused.take($0) }, warned: { warned.take($0) })
    let summary = try office.run(work, as: context.user, watch: watch)
    progress.finish()
    if let rejects { try OutputFile.write(refused.csv(), to: rejects) }
    if let warnings { try OutputFile.write(warned.csv(), to: warnings) }
    for warning in warned.first { console.warn(IntakeLine.text(warning)) }
    warned.more.map(console.note)
    for problem in refused.first { console.note("refused: \(IntakeLine.text(problem))") }
    refused.more.map(console.note)
    console.answer(json(summary), text(summary, dryRun: work.dryRun))
    noteDoubles(summary, console)
    if summary.rejected > 0 {
      throw Failure(
        .importRefused, "\(summary.rejected.grouped) families of \(file) were refused",
        hint: rejects.map { "\($0) lists why; mend \(file) and import it again" }
          ?? "--rejects FILE lists them all; mend \(file) and import it again")
    }
    console.note("Next: kosh quota include --waiting --year \(context.today.year) --protocol N")
  }

  private func text(_ summary: ImportFamilies.Summary, dryRun: Bool) -> String {
    var text = "\(summary.read.grouped) rows read: "
    text += "\(summary.registered.grouped) families registered "
    text += "(\(summary.persons.grouped) people), "
    text += "\(summary.unchanged.grouped) unchanged, \(summary.rejected.grouped) refused, "
    text += "\(summary.warnings.grouped) warnings.\n"
    if dryRun { text += "Dry run: nothing was saved.\n" }
    if allOrNothing, summary.rejected > 0 { text += "All or nothing: nothing was saved.\n" }
    return text
  }

  private func noteDoubles(_ summary: ImportFamilies.Summary, _ console: Console) {
    if let doubles = summary.doubles {
      guard doubles.match + doubles.review > 0 else { return }
      console.note(
        "\(doubles.match.grouped) people are registered already, \(doubles.review.grouped) may "
          + "be; \(doubles.listed.grouped) pairs were listed: kosh match list")
    } else if case .list(let most) = matches, summary.registered > most {
      console.note("Nobody looked for people registered before: kosh match all does.")
    }
  }

  private func json(_ summary: ImportFamilies.Summary) -> JSONValue {
    [
      "read": .count(summary.read),
      "families": [
        "registered": .count(summary.registered), "unchanged": .count(summary.unchanged),
        "rejected": .count(summary.rejected),
      ],
      "persons": .count(summary.persons), "warnings": .count(summary.warnings),
      "rejects": .optional(rejects),
      "matches": summary.doubles.map {
        ["match": .count($0.match), "review": .count($0.review), "listed": .count($0.listed)]
      } ?? .null,
    ]
  }
}

/// A bar for people, or a line for each batch that was saved.
private final class ImportProgress {
  private let console: Console
  private var bar: Progress?
  private var label = ""

  init(_ console: Console) { self.console = console }

  func saved(_ done: Int, of total: Int) {
    if console.progressStyle == .lines {
      console.note("saved \(done) of \(total) families")
    } else {
      show(done, of: total)
    }
  }

  func show(
    _ done: Int, of total: Int, _ label: String = "Importing", _ unit: String = "families"
  ) {
    if self.label != label {
      bar?.finish()
      bar = console.progress(label, unit: unit, of: total)
      self.label = label
    }
    bar?.update(done)
  }

  func finish() { bar?.finish() }
}
