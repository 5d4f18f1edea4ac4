internal import Domain
internal import Services
internal import Storage

/// Places of the quotas made up for measuring: orders with room for everyone, and families that are
/// included and confirmed by them.
struct PlacePress {
  private static let years = 2023...Register.today.year
  private static let placesOfRegion: Int64 = 1_000_000

  private let register: Register
  private var random: SeededRandom
  private var accounts: [Place: Int64] = [:]

  private struct Place: Hashable {
    let year: Int
    /// Nil for those who hold the places.
    let region: String?
  }

  /// Loads the orders.
  init(_ register: Register, regions: [String], seed: UInt64) throws(Failure) {
    self.register = register
    random = SeededRandom(seed: seed, stream: 1)
    for year in Self.years {
      let order = QuotaOrder(
        number: "bench", date: nil, effectiveFrom: Self.days(of: year).from, kind: .kandas,
        year: year, unit: .person,
        citation: Citation("made up for measuring", standing: .unconfirmed),
        lines: regions.enumerated().map { index, region in
          OrderLine(region: region, amount: Self.placesOfRegion, line: index + 2)
        })
      _ = try register.office.perform(LoadQuotaOrder(order: order), as: Register.administrator)
    }
  }

  /// When families are included: after the last order that the office knows of that year.
  private static func days(of year: Int) -> (from: LocalDate, count: Int) {
    let isThis = year == Register.today.year
    let from = LocalDate(year: year, month: isThis ? 1 : 9, day: 1) ?? Register.today
    let end = isThis ? Register.today : LocalDate(year: year, month: 12, day: 31) ?? from
    return (from, Int(end.dayNumber - from.dayNumber))
  }

  /// Includes a family in the quota of one of the years, and confirms it.
  mutating func include(
    _ family: Number<Family>, _ members: [Membership], in region: String, index: Int,
    _ transaction: Transaction
  ) throws(Failure) -> InclusionRecord {
    let year = Self.years.lowerBound + index % Self.years.count
    let (from, count) = Self.days(of: year)
    let day = from.adding(days: random.below(count))
    let places = Int64(members.count)
    let number = try InclusionTable.insert(
      InclusionTable.Draft(
        family: family, kind: .kandas, year: year, region: region, unit: .person,
        people: members.map(\.person), places: places, countedOn: day),
      registered: Register.today.year, in: transaction)
    let confirmed = try confirm(number, places, of: year, in: region, on: day, transaction)
    return InclusionRecord(
      number: number, family: family, kind: .kandas, year: year, region: region, unit: .person,
      people: members.count, places: places, countedOn: day, step: .confirmed, stepOn: day,
      protocolNumber: "1", protocolDate: day, reason: nil, transfer: confirmed,
      currentPeople: members.count, currentPlaces: places)
  }

  /// Gives the transfer that confirms.
  private mutating func confirm(
    _ number: Number<Inclusion>, _ places: Int64, of year: Int, in region: String,
    on day: LocalDate, _ transaction: Transaction
  ) throws(Failure) -> Int64 {
    let debit = try account(.region, Place(year: year, region: region), transaction)
    let credit = try account(.families, Place(year: year, region: nil), transaction)
    let reserved = try LedgerTable.insert(
      LedgerTable.Transfer(
        move: .reserve, debit: debit, credit: credit, amount: places, effectiveOn: day),
      in: transaction)
    try InclusionTable.add(
      InclusionTable.Step(.reserved, on: day, transfer: reserved), to: number, in: transaction)
    let confirmed = try LedgerTable.insert(
      LedgerTable.Transfer(
        move: .confirm, debit: debit, credit: credit, amount: places, effectiveOn: day,
        settles: reserved), in: transaction)
    try InclusionTable.add(
      InclusionTable.Step(
        .confirmed, on: day, protocolNumber: "1", protocolDate: day, transfer: confirmed),
      to: number, in: transaction)
    return confirmed
  }

  private mutating func account(
    _ role: LedgerTable.Role, _ place: Place, _ transaction: Transaction
  ) throws(Failure) -> Int64 {
    if let known = accounts[place] { return known }
    let book = LedgerTable.Book(kind: .kandas, year: place.year, unit: .person)
    let id = try LedgerTable.account(role, region: place.region, of: book, in: transaction)
    accounts[place] = id
    return id
  }
}
