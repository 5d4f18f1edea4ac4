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

  package init(
    family: Number<Family>, kind: AllowanceKind, on: LocalDate? = nil, decision: String? = nil
  ) {
    self.family = family
    self.kind = kind
    self.on = on
    self.decision = decision
  }

  package var detail: String {
    "\(family), \(kind.rawValue)\(decision.map { ", decision \($0)" } ?? "")"
  }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let day = try facts.day(on)
    guard try FamilyTable.find(family, in: transaction) != nil else {
      throw .familyNotFound(family)
    }
    let inclusion = try inclusion(on: day, in: transaction)
    let holders = Set(try InclusionTable.people(of: inclusion.number, in: transaction))
    let people = try MembershipTable.members(of: family, on: day, in: transaction)
      .filter { holders.contains($0.person) }
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
      kind, Self.household(of: people), on: day, Reference.rules())
    let draft = GrantTable.Draft(
      family: family, inclusion: inclusion, quote: quote, decision: decision, people: people)
    return try GrantTable.insert(draft, registered: facts.today.year, in: transaction).raw
  }

  /// Money follows the quota: the inclusion must be confirmed by the day of the decision.
  private func inclusion(on day: LocalDate, in transaction: Transaction) throws(Failure)
    -> InclusionRecord
  {
    let inclusions = try InclusionTable.all(of: family, in: transaction)
    if let confirmed = inclusions.last(where: { $0.step == .confirmed && $0.stepOn <= day }) {
      return confirmed
    }
    let reserved = inclusions.contains { $0.step == .reserved }
    throw Failure(
      .allowanceNotIncluded,
      "\(family) is not included in a quota on \(day)"
        + (reserved ? "; its places are only reserved" : ""),
      hint: reserved
        ? "kosh quota confirm confirms them by the commission's protocol"
        : "kosh quota include \(family) includes it, if places are free")
  }

  private static func household(of people: [Membership]) -> Household {
    var household = Household(head: 0, spousesAndChildren: 0, others: 0)
    for member in people {
      switch member.relation {
      case .head: household.head += 1
      case .spouse, .son, .daughter: household.spousesAndChildren += 1
      default: household.others += 1
      }
    }
    return household
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> GrantDossier
  {
    try GrantDossier.load(Number(raw: subject), in: transaction)
  }
}
