import Domain
import Reports
import Services

/// `kosh quota include`: the command-line face of ``IncludeFamily`` and ``IncludeWaiting``.
struct QuotaIncludeCommand: Command {
  static let words = "quota include"
  static let summary = "Include a family, or all that wait, in a region's quota."
  static let details = """
    A family takes as many places as it has people on the day. With --protocol the places are \
    confirmed; without it they are reserved, until --expires where that is given. The region is \
    the family's destination unless --region names another.

    A child born later, or someone who came, takes a place of its own: --newcomers includes those \
    of the family who hold none, and leaves the others as they are.

    --waiting includes every family that waits, in the order of kosh quota queue, each in the region \
    it is bound for; those that cannot be included are counted by reason, and hold nobody else back.
    """
  static let examples = [
    "kosh quota include F-2026-000123-7 --kind kandas --year 2026 --region KZ-55 --protocol 12",
    "kosh quota include --waiting --year 2026 --protocol 12",
  ]
  static let parameters: [CommandParameter] = [
    .argument("family", "the family's number", optional: true),
    .flag("waiting", "include all families that wait"),
    .flag("newcomers", "only those of the family who hold no place yet"),
    .option(
      "kind", "KIND", "the quota", choices: QuotaKind.ofFamilies.map(\.rawValue), default: "kandas"),
    .option("year", "YEAR", "the quota's year; without it, this year"),
    .option("region", "CODE", "the region: ISO 3166-2 or KATO"),
    .option("protocol", "NUMBER", "the commission's protocol"),
    .option("protocol-date", "DATE", "the day of the sitting"),
    .option("expires", "DATE", "the first day on which a reservation no longer holds"),
    .option("on", "DATE", "the day on which people are counted; without it, today"),
  ]

  private let family: Number<Family>?
  private let kind: QuotaKind
  private let year: Int64?
  private let region: String?
  private let protocolNumber: String?
  private let protocolDate: LocalDate?
  private let expires: LocalDate?
  private let who: IncludeFamily.Who
  private let on: LocalDate?

  init(_ arguments: Arguments) throws(Failure) {
    who = arguments.flag("newcomers") ? .newcomers : .everyone
    family = try arguments.value("family") { (text) throws(Failure) in try Number<Family>(text) }
    kind = try arguments.choice("kind", QuotaKind.self) ?? .kandas
    year = try arguments.count("year", least: 1991)
    region = arguments.text("region")
    protocolNumber = arguments.text("protocol")
    protocolDate = try arguments.date("protocol-date")
    expires = try arguments.date("expires")
    on = try arguments.date("on")
    guard (family == nil) == arguments.flag("waiting") else {
      throw Failure(.usage, "name a family, or say --waiting")
    }
    guard family != nil || !arguments.flag("newcomers") else {
      throw Failure(.usage, "--newcomers is of one family: name it")
    }
    guard family != nil || protocolNumber != nil else {
      throw Failure(.usage, "--waiting needs the protocol that includes the families: --protocol")
    }
    guard protocolNumber?.isEmpty != true else {
      throw Failure(.usage, "--protocol: the protocol has no number")
    }
  }

  func run(in context: Context) throws(Failure) {
    let year = self.year.map { Int(clamping: $0) } ?? (on ?? context.today).year
    guard let family else { return try includeWaiting(in: context, year: year) }
    let record = try context.perform(
      IncludeFamily(
        family: family, kind: kind, year: year, region: region, protocolNumber: protocolNumber,
        protocolDate: protocolDate, expiresOn: expires, who: who, on: on))
    for doubt in record.doubts { context.console.warn(doubt) }
    context.console.answer(
      InclusionText.json(record, warnings: record.doubts), "\(InclusionText.line(record))\n")
    context.console.note(
      record.step == .confirmed
        ? "Next: kosh allowance grant \(family) --kind relocation"
        : "Next: kosh quota confirm \(record.number) --protocol N")
  }

  private func includeWaiting(in context: Context, year: Int) throws(Failure) {
    let code = try context.regionCode(region)
    let summary = try context.includeWaiting(
      IncludeWaiting(
        kind: kind, year: year, region: code, protocolNumber: protocolNumber,
        protocolDate: protocolDate), saying: "Including")
    context.console.answer(
      BatchText.json(summary, "included"), BatchText.text(summary, "families included"))
    context.console.note("Next: kosh allowance grant --waiting --year \(year) --kind relocation")
  }
}

extension Context {
  /// Includes those who wait, with progress; what an officer should look at is warned of.
  func includeWaiting(_ work: IncludeWaiting, saying verb: String) throws(Failure)
    -> BatchSummary<Inclusion>
  {
    guard !global.isDryRun, global.key == nil else {
      throw Failure(.usage, "this is many decisions: it takes neither --dry-run nor --key")
    }
    let bar = console.progress(verb, unit: "families")
    let summary = try office().run(work, as: user) { done, _ in bar.update(done) }
    bar.finish()
    for doubt in summary.doubts { console.warn(doubt) }
    return summary
  }
}

/// What a run over many families came to.
enum BatchText {
  static func text<Entity>(_ summary: BatchSummary<Entity>, _ done: String) -> String {
    var text = "\(summary.done.count.grouped) \(done), \(summary.refused.count.grouped) refused\n"
    for (code, count) in summary.reasons {
      let example = summary.refused.first { $0.failure.code == code }
      text += "  \(count.grouped)  \(code.rawValue): \(example?.failure.detail ?? "")"
      text += count > 1 ? ", and others\n" : "\n"
    }
    return text
  }

  static func json<Entity>(_ summary: BatchSummary<Entity>, _ done: String) -> JSONValue {
    .object([
      (done, .array(summary.done.map { .string("\($0)") })),
      (
        "refused",
        .array(
          summary.refused.map {
            [
              "family": .string("\($0.family)"), "code": .string($0.failure.code.rawValue),
              "message": .string($0.failure.detail),
            ]
          })
      ),
    ])
  }
}
