package import Domain

extension PermitTable {
  // MARK: The days for which permits hold

  package static func validity(of permit: Number<WorkPermit>, in transaction: Transaction)
    throws(Failure) -> Period?
  {
    try transaction.first(
      """
      SELECT from_date, to_date FROM permit_validity
      WHERE permit_id = \(permit) AND closed_by IS NULL AND from_date < to_date
      """
    ) { (row: inout Row) throws(Failure) in try row.period() }
  }

  /// Enters the days of a permit; `isCut` where they are fewer than it was issued for.
  package static func hold(
    _ record: PermitRecord, from: LocalDate, to: LocalDate, isCut: Bool,
    in transaction: Transaction
  ) throws(Failure) {
    let open = try transaction.first(
      "SELECT id FROM permit_validity WHERE permit_id = \(record.number) AND closed_by IS NULL"
    ) { (row: inout Row) throws(Failure) in row.integer() }
    if let open { try transaction.close(validities, id: open) }
    let (row, _) = try transaction.row(in: validities)
    row.add(record.number)
    row.add(record.form.employer?.raw)
    row.add(record.form.person)
    row.add(word: record.kind)
    row.add(record.form.region)
    row.add(from)
    row.add(to)
    row.add(isCut ? 1 : 0)
    try row.insert()
  }

  // MARK: Trips

  package static func insert(
    _ trip: PermitTrip, of permit: Number<WorkPermit>, in transaction: Transaction
  ) throws(Failure) {
    let (row, _) = try transaction.row(in: trips)
    row.add(permit)
    row.add(trip.region)
    row.add(trip.period.from)
    row.add(trip.period.to)
    try row.insert()
  }

  /// With the identifier of each, by day.
  package static func trips(of permit: Number<WorkPermit>, in transaction: Transaction)
    throws(Failure) -> [(id: Int64, trip: PermitTrip)]
  {
    try transaction.all(
      """
      SELECT id, region, from_date, to_date FROM permit_trip
      WHERE permit_id = \(permit) AND closed_by IS NULL ORDER BY from_date, id
      """
    ) { (row: inout Row) throws(Failure) in
      (row.integer(), PermitTrip(region: row.text(), period: try row.period()))
    }
  }

  /// Those that a worker, under any number, made for an employer by whatever permit.
  package static func trips(
    of people: [Number<Person>], for employer: Number<Employer>?, in transaction: Transaction
  ) throws(Failure) -> [PermitTrip] {
    var trips: [PermitTrip] = []
    for person in people {
      trips += try transaction.all(
        """
        SELECT t.region, t.from_date, t.to_date
        FROM work_permit AS p JOIN permit_trip AS t ON t.permit_id = p.id
        WHERE p.person_id = \(person) AND p.employer_id IS \(employer?.raw) AND t.closed_by IS NULL
        """
      ) { (row: inout Row) throws(Failure) in
        PermitTrip(region: row.text(), period: try row.period())
      }
    }
    return trips
  }

  package static func closeTrip(_ id: Int64, in transaction: Transaction) throws(Failure) {
    try transaction.close(trips, id: id)
  }

  // MARK: Deadlines

  /// Puts a deadline in the place of the one that the permit had; nil for none.
  package static func set(
    _ deadline: PermitDeadline?, of permit: Number<WorkPermit>, in transaction: Transaction
  ) throws(Failure) {
    let open = try transaction.all(
      "SELECT id FROM permit_deadline WHERE permit_id = \(permit) AND closed_by IS NULL"
    ) { (row: inout Row) throws(Failure) in row.integer() }
    for id in open { try transaction.close(deadlines, id: id) }
    guard let deadline else { return }
    let (row, _) = try transaction.row(in: deadlines)
    row.add(permit)
    row.add(word: deadline.what)
    row.add(deadline.dueOn)
    row.add(deadline.calendar)
    try row.insert()
  }

  package static func deadline(of permit: Number<WorkPermit>, in transaction: Transaction)
    throws(Failure) -> PermitDeadline?
  {
    try transaction.first(
      """
      SELECT what, due_on, calendar FROM permit_deadline
      WHERE permit_id = \(permit) AND closed_by IS NULL
      """
    ) { (row: inout Row) throws(Failure) in
      PermitDeadline(what: try row.word(), dueOn: try row.date(), calendar: row.text())
    }
  }

