package import Domain
package import Storage

/// Reads what advice on placement rests on: for the whole queue, or for one family within it.
///
/// Nothing is decided by it; ``PlacementAdvice`` plans with the answer, which needs no register.
package struct AdvisePlacement: Query {
  package static let name = "place.advise"
  package static let permission = Permission.includeFamilies
  /// It tells of kin, occupations and languages.
  package static let isPersonal = true

  package var kind: QuotaKind
  package var year: Int
  /// Nil asks for the queue.
  package var family: Number<Family>?
  package var factors: PlacementFactors
  /// How many of the queue are planned for; nil for as many as can be.
  package var first: Int?

  package init(
    kind: QuotaKind, year: Int, family: Number<Family>? = nil, factors: PlacementFactors = .none,
    first: Int? = nil
  ) {
    self.kind = kind
    self.year = year
    self.family = family
    self.factors = factors
    self.first = first
  }

  package var detail: String {
    "\(family.map { "\($0)" } ?? "the queue"), \(kind.rawValue) \(year)"
  }

  /// Throws what ``PlacementBoard`` throws; for one family `family.member` where it has no members,
  /// and `place.held` where one of them holds a place.
  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> PlacementBoard
  {
    if let family { try Self.checkWaits(family, on: facts.today, in: transaction) }
    return try PlacementBoard.load(
      kind, year: year, factors: factors, first: first, asking: family, in: transaction,
      given: facts)
  }

  static func checkWaits(
    _ family: Number<Family>, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) {
    _ = try FamilyTable.known(family, in: transaction)
    let members = try MembershipTable.members(of: family, on: day, in: transaction)
    guard !members.isEmpty else {
      throw Failure(.familyMember, "\(family) has no members on \(day)")
    }
    for member in members {
      guard let held = try InclusionTable.holding(member.person, in: transaction) else { continue }
      throw Failure(
        .placeHeld,
        "\(member.person) of \(family) holds a place of \(held.kind.rawValue) \(held.year) in "
          + "\(held.region) by \(held.number)",
        hint: "advice is for those who wait; \(held.releasing) gives the place back")
    }
  }
}
