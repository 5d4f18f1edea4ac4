package import Domain

/// What other tables have to say in a family's history: its registration, its applications, what
/// commissions decided, and the steps of its inclusions.
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

  package struct ApplicationLine: Hashable, Sendable {
    package let source: Source
    /// The day on which it was entered.
    package let on: LocalDate
    package let application: Application
  }

  /// A family's application each time it was entered or changed, known after act `knowledge`.
  package static func applications(
    of family: Number<Family>, knowledge: Int64, in transaction: Transaction
  ) throws(Failure) -> [ApplicationLine] {
    try transaction.all(
      """
      SELECT p.act, a.at, a.user, a.today, p.state, p.kind, p.applied_on, p.priority, p.reason,
        p.document
      FROM application AS p JOIN act AS a ON a.id = p.act
      WHERE p.family_id = \(family) AND p.act <= \(knowledge) ORDER BY p.id
      """
    ) { (row: inout Row) throws(Failure) in
      let (source, on) = (source(&row), try row.date())
      let application = try Application(
        family: family, state: row.word(), kind: row.word(), appliedOn: row.date(),
        priority: row.optionalText(), reason: row.optionalText(), document: row.optionalText())
      return ApplicationLine(source: source, on: on, application: application)
    }
  }

  package struct DecisionLine: Hashable, Sendable {
    package let source: Source
    package let sitting: Number<Sitting>
    package let on: LocalDate
    package let protocolNumber: String
    package let position: Int
    package let matter: SittingMatter
    package let result: SittingDecision.Result
    /// For, against, abstained.
    package let votes: [Int]
    package let obstacle: String?
  }

  /// What commissions decided about a family, known after act `knowledge`.
  package static func decisions(
    of family: Number<Family>, knowledge: Int64, in transaction: Transaction
  ) throws(Failure) -> [DecisionLine] {
    try transaction.all(
      """
      SELECT d.act, a.at, a.user, s.id, s.held_on, p.number, i.position, i.matter, d.result,
        d.votes_for, d.votes_against, d.votes_abstained, d.detail
      FROM sitting_item AS i JOIN sitting_decision AS d ON d.item_id = i.id
      JOIN sitting AS s ON s.id = i.sitting_id JOIN sitting_protocol AS p ON p.sitting_id = s.id
      JOIN act AS a ON a.id = d.act
      WHERE i.family_id = \(family) AND d.act <= \(knowledge) ORDER BY d.id
      """
    ) { (row: inout Row) throws(Failure) in
      let source = source(&row)
      return try DecisionLine(
        source: source, sitting: row.number(), on: row.date(), protocolNumber: row.text(),
        position: row.int(), matter: row.word(), result: row.word(),
        votes: [row.int(), row.int(), row.int()], obstacle: row.optionalText())
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
