import Domain
import Reports
import Services

/// `kosh match estimate`: the command-line face of ``EstimateWeights``.
struct MatchEstimateCommand: Command {
  static let words = "match estimate"
  static let summary = "Estimate the weights of matching anew from the pairs of this register."
  static let details = """
    The file has the form of the weights that ship with Kosh, and `--weights FILE` of `kosh match \
    file` and `kosh match all` uses it. Nothing is learned otherwise, and no decision changes \
    because of it. An estimate rests on people who are registered twice: from a register with few \
    of them it is worth little, so try it on a file whose truth you know before you use it.
    """
  static let examples = ["kosh match estimate -o weights.csv"]
  static let parameters: [CommandParameter] = [
    .option("output", "FILE", "write the rows here", short: "o", required: true)
  ]

  private let output: String

  init(_ arguments: Arguments) throws(Failure) { output = try arguments.required("output") }

  func run(in context: Context) throws(Failure) {
    var progress: Progress?
    let outcome = try context.office().run(EstimateWeights(), as: context.user) { done, total in
      let shown = progress ?? context.console.progress("Comparing", unit: "families", of: total)
      progress = shown
      shown.update(done)
    }
    progress?.finish()
    var csv = ""
    CSVWriter.append(
      row: ["level", "same_ppm", "other_ppm", "source", "standing", "checked"], to: &csv)
    for row in outcome.rows {
      CSVWriter.append(
        row: [
          row.level.rawValue, "\(row.same)", "\(row.other)", row.citation.source,
          row.citation.standing.rawValue, "\(row.checked)",
        ], to: &csv)
    }
    try OutputFile.write(csv, to: output)
    context.console.answer(
      [
        "pairs": .count(outcome.pairs), "share_ppm": .count(Int(outcome.share)),
        "rounds": .count(outcome.rounds), "output": .string(output),
      ],
      "\(outcome.pairs.grouped) pairs, \(outcome.rounds) rounds: \(outcome.share.description) of a "
        + "million are one person. Weights written to \(output).\n")
  }
}
