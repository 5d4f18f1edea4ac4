package import Domain
package import Storage

/// Reckons grants anew by what is known now, and says by how much they differ; nothing is changed.
package struct AllowanceDifferences: Query {
  package static let name = "allowance.differences"
  package static let permission = Permission.grantAllowances
  package static let isPersonal = true

  package enum Subject: Hashable, Sendable {
    case grant(Number<Grant>)
    case family(Number<Family>)
    /// The grants of a region decided in a year.
    case region(String, year: Int)
  }

  package var subject: Subject

  package init(_ subject: Subject) { self.subject = subject }

  package var detail: String {
    switch subject {
    case .grant(let number): "\(number)"
    case .family(let number): "\(number)"
    case .region(let region, let year): "\(region), \(year)"
    }
  }

  /// Only grants that differ, and those that cannot be reckoned.
  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> [GrantDifference]
  {
    var found: [GrantDifference] = []
    for grant in try grants(in: transaction, given: facts) {
      let difference = try Reckoning(grant: grant).difference(in: transaction)
      if !difference.lines.isEmpty || difference.problem != nil { found.append(difference) }
    }
    return found
  }

  private func grants(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> [GrantRecord]
  {
    switch subject {
    case .grant(let number): return [try GrantTable.known(number, in: transaction)]
    case .family(let number):
      _ = try FamilyTable.known(number, in: transaction)
      return try GrantTable.all(of: number, in: transaction)
    case .region(let region, let year):
      let code = try Reference.regions().resolve(region, on: facts.today).code
      return try GrantTable.all(region: code, year: year, in: transaction)
    }
  }
}

/// A grant reckoned anew: its people as they are known now to have been on the day of decision, at
/// the rates that are known now for that day.
struct Reckoning {
  let grant: GrantRecord

  func difference(in transaction: Transaction) throws(Failure) -> GrantDifference {
    let people = try people(in: transaction)
    let fresh: [DueKey: Money]
    do throws(Failure) {
      fresh = try amounts(of: people, in: transaction)
    } catch {
      guard error.code.kind == .refused else { throw error }
      return GrantDifference(
        grant: grant, lines: [], people: people.count, problem: error.detail)
    }
    let entitled = try entitled(in: transaction)
    let calledOff = try calledOff(in: transaction)
    var lines: [DifferenceLine] = []
    for key in Set(fresh.keys).union(entitled.keys).sorted(by: Self.isBefore) {
      let (was, now) = (entitled[key] ?? .zero, fresh[key] ?? .zero)
      // What a final stop called off is no arrears.
      let missing = max(0, now.tiyn - was.tiyn - (calledOff[key]?.tiyn ?? 0))
      let due = now < was ? now : Money(tiyn: was.tiyn + missing)
      guard was != due else { continue }
      lines.append(DifferenceLine(key: key, was: was, now: due, why: why(key, was, due, people)))
    }
    return GrantDifference(grant: grant, lines: lines, people: people.count)
  }

  /// Members on the day of decision who are counted by this grant, or hold a place in its quota and
  /// are counted by no other.
  func people(in transaction: Transaction) throws(Failure) -> [Membership] {
    let counted = try Set(GrantTable.counting(grant.number, in: transaction))
    var survivors: Set<Number<Person>> = []
    for person in counted {
      survivors.insert(try PersonLinkTable.survivor(of: person, in: transaction))
    }
    let inclusion = try InclusionTable.known(grant.inclusion, in: transaction)
    var people: [Membership] = []
    for member in try MembershipTable.members(
      of: grant.family, on: grant.decidedOn, in: transaction)
    {
      if survivors.contains(member.survivor) {
        people.append(member)
        continue
      }
      guard try !isCountedElsewhere(member.survivor, in: transaction) else { continue }
      let held = try InclusionTable.held(
        under: PersonLinkTable.cluster(of: member.survivor, in: transaction), in: transaction)
      let isOfQuota = held.contains {
        $0.kind == inclusion.kind && $0.year == inclusion.year && $0.region == inclusion.region
          && $0.step == .confirmed
      }
      if isOfQuota { people.append(member) }
    }
    return people
  }

  /// True where another grant counts the person for the same, or for some of the same months.
  private func isCountedElsewhere(_ person: Number<Person>, in transaction: Transaction)
    throws(Failure) -> Bool
  {
    let months = grant.terms.paidMonths
    return try GrantTable.counting(person, kind: grant.kind, in: transaction).contains {
      $0.number != grant.number
        && (months.isEmpty || $0.terms.paidMonths.contains(where: months.contains))
    }
  }

  /// What the grant would come to, claim by claim, under the numbers that survive.
  private func amounts(of people: [Membership], in transaction: Transaction)
    throws(Failure) -> [DueKey: Money]
  {
    guard !people.isEmpty else { return [:] }
    let quote = try AllowanceQuote.make(
      grant.kind, Household(relations: people.map(\.relation)), grant.terms,
      on: grant.decidedOn, Rules.book(in: transaction))
    let lines = quote.lines.map { GrantLine($0) }
    let parts = try GrantPart.parts(
      of: grant.reckoned(quote), lines: lines,
      people: people.map { ($0.survivor, $0.relation) })
    var amounts: [DueKey: Money] = [:]
    let dues = Due.schedule(
      parts, of: grant.number, decidedOn: grant.decidedOn, months: grant.terms.paidMonths)
    for due in dues {
      amounts[due.key] = try amounts[due.key, default: .zero].adding(due.amount)
    }
    return amounts
  }

  /// What the decisions that were made come to: what is due, what was paid, less what is owed back
  /// because it was reckoned too high.
  func entitled(in transaction: Transaction) throws(Failure) -> [DueKey: Money] {
    var sums: [DueKey: Money] = [:]
    func add(_ tiyn: Int64, _ key: DueKey) throws(Failure) {
      let key = try key.known(in: transaction)
      sums[key] = try sums[key, default: .zero].adding(Money(tiyn: tiyn))
    }
    for due in try DueTable.open(of: grant.number, in: transaction) {
      let paid = try BankTable.paid(of: due, in: transaction)
      try add(due.amount.tiyn - paid.tiyn, due.key)
    }
    for payment in try BankTable.payments(of: grant.number, in: transaction) {
      try add(payment.amount.tiyn, payment.key)
    }
    for part in try RecoveryTable.parts(of: grant.number, in: transaction) {
      try add(-part.amount.tiyn, part.key)
    }
    return sums.filter { $0.value != .zero }
  }

  /// What a final stop called off, claim by claim.
  private func calledOff(in transaction: Transaction) throws(Failure) -> [DueKey: Money] {
    var sums: [DueKey: Money] = [:]
    for due in try StopTable.calledOff(of: grant.number, in: transaction) {
      let key = try due.key.known(in: transaction)
      sums[key] = try sums[key, default: .zero].adding(due.amount)
    }
    return sums
  }

  private func why(_ key: DueKey, _ was: Money, _ now: Money, _ people: [Membership]) -> String {
    let isMember = key.person.map { person in people.contains { $0.survivor == person } } ?? true
    if !isMember { return "was not a member on \(grant.decidedOn), as known now" }
    if was == .zero { return "belonged to the family on \(grant.decidedOn), and was not counted" }
    if now == .zero { return "is no longer due by the rules of \(grant.decidedOn)" }
    return "the rate or the relation of \(grant.decidedOn) is another, as known now"
  }

  private static func isBefore(_ left: DueKey, _ right: DueKey) -> Bool {
    if left.person != right.person {
      return (left.person?.raw ?? .max) < (right.person?.raw ?? .max)
    }
    return (left.month?.dayNumber ?? 0) < (right.month?.dayNumber ?? 0)
  }
}

extension DueKey {
  /// The same claim under the number that the person has now.
  func known(in transaction: Transaction) throws(Failure) -> DueKey {
    guard let person else { return self }
    return DueKey(
      person: try PersonLinkTable.survivor(of: person, in: transaction), month: month)
  }
}

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
    let reckoning = Reckoning(grant: record)
    let difference = try reckoning.difference(in: transaction)
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
    try recount(
      try reckoning.people(in: transaction), difference, in: transaction)
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
      try due.callOff(on: today, in: transaction)
      let rest = Money(tiyn: max(0, due.amount.tiyn - left.tiyn))
      if rest > .zero {
        let kept = Due(grant: grant, key: due.key, dueOn: due.dueOn, amount: rest)
        try DueTable.insert(kept, region: record.region, in: transaction)
        try GrantMoney.setAside(kept, of: record, on: today, in: transaction)
      }
      left = Money(tiyn: max(0, left.tiyn - due.amount.tiyn))
    }
    return left
  }

  /// Who is counted by the grant from now on, so that nobody is counted twice.
  private func recount(
    _ people: [Membership], _ difference: GrantDifference, in transaction: Transaction
  ) throws(Failure) {
    let counted = try GrantTable.counting(grant, in: transaction)
    for person in counted {
      let survivor = try PersonLinkTable.survivor(of: person, in: transaction)
      guard !people.contains(where: { $0.survivor == survivor }) else { continue }
      try GrantTable.discount(person, from: grant, in: transaction)
    }
    var survivors: Set<Number<Person>> = []
    for person in counted {
      survivors.insert(try PersonLinkTable.survivor(of: person, in: transaction))
    }
    for member in people where !survivors.contains(member.survivor) {
      try GrantTable.count(member, for: difference.grant, in: transaction)
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
