package import Domain
package import Storage

/// Makes what a grant comes to by what is known now: arrears are due, what is too much is called
/// off or owed back.
package struct ApproveDifference: UseCase {
  package static let name = "allowance.adjust"
  package static let permission = Permission.approvePayments

  package var grant: Number<Grant>
  package var reason: String
  package var document: String?

  package init(grant: Number<Grant>, reason: String, document: String? = nil) {
    self.grant = grant
    self.reason = reason
    self.document = document
  }

  package var detail: String { "\(grant): \(reason)" }

  /// Throws `allowance.no-difference`, and `payment.state` where a claim that changes stands on a
  /// register.
  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    try Ground.check(reason: reason, for: "an adjustment")
    let record = try GrantTable.known(grant, in: transaction)
    let reckoning = Reckoning(grant: record, rules: try Rules.book(in: transaction))
    let people = try reckoning.people(in: transaction)
    let difference = try reckoning.difference(of: people, in: transaction)
    if let problem = difference.problem {
      throw Failure(.allowanceNoDifference, "\(grant) cannot be reckoned anew: \(problem)")
    }
    guard !difference.lines.isEmpty else {
      throw Failure(
        .allowanceNoDifference, "\(grant) comes to what was decided, by all that is known now")
    }
    let number = try DifferenceTable.insert(
      difference, reason: reason, document: document, registered: facts.today.year,
      in: transaction)
    var owed: [(key: DueKey, amount: Money)] = []
    for line in difference.lines {
      if line.amount > .zero {
        try raise(line, record, on: facts.today, in: transaction)
      } else {
        let rest = try lower(line, record, on: facts.today, in: transaction)
        if rest > .zero { owed.append((line.key, rest)) }
      }
    }
    try recount(people, of: record, in: transaction)
    if !owed.isEmpty { try recover(owed, record, number, given: facts, in: transaction) }
    return number.raw
  }

  /// Arrears are due from today.
  private func raise(
    _ line: DifferenceLine, _ record: GrantRecord, on today: LocalDate,
    in transaction: Transaction
  ) throws(Failure) {
    let due = Due(
      grant: grant, key: line.key, dueOn: max(line.key.month ?? today, today),
      amount: line.amount)
    try DueTable.insert(due, region: record.region, in: transaction)
    try GrantMoney.setAside(due, of: record, on: today, in: transaction)
  }

  /// Takes what is too much from what is not paid; gives what is left of it, which was paid.
  private func lower(
    _ line: DifferenceLine, _ record: GrantRecord, on today: LocalDate,
    in transaction: Transaction
  ) throws(Failure) -> Money {
    var left = Money(tiyn: -line.amount.tiyn)
    for due in try DueTable.open(of: grant, in: transaction) where left > .zero {
      guard try due.key.known(in: transaction) == line.key else { continue }
      let part = min(left, due.amount)
      try due.callOff(part, of: record, on: today, in: transaction)
      left = Money(tiyn: left.tiyn - part.tiyn)
    }
    return left
  }

  /// Who is counted by the grant from now on, so that nobody is counted twice.
  private func recount(
    _ people: [Membership], of record: GrantRecord, in transaction: Transaction
  ) throws(Failure) {
    var counted: Set<Number<Person>> = []
    for person in try GrantTable.counting(grant, in: transaction) {
      let survivor = try PersonLinkTable.survivor(of: person, in: transaction)
      counted.insert(survivor)
      guard !people.contains(where: { $0.survivor == survivor }) else { continue }
      try GrantTable.discount(person, from: grant, in: transaction)
    }
    for member in people where !counted.contains(member.survivor) {
      try GrantTable.count(member, for: record, in: transaction)
    }
  }

  /// Whoever was paid too much owes it: the family to which the claim was paid last.
  private func recover(
    _ parts: [(key: DueKey, amount: Money)], _ record: GrantRecord, _ number: Number<Difference>,
    given facts: Facts, in transaction: Transaction
  ) throws(Failure) {
    let payments = try BankTable.payments(of: grant, in: transaction)
    var owed: [Number<Family>: [(key: DueKey, amount: Money)]] = [:]
    for part in parts {
      var family = record.family
      for payment in payments where try payment.key.known(in: transaction) == part.key {
        family = payment.family
      }
      owed[family, default: []].append(part)
    }
    let rule = try Reference.recoveryRules().rule(on: record.decidedOn)
    for (family, parts) in owed.sorted(by: { $0.key < $1.key }) {
      var sum = Money.zero
      for part in parts { sum = try sum.adding(part.amount) }
      _ = try RecoveryTable.insert(
        RecoveryTable.Draft(
          family: family, grant: grant, ground: .overpaid, amount: sum, on: facts.today,
          reason: "\(number): \(reason)", document: document, citation: rule.citation,
          parts: parts), registered: facts.today.year, in: transaction)
    }
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> GrantStanding
  {
    try GrantStanding.load(grant, in: transaction)
  }
}
