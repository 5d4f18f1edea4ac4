package import Domain

/// What other tables have to say in a family's history: its registration, and the steps of its
/// inclusions.
package enum FamilyHistoryTable {
  /// A moment of the trail: which act, when, by whom.
  package struct Source: Hashable, Sendable {
    package let act: Int64
    package let at: Instant
    package let user: String

    package init(act: Int64, at: Instant, user: String) {
      self.act = act
      self.at = at
      self.user = user
    }
  }

  package struct Registration: Hashable, Sendable {
    package let source: Source
    package let on: LocalDate
    /// Those who were registered with it.
    package let people: Int
  }

  /// Nil where the family was not known after act `knowledge`.
  package static func registration(
    of family: Number<Family>, knowledge: Int64, in transaction: Transaction
  ) throws(Failure) -> Registration? {
    try transaction.first(
      """
      SELECT f.act, a.at, a.user, f.registered_on, (SELECT count(DISTINCT m.person_id)
        FROM membership AS m WHERE m.family_id = f.id AND m.act = f.act)
      FROM family AS f JOIN act AS a ON a.id = f.act
      WHERE f.id = \(family) AND f.act <= \(knowledge)
      """
    ) { (row: inout Row) throws(Failure) in
      let source = source(&row)
      return try Registration(source: source, on: row.date(), people: row.int())
    }
  }

  package struct InclusionLine: Hashable, Sendable {
    package let source: Source
    package let inclusion: Number<Inclusion>
    package let step: InclusionStep
    package let on: LocalDate
    package let kind: QuotaKind
    package let year: Int
    package let region: String
    package let places: Int64
    package let protocolNumber: String?
    package let reason: String?
  }

  /// The steps of a family's inclusions known after act `knowledge`, the oldest act first.
  package static func inclusionSteps(
    of family: Number<Family>, knowledge: Int64, in transaction: Transaction
  ) throws(Failure) -> [InclusionLine] {
    try transaction.all(
      """
      SELECT s.act, a.at, a.user, i.id, s.step, s.on_date, i.kind, i.year, i.region, i.places,
        s.protocol, s.reason
      FROM inclusion AS i JOIN inclusion_step AS s ON s.inclusion_id = i.id
      JOIN act AS a ON a.id = s.act
      WHERE i.family_id = \(family) AND s.act <= \(knowledge) ORDER BY s.id
      """
    ) { (row: inout Row) throws(Failure) in
      let source = source(&row)
      return try InclusionLine(
        source: source, inclusion: row.number(), step: row.word(), on: row.date(),
        kind: row.word(), year: row.int(), region: row.text(), places: row.integer(),
        protocolNumber: row.optionalText(), reason: row.optionalText())
    }
  }

  private static func source(_ row: inout Row) -> Source {
    Source(
      act: row.integer(), at: Instant(milliseconds: row.integer()), user: row.text())
  }
}
