package import Domain

extension PermitTable {
  /// A place that a permit holds of a quota.
  package struct Place: Hashable, Sendable {
    package let id: Int64
    package let permit: Number<WorkPermit>
    package let account: Int64
    package let transfer: Int64
    package let region: String
    /// The day on which it is free again by itself.
    package let endsOn: LocalDate?
  }

  @discardableResult
  package static func take(
    _ transfer: Int64, of account: Int64, region: String, for permit: Number<WorkPermit>,
    endsOn: LocalDate? = nil, in transaction: Transaction
  ) throws(Failure) -> Int64 {
    let (row, id) = try transaction.row(in: places)
    row.add(permit)
    row.add(account)
    row.add(transfer)
    row.add(region)
    row.add(endsOn)
    try row.insert()
    return id
  }

  package static func close(_ place: Place, in transaction: Transaction) throws(Failure) {
    try transaction.close(places, id: place.id)
  }

  /// What a permit holds, in the order in which it was taken.
  package static func places(of permit: Number<WorkPermit>, in transaction: Transaction)
    throws(Failure) -> [Place]
  {
    try transaction.all(
      """
      SELECT id, permit_id, account_id, transfer_id, region, ends_on FROM permit_place
      WHERE permit_id = \(permit) AND closed_by IS NULL ORDER BY id
      """, place)
  }

  /// Whether it holds or held places of its own.
  package static func hadPlaces(_ permit: Number<WorkPermit>, in transaction: Transaction)
    throws(Failure) -> Bool
  {
    try transaction.integer(
      "SELECT count(*) FROM permit_place WHERE permit_id = \(permit)") > 0
  }

  /// What is free again by a day and was not given back yet, the first to end first.
  package static func ended(by day: LocalDate, in transaction: Transaction) throws(Failure)
    -> [Place]
  {
    try transaction.all(
      """
      SELECT id, permit_id, account_id, transfer_id, region, ends_on FROM permit_place
      WHERE closed_by IS NULL AND ends_on <= \(day) ORDER BY ends_on, id
      """, place)
  }

  private static func place(_ row: inout Row) throws(Failure) -> Place {
    Place(
      id: row.integer(), permit: row.number(), account: row.integer(), transfer: row.integer(),
      region: row.text(), endsOn: try row.optionalDate())
  }

  // MARK: What the checks count

  /// Posts of an employer that were first asked for after a day and hold a place still, whichever
  /// permit of the chain holds it.
  package static func count(
    of employer: Number<Employer>, kinds: [PermitKind], after day: LocalDate,
    in transaction: Transaction
  ) throws(Failure) -> Int {
    var count: Int64 = 0
    for kind in kinds {
      count += try transaction.integer(
        """
        SELECT count(DISTINCT f.id) FROM (
          SELECT CASE p.request WHEN 'first' THEN p.id ELSE (
            WITH RECURSIVE up (id, of_permit) AS (SELECT p.id, p.of_permit UNION ALL
              SELECT q.id, q.of_permit FROM up JOIN work_permit AS q ON q.id = up.of_permit)
            SELECT id FROM up WHERE of_permit IS NULL) END AS first
          FROM work_permit AS p
          WHERE p.employer_id = \(employer) AND p.kind = \(kind) AND p.applied_on > \(day)
            AND EXISTS (SELECT 1 FROM permit_place AS l
              WHERE l.permit_id = p.id AND l.closed_by IS NULL)) AS h
        JOIN work_permit AS f ON f.id = h.first WHERE f.applied_on > \(day)
        """)
    }
    return Int(count)
  }

  /// Permits of an employer of a kind that are open on a day: asked for and not ended.
  package static func openCount(
    of employer: Number<Employer>, kind: PermitKind, on day: LocalDate,
    in transaction: Transaction
  ) throws(Failure) -> Int {
    let pending = try transaction.integer(
      """
      SELECT count(*) FROM work_permit AS p
      WHERE p.employer_id = \(employer) AND p.kind = \(kind) AND p.request = 'first'
        AND coalesce((SELECT s.state FROM permit_step AS s
          WHERE s.permit_id = p.id AND s.state IS NOT NULL ORDER BY s.id DESC LIMIT 1), 'applied')
          IN ('applied', 'approved', 'noticed', 'paid')
      """)
    let held = try transaction.integer(
      """
      SELECT count(*) FROM permit_validity AS v
      WHERE v.employer_id = \(employer) AND v.to_date > \(day) AND v.kind = \(kind)
        AND v.from_date < v.to_date AND v.closed_by IS NULL
        AND (v.from_date <= \(day) OR 'first' =
          (SELECT p.request FROM work_permit AS p WHERE p.id = v.permit_id))
      """)
    return Int(pending + held)
  }

  /// Permits of category 4 that ended by a day, and whose post no citizen took, by number.
  package static func notHandedOver(
    of employer: Number<Employer>, by day: LocalDate, in transaction: Transaction
  ) throws(Failure) -> [Number<WorkPermit>] {
    try transaction.all(
      """
      SELECT v.permit_id FROM permit_validity AS v
      WHERE v.employer_id = \(employer) AND v.to_date <= \(day) AND v.kind = 'EMP-4'
        AND v.from_date < v.to_date
        AND v.closed_by IS NULL
        AND NOT EXISTS (SELECT 1 FROM permit_step AS s
          WHERE s.permit_id = v.permit_id AND s.action IN ('hand-over', 'succeed'))
      ORDER BY v.permit_id
      """
    ) { (row: inout Row) throws(Failure) in row.number() }
  }
}

extension PermitTable {
  /// Who holds places of an account on a day: reservations before confirmed ones, the latest first.
  package static func holding(
    in account: Int64, on day: LocalDate, limit: Int, in transaction: Transaction
  ) throws(Failure) -> [Number<WorkPermit>] {
    try transaction.all(
      """
      SELECT l.permit_id FROM permit_place AS l
      JOIN ledger_transfer AS t ON t.id = l.transfer_id
      WHERE l.account_id = \(account) AND l.closed_by IS NULL
        AND (l.ends_on IS NULL OR l.ends_on > \(day))
      ORDER BY t.move = 'confirm', l.permit_id DESC LIMIT \(limit)
      """
    ) { (row: inout Row) throws(Failure) in row.number() }
  }

  /// How many places of an account are free again by a day and were not given back yet.
  package static func endedPlaces(
    in account: Int64, by day: LocalDate, in transaction: Transaction
  ) throws(Failure) -> Int64 {
    try transaction.integer(
      """
      SELECT count(*) FROM permit_place
      WHERE account_id = \(account) AND ends_on <= \(day) AND closed_by IS NULL
      """)
  }

  /// Permits whose last day to pay has passed, with that day, the earliest first.
  package static func unpaid(on day: LocalDate, in transaction: Transaction) throws(Failure)
    -> [(permit: Number<WorkPermit>, payBy: LocalDate)]
  {
    try transaction.all(
      """
      SELECT permit_id, due_on FROM permit_deadline
      WHERE closed_by IS NULL AND due_on < \(day) AND what = 'pay' ORDER BY due_on, permit_id
      """
    ) { (row: inout Row) throws(Failure) in (row.number(), try row.date()) }
  }
}
