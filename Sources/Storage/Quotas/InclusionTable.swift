package import Domain

/// Inclusions of families in quotas, the steps of each, and the places of their people.
package enum InclusionTable {
  static let inclusions = Layout(
    15, "inclusion", isNumbered: true,
    ["family_id", "kind", "year", "region", "unit", "people", "places", "counted_on"])
  static let steps = Layout(
    16, "inclusion_step",
    [
      "inclusion_id", "step", "on_date", "protocol", "protocol_date", "reason", "transfer_id",
    ])
  static let places = Layout(
    17, "place", closes: true, ["inclusion_id", "person_id", "kind"])
  static let changes = Layout(
    25, "inclusion_change", closes: true,
    ["inclusion_id", "on_date", "people", "places", "other_id", "reason"])

  package struct Draft {
    package let family: Number<Family>
    package let kind: QuotaKind
    package let year: Int
    package let region: String
    package let unit: QuotaUnit
    package let people: [Number<Person>]
    package let places: Int64
    package let countedOn: LocalDate

    package init(
      family: Number<Family>, kind: QuotaKind, year: Int, region: String, unit: QuotaUnit,
      people: [Number<Person>], places: Int64, countedOn: LocalDate
    ) {
      self.family = family
      self.kind = kind
      self.year = year
      self.region = region
      self.unit = unit
      self.people = people
      self.places = places
      self.countedOn = countedOn
    }
  }

  package static func insert(_ draft: Draft, registered: Int, in transaction: Transaction)
    throws(Failure) -> Number<Inclusion>
  {
    let number: Number<Inclusion> = try transaction.nextNumber(in: inclusions, year: registered)
    let row = try transaction.row(in: inclusions, id: number.raw)
    row.add(draft.family)
    row.add(word: draft.kind)
    row.add(draft.year)
    row.add(draft.region)
    row.add(word: draft.unit)
    row.add(draft.people.count)
    row.add(draft.places)
    row.add(draft.countedOn)
    try row.insert()
    for person in draft.people {
      let (row, _) = try transaction.row(in: places)
      row.add(number)
      row.add(person)
      row.add(word: draft.kind)
      try row.insert()
    }
    return number
  }

  package struct Step {
    package var step: InclusionStep
    package var on: LocalDate
    package var protocolNumber: String?
    package var protocolDate: LocalDate?
    package var reason: String?
    package var transfer: Int64

    package init(
      _ step: InclusionStep, on: LocalDate, protocolNumber: String? = nil,
      protocolDate: LocalDate? = nil, reason: String? = nil, transfer: Int64
    ) {
      self.step = step
      self.on = on
      self.protocolNumber = protocolNumber
      self.protocolDate = protocolDate
      self.reason = reason
      self.transfer = transfer
    }
  }

  package static func add(
    _ step: Step, to inclusion: Number<Inclusion>, in transaction: Transaction
  ) throws(Failure) {
    let (row, _) = try transaction.row(in: steps)
    row.add(inclusion)
    row.add(word: step.step)
    row.add(step.on)
    row.add(step.protocolNumber)
    row.add(step.protocolDate)
    row.add(step.reason)
    row.add(step.transfer)
    try row.insert()
  }

  /// Closes the places of an inclusion that ended.
  package static func closePlaces(of inclusion: Number<Inclusion>, in transaction: Transaction)
    throws(Failure)
  {
    let held = try transaction.all(
      "SELECT id FROM place WHERE inclusion_id = \(inclusion) AND closed_by IS NULL"
    ) { (row: inout Row) throws(Failure) in row.integer() }
    for id in held { try transaction.close(places, id: id) }
  }

  // MARK: Reading

  package static func find(_ number: Number<Inclusion>, in transaction: Transaction)
    throws(Failure) -> InclusionRecord?
  {
    try transaction.first(
      "SELECT \(raw: columns), \(raw: changesNow) FROM \(raw: latest) WHERE i.id = \(number)",
      decode)
  }

  /// A family's inclusions, each where it stood after act `knowledge`.
  package static func all(
    of family: Number<Family>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [InclusionRecord] {
    try transaction.all(
      """
      SELECT \(raw: columns),
        (SELECT coalesce(sum(people), 0) FROM inclusion_change WHERE inclusion_id = i.id
          AND act <= \(knowledge) AND (closed_by IS NULL OR closed_by > \(knowledge))),
        (SELECT coalesce(sum(places), 0) FROM inclusion_change WHERE inclusion_id = i.id
          AND act <= \(knowledge) AND (closed_by IS NULL OR closed_by > \(knowledge)))
      FROM inclusion AS i JOIN inclusion_step AS s ON s.id =
        (SELECT max(id) FROM inclusion_step WHERE inclusion_id = i.id AND act <= \(knowledge))
      WHERE i.family_id = \(family) ORDER BY i.id
      """, decode)
  }

  /// The inclusion in which a person holds a place now, under any of its numbers.
  package static func holding(_ person: Number<Person>, in transaction: Transaction)
    throws(Failure) -> InclusionRecord?
  {
    for number in try PersonLinkTable.cluster(of: person, in: transaction) {
      let held = try transaction.first(
        """
        SELECT \(raw: columns), \(raw: changesNow) FROM \(raw: latest) WHERE i.id = (SELECT inclusion_id FROM place
          WHERE person_id = \(number) AND closed_by IS NULL LIMIT 1)
        """, decode)
      if let held { return held }
    }
    return nil
  }

  /// A region's inclusions that hold places of a quota now, those of the latest step first.
  package static func holding(
    kind: QuotaKind, year: Int, region: String, in transaction: Transaction
  ) throws(Failure) -> [InclusionRecord] {
    try transaction.all(
      """
      SELECT \(raw: columns), \(raw: changesNow) FROM \(raw: latest)
      WHERE i.kind = \(kind) AND i.year = \(year) AND i.region = \(region)
        AND s.step IN ('reserved', 'confirmed')
      ORDER BY s.id DESC
      """, decode
    ).filter(\.holdsPlaces)
  }

  /// Places that are held by one protocol, or by none yet, for families of one country.
  package struct Holding: Hashable, Sendable {
    package let region: String
    /// Nil for what is reserved.
    package let protocolNumber: String?
    package let protocolDate: LocalDate?
    /// Where the families came from; nil where it is not known.
    package let country: String?
    package let reserved: Int64
    package let used: Int64
  }

  /// What of a quota is held on a day, as known after act `knowledge`.
  package static func holdings(
    kind: QuotaKind, year: Int, on day: LocalDate, knowledge: Int64, in transaction: Transaction
  ) throws(Failure) -> [Holding] {
    try transaction.all(
      """
      WITH state AS (SELECT i.family_id, i.region,
          i.places + (SELECT coalesce(sum(places), 0) FROM inclusion_change
            WHERE inclusion_id = i.id AND on_date <= \(day) AND act <= \(knowledge)
              AND (closed_by IS NULL OR closed_by > \(knowledge))) AS places,
          (SELECT id FROM inclusion_step
            WHERE inclusion_id = i.id AND on_date <= \(day) AND act <= \(knowledge)
            ORDER BY id DESC LIMIT 1) AS last
        FROM inclusion AS i
        WHERE i.kind = \(kind) AND i.year = \(year) AND i.act <= \(knowledge))
      SELECT s.region, t.protocol, t.protocol_date, r.origin_country,
        sum(CASE t.step WHEN 'reserved' THEN s.places ELSE 0 END),
        sum(CASE t.step WHEN 'confirmed' THEN s.places ELSE 0 END)
      FROM state AS s JOIN inclusion_step AS t ON t.id = s.last
      JOIN family_record AS r ON r.family_id = s.family_id
        AND r.act <= \(knowledge) AND (r.closed_by IS NULL OR r.closed_by > \(knowledge))
      WHERE t.step IN ('reserved', 'confirmed') AND s.places > 0
      GROUP BY s.region, t.protocol, t.protocol_date, r.origin_country
      ORDER BY s.region, t.protocol_date, t.protocol, r.origin_country
      """
    ) { (row: inout Row) throws(Failure) in
      try Holding(
        region: row.text(), protocolNumber: row.optionalText(), protocolDate: row.optionalDate(),
        country: row.optionalText(), reserved: row.integer(), used: row.integer())
    }
  }

  /// The inclusions in which these numbers hold places now.
  package static func held(under numbers: [Number<Person>], in transaction: Transaction)
    throws(Failure) -> [InclusionRecord]
  {
    var found: [InclusionRecord] = []
    for number in numbers {
      found += try transaction.all(
        """
        SELECT \(raw: columns), \(raw: changesNow) FROM \(raw: latest) WHERE i.id IN (SELECT inclusion_id FROM place
          WHERE person_id = \(number) AND closed_by IS NULL)
        ORDER BY i.id
        """, decode)
    }
    return found
  }

  /// The people who hold the places of an inclusion.
  package static func people(of inclusion: Number<Inclusion>, in transaction: Transaction)
    throws(Failure) -> [Number<Person>]
  {
    try transaction.all(
      """
      SELECT person_id FROM place WHERE inclusion_id = \(inclusion) AND closed_by IS NULL
      ORDER BY id
      """
    ) { (row: inout Row) throws(Failure) in row.number() }
  }

  /// Reservations that no longer hold on a day, were not yet ended, and still hold places.
  ///
  /// Only quotas of regions in which something is reserved are looked at: who was included in other
  /// years, or where nothing waits for a protocol, costs nothing.
  package static func overdue(on day: LocalDate, in transaction: Transaction)
    throws(Failure) -> [InclusionRecord]
  {
    try transaction.all(
      """
      SELECT \(raw: columns), \(raw: changesNow)
      FROM ledger_account AS a
      CROSS JOIN inclusion AS i
        ON i.kind = substr(a.book, 7) AND i.year = a.year AND i.region = a.region
      CROSS JOIN inclusion_step AS s
        ON s.id = (SELECT max(id) FROM inclusion_step WHERE inclusion_id = i.id)
      WHERE a.role = 'region' AND a.held > 0 AND s.step = 'reserved' AND
        (SELECT expires_on FROM ledger_transfer WHERE id = s.transfer_id) <= \(day)
      ORDER BY i.id
      """, decode
    ).filter(\.holdsPlaces)
  }

  /// Families whose people hold confirmed places and were not counted for an allowance yet, in
  /// whatever family they were then.
  package static func confirmedWithout(
    grantOf allowance: AllowanceKind, kind: QuotaKind, year: Int, in transaction: Transaction
  ) throws(Failure) -> [Number<Family>] {
    try transaction.all(
      """
      SELECT i.family_id FROM inclusion AS i
      JOIN inclusion_step AS s ON s.id =
        (SELECT max(id) FROM inclusion_step WHERE inclusion_id = i.id)
      WHERE i.kind = \(kind) AND i.year = \(year) AND s.step = 'confirmed'
        AND EXISTS (SELECT 1 FROM place AS p
          WHERE p.inclusion_id = i.id AND p.closed_by IS NULL)
        AND NOT EXISTS (SELECT 1 FROM place AS p
          JOIN allowance_person AS c ON c.person_id = p.person_id AND c.kind = \(allowance)
            AND c.closed_by IS NULL
          WHERE p.inclusion_id = i.id AND p.closed_by IS NULL)
      ORDER BY i.id
      """
    ) { (row: inout Row) throws(Failure) in row.number() }
  }

  private static let columns: StaticString = """
    i.id, i.family_id, i.kind, i.year, i.region, i.unit, i.people, i.places, i.counted_on,
      s.step, s.on_date, s.protocol, s.protocol_date, s.reason, s.transfer_id
    """

  /// People and places that came and went since the count.
  private static let changesNow: StaticString = """
    (SELECT coalesce(sum(people), 0) FROM inclusion_change
      WHERE inclusion_id = i.id AND closed_by IS NULL),
    (SELECT coalesce(sum(places), 0) FROM inclusion_change
      WHERE inclusion_id = i.id AND closed_by IS NULL)
    """

  /// Inclusions where they stand now.
  private static let latest: StaticString = """
    inclusion AS i JOIN inclusion_step AS s ON s.id =
      (SELECT max(id) FROM inclusion_step WHERE inclusion_id = i.id)
    """

  private static func decode(_ row: inout Row) throws(Failure) -> InclusionRecord {
    let (number, family): (Number<Inclusion>, Number<Family>) = (row.number(), row.number())
    let kind: QuotaKind = try row.word()
    let (year, region) = (row.int(), row.text())
    let unit: QuotaUnit = try row.word()
    let (people, places, countedOn) = (row.int(), row.integer(), try row.date())
    return try InclusionRecord(
      number: number, family: family, kind: kind, year: year, region: region, unit: unit,
      people: people, places: places, countedOn: countedOn, step: row.word(), stepOn: row.date(),
      protocolNumber: row.optionalText(), protocolDate: row.optionalDate(),
      reason: row.optionalText(), transfer: row.integer(), currentPeople: people + row.int(),
      currentPlaces: places + row.integer())
  }
}
