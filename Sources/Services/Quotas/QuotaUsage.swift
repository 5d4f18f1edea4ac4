package import Domain
package import Storage

/// How a quota is used on a day, as known at a moment: by region, zone, month,
/// earlier year, commission or country of origin.
package struct QuotaUsage: Query {
  package static let name = "quota.usage"
  package static let permission = Permission.readReports

  /// What a line of the answer is.
  package enum Grouping: String, Hashable, Sendable, CaseIterable {
    case region, zone, month, year, commission, country
  }

  package var kind: QuotaKind
  package var year: Int
  package var on: LocalDate?
  /// What was entered later is left out; nil for everything that is known.
  package var knownAt: Instant?
  package var by: Grouping
  /// Tells the figures in the regions of another day.
  package var regionsOf: LocalDate?
  /// The stable code of the one region whose months or years are asked for.
  package var region: String?

  package init(
    kind: QuotaKind, year: Int, on: LocalDate? = nil, knownAt: Instant? = nil,
    by: Grouping = .region, regionsOf: LocalDate? = nil, region: String? = nil
  ) {
    self.kind = kind
    self.year = year
    self.on = on
    self.knownAt = knownAt
    self.by = by
    self.regionsOf = regionsOf
    self.region = region
  }

  package var detail: String { "\(kind.rawValue) \(year)" }

  package struct Answer: Hashable, Sendable {
    package var kind: QuotaKind
    package var year: Int
    package var unit: QuotaUnit
    package var on: LocalDate
    package var by: Grouping
    /// Regions in the official order, zones in that of their programme, months, years; or countries
    /// of origin and the protocols of commissions, to which no order gives anything: countries by
    /// what they use, protocols by region and day.
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
    let orders = try QuotaOrderTable.orders(
      of: kind, year: year, knowledge: knowledge, in: transaction)
    let state = try State(
      kind, year, orders, on: day, knowledge: knowledge, in: transaction)
    guard let state else {
      throw Failure(
        .quotaUnknown, "no order in force on \(day) gives places for \(kind.rawValue) \(year)",
        hint: "kosh quota order FILE loads one")
    }
    var answer = Answer(
      kind: kind, year: year, unit: state.unit, on: day, by: by, lines: state.lines, names: [:],
      total: state.total, undistributed: state.spread.undistributed,
      unknown: state.lines.filter { $0.allotted == nil }.map(\.region), orders: state.orders,
      paces: [:])
    answer.regions = state.lines
    switch by {
    case .region:
      let regions = try Reference.regions()
      if let regionsOf {
        answer.tell(inRegionsOf: regionsOf, regions)
      } else {
        for line in answer.lines {
          answer.names[line.region] = regions.title(of: [line.region], on: day)
        }
      }
    case .zone: try answer.tellByZone(Reference.zones(), of: .nurlyKosh)
    case .month:
      try tellByMonth(&answer, orders, during: open, knowledge: knowledge, in: transaction)
    case .year: try tellByYear(&answer, knowledge: knowledge, in: transaction)
    case .commission, .country:
      let holdings = try InclusionTable.holdings(
        kind: kind, year: year, on: day, knowledge: knowledge, in: transaction)
      try answer.tell(holdings)
    }
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
}
