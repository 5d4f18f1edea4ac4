package import Domain
package import Storage

/// How a quota, or a part of one, is used on a day, as known at a moment: by region, zone, month,
/// earlier year, commission or country of origin; permits also by section, and those of employers
/// by category.
package struct QuotaUsage: Query {
  package static let name = "quota.usage"
  package static let permission = Permission.readReports

  /// What a line of the answer is.
  package enum Grouping: String, Hashable, Sendable, CaseIterable {
    case region, zone, month, year, commission, country, section, category
  }

  /// By category, any kind of permits of employers stands for all five.
  package var kind: QuotaKind
  /// The part of a quota of permits; nil for the whole.
  package var part: QuotaPart?
  package var year: Int
  package var on: LocalDate?
  /// What was entered later is left out; nil for everything that is known.
  package var knownAt: Instant?
  package var by: Grouping
  /// Tells the figures in the regions of another day.
  package var regionsOf: LocalDate?
  /// The stable code of the one region whose months, years, parts or categories are asked for.
  package var region: String?

  package init(
    kind: QuotaKind, part: QuotaPart? = nil, year: Int, on: LocalDate? = nil,
    knownAt: Instant? = nil,
    by: Grouping = .region, regionsOf: LocalDate? = nil, region: String? = nil
  ) {
    self.kind = kind
    self.part = part
    self.year = year
    self.on = on
    self.knownAt = knownAt
    self.by = by
    self.regionsOf = regionsOf
    self.region = region
  }

  package var quota: QuotaName { QuotaName(kind: kind, part: part) }

  package var detail: String { "\(by == .category ? "labour" : quota.rawValue) \(year)" }

  package struct Answer: Hashable, Sendable {
    package var kind: QuotaKind
    package var part: QuotaPart?
    package var year: Int
    package var unit: QuotaUnit
    package var on: LocalDate
    package var by: Grouping
    /// Regions in the official order, zones in that of their programme, months, years; or countries
    /// of origin and the protocols of commissions, to which no order gives anything: countries by
    /// what they use, protocols by region and day.
    ///
    /// Of permits, sections and countries are the parts that orders give: each has its own places,
    /// and what they have together is not the total.
    package var lines: [QuotaLine]
    /// What stands for each line's code before people.
    package var names: [String: LocalizedText]
    /// The sum of the regions; what is allotted is the total the orders state, nil where they name
    /// the country without its number.
    package var total: QuotaLine
    /// Places of the country that no order has given to a region whose number is known.
    package var undistributed: Int64
    /// Codes of the regions that the orders name without a number.
    package var unknown: [String]
    /// The orders in force, oldest first; of years, those of each.
    package var orders: [QuotaOrder]
    /// How fast the places of each line are taken, and of all; none of months.
    package var paces: [String: QuotaPace]
    /// What would be taken in each month, were the places taken evenly; none but of months.
    package var even: [String: Int64] = [:]
    /// What each line counts where lines differ in it; empty where all count `unit`.
    package var units: [String: QuotaUnit] = [:]
    /// The regions, whatever the lines are.
    fileprivate(set) var regions: [QuotaLine] = []
  }

  /// Throws `quota.unknown` where no order in force on the day gives places.
  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Answer {
    // The end of a past year, or today in the year that runs.
    let open = try Reference.quotaTerms().days(kind, year: year)
    let last = open?.to?.adding(days: -1) ?? LocalDate(year: year, month: 12, day: 31)
    let day = on ?? min(facts.today, last ?? facts.today)
    let knowledge = try ActTable.knowledge(at: knownAt, in: transaction)
    guard by != .category else {
      return try byCategory(on: day, knowledge: knowledge, in: transaction)
    }
    let orders = try QuotaOrderTable.orders(
      of: quota, year: year, knowledge: knowledge, in: transaction)
    let state = try State(quota, year, orders, on: day, knowledge: knowledge, in: transaction)
    guard let state else { throw unknown(quota.rawValue, on: day) }
    var answer = Answer(
      kind: kind, part: part, year: year, unit: state.unit, on: day, by: by, lines: state.lines,
      names: [:], total: state.total, undistributed: state.spread.undistributed,
      unknown: state.lines.filter { $0.allotted == nil }.map(\.region), orders: state.orders,
      paces: [:])
    answer.regions = state.lines
    try group(&answer, orders, during: open, knowledge: knowledge, in: transaction)
    if let region, let line = answer.regions.first(where: { $0.region == region }) {
      answer.total = line
      answer.undistributed = 0
      answer.names[region] = try Reference.regions().title(of: [region], on: answer.on)
    }
    if let open, by == .region || by == .zone {
      for line in answer.lines + [answer.total] {
        answer.paces[line.region] = QuotaPace(line, on: day, during: open)
      }
    }
    return answer
  }

  func unknown(_ quota: String, on day: LocalDate) -> Failure {
    Failure(
      .quotaUnknown, "no order in force on \(day) gives places for \(quota) \(year)",
      hint: "kosh quota order FILE loads one")
  }

  /// Tells the regions of an answer as what was asked for.
  private func group(
    _ answer: inout Answer, _ orders: [QuotaOrder], during open: Period?, knowledge: Int64,
    in transaction: Transaction
  ) throws(Failure) {
    switch by {
    case .region:
      let regions = try Reference.regions()
      if let regionsOf {
        answer.tell(inRegionsOf: regionsOf, regions)
      } else {
        for line in answer.lines {
          answer.names[line.region] = regions.title(of: [line.region], on: answer.on)
        }
      }
    case .zone: try answer.tellByZone(Reference.zones(), of: .nurlyKosh)
    case .month:
      try tellByMonth(&answer, orders, during: open, knowledge: knowledge, in: transaction)
    case .year: try tellByYear(&answer, knowledge: knowledge, in: transaction)
    case .section,
      .country where kind.hasParts:
      try tellByPart(&answer, knowledge: knowledge, in: transaction)
    case .category: break
    case .commission, .country:
      let holdings = try InclusionTable.holdings(
        kind: kind, year: year, on: answer.on, knowledge: knowledge, in: transaction)
      try answer.tell(holdings)
    }
  }
}
