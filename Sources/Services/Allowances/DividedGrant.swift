package import Domain
internal import Storage

/// A grant with the families to whom what is not paid of it is due.
///
/// The decision itself stays frozen with the family it was made for.
package struct DividedGrant: Hashable, Sendable {
  package let grant: GrantRecord
  /// The family it was granted to first, where something is still due to it; their sum is what of
  /// the grant is not paid.
  package let shares: [GrantShare]

  /// How much of it is due to a family.
  package func amount(dueTo family: Number<Family>) -> Money {
    shares.first { $0.family == family }?.amount ?? .zero
  }

  static func load(
    _ grant: GrantRecord, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> DividedGrant {
    var families = [grant.family]
    var people: [Number<Family>: Int] = [:]
    var amounts: [Number<Family>: Money] = [:]
    for part in try UnpaidPart.all(of: grant, knowledge: knowledge, in: transaction) {
      if !families.contains(part.dueTo) { families.append(part.dueTo) }
      if part.part.person != nil { people[part.dueTo, default: 0] += 1 }
      amounts[part.dueTo] = try amounts[part.dueTo, default: .zero].adding(part.part.amount)
    }
    return DividedGrant(
      grant: grant,
      shares: families.compactMap { family in
        amounts[family].map {
          GrantShare(family: family, people: people[family] ?? 0, amount: $0)
        }
      })
  }

  /// A family's own grants, and those of others of which a part is due to it.
  static func all(
    of family: Number<Family>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [DividedGrant] {
    var grants = try GrantTable.all(of: family, knowledge: knowledge, in: transaction)
    for number in try GrantTable.others(dueTo: family, knowledge: knowledge, in: transaction) {
      if let grant = try GrantTable.find(number, in: transaction) { grants.append(grant) }
    }
    var divided: [DividedGrant] = []
    for grant in grants {
      divided.append(try load(grant, knowledge: knowledge, in: transaction))
    }
    return divided
  }
}

/// One unpaid part of a grant, with the family to whom it is due.
struct UnpaidPart {
  let grant: GrantRecord
  let part: GrantPart
  let dueTo: Number<Family>
  /// The row that says so; nil where it is due to the family it was granted to.
  let division: GrantTable.Division?

  /// By person, in the order of the grant: the sum of what is open of each.
  static func all(
    of grant: GrantRecord, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [UnpaidPart] {
    var people: [Number<Person>?] = []
    var amounts: [Number<Person>?: Money] = [:]
    for due in try DueTable.open(of: grant.number, knowledge: knowledge, in: transaction) {
      if amounts[due.key.person] == nil { people.append(due.key.person) }
      amounts[due.key.person] = try amounts[due.key.person, default: .zero].adding(due.amount)
    }
    let divisions = try GrantTable.divisions(
      of: grant.number, knowledge: knowledge, in: transaction)
    return people.map { person in
      let division = divisions.first { $0.person == person }
      return UnpaidPart(
        grant: grant, part: GrantPart(person: person, amount: amounts[person] ?? .zero),
        dueTo: division?.family ?? grant.family, division: division)
    }
  }

  /// Everything that is due to a family, of its own grants and of others'.
  static func all(dueTo family: Number<Family>, in transaction: Transaction) throws(Failure)
    -> [UnpaidPart]
  {
    var found: [UnpaidPart] = []
    for divided in try DividedGrant.all(of: family, in: transaction) {
      found += try all(of: divided.grant, in: transaction).filter { $0.dueTo == family }
    }
    return found
  }

  /// Makes the part due to another family from a day on.
  func move(to family: Number<Family>, on day: LocalDate, in transaction: Transaction)
    throws(Failure)
  {
    if let division { try GrantTable.close(division, in: transaction) }
    guard family != grant.family else { return }
    try GrantTable.insert(part, of: grant.number, dueTo: family, on: day, in: transaction)
  }
}
