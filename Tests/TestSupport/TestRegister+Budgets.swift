package import Domain
package import Services
package import Storage

extension Samples {
  /// An order of money in tenge, effective from `day`; a region that is nil is the country.
  package static func budget(
    _ number: String, from day: String, programme: String = "resettlement", year: Int? = nil,
    source: BudgetSource = .national, _ lines: [(region: String?, tenge: Int64)]
  ) throws(Failure) -> BudgetOrder {
    guard let effective = LocalDate(iso: day) else {
      throw Failure(.dateInvalid, "“\(day)” is not a date")
    }
    let all = lines.enumerated().map { index, line in
      OrderLine(region: line.region, amount: line.tenge * 100, line: index + 2)
    }
    return BudgetOrder(
      number: number, date: effective, effectiveFrom: effective, programme: programme,
      year: year ?? effective.year, source: source, citation: Citation("a test", standing: .press),
      lines: all)
  }
}

/// What the register does with the money of a grant when it is paid, as an act of its own.
package struct MoveMoney: UseCase {
  package enum Move: String, Hashable, Sendable {
    case commit, spend, giveBack, release
  }

  package static let name = "test.money"
  package static let permission = Permission.grantAllowances

  package var move: Move
  package var grant: GrantRecord
  package var year: Int
  package var amount: Money
  package var source: BudgetSource?
  package var on: LocalDate

  package init(
    _ move: Move, _ tenge: Int64, of grant: GrantRecord, year: Int? = nil,
    source: BudgetSource? = nil, on: LocalDate? = nil
  ) {
    self.move = move
    self.grant = grant
    self.year = year ?? grant.decidedOn.year
    amount = Money(tiyn: tenge * 100)
    self.source = source
    self.on = on ?? grant.decidedOn
  }

  package var detail: String { "\(move.rawValue) \(amount)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    switch move {
    case .commit:
      try Commitments.commit(
        grant: grant.number, kind: grant.kind, region: grant.region, year: year, amount: amount,
        source: source, on: on, in: transaction)
    case .spend:
      try Commitments.spend(
        grant: grant.number, year: year, amount: amount, on: on, in: transaction)
    case .giveBack:
      try Commitments.giveBack(
        grant: grant.number, year: year, amount: amount, on: on, in: transaction)
    case .release:
      try Commitments.release(
        grant: grant.number, year: year, amount: amount, on: on, in: transaction)
    }
    return grant.number.raw
  }

  /// What is set aside for the grant from then on.
  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> [CommitmentRecord]
  {
    try CommitmentTable.all(of: Number(raw: subject), in: transaction)
  }
}

extension TestRegister {
  /// A family of `count` people with confirmed places, and its relocation payment.
  package func granted(
    _ reference: String, count: Int = 3, region: String = "KZ-55", source: BudgetSource? = nil
  ) throws(Failure) -> GrantDossier {
    let family = try register(Samples.family(reference, count: count, region: region))
    try include(family, protocolNumber: "12")
    return try perform(GrantAllowance(family: family, kind: .relocation, source: source))
  }

  /// `KZ-55 national: 1000 = 200 committed + 300 paid - 100 returned + 600 free`, in tenge, a row
  /// each; an overrun stands at the end.
  package func money(
    _ year: Int? = 2026, programme: String? = "resettlement", on: String? = nil
  ) throws(Failure) -> [String] {
    try answer(BudgetExecution(year: year, programme: programme, on: Self.day(on))).rows
      .map { row in
        let line = row.line
        func tenge(_ money: Money) -> String {
          money.tiyn % 100 == 0 ? "\(money.tiyn / 100)" : "\(money)"
        }
        let overrun = line.overrun > .zero ? ", overrun \(tenge(line.overrun))" : ""
        return "\(row.region ?? "KZ") \(row.source.rawValue): \(tenge(line.appropriated)) = "
          + "\(tenge(line.committed)) committed + \(tenge(line.paid)) paid - "
          + "\(tenge(line.returned)) returned + \(tenge(line.free)) free\(overrun)"
      }
  }
}
