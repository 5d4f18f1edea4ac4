import Domain
import Storage

extension QuotaUsage {
  /// A line for the last day of each month up to the day of the answer.
  func tellByMonth(
    _ answer: inout Answer, _ orders: [QuotaOrder], during open: Period?, knowledge: Int64,
    in transaction: Transaction
  ) throws(Failure) {
    var lines: [QuotaLine] = []
    var days: [LocalDate] = []
    var first = open?.from ?? answer.on
    while first <= answer.on {
      let (year, month, _) = first.parts
      let next = LocalDate(year: year + month / 12, month: month % 12 + 1, day: 1)
      guard let next else { break }
      let last = min(next.adding(days: -1), answer.on)
      let state = try State(
        quota, self.year, orders, on: last, knowledge: knowledge, in: transaction)
      if let state {
        let line = region.map { region in state.lines.first { $0.region == region } } ?? state.total
        if var line {
          line.region = String("\(last)".prefix(7))
          lines.append(line)
          days.append(last)
          answer.names[line.region] = .message(
            "quota.to-day", ["day": .localized(LocalizedText(each: last.shown))])
        }
      }
      first = next
    }
    answer.lines = lines
    guard let open, let places = lines.last?.allotted else { return }
    for (line, day) in zip(lines, days) {
      answer.even[line.region] = QuotaPace.even(places, at: day, during: open)
    }
  }

  /// A line for each year of the kind up to the year of the answer, in its own unit.
  ///
  /// Without a day each year that is over stands at its end, else at the same day of the year.
  func tellByYear(
    _ answer: inout Answer, knowledge: Int64, in transaction: Transaction
  ) throws(Failure) {
    var lines: [QuotaLine] = []
    answer.orders = []
    for year in try QuotaOrderTable.years(of: quota, knowledge: knowledge, in: transaction)
    where year <= self.year {
      let end = try Reference.quotaTerms().days(kind, year: year)?.to?.adding(days: -1)
      var day = min(end ?? answer.on, answer.on)
      if on != nil {
        let (_, month, number) = answer.on.parts
        // 29 February of a year that has none is the day before.
        let same = LocalDate(year: year, month: month, day: number)
        day = min(day, same ?? LocalDate(year: year, month: month, day: number - 1) ?? day)
      }
      let orders = try QuotaOrderTable.orders(
        of: quota, year: year, knowledge: knowledge, in: transaction)
      let state = try State(quota, year, orders, on: day, knowledge: knowledge, in: transaction)
      guard let state else { continue }
      let line = region.map { region in state.lines.first { $0.region == region } } ?? state.total
      guard var line else { continue }
      line.region = "\(year)"
      lines.append(line)
      answer.orders += state.orders
      answer.units[line.region] = state.unit
      answer.names[line.region] = state.unit.name
    }
    answer.lines = lines
  }

  /// A quota on a day: the orders in force, and what each region has and uses.
  struct State {
    let orders: [QuotaOrder]
    let spread: OrderSpread
    let unit: QuotaUnit
    let lines: [QuotaLine]
    let total: QuotaLine

    /// Nil where no order is in force on the day.
    init?(
      _ quota: QuotaName, _ year: Int, _ known: [QuotaOrder], on day: LocalDate, knowledge: Int64,
      in transaction: Transaction
    ) throws(Failure) {
      orders = known.filter { $0.effectiveFrom <= day }
      guard let last = orders.last else { return nil }
      unit = last.unit
      let spread = OrderSpread(orders)
      self.spread = spread
      let book = LedgerTable.Book(quota: quota, year: year, unit: last.unit)
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
  mutating func tell(inRegionsOf day: LocalDate, _ regions: RegionRegister) {
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

  /// By the countries that the families came from, or by the protocols by which they were included.
  mutating func tell(_ holdings: [InclusionTable.Holding]) throws(Failure) {
    lines = []
    for holding in holdings {
      let code = by == .country ? holding.country ?? "?" : Self.code(of: holding)
      let part = QuotaLine(
        region: code, allotted: nil, reserved: holding.reserved, used: holding.used)
      if let index = lines.firstIndex(where: { $0.region == code }) {
        lines[index] = QuotaLine([lines[index], part], as: code)
      } else {
        lines.append(part)
        names[code] = by == .country ? try Self.country(holding.country) : Self.name(of: holding)
      }
    }
    guard by == .country else { return }
    lines.sort { one, other in
      (other.used, other.reserved, one.region) < (one.used, one.reserved, other.region)
    }
  }

  private static func country(_ code: String?) throws(Failure) -> LocalizedText {
    try code.flatMap { (code) throws(Failure) in try Reference.countries().name(code) }
      ?? LocalizedText.message("quota.country-unknown")
  }

  /// `KZ-27/14`, and `KZ-27` for what no protocol has confirmed.
  private static func code(of holding: InclusionTable.Holding) -> String {
    holding.region + (holding.protocolNumber.map { "/\($0)" } ?? "")
  }

  private static func name(of holding: InclusionTable.Holding) -> LocalizedText {
    guard let number = holding.protocolNumber else {
      return .message("quota.no-protocol")
    }
    guard let day = holding.protocolDate else {
      return .message("quota.protocol", ["number": "\(number)"])
    }
    return .message("quota.protocol-of-day", ["number": "\(number)", "day": "\(day)"])
  }

  mutating func tellByZone(_ zones: ZoneRegister, of programme: Programme) {
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
  init(_ parts: [QuotaLine], as code: String) {
    let isKnown = parts.allSatisfy { $0.allotted != nil }
    self.init(
      region: code, allotted: isKnown ? parts.reduce(0) { $0 + ($1.allotted ?? 0) } : nil,
      reserved: parts.reduce(0) { $0 + $1.reserved }, used: parts.reduce(0) { $0 + $1.used },
      overrun: parts.reduce(0) { $0 + $1.overrun })
  }
}
