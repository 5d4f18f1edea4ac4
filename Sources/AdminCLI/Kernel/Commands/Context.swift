package import Domain
import Glibc
package import Services

/// Opens the database at a path, or makes it; the program that links an engine supplies this.
package typealias OfficeOpener =
  @Sendable (_ path: String, _ creating: Bool, _ clock: Clock) throws(Failure) -> Office

/// What a running command is given: the options of every command, a console, and a way into the
/// office.
package struct Context {
  package let global: GlobalOptions
  package let console: Console
  /// The clock, with the day that `--today` sets.
  package let clock: Clock
  /// Every command there is, for those that write about commands.
  package let tree: CommandTree
  let openOffice: OfficeOpener
  /// From where questions are asked; nil for here and now.
  private(set) var vantage: Vantage?
  /// The permission that covers what is shown, where it is not that of the question.
  private(set) var shownUnder: Permission?
  /// Whether questions that show personal data are written into the trail, each.
  private(set) var isTraced = true

  /// The day to act on: `--today`, else the office's calendar.
  package var today: LocalDate { clock.day(at: clock.now()) }

  /// Who acts: `--as`, else `$KOSH_USER`, else the login name.
  package var user: String { global.user ?? LoginName.current() }

  /// The office at the database of this command line; `database.not-found` where there is none.
  func office() throws(Failure) -> Office {
    guard access(global.database, F_OK) == 0 else {
      throw Failure(
        .databaseNotFound, "there is no database at \(global.database)",
        hint: "kosh init makes one; --db or $KOSH_DB names another")
    }
    return try openOffice(global.database, false, clock)
  }

  /// The figures of the law: with what the register of this command line adopted, where there is
  /// one, and else as they are built in.
  func rules() throws(Failure) -> RegisterRules {
    access(global.database, F_OK) == 0 ? try office().rules() : try .builtIn()
  }

  /// Performs a use case as the user of this command line, with its key, or as a dry run.
  func perform<Case: UseCase>(_ useCase: Case) throws(Failure) -> Case.Outcome {
    let outcome = try office().perform(
      useCase, as: user, key: global.key, keeping: !global.isDryRun)
    noteDryRun()
    return outcome
  }

  /// Performs all of them or none, with the key of this command line, or as a dry run.
  func perform<Case: UseCase>(all useCases: [Case]) throws(Failure) -> [Case.Outcome] {
    let outcomes = try office().perform(
      all: useCases, as: user, key: global.key, keeping: !global.isDryRun)
    noteDryRun()
    return outcomes
  }

  /// The stable code of a region that was named in any way; nil where none was.
  ///
  /// Without a day it is one of today.
  func regionCode(_ text: String?, on day: LocalDate? = nil) throws(Failure) -> String? {
    try text.map { (text) throws(Failure) in
      try Reference.regions().resolve(text, on: day ?? today).code
    }
  }

  private func noteDryRun() {
    if global.isDryRun { console.note("Dry run: everything was checked and nothing was changed.") }
  }

  /// Answers a question as the user of this command line.
  func answer<Question: Query>(_ query: Question) throws(Failure) -> Question.Answer {
    try office().answer(
      query, as: user, from: vantage, under: shownUnder, traced: isTraced)
  }

  /// The same, for answers that are shown only as they may be published.
  func publishing() -> Context {
    var context = self
    context.shownUnder = .publishReports
    return context
  }

  /// The same, seen from a vantage: its day and moment are those of the clock.
  ///
  /// The database is opened once for all questions.
  func seeing(_ vantage: Vantage, traced: Bool = true) throws(Failure) -> Context {
    let office = try office()
    let clock = Clock(today: vantage.today, now: { vantage.knownAt })
    var context = Context(
      global: global, console: console, clock: clock, tree: tree,
      openOffice: { (_, _, _) throws(Failure) in office })
    context.vantage = vantage
    context.shownUnder = shownUnder
    context.isTraced = traced
    return context
  }
}
