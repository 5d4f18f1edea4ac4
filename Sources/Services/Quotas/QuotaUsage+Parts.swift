import Domain
import Storage

extension QuotaUsage {
  /// A line for each section, or country, to which orders in force give a part of the permits.
  ///
  /// With a region, each part is that region's; the total is the quota as a whole.
  func tellByPart(
    _ answer: inout Answer, knowledge: Int64, in transaction: Transaction
  ) throws(Failure) {
    var lines: [QuotaLine] = []
    let parts = try QuotaOrderTable.parts(
      of: kind, year: year, knowledge: knowledge, in: transaction)
    for part in parts where part.isSection == (by == .section) {
      let name = QuotaName(kind: kind, part: part)
      let orders = try QuotaOrderTable.orders(
        of: name, year: year, knowledge: knowledge, in: transaction)
      let state = try State(
        name, year, orders, on: answer.on, knowledge: knowledge, in: transaction)
      guard let state else { continue }
      var line = line(of: state)
      line.region = part.code
      lines.append(line)
      answer.names[part.code] = try part.title()
      answer.orders += state.orders
    }
    answer.lines = lines
  }

  /// A line for each kind of permits of employers, and their sum: of all quotas, only these five
  /// are one thing that an order sets together.
  func byCategory(on day: LocalDate, knowledge: Int64, in transaction: Transaction)
    throws(Failure) -> Answer
  {
    var answer = Answer(
      kind: .labour1, year: year, unit: .permit, on: day, by: by, lines: [], names: [:],
      total: QuotaLine([], as: QuotaOrderFile.country), undistributed: 0, unknown: [], orders: [],
      paces: [:])
    for kind in QuotaKind.ofEmployers {
      let orders = try QuotaOrderTable.orders(
        of: kind, year: year, knowledge: knowledge, in: transaction)
      let state = try State(
        QuotaName(kind: kind), year, orders, on: day, knowledge: knowledge, in: transaction)
      guard let state else { continue }
      answer.orders += state.orders
      var line = line(of: state)
      line.region = kind.rawValue
      answer.lines.append(line)
      answer.names[kind.rawValue] = kind.name
      if region == nil { answer.undistributed += state.spread.undistributed }
    }
    guard !answer.orders.isEmpty else { throw unknown("labour", on: day) }
    answer.total = QuotaLine(answer.lines, as: region ?? QuotaOrderFile.country)
    if let region {
      answer.names[region] = try Reference.regions().title(of: [region], on: day)
    }
    return answer
  }

  /// A quota's total, or its line of the region that is asked for: not known where no order has
  /// spread the quota, nothing where the orders do not name the region.
  private func line(of state: State) -> QuotaLine {
    guard let region else { return state.total }
    return state.lines.first { $0.region == region }
      ?? QuotaLine(
        region: region, allotted: state.spread.regions.isEmpty ? nil : 0, reserved: 0, used: 0)
  }
}

extension QuotaPart {
  /// What stands for it before people.
  func title() throws(Failure) -> LocalizedText {
    switch self {
    case .section(let code):
      try Reference.sections().section(code)?.name ?? LocalizedText(code)
    case .country(let code): try Reference.countries().name(code) ?? LocalizedText(code)
    }
  }
}
