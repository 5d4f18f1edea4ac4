internal import Domain
internal import Services
internal import Storage

/// What becomes of families, made up for measuring: heads who work, heads who are citizens by now, and
/// families that moved to another region.
struct FactPress {
  /// Families in a commit.
  private static let batch = 1_000

  private let register: Register
  private let regions: [String]
  private var random: SeededRandom
  private var rows = 0

  init(_ register: Register, seed: UInt64) throws(Failure) {
    self.register = register
    regions = try Reference.regions().all(on: Register.today).map(\.code)
    random = SeededRandom(seed: seed, stream: 3)
  }

  /// Writes them; gives how many there are.
  mutating func fill() throws(Failure) -> Int {
    for start in stride(from: 0, to: register.families, by: Self.batch) {
      let end = min(start + Self.batch, register.families)
      try register.act("bench.facts") { (transaction) throws(Failure) in
        for index in start..<end { try write(index, transaction) }
      }
    }
    return rows
  }

  private mutating func write(_ index: Int, _ transaction: Transaction) throws(Failure) {
    let family = Number<Family>(year: Register.today.year, serial: 1 + index)
    let members = try MembershipTable.members(of: family, on: Register.today, in: transaction)
    guard let head = members.first(where: { $0.relation == .head })?.person else { return }
    let day = Register.today.adding(days: -random.below(360))
    if random.chance(500) { try add(.occupation, "mason", to: head, since: day, transaction) }
    if random.chance(300) { try add(.citizenship, "KAZ", to: head, since: day, transaction) }
    guard random.chance(150) else { return }
    let region = regions[random.below(regions.count)]
    try ResidenceTable.insert(
      Residence(
        family: family, region: region, district: nil, address: nil, during: Period(from: day)),
      in: transaction)
    rows += 1
  }

  private mutating func add(
    _ kind: PersonFactKind, _ value: String, to person: Number<Person>, since day: LocalDate,
    _ transaction: Transaction
  ) throws(Failure) {
    try PersonFactTable.insert(
      PersonFact(person: person, kind: kind, value: value, from: day, reason: "made up"),
      in: transaction)
    rows += 1
  }
}
