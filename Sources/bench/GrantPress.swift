internal import Domain
internal import Services
internal import Storage

/// Grants made up for measuring: for as many families as the country has, a million.
///
/// Every family has one of each of the first three kinds, some have one of the fourth; the days of
/// decision lie in 2016 to 2026, where the rule book has a rate. The rows are those that a grant
/// and the places of its family leave, without a sitting of the commission and the money of a budget.
struct GrantPress {
  private static let kinds: [AllowanceKind] = [.relocation, .rent, .certificate, .employer]
  private static let firstDay = LocalDate(year: 2016, month: 1, day: 1) ?? Register.today
  /// Families in a commit.
  private static let batch = 500

  private let register: Register
  private let rules: RuleBook
  private let regions: [String]
  private let total: Int
  private var random: SeededRandom
  private var places: PlacePress

  init(_ register: Register, seed: UInt64) throws(Failure) {
    self.register = register
    rules = try Reference.rules()
    regions = try Reference.regions().all(on: Register.today).map(\.code)
    total = register.families * 1_000_000 / 313_256
    random = SeededRandom(seed: seed)
    places = try PlacePress(register, regions: regions, seed: seed)
  }

  /// Writes them; gives how many there are.
  mutating func fill() throws(Failure) -> Int {
    Bench.say("writing \(total) grants…")
    for start in stride(from: 0, to: register.families, by: Self.batch) {
      let end = min(start + Self.batch, register.families)
      try register.act("bench.grants") { (transaction) throws(Failure) in
        for index in start..<end { try grantAll(toFamily: index, in: transaction) }
      }
      if start % 50_000 == 0 { Bench.say("…to \(start) families") }
    }
    return total
  }

  private mutating func grantAll(toFamily index: Int, in transaction: Transaction)
    throws(Failure)
  {
    let year = Register.today.year
    let family = Number<Family>(year: year, serial: 1 + index)
    let members = try MembershipTable.members(of: family, on: Register.today, in: transaction)
    let region = regions[random.below(regions.count)]
    let inclusion = try places.include(family, members, in: region, index: index, transaction)
    for (round, kind) in Self.kinds.enumerated()
    where round * register.families + index < total {
      let (quote, terms) = try quote(kind, for: members)
      let draft = GrantTable.Draft(
        family: family, inclusion: inclusion, quote: quote, decision: "\(index)",
        people: members, terms: terms)
      try write(draft, in: transaction)
    }
  }

  /// On a day drawn anew until the scheme has a rate on it.
  private mutating func quote(_ kind: AllowanceKind, for members: [Membership])
    throws(Failure) -> (AllowanceQuote, AllowanceTerms)
  {
    let household = Household(relations: members.map(\.relation))
    let days = Int(Register.today.dayNumber - Self.firstDay.dayNumber) + 1
    while true {
      let day = Self.firstDay.adding(days: random.below(days))
      let terms = Self.terms(of: kind, on: day)
      do {
        return (try AllowanceQuote.make(kind, household, terms, on: day, rules), terms)
      } catch {
        let isOfDay = error.code == .allowanceNoScheme || error.code == .allowanceRateUnknown
        guard isOfDay else { throw error }
      }
    }
  }

  private static func terms(of kind: AllowanceKind, on day: LocalDate) -> AllowanceTerms {
    switch kind {
    case .rent: AllowanceTerms(place: .rural, months: 3, firstMonth: day.firstOfMonth)
    case .certificate: AllowanceTerms(cost: Money(tiyn: 900_000_000))
    default: .none
    }
  }

  /// The grant, and what is due of it: of relocation to each person, of rent month by month.
  private func write(_ draft: GrantTable.Draft, in transaction: Transaction) throws(Failure) {
    let day = draft.quote.on
    let number = try GrantTable.insert(
      draft, registered: Register.today.year, in: transaction)
    var parts = [GrantPart(person: nil, amount: draft.quote.total)]
    if draft.quote.kind == .relocation {
      let (total, count) = (draft.quote.total.tiyn, Int64(draft.people.count))
      parts = draft.people.enumerated().map { index, member in
        let rest = index == 0 ? total % count : 0
        return GrantPart(person: member.person, amount: Money(tiyn: total / count + rest))
      }
    }
    let dues = Due.schedule(parts, of: number, decidedOn: day, months: draft.terms.paidMonths)
    for due in dues {
      try DueTable.insert(due, region: draft.inclusion.region, in: transaction)
    }
  }
}
