internal import Domain
internal import Storage

extension PlacementFamily {
  /// What the register knows of a family on a day; nil where it has no members then.
  ///
  /// - Parameter wish: what the family asked for before an officer decided; nil takes its
  ///   destination.
  static func load(
    _ number: Number<Family>, wish: String?, of unit: QuotaUnit, on day: LocalDate,
    in transaction: Transaction
  ) throws(Failure) -> PlacementFamily? {
    let record = try FamilyTable.known(number, in: transaction)
    let members = try MembershipTable.members(of: number, on: day, in: transaction)
    guard !members.isEmpty else { return nil }
    var occupations: [String] = []
    var languages: [String] = []
    for member in members {
      let person = try PersonTable.record(of: member.survivor, in: transaction)
      let facts = try PersonFactTable.all(of: member.survivor, in: transaction)
      if Age(of: person?.birthDate, on: day)?.isAdult == true {
        occupations += facts.held(.occupation, on: day, form: person?.occupation).map(\.value)
      }
      for held in facts.held(.language, on: day, form: nil) where !languages.contains(held.value) {
        languages.append(held.value)
      }
    }
    return PlacementFamily(
      number: number, people: members.count, places: unit == .family ? 1 : members.count,
      wish: wish ?? record.destinationRegion, origin: record.originCountry,
      occupations: occupations, languages: languages,
      kin: try kin(of: number, members, on: day, in: transaction))
  }

  /// Families of people with whom a member was of one family on whatever day, or to whom a member
  /// is married; only those of whom the register knows in which region they are.
  private static func kin(
    of family: Number<Family>, _ members: [Membership], on day: LocalDate,
    in transaction: Transaction
  ) throws(Failure) -> [Kin] {
    let own = Set(members.map(\.survivor))
    var shared: Set<Number<Family>> = [family]
    var others: Set<Number<Person>> = []
    for person in own {
      for row in try MembershipTable.families(of: person, in: transaction) {
        shared.insert(row.family)
      }
      for marriage in try MarriageTable.all(of: person, in: transaction)
      where marriage.during.contains(day) {
        others.formUnion([marriage.person, marriage.spouse])
      }
    }
    for one in shared {
      others.formUnion(try MembershipTable.history(of: one, in: transaction).map(\.person))
    }
    var families: Set<Number<Family>> = []
    for person in others.subtracting(members.map(\.person)).subtracting(own) {
      for row in try MembershipTable.families(of: person, in: transaction)
      where row.family != family && row.from <= day && row.lasts(beyond: day) {
        families.insert(row.family)
      }
    }
    var kin: [Kin] = []
    for other in families.sorted() {
      if let region = try region(of: other, on: day, in: transaction) {
        kin.append(Kin(family: other, region: region))
      }
    }
    return kin
  }

  /// Where a family lives on a day, or else holds places.
  private static func region(
    of family: Number<Family>, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) -> String? {
    let home = try ResidenceTable.all(of: family, in: transaction)
      .first { $0.during.contains(day) }
    if let home { return home.region }
    return try InclusionTable.all(of: family, in: transaction).last(where: \.holdsPlaces)?.region
  }
}
