import Domain
import Reports
import Services

/// `kosh allowance grant`: the command-line face of ``GrantAllowance`` and ``GrantWaiting``.
struct AllowanceGrantCommand: Command {
  static let words = "allowance grant"
  static let summary = "Grant an allowance to a family that is included in a quota."
  static let details = """
    Every person is counted for a kind of allowance once, in whatever family. The grant freezes \
    the people, the MCI and the citations of the day.

    The money is set aside in the budget of the year of the decision, if anything is appropriated \
    for the programme: of the source that --source names, else of the first that has enough of \
    national, local and other. A region without enough is refused.

    --waiting grants it to every family of the year's quota whose inclusion is confirmed and who \
    has not had it.

    Rent asks for --place, and is for --months from --from-month on; the certificate and the loan \
    ask for --cost; the subsidy to an employer for --employer. These terms are frozen too. kosh \
    allowance eligible asks the same checks without granting.
    """
  static let examples = [
    "kosh allowance grant F-2026-000123-7 --kind relocation --decision 45-Ө",
    "kosh allowance grant --waiting --year 2026 --kind relocation",
    "kosh allowance grant F-2026-000123-7 --kind rent --place urban --months 12 --from-month 2026-11",
    "kosh allowance grant F-2026-000123-7 --kind certificate --cost 9000000",
  ]
  static let parameters: [CommandParameter] = [
    .argument("family", "the family's number", optional: true),
    .flag("waiting", "grant it to all who wait for it"),
    .option("kind", "KIND", "the scheme, such as relocation", default: "relocation"),
    .option("on", "DATE", "the day of the decision; without it, today"),
    .option("decision", "NUMBER", "the office's number of the decision"),
    BudgetText.sourceOption("whose money is set aside"),
    .option("place", "PLACE", "of rent: where the family lives", choices: ["rural", "urban"]),
    .option("months", "N", "of rent: for how many months; without it, for all that are left"),
    .option("from-month", "MONTH", "of rent: the first month; without it, that of the decision"),
    .option("cost", "TENGE", "of the certificate and the loan: what the home costs"),
    .option("employer", "BIN", "of the subsidy: the employer who helped the family to move"),
    .option("year", "YEAR", "with --waiting: the quota's year; without it, this year"),
    .option(
      "quota", "KIND", "with --waiting: the quota", choices: QuotaKind.ofFamilies.map(\.rawValue),
      default: "kandas"),
  ]

  private let family: Number<Family>?
  private let kind: AllowanceKind
  private let on: LocalDate?
  private let decision: String?
  private let terms: AllowanceTerms
  private let year: Int64?
  private let quota: QuotaKind
  private let source: BudgetSource?

  init(_ arguments: Arguments) throws(Failure) {
    family = try arguments.value("family") { (text) throws(Failure) in try Number<Family>(text) }
    kind = try AllowanceText.kind(of: arguments)
    on = try arguments.date("on")
    decision = arguments.text("decision")
    terms = try Self.terms(arguments)
    year = try arguments.count("year", least: 1991)
    quota = try arguments.choice("quota", QuotaKind.self) ?? .kandas
    source = try arguments.choice("source", BudgetSource.self)
    guard (family == nil) == arguments.flag("waiting") else {
      throw Failure(.usage, "name a family, or say --waiting")
    }
    guard family != nil || on == nil else {
      throw Failure(.usage, "--waiting decides today; --today sets the day")
    }
    guard family != nil || terms == .none else {
      throw Failure(.usage, "--waiting grants what depends on the people alone")
    }
  }

  private static func terms(_ arguments: Arguments) throws(Failure) -> AllowanceTerms {
    AllowanceTerms(
      place: try arguments.choice("place", AllowanceTerms.Place.self),
      months: try arguments.count("months", least: 1).map { Int(clamping: $0) },
      cost: try arguments.money("cost"), firstMonth: try arguments.month("from-month"),
      employer: try arguments.value("employer") { (text) throws(Failure) in try BIN(text) })
  }

  func run(in context: Context) throws(Failure) {
    guard let family else { return try grantWaiting(in: context) }
    let dossier = try context.perform(
      GrantAllowance(
        family: family, kind: kind, on: on, decision: decision, terms: terms, source: source))
    let grant = dossier.grant
    context.console.answer(
      AllowanceText.json(dossier, context.global.language),
      "Granted \(grant.number): \(grant.amount.grouped) tenge to \(family) for "
        + "\(People.text(grant.people)).\n")
    context.console.note("Next: kosh allowance explain \(grant.number)")
  }

  private func grantWaiting(in context: Context) throws(Failure) {
    guard !context.global.isDryRun, context.global.key == nil else {
      throw Failure(.usage, "--waiting is many decisions: it takes neither --dry-run nor --key")
    }
    let work = GrantWaiting(
      allowance: kind, quota: quota, year: year.map { Int(clamping: $0) } ?? context.today.year,
      decision: decision, source: source)
    let bar = context.console.progress("Granting", unit: "families")
    let summary = try context.office().run(work, as: context.user) { done, _ in bar.update(done) }
    bar.finish()
    context.console.answer(
      BatchText.json(summary, "granted"), BatchText.text(summary, "allowances granted"))
    context.console.note("Next: kosh report allowances --format html -o allowances.html")
  }
}
