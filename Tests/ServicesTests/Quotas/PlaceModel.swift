import Domain

/// The place ledger in a few lines: who holds places where, and what each move must come to.
///
/// It knows people, families, inclusions and what the orders gave. It asks Kosh nothing: each
/// move changes it as the rule says, or is refused with a code.
struct PlaceModel {
  struct Quota: Hashable {
    let year: Int
    let region: String
  }

  struct Holding {
    let family: Number<Family>
    let quota: Quota
    /// The numbers under which places are held; none where it ended, or where all went elsewhere.
    var people: Set<Number<Person>>
    var step: InclusionStep
    /// The first day on which a reservation no longer holds.
    let expires: LocalDate?
  }

  /// A membership that lasts.
  struct Row: Hashable {
    /// The number under which it was entered.
    let person: Number<Person>
    let relation: Relation
    let from: LocalDate
  }

  struct Merge {
    let into: Number<Person>
    let act: Int
    /// The memberships that ended by it.
    let ended: [(family: Number<Family>, row: Row)]
  }

  struct Refused: Error { let code: Code }

  /// What an act wrote about.
  enum Subject: Hashable {
    case family(Number<Family>)
    case person(Number<Person>)
    case inclusion(Number<Inclusion>)
  }

  var today: LocalDate
  var allotted: [Quota: Int64] = [:]
  /// Used by families that are not looked at any more.
  var past: [Quota: Int64] = [:]
  /// Every inclusion of the families that are looked at.
  private(set) var holdings: [Number<Inclusion>: Holding] = [:]
  /// Of them those that hold places, in the order of their numbers.
  private(set) var live: [Number<Inclusion>] = []
  /// By which inclusion a number holds a place.
  private(set) var holder: [Number<Person>: Number<Inclusion>] = [:]
  var families: [Number<Family>: [Row]] = [:]
  var registered: [Number<Family>: LocalDate] = [:]
  var bound: [Number<Family>: String] = [:]
  /// Who headed a family, until when.
  var heads: [Number<Family>: [(row: Row, until: LocalDate)]] = [:]
  /// When the last of a family went.
  var emptied: [Number<Family>: LocalDate] = [:]
  var merged: [Number<Person>: Merge] = [:]
  /// Pairs of whom it was decided that they differ.
  var different: Set<Set<Number<Person>>> = []

  // MARK: Sums

  func reserved(_ quota: Quota) -> Int64 { sum(quota, .reserved) }
  func used(_ quota: Quota) -> Int64 { sum(quota, .confirmed) + past[quota, default: 0] }
  func free(_ quota: Quota) -> Int64 {
    allotted[quota, default: 0] - reserved(quota) - used(quota)
  }

  private func sum(_ quota: Quota, _ step: InclusionStep) -> Int64 {
    live.reduce(0) { sum, number in
      guard let holding = holdings[number], holding.quota == quota, holding.step == step else {
        return sum
      }
      return sum + Int64(holding.people.count)
    }
  }

  // MARK: People

  func survivor(_ person: Number<Person>) -> Number<Person> {
    var number = person
    while let next = merged[number] { number = next.into }
    return number
  }

  /// A number and those that were merged into it, directly or by others.
  func below(_ person: Number<Person>) -> Set<Number<Person>> {
    var numbers: Set = [person]
    var count = 0
    while count < numbers.count {
      count = numbers.count
      for (number, merge) in merged where numbers.contains(merge.into) { numbers.insert(number) }
    }
    return numbers
  }

  func holds(_ person: Number<Person>) -> Bool {
    below(survivor(person)).contains { holder[$0] != nil }
  }

  /// The head first, the others by their numbers; who stands in it under two numbers counts once:
  /// as the head, else under the number that survives, else as the first.
  func members(of family: Number<Family>) -> [Row] {
    let rows = (families[family] ?? []).sorted {
      ($0.relation != .head ? 1 : 0, $0.person) < ($1.relation != .head ? 1 : 0, $1.person)
    }
    var kept: [Row] = []
    for row in rows {
      let one = survivor(row.person)
      if let index = kept.firstIndex(where: { survivor($0.person) == one }) {
        if kept[index].relation != .head, row.person == one { kept[index] = row }
      } else {
        kept.append(row)
      }
    }
    return kept
  }

  func belongs(_ person: Number<Person>, to family: Number<Family>) -> Bool {
    (families[family] ?? []).contains { survivor($0.person) == survivor(person) }
  }

  // MARK: Who holds what

  mutating func give(_ people: Set<Number<Person>>, _ inclusion: Number<Inclusion>) {
    holdings[inclusion]?.people.formUnion(people)
    for person in people { holder[person] = inclusion }
    if !live.contains(inclusion) {
      live.insert(inclusion, at: live.firstIndex { $0 > inclusion } ?? live.endIndex)
    }
  }

  mutating func take(_ people: Set<Number<Person>>, from inclusion: Number<Inclusion>) {
    holdings[inclusion]?.people.subtract(people)
    for person in people { holder[person] = nil }
    if holdings[inclusion]?.people.isEmpty != false { live.removeAll { $0 == inclusion } }
  }

  mutating func open(
    _ inclusion: Number<Inclusion>, _ holding: Holding, for people: Set<Number<Person>>
  ) {
    holdings[inclusion] = holding
    give(people, inclusion)
  }

