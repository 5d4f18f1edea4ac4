package import Domain

/// All families at once.
extension MembershipTable {
  package struct CountedFamily: Hashable, Sendable {
    package let family: Number<Family>
    package fileprivate(set) var household = Household(head: 0, spousesAndChildren: 0, others: 0)
  }

  /// Every family that has members on a day, as known now, in the order of the numbers.
  ///
  /// One walk over the table counts the same people as ``members(of:on:knowledge:in:)``.
  package static func households(on day: LocalDate, in transaction: Transaction)
    throws(Failure) -> [CountedFamily]
  {
    var families = try count(on: day, in: transaction)
    for family in try withMerged(in: transaction) {
      let place = place(of: family, in: families)
      guard place < families.count, families[place].family == family else { continue }
      let members = try members(of: family, on: day, in: transaction)
      families[place].household = Household(relations: members.map(\.relation))
    }
    return families
  }

  private static func count(on day: LocalDate, in transaction: Transaction) throws(Failure)
    -> [CountedFamily]
  {
    let statement = try transaction.connection.statement(
      """
      SELECT family_id, relation FROM membership
      WHERE closed_by IS NULL AND valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1)
      """)
    defer { statement.reset() }
    statement.bind(day.description, 1)
    var families: [CountedFamily] = []
    var place = 0
    while try statement.step() {
      var row = Row(statement)
      let family: Number<Family> = row.number()
      // Members stand together in the table, but for those who came later.
      if place >= families.count || families[place].family != family {
        place = Self.place(of: family, in: families)
        if place == families.count || families[place].family != family {
          families.insert(CountedFamily(family: family), at: place)
        }
      }
      families[place].household.add(try row.word())
    }
    return families
  }

  /// Where a family stands, or belongs, in the order of the numbers.
  private static func place(of family: Number<Family>, in families: [CountedFamily]) -> Int {
    guard let last = families.last, last.family.raw >= family.raw else { return families.count }
    var (low, high) = (0, families.count)
    while low < high {
      let middle = (low + high) / 2
      if families[middle].family.raw < family.raw { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Families in which somebody stands under a number that was merged, and so perhaps twice.
  private static func withMerged(in transaction: Transaction) throws(Failure)
    -> [Number<Family>]
  {
    try transaction.all(
      """
      SELECT DISTINCT m.family_id FROM person_link AS l
      JOIN membership AS m ON m.person_id = l.person_id
      WHERE l.closed_by IS NULL AND m.closed_by IS NULL
      """
    ) { (row: inout Row) throws(Failure) in row.number() }
  }
}
