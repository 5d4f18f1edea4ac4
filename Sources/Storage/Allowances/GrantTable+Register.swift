package import Domain

/// The register of allowances: grants of a time, by region.
extension GrantTable {
  /// One line of the allowance register.
  package struct RegisterLine: Hashable, Sendable {
    package let grant: Number<Grant>
    package let family: Number<Family>
    package let head: PersonName
    package let people: Int
    package let region: String
    package let kind: AllowanceKind
    package let mci: Money
    package let amount: Money
    package let decidedOn: LocalDate
    package let decision: String?
    package let standing: Standing
  }

  /// Grants decided from one day up to and with another, by region, then in order of decision.
  ///
  /// The head is the one of the decision: who was counted later by an adjustment adds no line. A name
  /// that was corrected stands where it stood.
  package static func register(
    from: LocalDate, through: LocalDate, region: String?, kind: AllowanceKind?,
    in transaction: Transaction
  ) throws(Failure) -> [RegisterLine] {
    try transaction.all(
      """
      SELECT g.id, g.family_id, g.people, g.region, g.kind, g.mci, g.amount, g.decided_on,
        g.decision, g.standing, n.script, n.family_name, n.given_name, n.patronymic, n.full_name
      FROM allowance_grant AS g
      LEFT JOIN allowance_person AS h ON h.grant_id = g.id AND h.relation = 'head' AND h.act = g.act
      LEFT JOIN person_name AS n ON n.id = (SELECT o.id FROM person_name AS o
        WHERE o.person_id = h.person_id AND o.closed_by IS NULL
        ORDER BY (SELECT min(f.id) FROM person_name AS f WHERE f.person_id = o.person_id
          AND f.script = o.script AND f.paper IS NOT DISTINCT FROM o.paper), o.id LIMIT 1)
      WHERE g.region IN (SELECT code FROM region WHERE code = coalesce(\(region), code))
        AND g.decided_on >= \(from) AND g.decided_on <= \(through) AND g.kind = coalesce(\(kind), g.kind)
      ORDER BY g.region, g.decided_on, g.id
      """
    ) { (row: inout Row) throws(Failure) in
      let (grant, family, people): (Number<Grant>, Number<Family>, Int) =
        (row.number(), row.number(), row.int())
      let region = row.text()
      let kind: AllowanceKind = try row.word()
      let (mci, amount, decidedOn) = (row.money(), row.money(), try row.date())
      let decision = row.optionalText()
      let standing: Standing = try row.word()
      let script: NameScript? = try row.optionalWord()
      let head = PersonName(
        script: script ?? .other, familyName: row.optionalText(), givenName: row.optionalText(),
        patronymic: row.optionalText(), fullName: row.optionalText())
      return RegisterLine(
        grant: grant, family: family, head: head, people: people, region: region, kind: kind,
        mci: mci, amount: amount, decidedOn: decidedOn, decision: decision, standing: standing)
    }
  }
}
