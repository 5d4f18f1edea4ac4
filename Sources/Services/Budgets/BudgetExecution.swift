package import Domain
package import Storage

/// What became of the money of the budget by a day, as known at a moment: by programme, year,
/// source and region.
package struct BudgetExecution: Query {
  package static let name = "budget.show"
  package static let permission = Permission.readReports

  /// Nil for money of every year, programme, source.
  package var year: Int?
  package var programme: String?
  package var source: BudgetSource?
  /// The stable code of a region; nil for all, and for what no region has yet.
  package var region: String?
  /// Nil for today.
  package var on: LocalDate?
  /// What was entered later is left out; nil for everything that is known.
  package var knownAt: Instant?

  package init(
    year: Int? = nil, programme: String? = nil, source: BudgetSource? = nil,
    region: String? = nil, on: LocalDate? = nil, knownAt: Instant? = nil
  ) {
    self.year = year
    self.programme = programme
    self.source = source
    self.region = region
    self.on = on
    self.knownAt = knownAt
  }

  package var detail: String {
    let words = [programme, year.map { "\($0)" }, source?.rawValue, region].compactMap(\.self)
    return words.isEmpty ? "all" : words.joined(separator: ", ")
  }

  package struct Row: Hashable, Sendable {
    package let programme: String
    package let year: Int
    package let source: BudgetSource
    /// The stable code of the region; nil for what the country has and no region yet.
    package let region: String?
    package let line: BudgetLine
  }

  /// A programme's money of one year.
  package struct Total: Hashable, Sendable {
    package let programme: String
    package let year: Int
    package fileprivate(set) var line: BudgetLine
  }

  package struct Answer: Hashable, Sendable {
    package let on: LocalDate
    /// By programme in the order of the reference file, year, source, and region in the official
    /// order; what no region has yet comes first.
    package var rows: [Row] = []
    /// One for each programme and year.
    package var totals: [Total] = []
    /// All years together: ``years`` says which.
    package var total = BudgetLine()
    /// The orders in force on the day.
    package var orders: [BudgetOrder] = []

    package var years: [Int] { Set(rows.map(\.year)).sorted() }
  }

  /// Throws `field.value` for a programme that is none, `budget.unknown` where no order in force
  /// on the day appropriates what is asked for.
  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Answer {
    let programmes = try Reference.budgetProgrammes()
    if let programme { _ = try programmes.known(programme) }
    let knowledge = try ActTable.knowledge(at: knownAt, in: transaction)
    let budgets = try BudgetOrderTable.budgets(
      programme: programme, year: year, knowledge: knowledge, in: transaction)
    var answer = Answer(on: on ?? facts.today)
    for programme in programmes.all {
      for source in BudgetSource.allCases where self.source ?? source == source {
        for budget in budgets
        where budget.programme == programme.code && budget.source == source {
          try add(budget, to: &answer, knowledge: knowledge, in: transaction)
        }
      }
    }
    guard !answer.rows.isEmpty else {
      throw Failure(
        .budgetUnknown, "no order in force on \(answer.on) appropriates money for \(detail)",
        hint: "kosh budget order FILE loads one")
    }
    try Self.sum(&answer)
    return answer
  }

  private func add(
    _ budget: BudgetOrderTable.Budget, to answer: inout Answer, knowledge: Int64,
    in transaction: Transaction
  ) throws(Failure) {
    let day = answer.on
    let orders = try BudgetOrderTable.orders(of: budget, knowledge: knowledge, in: transaction)
      .filter { $0.effectiveFrom <= day }
    guard !orders.isEmpty else { return }
    let balances = try LedgerTable.balances(
      of: budget.book, on: day, knowledge: knowledge, in: transaction)
    let spread = OrderSpread(orders)
    var rows: [Row] = []
    if region == nil, spread.undistributed > 0 {
      rows.append(
        Row(
          programme: budget.programme, year: budget.year, source: budget.source, region: nil,
          line: BudgetLine(appropriated: Money(tiyn: spread.undistributed))))
    }
    for found in try Reference.regions().all where region ?? found.code == found.code {
      guard spread.regions[found.code] != nil,
        let balance = balances.first(where: { $0.region == found.code })
      else { continue }
      rows.append(
        Row(
          programme: budget.programme, year: budget.year, source: budget.source,
          region: found.code, line: BudgetLine(balance)))
    }
    answer.rows += rows
    if !rows.isEmpty { answer.orders += orders }
  }

  /// Sorts by programme, year and source, and sums.
  private static func sum(_ answer: inout Answer) throws(Failure) {
    let programmes = try Reference.budgetProgrammes().all.map(\.code)
    var rows: [Row] = []
    for programme in programmes {
      for year in answer.years {
        let own = answer.rows.filter { $0.programme == programme && $0.year == year }
        guard !own.isEmpty else { continue }
        var total = Total(programme: programme, year: year, line: BudgetLine())
        for row in own { try total.line.add(row.line) }
        answer.totals.append(total)
        try answer.total.add(total.line)
        rows += own
      }
    }
    answer.rows = rows
  }
}

extension BudgetLine {
  fileprivate init(_ balance: LedgerTable.Balance) {
    self.init(
      appropriated: Money(tiyn: balance.allotted), committed: Money(tiyn: balance.reserved),
      paid: Money(tiyn: balance.used + balance.returned),
      returned: Money(tiyn: balance.returned))
  }
}
