package import Domain
package import Services

/// Splits, joins and undoes by the serials of people: 2 is the second person of 2026.
extension TestRegister {
  package static func person(_ serial: Int, year: Int = 2026) -> Number<Person> {
    Number(year: year, serial: serial)
  }

  package static func splitting(
    _ family: Number<Family>, _ leaving: [Int], head: Int? = nil, newHead: Int? = nil,
    relations: [(Int, Relation)] = [], on: String? = nil, reason: String = "grown", year: Int = 2026
  ) throws(Failure) -> SplitFamily {
    SplitFamily(
      family: family, leaving: leaving.map { person($0, year: year) },
      head: person(head ?? leaving.first ?? 0, year: year),
      newHead: newHead.map { person($0, year: year) },
      relations: relations.map {
        StatedRelation(person: person($0.0, year: year), relation: $0.1)
      }, ground: Ground(on: try day(on), reason: reason))
  }

  /// The number of the new family.
  @discardableResult
  package func split(
    _ family: Number<Family>, _ leaving: [Int], newHead: Int? = nil, on: String? = nil,
    year: Int = 2026
  ) throws(Failure) -> Number<Family> {
    let change = try perform(
      Self.splitting(family, leaving, newHead: newHead, on: on, year: year))
    guard let new = change.sides.last?.family else { throw Failure(.fault, "no new family") }
    return new
  }

  @discardableResult
  package func join(
    _ family: Number<Family>, into: Number<Family>, relations: [(Int, Relation)] = [],
    on: String? = nil
  ) throws(Failure) -> FamilyChange {
    try perform(
      JoinFamilies(
        family: family, into: into,
        relations: relations.map {
          StatedRelation(person: Self.person($0.0), relation: $0.1)
        }, ground: Ground(on: try Self.day(on), reason: "together again")))
  }

  @discardableResult
  package func undo(_ family: Number<Family>) throws(Failure) -> FamilyChange {
    try perform(UndoFamilyAct(family: family, reason: "entered by mistake"))
  }

  /// A family as `kosh family show` has it.
  package func dossier(
    _ family: Number<Family>, on: String? = nil, knownAt: String? = nil
  ) throws(Failure) -> FamilyDossier {
    try answer(
      ShowFamily(
        family: family, on: Self.day(on), knownAt: knownAt.flatMap { Instant(iso: $0) }))
  }

  /// The relations of a family's members on a day, by the serials of the people.
  package func roll(
    _ family: Number<Family>, on: String? = nil, knownAt: String? = nil
  ) throws(Failure) -> [Int: Relation] {
    let members = try dossier(family, on: on, knownAt: knownAt).members
    return Dictionary(
      members.map { ($0.membership.person.serial, $0.membership.relation) }
    ) { first, _ in first }
  }

  /// What is due to a family of all grants, in tenge.
  package func due(_ family: Number<Family>, knownAt: String? = nil) throws(Failure) -> Int64 {
    try dossier(family, knownAt: knownAt).divided
      .reduce(0) { $0 + $1.amount(dueTo: family).tiyn } / 100
  }

  /// Places held by each inclusion of a family that holds any.
  package func places(_ family: Number<Family>, knownAt: String? = nil) throws(Failure) -> [Int64] {
    try dossier(family, knownAt: knownAt).inclusions.filter(\.holdsPlaces).map(\.currentPlaces)
  }

  /// The checks of `kosh verify` that find something.
  package func failing() throws(Failure) -> [String] {
    try answer(VerifyRegister()).checks.filter { !$0.breaches.isEmpty }.map(\.name)
  }
}
