internal import Domain
internal import Storage

/// A grant reckoned anew: its people as they are known now to have been on the day of decision, at
/// the rates that are known now for that day.
struct Reckoning {
  let grant: GrantRecord
  /// As they are known now; read once for however many grants.
  let rules: RuleBook

  /// What these people come to against what was decided.
  func difference(of people: [Membership], in transaction: Transaction) throws(Failure)
    -> GrantDifference
  {
    let fresh: [DueKey: Money]
    do throws(Failure) {
      fresh = try amounts(of: people)
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
      // What a final stop called off is no arrears, whatever it would come to now.
      let due = calledOff.contains(key) ? min(was, now) : now
      guard was != due else { continue }
      lines.append(DifferenceLine(key: key, was: was, now: due, why: why(key, was, due, people)))
    }
    return GrantDifference(grant: grant, lines: lines, people: people.count)
  }

  /// Members on the day of decision who are counted by this grant, or hold a place in its quota and
  /// are counted by no other.
  func people(in transaction: Transaction) throws(Failure) -> [Membership] {
    var survivors: Set<Number<Person>> = []
    for person in try GrantTable.counting(grant.number, in: transaction) {
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
  private func amounts(of people: [Membership]) throws(Failure) -> [DueKey: Money] {
    guard !people.isEmpty else { return [:] }
    let quote = try AllowanceQuote.make(
      grant.kind, Household(relations: people.map(\.relation)), grant.terms,
      on: grant.decidedOn, rules)
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
  private func entitled(in transaction: Transaction) throws(Failure) -> [DueKey: Money] {
    var sums: [DueKey: Money] = [:]
    func add(_ tiyn: Int64, _ key: DueKey) throws(Failure) {
      let key = try key.known(in: transaction)
      sums[key] = try sums[key, default: .zero].adding(Money(tiyn: tiyn))
    }
    for due in try DueTable.unpaid(of: grant.number, in: transaction) {
      try add(due.amount.tiyn, due.key)
    }
    for payment in try BankTable.payments(of: grant.number, in: transaction) {
      try add(payment.amount.tiyn, payment.key)
    }
    for part in try RecoveryTable.parts(of: grant.number, in: transaction) {
      try add(-part.amount.tiyn, part.key)
    }
    return sums.filter { $0.value != .zero }
  }

  /// The claims of which a final stop called something off.
  private func calledOff(in transaction: Transaction) throws(Failure) -> Set<DueKey> {
    var keys: Set<DueKey> = []
    for key in try StopTable.calledOff(of: grant.number, in: transaction) {
      keys.insert(try key.known(in: transaction))
    }
    return keys
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
