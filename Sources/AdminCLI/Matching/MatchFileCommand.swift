import Domain
import Reports
import Services

/// `kosh match file`: the command-line face of ``MatchFile``.
struct MatchFileCommand: Command {
  static let words = "match file"
  static let summary = "Hold every person of an intake file against the register."
  static let details = """
    The file is read as `kosh family import` reads it, and nothing of it is saved. For each of \
    its rows the likeliest person of the register is written as a row of CSV: line, \
    candidate_person, candidate_family_ref, candidate_source_line, score, decision, reasons. The \
    candidate's family_ref and line are those of the file it was registered from.

    The decision is `match`, `review` where somebody should look, or `none`. The score is the \
    probability that both are one person, from 0.000 to 1.000. Rows that make no form have the \
    decision `none`, with the rule that they break among the reasons.
    """
  static let examples = [
    "kosh match file arrivals.csv --output matches.csv",
    "kosh match file arrivals.csv --output matches.csv --json",
  ]
  static let parameters: [CommandParameter] = [
    .argument("file", "the intake file, or - for standard input"),
    .option("output", "FILE", "write the rows here instead of standard output", short: "o"),
    .option("weights", "FILE", "weights of another estimation than those of Kosh"),
  ]

  private let file: String
  private let output: String?
  private let weights: String?

  init(_ arguments: Arguments) throws(Failure) {
    file = try arguments.required("file")
    output = arguments.text("output")
    weights = arguments.text("weights")
  }

  func run(in context: Context) throws(Failure) {
    let console = context.console
    let office = try context.office()
    var work = MatchFile(bytes: try InputFile.read(file), fileName: file)
    if let weights { work.weights = try InputFile.read(weights) }
    var progress: Progress?
    let outcome = try office.run(work, as: context.user) { done, total in
      let shown = progress ?? console.progress("Matching", unit: "families", of: total)
      progress = shown
      shown.update(done)
    }
    progress?.finish()
    let csv = Self.csv(outcome)
    if let output {
      try OutputFile.write(csv, to: output)
      console.answer(json(outcome), text(outcome) + "\n")
    } else {
      console.answer(json(outcome), csv)
      console.note(text(outcome))
    }
  }

  private static func csv(_ outcome: MatchFile.Outcome) -> String {
    var text = ""
    CSVWriter.append(
      row: [
        "line", "candidate_person", "candidate_family_ref", "candidate_source_line", "score",
        "decision", "reasons",
      ], to: &text)
    for line in outcome.lines {
      CSVWriter.append(
        row: [
          "\(line.line)", line.candidate.map { "\($0)" } ?? "", line.familyReference,
          line.sourceLine.map { "\($0)" } ?? "", MatchCases.score(permille: line.score),
          line.decision.rawValue, line.reasons,
        ], to: &text)
    }
    return text
  }

  private func text(_ outcome: MatchFile.Outcome) -> String {
    var text = "\(outcome.lines.count.grouped) rows of \(outcome.families.grouped) families: "
    text += "\(outcome.count(.match).grouped) match, \(outcome.count(.review).grouped) to review, "
    text += "\(outcome.count(.none).grouped) not in the register"
    if outcome.unreadable > 0 { text += " (\(outcome.unreadable.grouped) families not read)" }
    return text + "."
  }

  private func json(_ outcome: MatchFile.Outcome) -> JSONValue {
    [
      "read": .count(outcome.lines.count), "families": .count(outcome.families),
      "unreadable": .count(outcome.unreadable), "match": .count(outcome.count(.match)),
      "review": .count(outcome.count(.review)), "none": .count(outcome.count(.none)),
      "output": .optional(output),
    ]
  }
}
