internal import Domain
internal import Storage

/// One act about one family while it is made: the day, the ground, and the roll to be written.
///
/// Memberships change on the roll, which is checked as a whole before its rows are written.
struct FamilyAct {
  let family: Number<Family>
  let day: LocalDate
  let ground: Ground
  let today: LocalDate
  let transaction: Transaction
  var roll: FamilyRoll
  /// What an officer should know beside the act itself; it stands behind the detail.
  var remarks: [String] = []
  /// What each member of any day is known as.
  private(set) var records: [Number<Person>: PersonRecord] = [:]

  /// Throws `field.value` without a reason, `date.order` for a day to come where the act
  /// cannot be told beforehand, `family.not-found` and `family.withdrawn`.
  init(
    _ family: Number<Family>, _ ground: Ground, mayCome: Bool = false, _ facts: Facts,
    in transaction: Transaction
  ) throws(Failure) {
    try FreeText.check(ground.reason, "the reason")
    try FreeText.check(ground.document, "the paper")
    day = mayCome ? ground.on ?? facts.today : try facts.day(ground.on)
    _ = try FamilyTable.known(family, in: transaction)
    self.family = family
    self.ground = ground
    self.transaction = transaction
    today = facts.today
    roll = FamilyRoll(family, try MembershipTable.members(of: family, in: transaction))
    for row in roll.rows where records[row.person] == nil {
      records[row.person] = try PersonTable.record(of: row.person, in: transaction)
    }
  }

  // MARK: People

  /// Throws `person.not-found`.
  mutating func record(of person: Number<Person>) throws(Failure) -> PersonRecord {
    if let known = records[person] { return known }
    let record = try Self.record(of: person, in: transaction)
    records[person] = record
    return record
  }

  static func record(of person: Number<Person>, in transaction: Transaction) throws(Failure)
    -> PersonRecord
  {
    guard let record = try PersonTable.record(of: person, in: transaction) else {
      throw .personNotFound(person)
    }
    return record
  }

  var sexes: [Number<Person>: Sex] { records.mapValues(\.sex) }

  /// The number and the name that the first paper writes.
  func name(_ person: Number<Person>) throws(Failure) -> String {
    "\(person) \(try display(person))"
  }

  /// The name that the first paper writes.
  func display(_ person: Number<Person>) throws(Failure) -> String {
    try PersonTable.names(of: person, in: transaction).first?.display ?? ""
  }

  /// A member on the day; throws `member.not-found`.
  func member(_ person: Number<Person>) throws(Failure) -> FamilyRoll.Row {
    guard let row = roll.row(of: person, on: day) else {
      throw .notMember(person, of: family, on: day)
    }
    return row
  }

  /// Throws `person.dead` where that is recorded by the day.
  func checkAlive(_ person: Number<Person>) throws(Failure) {
    let death = try PersonFactTable.death(of: person, in: transaction)
    guard let died = death?.from, died <= day else { return }
    throw Failure(.personDead, "\(person) died on \(died), as the register knows it")
  }

  /// Throws `member.elsewhere` where a person belongs to another family from the day on.
  func checkElsewhere(_ person: Number<Person>, during: Period) throws(Failure) {
    for other in try MembershipTable.families(of: person, in: transaction)
    where other.family != family {
      guard let period = Period(from: other.from, to: other.to), period.overlaps(during) else {
        continue
      }
      let day = max(period.from, during.from)
      throw Failure(
        .memberElsewhere, "\(person) is a member of \(other.family) on \(day)",
        hint: "kosh family remove-member \(other.family) \(person) ends that; "
          + "kosh family join brings two families together")
    }
  }

  /// What to say of a person who has to be of age; nil where that is certain.
  mutating func ageRemark(_ person: Number<Person>) throws(Failure) -> String? {
    let birth = try record(of: person).birthDate
    switch Age(of: birth, on: day)?.isAdult {
    case true: return nil
    case false: return "\(person) is not of age on \(day)"
    case nil: return "whether \(person) is of age is not known: \(Self.birth(birth))"
    }
  }

  static func birth(_ date: PartialDate?) -> String {
    date.map { "born \($0)" } ?? "no birth date"
  }

  // MARK: Writing

  /// Checks the roll, writes what changed in it, and the line of the family's history; gives the
  /// number of that line.
  func save(
    _ kind: FamilyEventKind, of person: Number<Person>? = nil,
    with other: Number<Family>? = nil, _ detail: String
  ) throws(Failure) -> Int64 {
    try roll.check()
    let changes = roll.changes
    for id in changes.closed { try MembershipTable.close(id, in: transaction) }
    for row in changes.added {
      try MembershipTable.insert(
        row.person, in: family, as: row.relation, during: row.during, reason: row.reason,
        in: transaction)
    }
    return try FamilyEventTable.insert(
      FamilyEvent(
        family: family, kind: kind, on: day, person: person, otherFamily: other,
        reason: ground.reason, document: ground.document,
        detail: ([detail] + remarks).joined(separator: "; ")), in: transaction)
  }

  /// Registers a person of a form; throws `iin.taken` before anything is written.
  mutating func register(_ form: MemberForm) throws(Failure) -> Number<Person> {
    try PersonTable.checkFree(form.iin?.description, besides: nil, in: transaction)
    return try PersonTable.insert(form, year: today.year, in: transaction)
  }
}

extension PersonTable {
  /// Throws `iin.taken` where another person holds the number, and `fact.held` where the person
  /// does under another number.
  static func checkFree(
    _ iin: String?, besides person: Number<Person>?, in transaction: Transaction
  ) throws(Failure) {
    guard let iin, let holder = try holder(of: iin, in: transaction), holder != person else {
      return
    }
    if let person, try PersonLinkTable.cluster(of: person, in: transaction).contains(holder) {
      throw Failure(
        .factHeld, "\(person) has the IIN \(iin) already, by the other number \(holder)",
        hint: "corrected to be not known under \(person), it is shown")
    }
    throw Failure(
      .iinTaken, "the IIN \(iin) belongs to \(holder), who is registered already",
      hint: "kosh person find \(iin) shows who that is")
  }
}