  func lives(of family: Number<Family>) -> [Number<Inclusion>] {
    live.filter { holdings[$0]?.family == family }
  }

  private mutating func end(_ inclusion: Number<Inclusion>, as step: InclusionStep) {
    holdings[inclusion]?.step = step
    take(holdings[inclusion]?.people ?? [], from: inclusion)
  }

  /// Families that are not looked at any more: what they use stays used.
  mutating func retire(_ gone: Set<Number<Family>>) {
    for (number, holding) in holdings where gone.contains(holding.family) {
      past[holding.quota, default: 0] += Int64(holding.people.count)
      live.removeAll { $0 == number }
      holdings[number] = nil
    }
    for family in gone { families[family] = nil }
  }

  // MARK: Moves of places; each gives what it wrote about

  func isOverdue(_ holding: Holding) -> Bool {
    holding.step == .reserved && holding.expires.map { $0 <= today } == true
  }

  /// Whoever needs places ends the reservations whose time has run out.
  mutating func expire() -> Set<Subject> {
    let overdue = live.filter { holdings[$0].map(isOverdue) == true }
    for inclusion in overdue { end(inclusion, as: .expired) }
    return Set(overdue.map { .inclusion($0) })
  }

  /// As many places as the family has people, or those of `who`, by their surviving numbers.
  mutating func include(
    _ family: Number<Family>, who: Set<Number<Person>>? = nil, in quota: Quota,
    isConfirmed: Bool, expires: LocalDate?, as number: Number<Inclusion>
  ) throws(Refused) -> Set<Subject> {
    guard quota.year == today.year else { throw Refused(code: .quotaYearClosed) }
    var rows = members(of: family)
    guard !rows.isEmpty else { throw Refused(code: .familyMember) }
    let ended = expire()
    if let who { rows = rows.filter { who.contains(survivor($0.person)) } }
    guard !rows.isEmpty else { throw Refused(code: .familyMember) }
    guard !rows.contains(where: { holds($0.person) }) else { throw Refused(code: .placeHeld) }
    guard rows.count <= free(quota) else { throw Refused(code: .quotaExhausted) }
    let holding = Holding(
      family: family, quota: quota, people: [], step: isConfirmed ? .confirmed : .reserved,
      expires: expires)
    open(number, holding, for: Set(rows.map(\.person)))
    return ended.union([.family(family), .inclusion(number)])
  }

  /// The places of those who left the family meanwhile go back.
  mutating func confirm(_ inclusion: Number<Inclusion>) throws(Refused) -> Set<Subject> {
    guard let holding = holdings[inclusion], holding.step == .reserved, !holding.people.isEmpty
    else { throw Refused(code: .reservationSettled) }
    guard !isOverdue(holding) else { throw Refused(code: .reservationExpired) }
    let leavers = holding.people.filter { !belongs($0, to: holding.family) }
    guard leavers.count < holding.people.count else { throw Refused(code: .familyMember) }
    take(leavers, from: inclusion)
    holdings[inclusion]?.step = .confirmed
    return [.inclusion(inclusion)]
  }

  /// The places of all its people, or of one.
  mutating func release(
    _ inclusion: Number<Inclusion>, of person: Number<Person>? = nil, isByProtocol: Bool
  ) throws(Refused) -> Set<Subject> {
    guard let holding = holdings[inclusion], holding.step.holdsPlaces, !holding.people.isEmpty
    else { throw Refused(code: .reservationSettled) }
    guard isByProtocol || holding.step == .reserved else {
      throw Refused(code: .inclusionConfirmed)
    }
    if let person, holding.people.count > 1 {
      take([person], from: inclusion)
    } else {
      end(inclusion, as: .released)
    }
    return [.inclusion(inclusion)]
  }

  /// Those who are still of the family have the same places in another region.
  mutating func transfer(
    _ inclusion: Number<Inclusion>, to region: String, as number: Number<Inclusion>
  ) throws(Refused) -> Set<Subject> {
    guard let holding = holdings[inclusion], holding.quota.region != region else {
      throw Refused(code: .quotaRegion)
    }
    guard !isOverdue(holding) else { throw Refused(code: .reservationExpired) }
    let released = try release(inclusion, isByProtocol: true)
    return try include(
      holding.family, who: Set(holding.people.map(survivor)),
      in: Quota(year: holding.quota.year, region: region),
      isConfirmed: holding.step == .confirmed, expires: holding.expires, as: number
    ).union(released)
  }

  /// A region gives unused places back.
  mutating func giveBack(_ places: Int64, of quota: Quota) throws(Refused) -> Set<Subject> {
    let ended = expire()
    guard places > 0, places <= free(quota) else { throw Refused(code: .quotaExhausted) }
    allotted[quota, default: 0] -= places
    return ended
  }

  /// Who waits for a region, in the order of the list.
  func waiting(for region: String) -> [Number<Family>] {
    let served = Set(live.compactMap { holdings[$0]?.family })
    let waiting = families.keys.filter {
      bound[$0] == region && families[$0]?.isEmpty == false && !served.contains($0)
    }
    return waiting.sorted {
      (registered[$0] ?? today, $0) < (registered[$1] ?? today, $1)
    }
  }
}
