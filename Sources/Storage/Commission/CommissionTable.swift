package import Domain

/// Who sits in the commissions of regions.
package enum CommissionTable {
  static let members = Layout(
    31, "commission_member", ["region", "name", "body", "role", "from_date", "document"])
  static let dismissals = Layout(32, "commission_dismissal", ["member_id", "on_date", "reason"])

  package struct Draft {
    package let region: String
    package let name: String
    package let body: String
    package let role: CommissionRole
    package let from: LocalDate
    package let document: String?

    package init(
      region: String, name: String, body: String, role: CommissionRole, from: LocalDate,
      document: String?
    ) {
      self.region = region
      self.name = name
      self.body = body
      self.role = role
      self.from = from
      self.document = document
    }
  }

  package static func insert(_ draft: Draft, in transaction: Transaction) throws(Failure) -> Int64 {
    let (row, id) = try transaction.row(in: members)
    row.add(draft.region)
    row.add(draft.name)
    row.add(draft.body)
    row.add(word: draft.role)
    row.add(draft.from)
    row.add(draft.document)
    try row.insert()
    return id
  }

  package static func dismiss(
    _ member: Int64, on day: LocalDate, reason: String, in transaction: Transaction
  ) throws(Failure) {
    let (row, _) = try transaction.row(in: dismissals)
    row.add(member)
    row.add(day)
    row.add(reason)
    try row.insert()
  }

  /// Everyone ever appointed to a region's commission, in that order, as known after act `knowledge`.
  package static func members(
    of region: String, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [CommissionMember] {
    try transaction.all(
      """
      \(raw: select) AND d.act <= \(knowledge)
      WHERE m.region = \(region) AND m.act <= \(knowledge) ORDER BY m.id
      """, decode)
  }

  package static func find(_ id: Int64, in transaction: Transaction) throws(Failure)
    -> CommissionMember?
  {
    try transaction.first("\(raw: select) WHERE m.id = \(id)", decode)
  }

  private static let select: StaticString = """
    SELECT m.id, m.region, m.name, m.body, m.role, m.from_date, m.document, d.on_date
    FROM commission_member AS m LEFT JOIN commission_dismissal AS d ON d.member_id = m.id
    """

  private static func decode(_ row: inout Row) throws(Failure) -> CommissionMember {
    try CommissionMember(
      id: row.integer(), region: row.text(), name: row.text(), body: row.text(), role: row.word(),
      from: row.date(), document: row.optionalText(), to: row.optionalDate())
  }
}
