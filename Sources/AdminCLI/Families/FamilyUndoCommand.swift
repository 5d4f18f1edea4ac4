import Domain
import Reports
import Services

/// `kosh family undo`: the command-line face of ``UndoFamilyAct``.
struct FamilyUndoCommand: Command {
  static let words = "family undo"
  static let summary = "Take back the last act on a family, where nothing was built on it."
  static let details = """
    What the act wrote is closed and what it closed is written again; places and money are where \
    they were. What the register knew in between stays answerable with --known-at. A number that \
    the act gave stays, withdrawn. Where later acts rest on it, the answer lists them and nothing \
    is changed. An undo is not undone: do the act again.
    """
  static let examples = [
    "kosh family undo F-2026-000001-R --reason 'entered for the wrong family' --dry-run"
  ]
  static let parameters: [CommandParameter] =
    [GroundOptions.family] + GroundOptions.ofPerson()

  private let useCase: UndoFamilyAct

  init(_ arguments: Arguments) throws(Failure) {
    useCase = UndoFamilyAct(
      family: try arguments.family("family"), reason: try arguments.required("reason"),
      document: arguments.text("document"))
  }

  func run(in context: Context) throws(Failure) {
    let change = try context.perform(useCase)
    let undone = change.undone.map { "Undone: act \($0.id) of \($0.today), \($0.action).\n\n" }
    context.console.answer(
      FamilyChangeText.json(change),
      (undone ?? "") + FamilyChangeText.text(change, context.global.language))
  }
}
