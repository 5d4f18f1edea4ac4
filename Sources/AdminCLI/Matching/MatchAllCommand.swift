import Domain
import Reports
import Services

/// `kosh match all`: the command-line face of ``MatchAll``.
struct MatchAllCommand: Command {
  static let words = "match all"
  static let summary = "Look through the register for people who are registered twice."
  static let details = """
    Every pair that is or may be one person is put on the list of `kosh match list`, where an \
    officer decides; nothing is merged here. A pair that stands on the list, or was decided, is \
    passed over, so the command may be broken off and run again.

    With --dry-run the pairs are counted and none is listed.
    """
  static let examples = ["kosh match all", "kosh match all --dry-run --json"]
  static let parameters: [CommandParameter] = [
    .option("weights", "FILE", "weights of another estimation than those of Kosh")
  ]

  private let weights: String?

  init(_ arguments: Arguments) throws(Failure) { weights = arguments.text("weights") }

  func run(in context: Context) throws(Failure) {
    let console = context.console
    let office = try context.office()
    var work = MatchAll(dryRun: context.global.isDryRun)
    if let weights { work.weights = try InputFile.read(weights) }
    var shown: (stage: MatchAll.Stage, progress: Progress)?
    let outcome = try office.run(work, as: context.user) { stage, done, total in
      if shown?.stage != stage {
        shown?.progress.finish()
        let (label, unit) = Self.words(of: stage)
        shown = (stage, console.progress(label, unit: unit, of: total))
      }
      shown?.progress.update(done)
    }
    shown?.progress.finish()
    console.answer(Self.json(outcome), Self.text(outcome))
    if work.dryRun {
      console.note("Dry run: nothing was put on the list.")
    } else if outcome.listed > 0 {
      console.note("Next: kosh match list")
    }
  }

  private static func words(of stage: MatchAll.Stage) -> (label: String, unit: String) {
    switch stage {
    case .indexing: ("Indexing", "names")
    case .pairing: ("Pairing", "keys")
    case .weighing: ("Weighing", "families")
    case .listing: ("Listing", "pairs")
    }
  }

  private static func text(_ outcome: MatchAll.Outcome) -> String {
    "\(outcome.persons.grouped) people: \(outcome.match.grouped) pairs match, "
      + "\(outcome.review.grouped) to review; \(outcome.listed.grouped) put on the list.\n"
  }

  private static func json(_ outcome: MatchAll.Outcome) -> JSONValue {
    [
      "persons": .count(outcome.persons), "pairs": .count(outcome.pairs),
      "families": .count(outcome.families), "match": .count(outcome.match),
      "review": .count(outcome.review), "listed": .count(outcome.listed),
    ]
  }
}
