package import Domain

/// What an act wrote and closed, and whom it concerned: enough to take it back.
package struct ActContent: Sendable {
  package let act: Act
  let written: [FactRow]
  let closed: [FactRow]
  private var subjects: [Subject: Set<Int64>] = [:]

  /// What a column of a table may refer to.
  enum Subject: Hashable, Sendable, CaseIterable {
    case family, person, inclusion, grant
  }

  /// Throws `undo.built-upon` for an act that wrote what is never taken back: a transfer, a grant.
  package init(of act: Act, in transaction: Transaction) throws(Failure) {
    var (written, closed): ([FactRow], [FactRow]) = ([], [])
    for layout in Layout.all {
      for id in try ActRows.written(by: act, in: layout, transaction) {
        written.append(FactRow(layout: layout, id: id))
      }
      for id in try ActRows.closed(by: act.id, in: layout, transaction) {
        closed.append(FactRow(layout: layout, id: id))
      }
    }
    self.act = act
    self.written = written
    self.closed = closed
    try gatherSubjects(in: transaction)
    for row in written where !row.layout.closes && Self.made[row.layout.name] == nil {
      if row.layout.index == InclusionTable.steps.index,
        let inclusion = try ActRows.value(of: "inclusion_id", in: row, transaction),
        made(.inclusion, inclusion)
      {
        continue
      }
      throw Failure(
        .undoBuiltUpon, "act \(act.id) wrote into \(row.layout.name) too, which is never taken back"
      )
    }
  }

  /// Tables without closings whose rows an act may have made for the sake of others: they stay, and
  /// nothing refers to them any more.
  private static let made: [String: Subject] = [
    FamilyTable.families.name: .family, PersonTable.persons.name: .person,
    InclusionTable.inclusions.name: .inclusion,
  ]

  private func made(_ subject: Subject, _ id: Int64) -> Bool {
    written.contains { Self.made[$0.layout.name] == subject && $0.id == id }
  }

  /// Every column through which one of the tables refers to a subject.
  static let references: [(layout: Layout, column: String, to: Subject)] = [
    (SubmissionTable.submissions, "family_id", .family),
    (FamilyTable.records, "family_id", .family),
    (MembershipTable.layout, "family_id", .family),
    (InclusionTable.inclusions, "family_id", .family),
    (GrantTable.grants, "family_id", .family),
    (GrantTable.divisions, "family_id", .family),
    (FamilyEventTable.layout, "family_id", .family),
    (ResidenceTable.layout, "family_id", .family),
    (PlacementTable.layout, "family_id", .family),
    (PersonTable.records, "person_id", .person),
    (PersonTable.names, "person_id", .person),
    (PersonTable.documents, "person_id", .person),
    (MembershipTable.layout, "person_id", .person),
    (PersonFactTable.layout, "person_id", .person),
    (MarriageTable.layout, "person_id", .person),
    (MarriageTable.layout, "spouse_id", .person),
    (PersonLinkTable.layout, "person_id", .person),
    (PersonLinkTable.layout, "into_id", .person),
    (PermitTable.permits, "person_id", .person),
    (PermitTable.validities, "person_id", .person),
    (InclusionTable.steps, "inclusion_id", .inclusion),
    (InclusionTable.places, "inclusion_id", .inclusion),
    (InclusionTable.changes, "inclusion_id", .inclusion),
    (GrantTable.divisions, "grant_id", .grant),
    (CommitmentTable.layout, "grant_id", .grant),
    (ApplicationTable.layout, "family_id", .family),
    (SittingTable.items, "family_id", .family),
    (SittingTable.items, "inclusion_id", .inclusion),
    (SittingTable.decisions, "inclusion_id", .inclusion),
    (DueTable.layout, "grant_id", .grant),
    (StopTable.layout, "grant_id", .grant),
    (DifferenceTable.differences, "grant_id", .grant),
    (RecoveryTable.recoveries, "grant_id", .grant),
    (RecoveryTable.recoveries, "family_id", .family),
    (AccountTable.families, "family_id", .family),
    (AccountTable.families, "holder_id", .person),
    (PaymentTable.lines, "family_id", .family),
    (PaymentTable.lines, "holder_id", .person),
  ]

  private mutating func gatherSubjects(in transaction: Transaction) throws(Failure) {
    for row in written {
      if let subject = Self.made[row.layout.name] {
        subjects[subject, default: []].insert(row.id)
      }
    }
    for row in written + closed {
      for reference in Self.references where reference.layout.index == row.layout.index {
        guard let id = try ActRows.value(of: reference.column, in: row, transaction) else {
          continue
        }
        subjects[reference.to, default: []].insert(id)
      }
    }
    for family in subjects[.family] ?? [] {
      let own = try transaction.all("SELECT id FROM inclusion WHERE family_id = \(family)") {
        (row: inout Row) throws(Failure) in row.integer()
      }
      subjects[.inclusion, default: []].formUnion(own)
    }
  }

  // MARK: What was built on it

  /// Later acts that rest on this one, oldest first.
  ///
  /// They closed what it wrote, or wrote about the same families, people, inclusions and grants.
  /// Those that were undone do not count.
  package func laterActs(in transaction: Transaction) throws(Failure) -> [Act] {
    let undone = try FamilyEventTable.undone(after: act.id, in: transaction)
    var later: Set<Int64> = []
    for reference in Self.references {
      for id in subjects[reference.to] ?? [] {
        let statement = try transaction.connection.statement(
          """
          SELECT DISTINCT act FROM \(reference.layout.name)
          WHERE \(reference.column) = $1 AND act > $2
          """)
        defer { statement.reset() }
        statement.bind(id, 1)
        statement.bind(act.id, 2)
        while try statement.step() { later.insert(statement.integer(0)) }
      }
    }
    for row in written where row.layout.closes {
      if let closing = try lastClosing(of: row, in: transaction) { later.insert(closing) }
    }
    var acts: [Act] = []
    for id in later.subtracting(undone).sorted() {
      if let act = try ActTable.find(id, in: transaction) { acts.append(act) }
    }
    return acts
  }

  /// The act that closed for good what a row says; nil where it is held true.
  private func lastClosing(of row: FactRow, in transaction: Transaction) throws(Failure) -> Int64? {
    let holding = try holding(row, in: transaction)
    let closing = try ActRows.closing(of: holding, transaction)
    return closing == act.id ? nil : closing
  }

  /// The row that says what `row` said: itself, or the one written again when the act that had
  /// closed it was undone.
  private func holding(_ row: FactRow, in transaction: Transaction) throws(Failure) -> FactRow {
    var row = row
    while let closing = try ActRows.closing(of: row, transaction),
      let undo = try FamilyEventTable.undo(of: closing, in: transaction),
      let undoing = try ActTable.find(undo, in: transaction)
    {
      let content = try ActRows.content(of: row, transaction)
      var again: FactRow?
      for id in try ActRows.written(by: undoing, in: row.layout, transaction) {
        let other = FactRow(layout: row.layout, id: id)
        if try ActRows.content(of: other, transaction) == content { again = other }
      }
      guard let again else { return row }
      row = again
    }
    return row
  }

  // MARK: Taking it back

  /// Closes what the act wrote, writes again what it closed, and empties the inclusions it made;
  /// nothing may have been built on it.
  package func takeBack(on day: LocalDate, reason: String, in transaction: Transaction)
    throws(Failure)
  {
    for row in written where row.layout.closes {
      let holding = try holding(row, in: transaction)
      guard try ActRows.closing(of: holding, transaction) == nil else { continue }
      try transaction.close(holding.layout, id: holding.id)
    }
    for row in closed { try ActRows.writeAgain(row, transaction) }
    for row in written where row.layout.index == InclusionTable.inclusions.index {
      let number = Number<Inclusion>(raw: row.id)
      guard let made = try InclusionTable.find(number, in: transaction), made.currentPeople != 0
      else { continue }
      try InclusionTable.insert(
        InclusionTable.Change(
          inclusion: number, on: day, people: -made.currentPeople, places: -made.currentPlaces,
          other: try source(of: number, in: transaction), reason: reason), in: transaction)
    }
  }

  /// The inclusion from which the people of one that the act made had come.
  private func source(of inclusion: Number<Inclusion>, in transaction: Transaction)
    throws(Failure) -> Number<Inclusion>?
  {
    for row in written where row.layout.index == InclusionTable.changes.index {
      guard try ActRows.value(of: "other_id", in: row, transaction) == inclusion.raw,
        let from = try ActRows.value(of: "inclusion_id", in: row, transaction)
      else { continue }
      return Number(raw: from)
    }
    return nil
  }
}
