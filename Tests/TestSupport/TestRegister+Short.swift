package import Domain
package import Services

extension TestRegister {
  /// Includes a family in its region's quota of this year; reserves where there is no protocol.
  @discardableResult
  package func include(
    _ family: Number<Family>, kind: QuotaKind? = nil, region: String? = nil,
    protocolNumber: String? = nil, expires: String? = nil, on: String? = nil
  ) throws(Failure) -> InclusionRecord {
    let useCase = IncludeFamily(
      family: family, kind: kind ?? returnees, year: office.facts.today.year, region: region,
      protocolNumber: protocolNumber, expiresOn: try Self.day(expires), on: try Self.day(on))
    return try perform(useCase)
  }

  /// The quota of returnees of this year.
  private var returnees: QuotaKind { office.facts.today.year <= 2014 ? .immigration : .kandas }

  package func usage(_ kind: QuotaKind = .kandas, year: Int = 2026, on: String? = nil)
    throws(Failure) -> QuotaUsage.Answer
  {
    try answer(QuotaUsage(kind: kind, year: year, on: Self.day(on)))
  }

  /// One region's line of this year's quota.
  package func line(_ region: String, _ kind: QuotaKind? = nil, on: String? = nil)
    throws(Failure) -> QuotaLine
  {
    let usage = try usage(kind ?? returnees, year: office.facts.today.year, on: on)
    guard let line = usage.lines.first(where: { $0.region == region }) else {
      throw Failure(.fault, "the usage has no line \(region)")
    }
    return line
  }

  /// Loads an order that gives these places from a day on.
  package func order(
    _ number: String, from day: String, total: Int64? = nil,
    _ lines: [(region: String, places: Int64?)]
  ) throws(Failure) {
    try perform(LoadQuotaOrder(order: Samples.order(number, from: day, total: total, lines)))
  }

  package func importing(
    _ bytes: [UInt8], source: String = "a.csv", allOrNothing: Bool = false, dryRun: Bool = false
  ) throws(Failure) -> (summary: ImportFamilies.Summary, problems: [IntakeProblem]) {
    var problems: [IntakeProblem] = []
    let work = ImportFamilies(
      bytes: bytes, fileName: "a.csv", source: source, allOrNothing: allOrNothing, dryRun: dryRun)
    let watch = ImportFamilies.Watch(refused: { problems.append($0) })
    let summary = try office.run(work, as: Self.administrator, watch: watch)
    return (summary, problems)
  }

  package static func day(_ text: String?) throws(Failure) -> LocalDate? {
    guard let text else { return nil }
    guard let day = LocalDate(iso: text) else {
      throw Failure(.dateInvalid, "“\(text)” is not a date")
    }
    return day
  }
}
