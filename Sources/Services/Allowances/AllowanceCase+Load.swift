internal import Domain
internal import Storage

extension AllowanceCase {
  /// What the register holds of a family that bears on a scheme, on a day.
  ///
  /// Throws `family.not-found`.
  static func load(
    _ number: Number<Family>, for kind: AllowanceKind, on day: LocalDate,
    _ conditions: AllowanceConditions, in transaction: Transaction
  ) throws(Failure) -> AllowanceCase {
    var found = AllowanceCase(family: number)
    found.arrival = try FamilyTable.known(number, in: transaction).arrivalDate
    found.members = try MembershipTable.members(of: number, on: day, in: transaction)
    let quotas = conditions.condition(.quota, of: kind, on: day)?.quotas ?? []
    try found.findInclusion(quotas, kind, on: day, in: transaction)
    try found.findEarlier(
      kind, isOnceAFamily: conditions.condition(.once, of: kind, on: day) != nil,
      in: transaction)
    if conditions.condition(.status, of: kind, on: day) != nil
      || conditions.condition(.job, of: kind, on: day) != nil
    {
      try found.findFacts(on: day, in: transaction)
    }
    return found
  }

  /// Money follows the quota: the inclusion must be confirmed by the day.
  private mutating func findInclusion(
    _ quotas: [QuotaKind], _ kind: AllowanceKind, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) {
    let holding = try InclusionTable.all(of: family, in: transaction).filter(\.holdsPlaces)
    let entitling = holding.filter { quotas.contains($0.kind) }
    let confirmed = entitling.filter { $0.step == .confirmed && $0.stepOn <= day }
    isReserved = entitling.contains { $0.step == .reserved }
    otherQuotas = holding.filter { !quotas.contains($0.kind) && $0.step == .confirmed }.map(\.kind)
    inclusion = confirmed.last
    // A family that others have joined has several; those who were not counted yet are meant.
    if confirmed.count > 1 {
      for candidate in confirmed.reversed() {
        if try !Self.isCounted(candidate, for: kind, in: transaction) {
          inclusion = candidate
          break
        }
      }
    }
    guard let inclusion else { return }
    var holders: Set<Number<Person>> = []
    for holder in try InclusionTable.people(of: inclusion.number, in: transaction) {
      holders.insert(try PersonLinkTable.survivor(of: holder, in: transaction))
    }
    people = members.filter { holders.contains($0.survivor) }
  }

  /// True where someone who holds a place in an inclusion was counted for the allowance.
  private static func isCounted(
    _ inclusion: InclusionRecord, for kind: AllowanceKind, in transaction: Transaction
  ) throws(Failure) -> Bool {
    for person in try InclusionTable.people(of: inclusion.number, in: transaction) {
      if try !GrantTable.counting(person, kind: kind, in: transaction).isEmpty { return true }
    }
    return false
  }

  /// Of those who are counted; of everyone where it is once a family, with the family's own grants.
  private mutating func findEarlier(
    _ kind: AllowanceKind, isOnceAFamily: Bool, in transaction: Transaction
  ) throws(Failure) {
    for member in isOnceAFamily || people.isEmpty ? members : people {
      for grant in try GrantTable.counting(member.person, kind: kind, in: transaction) {
        earlier.append(Earlier(person: member.person, grant: grant))
      }
    }
    guard isOnceAFamily, earlier.isEmpty else { return }
    for grant in try GrantTable.all(of: family, in: transaction) where grant.kind == kind {
      for (person, _) in try GrantTable.people(of: grant.number, in: transaction) {
        earlier.append(Earlier(person: person, grant: grant))
      }
    }
  }

  private mutating func findFacts(on day: LocalDate, in transaction: Transaction) throws(Failure) {
    for member in members {
      for fact in try PersonFactTable.all(of: member.survivor, in: transaction)
      where fact.holds(on: day) {
        if fact.kind == .citizenship, fact.value == "KAZ", let from = fact.from {
          citizens[member.survivor] = from
        }
        if fact.kind == .occupation { jobs.append(fact) }
      }
    }
  }
}

extension EligibilityRules {
  /// The rules of a register.
  static func load(in transaction: Transaction) throws(Failure) -> EligibilityRules {
    EligibilityRules(
      book: try Rules.book(in: transaction), conditions: try Reference.allowanceConditions(),
      settlement: try Reference.settlement(), regions: try Reference.regions())
  }
}
