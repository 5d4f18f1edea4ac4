package import Domain
package import Storage

/// What those who wait for places, and those who have them and no grant yet, would cost, beside the
/// money that is free.
///
/// It assumes that all of them come to be granted the relocation payment at the rules of the day,
/// in the region that they are bound for, and that everyone but the head is a spouse or child. It
/// knows nothing of who will come yet, or of rates to come.
package struct BudgetForecast: Query {
  package static let name = "budget.forecast"
  package static let permission = Permission.readReports

  /// The year whose money it is, and of whose quotas those are who have places.
  package var year: Int
  /// Nil for the programme that pays for relocation; another has no queue.
  package var programme: String?
  /// The stable code of a region; nil for all.
  package var region: String?
  /// Nil for today.
  package var on: LocalDate?

  package init(
    year: Int, programme: String? = nil, region: String? = nil, on: LocalDate? = nil
  ) {
    self.year = year
    self.programme = programme
    self.region = region
    self.on = on
  }

  package var detail: String {
    [programme, "\(year)", region].compactMap(\.self).joined(separator: ", ")
  }

  /// Families, their people, and what they would be paid.
  package struct Crowd: Hashable, Sendable {
    package fileprivate(set) var families: Int64 = 0
    package fileprivate(set) var people: Int64 = 0
    package fileprivate(set) var cost = Money.zero

    fileprivate mutating func add(_ other: Crowd) throws(Failure) {
      families += other.families
      people += other.people
      cost = try cost.adding(other.cost)
    }
  }

  package struct Line: Hashable, Sendable {
    /// Nil for families that have named no region.
    package let region: String?
    package fileprivate(set) var waiting = Crowd()
    package fileprivate(set) var included = Crowd()
    /// What the region has of the programme's money; of the total, what no region has yet too.
    package fileprivate(set) var money = BudgetLine()
    /// At the pace so far; nil where that is not within the year, or nothing was committed.
    package fileprivate(set) var runsOutOn: LocalDate?

    package var cost: Money { Money(tiyn: waiting.cost.tiyn + included.cost.tiyn) }
    /// What the free money lacks to pay for all of them.
    package var lacking: Money { Money(tiyn: max(0, cost.tiyn - money.free.tiyn)) }
  }

  package struct Answer: Hashable, Sendable {
    package let year: Int
    package let programme: String
    package let on: LocalDate
    /// What one person would be paid.
    package let each: Money
    package let standing: Standing
    /// Regions in the official order, and those without a region at the end.
    package var lines: [Line]
    package var total: Line
  }

  /// Throws `field.value` for a programme that pays nothing to those who wait, and what
  /// ``AllowanceQuote`` throws on a day without a rate.
  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Answer {
    let paying = try checkedProgramme()
    let day = on ?? facts.today
    let rules = try Rules.book(in: transaction)
    let one = try AllowanceQuote.make(.relocation, Household(members: 1), on: day, rules)
    var quotes: [Int: Money] = [:]
    func crowd(_ families: Int64, of people: Int) throws(Failure) -> Crowd {
      let quote: Money
      if let known = quotes[people] {
        quote = known
      } else {
        quote = try AllowanceQuote.make(
          .relocation, Household(members: people), on: day, rules
        ).total
        quotes[people] = quote
      }
      return Crowd(
        families: families, people: families * Int64(people), cost: try quote.times(families))
    }
    var lines: [String?: Line] = [:]
    for kind in [QuotaKind.kandas, .settlers] {
      for family in try ApplicationTable.waiting(
        for: kind, region: region, on: day, in: transaction)
      {
        try lines[family.region, default: Line(region: family.region)].waiting
          .add(crowd(1, of: family.people))
      }
      for held in try InclusionTable.ungranted(
        .relocation, kind: kind, year: year, in: transaction)
      where region ?? held.region == held.region {
        try lines[held.region, default: Line(region: held.region)].included
          .add(crowd(held.families, of: held.people))
      }
    }
    let kept = try addMoney(of: paying.code, to: &lines, on: day, in: transaction, given: facts)
    return try assemble(lines, kept: kept, paying.code, one, on: day)
  }

  private func checkedProgramme() throws(Failure) -> BudgetProgramme {
    let programmes = try Reference.budgetProgrammes()
    guard let paying = programmes.paying(.relocation) else {
      throw Failure(.fault, "no programme pays for relocation")
    }
    guard try programme.map(programmes.known)?.code ?? paying.code == paying.code else {
      throw Failure(
        .fieldValue, "nobody waits for the money of \(programme ?? "")",
        hint: "those who wait for places are paid by \(paying.code)")
    }
    return paying
  }

  /// The money of each region; gives that which no region has yet.
  private func addMoney(
    of programme: String, to lines: inout [String?: Line], on day: LocalDate,
    in transaction: Transaction, given facts: Facts
  ) throws(Failure) -> BudgetLine {
    let execution: BudgetExecution.Answer
    do {
      execution = try BudgetExecution(year: year, programme: programme, region: region, on: day)
        .answer(in: transaction, given: facts)
    } catch {
      guard error.code == .budgetUnknown else { throw error }
      return BudgetLine()
    }
    var kept = BudgetLine()
    for row in execution.rows {
      guard let region = row.region else {
        try kept.add(row.line)
        continue
      }
      try lines[region, default: Line(region: region)].money.add(row.line)
    }
    return kept
  }

  private func assemble(
    _ lines: [String?: Line], kept: BudgetLine, _ programme: String, _ one: AllowanceQuote,
    on day: LocalDate
  ) throws(Failure) -> Answer {
    var total = Line(region: nil)
    try total.money.add(kept)
    var found: [Line] = []
    let codes: [String?] = try Reference.regions().all.map(\.code) + [nil]
    for code in codes {
      guard var line = lines[code] else { continue }
      line.runsOutOn = runsOut(line.money, on: day)
      found.append(line)
      try total.waiting.add(line.waiting)
      try total.included.add(line.included)
      try total.money.add(line.money)
    }
    total.runsOutOn = runsOut(total.money, on: day)
    return Answer(
      year: year, programme: programme, on: day, each: one.total, standing: one.standing,
      lines: found, total: total)
  }

  /// Money goes as places do: as much a day as on average since the year began.
  private func runsOut(_ money: BudgetLine, on day: LocalDate) -> LocalDate? {
    guard money.appropriated > .zero, let first = LocalDate(year: year, month: 1, day: 1),
      let last = LocalDate(year: year + 1, month: 1, day: 1),
      let days = Period(from: first, to: last)
    else { return nil }
    let line = QuotaLine(
      region: "", allotted: money.appropriated.tiyn, reserved: money.committed.tiyn,
      used: money.executed.tiyn)
    return QuotaPace(line, on: day, during: days)?.runsOutOn
  }
}
