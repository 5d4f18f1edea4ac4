internal import Domain

/// Keys and counts that were made from names, and are yet to be saved.
struct MatchKeyHarvest {
  private struct Entry {
    let key: Int64
    let person: Int64
  }

  /// Of a name, by its role; the role is that of the column in `match_count`.
  private struct Bearing: Hashable {
    let role: String
    let skeleton: Int64
  }

  private var entries: [Entry] = []
  private var counts: [Bearing: Int64] = [:]
  /// The person of the name before, and what was counted of that person.
  private var person: Int64 = 0
  private var name: Int64 = 0
  private var counted: Set<Bearing> = []

  /// Names of a range of rows, with every date known of their bearers.
  mutating func take(namesAfter from: Int64, through: Int64, in transaction: Transaction)
    throws(Failure)
  {
    let statement = try transaction.connection.statement(
      """
      SELECT n.id, n.person_id, n.script, n.family_name, n.given_name, n.patronymic, n.full_name,
        r.birth_date, r.iin, r.sex
      FROM person_name AS n JOIN person_record AS r ON r.person_id = n.person_id
      WHERE n.id > $1 AND n.id <= $2 ORDER BY n.id
      """)
    statement.bind(from, 1)
    statement.bind(through, 2)
    defer { statement.reset() }
    while try statement.step() {
      var row = Row(statement)
      try take(&row, isCounted: true)
    }
  }

  /// Names of people of whom an act after `act` has corrected the record.
  mutating func takeCorrected(after act: Int64, in transaction: Transaction) throws(Failure) {
    let statement = try transaction.connection.statement(
      """
      SELECT n.id, n.person_id, n.script, n.family_name, n.given_name, n.patronymic, n.full_name,
        r.birth_date, r.iin, r.sex
      FROM person_record AS c JOIN person_record AS r ON r.person_id = c.person_id
      JOIN person_name AS n ON n.person_id = c.person_id
      WHERE c.closed_by > $1
      """)
    statement.bind(act, 1)
    defer { statement.reset() }
    while try statement.step() {
      var row = Row(statement)
      try take(&row, isCounted: false)
    }
  }

  private mutating func take(_ row: inout Row, isCounted: Bool) throws(Failure) {
    let id = row.integer()
    let bearer = row.integer()
    let written = try PersonName(
      script: row.word(), familyName: row.optionalText(), givenName: row.optionalText(),
      patronymic: row.optionalText(), fullName: row.optionalText())
    let birth = row.optionalText().flatMap { PartialDate(iso: $0) }
    let reading = NameReading(written)
    let births = MatchKey.births(birth.map { [$0] } ?? [], iin: row.optionalText())
    for key in try MatchKey.keys([reading], births: births, sex: row.word()) {
      entries.append(Entry(key: key.raw, person: bearer))
    }
    if isCounted, id != name { count(reading, of: bearer) }
    name = id
  }

  /// A person counts once for each name, whatever number of papers give it.
  private mutating func count(_ reading: NameReading, of bearer: Int64) {
    if bearer != person {
      person = bearer
      counted.removeAll(keepingCapacity: true)
      counts[Bearing(role: "all", skeleton: 0), default: 0] += 1
    }
    for part in reading.words {
      let role: String
      switch part.role {
      case .given: role = "given"
      case .family: role = "family"
      default: continue
      }
      let bearing = Bearing(role: role, skeleton: Int64(part.word.skeleton.code))
      if counted.insert(bearing).inserted { counts[bearing, default: 0] += 1 }
    }
  }

  /// Enters everything in the order of the tables' keys.
  mutating func save(in transaction: Transaction) throws(Failure) {
    entries.sort { ($0.key, $0.person) < ($1.key, $1.person) }
    let insert = try transaction.connection.statement(
      "INSERT INTO match_key (key, person_id) VALUES ($1, $2) ON CONFLICT DO NOTHING")
    var last: Entry?
    for entry in entries {
      if let last, last.key == entry.key, last.person == entry.person { continue }
      last = entry
      insert.bind(entry.key, 1)
      insert.bind(entry.person, 2)
      defer { insert.reset() }
      _ = try insert.step()
    }
    for (bearing, people) in counts {
      try transaction.run(
        """
        INSERT INTO match_count (role, skeleton, people)
        VALUES (\(bearing.role), \(bearing.skeleton), \(people))
        ON CONFLICT (role, skeleton) DO UPDATE SET people = people + excluded.people
        """)
    }
  }
}