  /// Permits of which something is due up to a day, in the order of what is due first.
  package static func due(
    through day: LocalDate, region: String?, limit: Int, in transaction: Transaction
  ) throws(Failure) -> [(permit: Number<WorkPermit>, deadline: PermitDeadline)] {
    try transaction.all(
      """
      SELECT d.permit_id, d.what, d.due_on, d.calendar FROM permit_deadline AS d
      WHERE d.closed_by IS NULL AND d.due_on <= \(day)
        AND (\(region) IS NULL
          OR \(region) = (SELECT p.region FROM work_permit AS p WHERE p.id = d.permit_id))
      ORDER BY d.due_on, d.permit_id LIMIT \(limit)
      """
    ) { (row: inout Row) throws(Failure) in
      (
        row.number(),
        PermitDeadline(what: try row.word(), dueOn: try row.date(), calendar: row.text())
      )
    }
  }

  // MARK: Payments

  package static func insert(
    _ payment: PermitPayment, of permit: Number<WorkPermit>, in transaction: Transaction
  ) throws(Failure) {
    let (row, _) = try transaction.row(in: payments)
    row.add(permit)
    row.add(payment.region)
    row.add(payment.amount)
    row.add(payment.arithmetic)
    row.add(payment.paidOn)
    row.add(payment.document)
    row.add("\(payment.citation)")
    row.add(word: payment.citation.standing)
    try row.insert()
  }

  package static func payments(of permit: Number<WorkPermit>, in transaction: Transaction)
    throws(Failure) -> [PermitPayment]
  {
    try transaction.all(
      """
      SELECT region, amount, arithmetic, paid_on, document, source, standing
      FROM permit_payment WHERE permit_id = \(permit) ORDER BY id
      """
    ) { (row: inout Row) throws(Failure) in
      let (region, amount, arithmetic) = (row.text(), row.money(), row.text())
      let (paidOn, document, source) = (try row.date(), row.text(), row.text())
      return PermitPayment(
        region: region, amount: amount, arithmetic: arithmetic, paidOn: paidOn,
        document: document, citation: Citation(source, standing: try row.word()))
    }
  }
}

extension PermitTable {
  /// Permits that end in some days.
  package struct Ending: Hashable, Sendable {
    package let from: LocalDate
    package let through: LocalDate
    package let employer: Number<Employer>?
    package let region: String?
    package let kind: PermitKind?

    package init(
      from: LocalDate, through: LocalDate, employer: Number<Employer>?, region: String?,
      kind: PermitKind?
    ) {
      self.from = from
      self.through = through
      self.employer = employer
      self.region = region
      self.kind = kind
    }
  }

  /// Those that hold still and whose last day is in these days, the first to end first; and how many
  /// there are, also beyond the limit.
  package static func ending(_ choice: Ending, limit: Int, in transaction: Transaction)
    throws(Failure) -> (permits: [Number<WorkPermit>], count: Int)
  {
    let (first, last) = (choice.from.adding(days: 1), choice.through.adding(days: 1))
    let (region, kind) = (choice.region, choice.kind)
    let number = { (row: inout Row) throws(Failure) -> Number<WorkPermit> in row.number() }
    if let employer = choice.employer {
      let found = try transaction.all(
        """
        SELECT permit_id FROM permit_validity
        WHERE employer_id = \(employer) AND to_date BETWEEN \(first) AND \(last)
          AND closed_by IS NULL AND is_cut = 0
          AND region = coalesce(\(region), region) AND kind = coalesce(\(kind), kind)
        ORDER BY to_date, permit_id LIMIT \(limit)
        """, number)
      let count = try transaction.integer(
        """
        SELECT count(*) FROM permit_validity
        WHERE employer_id = \(employer) AND to_date BETWEEN \(first) AND \(last)
          AND closed_by IS NULL AND is_cut = 0
          AND region = coalesce(\(region), region) AND kind = coalesce(\(kind), kind)
        """)
      return (found, Int(count))
    }
    let found = try transaction.all(
      """
      SELECT permit_id FROM permit_validity
      WHERE to_date BETWEEN \(first) AND \(last) AND closed_by IS NULL AND is_cut = 0
        AND region = coalesce(\(region), region) AND kind = coalesce(\(kind), kind)
      ORDER BY to_date, permit_id LIMIT \(limit)
      """, number)
    let count = try transaction.integer(
      """
      SELECT count(*) FROM permit_validity
      WHERE to_date BETWEEN \(first) AND \(last) AND closed_by IS NULL AND is_cut = 0
        AND region = coalesce(\(region), region) AND kind = coalesce(\(kind), kind)
      """)
    return (found, Int(count))
  }
}
