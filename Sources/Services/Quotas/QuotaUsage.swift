package import Domain
package import Storage

/// How a quota is used on a day, as known at a moment: by region, zone, month or country of origin.
package struct QuotaUsage: Query {
  package static let name = "quota.usage"
  package static let permission = Permission.readReports

  /// What a line of the answer is.
  package enum Grouping: String, Hashable, Sendable, CaseIterable {
    case region, zone, month, country
  }

  package var kind: QuotaKind
  package var year: Int
  package var on: LocalDate?
  /// What was entered later is left out; nil for everything that is known.
  package var knownAt: Instant?
  package var by: Grouping
  /// Tells the figures in the regions of another day.
  package var regionsOf: LocalDate?
  /// The stable code of the one region whose months are asked for.
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
    /// Regions in the official order, zones in that of their programme, months, or countries of
    /// origin, to which no order gives anything: the most used first.
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
    /// The orders in force, oldest first.
    package var orders: [QuotaOrder]
    /// How fast the places of each line are taken, and of all; none of months.
    package var paces: [String: QuotaPace]
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
    case .country: try tellByCountry(&answer, knowledge: knowledge, in: transaction)
    }
    if let open, by == .region || by == .zone {
      for line in answer.lines + [answer.total] {
        answer.paces[line.region] = QuotaPace(line, on: day, during: open)
      }
    }
    return answer
  }

  private func tellByCountry(
    _ answer: inout Answer, knowledge: Int64, in transaction: Transaction
  ) throws(Failure) {
    let countries = try Reference.countries()
    answer.lines = []
    for found in try InclusionTable.placesByOrigin(
      kind: kind, year: year, on: answer.on, knowledge: knowledge, in: transaction)
    {
      let code = found.country ?? "?"
      answer.names[code] =
        found.country.flatMap { countries.name($0) }
        ?? LocalizedText(en: "not known", kk: "белгісіз", ru: "не известна")
      answer.lines.append(
        QuotaLine(region: code, allotted: nil, reserved: found.reserved, used: found.used))
    }
  }

  /// A line for the last day of each month up to the day of the answer.
  private func tellByMonth(
    _ answer: inout Answer, _ orders: [QuotaOrder], during open: Period?, knowledge: Int64,
    in transaction: Transaction
  ) throws(Failure) {
    var lines: [QuotaLine] = []
    var first = open?.from ?? answer.on
    while first <= answer.on {
      let (year, month, _) = first.parts
      let next = LocalDate(year: year + month / 12, month: month % 12 + 1, day: 1)
      guard let next else { break }
      let last = min(next.adding(days: -1), answer.on)
      let state = try State(
        kind, self.year, orders, on: last, knowledge: knowledge, in: transaction)
      if let state {
        let line = region.map { region in state.lines.first { $0.region == region } } ?? state.total
        if var line {
          line.region = String("\(last)".prefix(7))
          lines.append(line)
          answer.names[line.region] = LocalizedText(
            en: "to \(last)", kk: "\(last) дейін", ru: "по \(last)")
        }
      }
      first = next
    }
    if let region, let line = answer.lines.first(where: { $0.region == region }) {
      answer.total = line
      answer.undistributed = 0
      answer.names[region] = try Reference.regions().title(of: [region], on: answer.on)
    }
    answer.lines = lines
  }

  /// A quota on a day: the orders in force, and what each region has and uses.
  private struct State {
    let orders: [QuotaOrder]
    let spread: QuotaSpread
    let unit: QuotaUnit
    let lines: [QuotaLine]
    let total: QuotaLine

    /// Nil where no order is in force on the day.
    init?(
      _ kind: QuotaKind, _ year: Int, _ known: [QuotaOrder], on day: LocalDate, knowledge: Int64,
      in transaction: Transaction
    ) throws(Failure) {
      orders = known.filter { $0.effectiveFrom <= day }
      guard let last = orders.last else { return nil }
      unit = last.unit
      let spread = QuotaSpread(orders)
      self.spread = spread
      let book = LedgerTable.Book(kind: kind, year: year, unit: last.unit)
      let balances = try LedgerTable.balances(
        of: book, on: day, knowledge: knowledge, in: transaction)
      var lines: [QuotaLine] = []
      for region in try Reference.regions().all {
        guard spread.regions[region.code] != nil,
          let balance = balances.first(where: { $0.region == region.code })
        else { continue }
        lines.append(
          QuotaLine(
            region: region.code,
            allotted: spread.isUnknown(region.code) ? nil : balance.allotted,
            reserved: balance.reserved, used: balance.used))
      }
      self.lines = lines
      var total = QuotaLine(lines, as: QuotaOrderFile.country)
      total.allotted = spread.total
      self.total = total
    }
  }
}

extension QuotaUsage.Answer {
  /// Joins the lines of regions that cover the same land on both days.
  ///
  /// A figure of one region that is several on the other day stays theirs together.
  fileprivate mutating func tell(inRegionsOf day: LocalDate, _ regions: RegionRegister) {
    var told: [QuotaLine] = []
    for group in regions.groups(from: on, to: day) {
      let parts = lines.filter { group.from.contains($0.region) }
      guard !parts.isEmpty else { continue }
      let code = group.to.joined(separator: "+")
      names[code] = regions.title(of: group.to, on: day)
      told.append(QuotaLine(parts, as: code))
    }
    // A region that the order names and that is none of the day's stays as it is.
    for line in lines where !regions.all(on: on).contains(where: { $0.code == line.region }) {
      names[line.region] = regions.title(of: [line.region], on: on)
      told.append(line)
    }
    lines = told
  }

  fileprivate mutating func tellByZone(_ zones: ZoneRegister, of programme: Programme) {
    let places = zones.places(in: programme, on: on)
    var told: [QuotaLine] = []
    for zone in zones.zones(of: programme, on: on) {
      let codes = places.filter { $0.zone.id == zone.id }.map(\.region)
      let parts = lines.filter { codes.contains($0.region) }
      guard !parts.isEmpty else { continue }
      names[zone.id] = zone.name
      told.append(QuotaLine(parts, as: zone.id))
    }
    lines = told
  }
}

extension QuotaLine {
  /// The sum of several lines; what is allotted is not known where it is not of one of them.
  fileprivate init(_ parts: [QuotaLine], as code: String) {
    let isKnown = parts.allSatisfy { $0.allotted != nil }
    self.init(
      region: code, allotted: isKnown ? parts.reduce(0) { $0 + ($1.allotted ?? 0) } : nil,
      reserved: parts.reduce(0) { $0 + $1.reserved }, used: parts.reduce(0) { $0 + $1.used },
      overrun: parts.reduce(0) { $0 + $1.overrun })
  }
}
