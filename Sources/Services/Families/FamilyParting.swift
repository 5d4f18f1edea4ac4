import Domain
import Storage

/// What goes with people who leave one family for another on a day: memberships, places, money.
///
/// The rule is ``Belonging/follows``; Docs/explanation/families.md states it for people.
struct FamilyParting {
  let family: Number<Family>
  let other: Number<Family>
  let day: LocalDate
  let reason: String

  // MARK: Memberships

  /// Ends the membership and begins one in the other family, for as long as the first would have
  /// lasted.
  func move(_ member: Membership, as relation: Relation, in transaction: Transaction)
    throws(Failure)
  {
    let numbers = try MembershipTable.members(of: family, in: transaction)
      .filter { $0.survivor == member.survivor && $0.lasts(beyond: day) }
    for row in numbers where row.person != member.person {
      // Who stands in the family under two numbers leaves under both.
      try MembershipTable.leave(row, on: day, reason: reason, in: transaction)
    }
    try MembershipTable.leave(member, on: day, reason: reason, in: transaction)
    try begin(member, in: other, as: relation, in: transaction)
  }

  /// The member stays and is something else to a new head from the day on.
  func restate(_ member: Membership, as relation: Relation, in transaction: Transaction)
    throws(Failure)
  {
    guard relation != member.relation else { return }
    try MembershipTable.leave(member, on: day, reason: member.reason, in: transaction)
    try begin(member, in: family, as: relation, in: transaction)
  }

  private func begin(
    _ member: Membership, in family: Number<Family>, as relation: Relation,
    in transaction: Transaction
  ) throws(Failure) {
    guard let during = Period(from: day, to: member.to) else {
      throw Failure(.dateOrder, "\(member.person) leaves \(member.family) before \(day)")
    }
    try MembershipTable.insert(
      member.person, in: family, as: relation, during: during, reason: reason, in: transaction)
  }

  // MARK: Places

  /// Moves the places of some people of an inclusion into a new one of the other family, which
  /// shares the transfers of the first: the account of the region is as it was.
  func movePlaces(
    of people: [Number<Person>], in inclusion: InclusionRecord, _ places: Int64,
    today: LocalDate, in transaction: Transaction
  ) throws(Failure) {
    let steps = try InclusionTable.steps(of: inclusion.number, in: transaction)
    try InclusionTable.closePlaces(of: people, in: inclusion.number, transaction)
    let draft = InclusionTable.Draft(
      family: other, kind: inclusion.kind, year: inclusion.year, region: inclusion.region,
      unit: inclusion.unit, people: people, places: places, countedOn: inclusion.countedOn)
    let number = try InclusionTable.insert(draft, registered: today.year, in: transaction)
    for step in steps { try InclusionTable.add(step, to: number, in: transaction) }
    try InclusionTable.insert(
      InclusionTable.Change(
        inclusion: inclusion.number, on: day, people: -people.count, places: -places,
        other: number, reason: reason), in: transaction)
  }

  /// Some people of an inclusion give up their share in the one place of their family.
  func giveUpShare(
    of people: [Number<Person>], in inclusion: InclusionRecord, _ transaction: Transaction
  ) throws(Failure) {
    try InclusionTable.closePlaces(of: people, in: inclusion.number, transaction)
    try InclusionTable.insert(
      InclusionTable.Change(
        inclusion: inclusion.number, on: day, people: -people.count, places: 0, other: nil,
        reason: reason), in: transaction)
  }

  /// The inclusions in which a family holds places now.
  static func live(of family: Number<Family>, in transaction: Transaction) throws(Failure)
    -> [InclusionRecord]
  {
    try InclusionTable.all(of: family, in: transaction).filter(\.holdsPlaces)
  }
}

/// Words for a list of numbers: `P-…, P-… and P-…`.
enum NumberList {
  static func text<Entity>(_ numbers: [Number<Entity>]) -> String {
    numbers.map { "\($0)" }.joined(separator: ", ")
  }
}

extension Ground {
  /// The day, once it and the reason are found sound.
  func settled(given facts: Facts) throws(Failure) -> LocalDate {
    try Self.check(reason: reason, for: "an act on a family")
    return try facts.day(on)
  }
}
