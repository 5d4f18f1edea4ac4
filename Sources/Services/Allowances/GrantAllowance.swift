package import Domain
package import Storage

/// Grants an allowance to a family that is included in a quota: for each of its people once.
package struct GrantAllowance: UseCase {
  package static let name = "allowance.grant"
  package static let permission = Permission.grantAllowances

  package var family: Number<Family>
  package var kind: AllowanceKind
  /// The day of the decision, which decides the MCI; nil is the office's day.
  package var on: LocalDate?
  /// The office's own number of the decision.
  package var decision: String?
  /// Whose money is set aside for it; nil is the first source that has enough.
  package var source: BudgetSource?

  package init(
    family: Number<Family>, kind: AllowanceKind, on: LocalDate? = nil, decision: String? = nil,
    source: BudgetSource? = nil
  ) {
    self.family = family
    self.kind = kind
    self.on = on
    self.decision = decision
    self.source = source
  }

  package var detail: String {
    "\(family), \(kind.rawValue)\(decision.map { ", decision \($0)" } ?? "")"
      + (source.map { ", \($0.rawValue) money" } ?? "")
  }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    guard AllowanceKind.granted.contains(kind) else {
      throw Failure(
        .allowanceNoScheme, "\(kind.rawValue) is reckoned and not granted yet",
        hint: "kosh allowance quote --kind \(kind.rawValue) reckons it")
    }
    let day = try facts.day(on)
    _ = try FamilyTable.known(family, in: transaction)
    let inclusion = try inclusion(on: day, in: transaction)
    var holders: Set<Number<Person>> = []
    for holder in try InclusionTable.people(of: inclusion.number, in: transaction) {
      holders.insert(try PersonLinkTable.survivor(of: holder, in: transaction))
    }
    let people = try MembershipTable.members(of: family, on: day, in: transaction)
      .filter { holders.contains($0.survivor) }
    guard !people.isEmpty else {
      throw Failure(
        .allowanceFamily, "none of the people of \(family) on \(day) holds a place in the quota")
    }
    for member in people {
      guard
        let earlier = try GrantTable.counting(member.person, kind: kind, in: transaction)
      else { continue }
      throw Failure(
        .allowanceGranted,
        "\(member.person) of \(family) was counted for \(kind.rawValue) by \(earlier.number) on "
          + "\(earlier.decidedOn)",
        hint: "kosh allowance explain \(earlier.number) shows that grant")
    }
    let quote = try AllowanceQuote.make(
      kind, Household(relations: people.map(\.relation)), on: day, Reference.rules())
    let draft = GrantTable.Draft(
      family: family, inclusion: inclusion, quote: quote, decision: decision, people: people)
    let number = try GrantTable.insert(draft, registered: facts.today.year, in: transaction)
    try writeDues(of: number, in: transaction)
    try Commitments.commit(
      grant: number, kind: kind, region: inclusion.region, year: day.year, amount: quote.total,
      source: source, on: day, in: transaction)
    return number.raw
  }

  /// What the grant comes to, part by part.
  private func writeDues(of number: Number<Grant>, in transaction: Transaction) throws(Failure) {
    let grant = try GrantTable.known(number, in: transaction)
    let parts = try GrantPart.parts(
      of: grant, lines: GrantTable.lines(of: number, in: transaction),
      people: GrantTable.people(of: number, in: transaction))
    for due in Due.schedule(parts, of: number, decidedOn: grant.decidedOn) {
      try DueTable.insert(due, region: grant.region, in: transaction)
    }
  }

  /// Money follows the quota: the inclusion must be confirmed by the day of the decision.
  private func inclusion(on day: LocalDate, in transaction: Transaction) throws(Failure)
    -> InclusionRecord
  {
    let inclusions = try InclusionTable.all(of: family, in: transaction).filter(\.holdsPlaces)
    let confirmed = inclusions.filter { $0.step == .confirmed && $0.stepOn <= day }
    // A family that others have joined has several; those who were not counted yet are meant.
    for inclusion in confirmed.reversed() {
      if try !isCounted(inclusion, in: transaction) { return inclusion }
    }
    if let last = confirmed.last { return last }
    let reserved = inclusions.contains { $0.step == .reserved }
    throw Failure(
      .allowanceNotIncluded,
      "\(family) is not included in a quota on \(day)"
        + (reserved ? "; its places are only reserved" : ""),
      hint: reserved
        ? "kosh quota confirm confirms them by the commission's protocol"
        : "kosh quota include \(family) includes it, if places are free")
  }

  /// True where someone who holds a place in an inclusion was counted for the allowance.
  private func isCounted(_ inclusion: InclusionRecord, in transaction: Transaction)
    throws(Failure) -> Bool
  {
    for person in try InclusionTable.people(of: inclusion.number, in: transaction) {
      if try GrantTable.counting(person, kind: kind, in: transaction) != nil { return true }
    }
    return false
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> GrantDossier
  {
    try GrantDossier.load(Number(raw: subject), in: transaction)
  }
}
