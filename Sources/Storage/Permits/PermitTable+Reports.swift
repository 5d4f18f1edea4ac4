package import Domain

extension PermitTable {
  /// Three counts that are never added: of a period, of a period, and of a day.
  package struct Counts: Hashable, Sendable {
    /// Nil where nobody said, such as a section.
    package let code: String?
    package let isHousehold: Bool
    /// First permits that were issued in the period.
    package var issued: Int64 = 0
    /// Extensions that were issued in the period.
    package var extended: Int64 = 0
    /// Permits that another worker took the rest of in the period.
    package var replaced: Int64 = 0
    /// Permits by which somebody may work on the last day of the period.
    package var inForce: Int64 = 0

    package init(code: String?, isHousehold: Bool) {
      self.code = code
      self.isHousehold = isHousehold
    }
  }

  /// Counts by code; those of households stand apart.
  package static func counts(
    by grouping: PermitGrouping, from: LocalDate, through: LocalDate, region: String?,
    in transaction: Transaction
  ) throws(Failure) -> [Counts] {
    var found: [Counts] = []
    func add(_ code: String?, _ isHousehold: Bool, _ change: (inout Counts) -> Void) {
      let place = found.firstIndex { $0.code == code && $0.isHousehold == isHousehold }
      var counts = place.map { found[$0] } ?? Counts(code: code, isHousehold: isHousehold)
      change(&counts)
      if let place { found[place] = counts } else { found.append(counts) }
    }
    for line in try issued(by: grouping, from, through, region, transaction) {
      add(line.code, line.isHousehold) { counts in
        switch line.request {
        case .first: counts.issued += line.count
        case .extension: counts.extended += line.count
        case .replacement: counts.replaced += line.count
        }
      }
    }
    for line in try inForce(by: grouping, on: through, region, transaction) {
      add(line.code, line.isHousehold) { $0.inForce += line.count }
    }
    return found
  }

  private static func expression(_ grouping: PermitGrouping) -> StaticString {
    switch grouping {
    case .kind: "p.kind"
    case .section: "p.section"
    case .region: "p.region"
    case .country: "p.citizenship"
    }
  }

  private struct Line {
    let code: String?
    let isHousehold: Bool
    let request: PermitRequest
    let count: Int64
  }

  private static func issued(
    by grouping: PermitGrouping, _ from: LocalDate, _ through: LocalDate, _ region: String?,
    _ transaction: Transaction
  ) throws(Failure) -> [Line] {
    try transaction.all(
      """
      SELECT \(raw: expression(grouping)), p.kind = 'LAB-IMM', p.request, count(*)
      FROM permit_step AS s JOIN work_permit AS p ON p.id = s.permit_id
      WHERE s.action = 'issue' AND s.on_date BETWEEN \(from) AND \(through)
        AND p.region = coalesce(\(region), p.region)
      GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      """
    ) { (row: inout Row) throws(Failure) in
      let (code, isHousehold) = (row.optionalText(), row.integer() == 1)
      return Line(
        code: code, isHousehold: isHousehold, request: try row.word(), count: row.integer())
    }
  }

  /// Who may work on a day: the days of the permit hold, and it is not suspended.
  private static func inForce(
    by grouping: PermitGrouping, on day: LocalDate, _ region: String?, _ transaction: Transaction
  ) throws(Failure) -> [Line] {
    try transaction.all(
      """
      SELECT \(raw: expression(grouping)), p.kind = 'LAB-IMM', count(*)
      FROM permit_validity AS v JOIN work_permit AS p ON p.id = v.permit_id
      WHERE v.to_date > \(day) AND v.closed_by IS NULL AND v.from_date <= \(day)
        AND p.region = coalesce(\(region), p.region)
        AND coalesce((SELECT s.state FROM permit_step AS s WHERE s.permit_id = v.permit_id
          AND s.state IS NOT NULL AND s.on_date <= \(day) ORDER BY s.id DESC LIMIT 1), '')
          <> 'suspended'
      GROUP BY 1, 2 ORDER BY 1, 2
      """
    ) { (row: inout Row) throws(Failure) in
      Line(
        code: row.optionalText(), isHousehold: row.integer() == 1, request: .first,
        count: row.integer())
    }
  }

  // MARK: Fees

  /// What was paid to the budget of a region in a period.
  package struct Paid: Hashable, Sendable {
    package let region: String
    package let kind: PermitKind
    package let count: Int64
    package let amount: Money
  }

  /// By region, then kind.
  package static func paid(
    from: LocalDate, through: LocalDate, region: String?, in transaction: Transaction
  ) throws(Failure) -> [Paid] {
    try transaction.all(
      """
      SELECT m.region, p.kind, count(*), sum(m.amount)
      FROM permit_payment AS m JOIN work_permit AS p ON p.id = m.permit_id
      WHERE m.paid_on BETWEEN \(from) AND \(through) AND m.region = coalesce(\(region), m.region)
      GROUP BY m.region, p.kind ORDER BY m.region, p.kind
      """
    ) { (row: inout Row) throws(Failure) in
      Paid(
        region: row.text(), kind: try row.word(), count: row.integer(), amount: row.money())
    }
  }

  /// Permits that were asked to be paid for and are not yet, by number.
  package static func unpaid(in transaction: Transaction) throws(Failure) -> [Number<WorkPermit>] {
    try transaction.all(
      """
      SELECT permit_id FROM permit_deadline WHERE closed_by IS NULL AND what = 'pay'
      ORDER BY permit_id
      """
    ) { (row: inout Row) throws(Failure) in row.number() }
  }
}
