/// Who belongs to one family, as what, from when to when: as it is known, and as an act would
/// have it.
///
/// An act changes the roll and then writes ``changes``. ``check()`` says what no roll may be: a
/// person twice on a day, or members on a day without exactly one head.
package struct FamilyRoll: Hashable, Sendable {
  /// One person in one relation for one period.
  package struct Row: Hashable, Sendable {
    /// Nil where the register does not hold the row yet.
    package let id: Int64?
    package let person: Number<Person>
    package let relation: Relation
    package let during: Period
    package let reason: String
  }

  package let family: Number<Family>
  package private(set) var rows: [Row]
  private let known: [Row]

  /// The memberships of one family, of whatever day, as known now.
  package init(_ family: Number<Family>, _ memberships: [Membership]) {
    self.family = family
    known = memberships.map { membership in
      Row(
        id: membership.id, person: membership.person, relation: membership.relation,
        during: Period(from: membership.from, to: membership.to)
          ?? Period(from: membership.from), reason: membership.reason)
    }
    rows = known
  }

  // MARK: Asking

  package func members(on day: LocalDate) -> [Row] { rows.filter { $0.during.contains(day) } }

  package func row(of person: Number<Person>, on day: LocalDate) -> Row? {
    rows.first { $0.person == person && $0.during.contains(day) }
  }

  /// A person's rows, the earliest first.
  package func rows(of person: Number<Person>) -> [Row] {
    rows.filter { $0.person == person }.sorted { $0.during.from < $1.during.from }
  }

  /// Since when a person has been a member without a break, on a day or on the last one before it;
  /// nil where there is none.
  package func start(of person: Number<Person>, on day: LocalDate) -> LocalDate? {
    var start: LocalDate?
    for row in rows(of: person).reversed() where row.during.from <= day {
      if start == nil || row.during.to == start { start = row.during.from }
    }
    return start
  }

  package func head(on day: LocalDate) -> Row? {
    rows.first { $0.relation == .head && $0.during.contains(day) }
  }

  /// What the register must no longer hold, and what it must hold besides.
  package var changes: (closed: [Int64], added: [Row]) {
    let kept = Set(rows.compactMap(\.id))
    return (known.compactMap(\.id).filter { !kept.contains($0) }, rows.filter { $0.id == nil })
  }

  // MARK: Changing

  /// Adds a member from a day until further notice; where the head is to change later, the
  /// relation follows that change.
  package mutating func add(
    _ person: Number<Person>, as relation: Relation, _ sex: Sex, from day: LocalDate,
    reason: String
  ) {
    rows.append(
      Row(id: nil, person: person, relation: relation, during: Period(from: day), reason: reason))
    var relation = relation
    let later = rows.filter { $0.relation == .head && $0.during.from > day }
    for head in later.sorted(by: { $0.during.from < $1.during.from }) where head.person != person {
      let before = row(of: head.person, on: head.during.from.adding(days: -1))?.relation
      let next = before.flatMap { Kinship.relation(of: relation, sex, when: $0) }
      relation = next ?? .other
      restate(person, as: relation, during: head.during, reason: reason)
    }
  }

  /// Ends a person's membership: `day` is the first on which it no longer holds.
  package mutating func end(_ person: Number<Person>, on day: LocalDate, reason: String) {
    rows = rows.compactMap { row in
      guard row.person == person, row.during.to.map({ $0 > day }) ?? true else { return row }
      guard let shorter = Period(from: row.during.from, to: day) else { return nil }
      return Row(
        id: nil, person: person, relation: row.relation, during: shorter, reason: reason)
    }
  }

  /// Says what a person is during a period in which it is a member; before and after stay.
  package mutating func restate(
    _ person: Number<Person>, as relation: Relation, during window: Period, reason: String
  ) {
    rows = rows.flatMap { row -> [Row] in
      guard row.person == person, row.relation != relation, row.during.overlaps(window) else {
        return [row]
      }
      let start = max(row.during.from, window.from)
      let end = [row.during.to, window.to].compactMap(\.self).min()
      let pieces: [(Relation, Period?, String)] = [
        (row.relation, Period(from: row.during.from, to: start), row.reason),
        (relation, Period(from: start, to: end), reason),
        (row.relation, end.flatMap { Period(from: $0, to: row.during.to) }, row.reason),
      ]
      return pieces.compactMap { relation, period, reason in
        period.map {
          Row(id: nil, person: person, relation: relation, during: $0, reason: reason)
        }
      }
    }
  }

  /// Replaces one row by another of the same person.
  package mutating func correct(
    _ row: Row, relation: Relation, during: Period, reason: String
  ) {
    guard let index = rows.firstIndex(of: row) else { return }
    rows[index] = Row(
      id: nil, person: row.person, relation: relation, during: during, reason: reason)
  }

  /// Makes a member the head from a day, up to the next change of head that is known, and says
  /// anew what everyone is.
  ///
  /// Gives those of whom it is not certain and nothing was stated: they are `other` now. Throws
  /// `family.no-head`, `member.not-found` and `fact.held`.
  package mutating func changeHead(
    to person: Number<Person>, on day: LocalDate, sexes: [Number<Person>: Sex],
    stated: [StatedRelation], reason: String
  ) throws(Failure) -> [Number<Person>] {
    guard let old = head(on: day) else { throw noHead(on: day) }
    guard let new = row(of: person, on: day) else { throw .notMember(person, of: family, on: day) }
    guard old.person != person else {
      throw Failure(.factHeld, "\(person) is the head of \(family) on \(day) already")
    }
    let window = Period(from: day, to: old.during.to) ?? Period(from: day)
    for line in stated where row(of: line.person, on: day) == nil {
      throw .notMember(line.person, of: family, on: day)
    }
    var uncertain: [Number<Person>] = []
    for row in rows where row.during.overlaps(window) && row.person != person {
      let certain = sexes[row.person].flatMap {
        Kinship.relation(of: row.relation, $0, when: new.relation)
      }
      let told = stated.first { $0.person == row.person }?.relation
      if told == nil, certain == nil, row.relation != .other { uncertain.append(row.person) }
      let part =
        Period(
          from: max(window.from, row.during.from),
          to: [window.to, row.during.to].compactMap(\.self).min()) ?? window
      restate(row.person, as: told ?? certain ?? .other, during: part, reason: reason)
    }
    restate(person, as: .head, during: window, reason: reason)
    return uncertain
  }

  // MARK: Checking

  /// Throws `member.already`, `family.no-head` or `family.two-heads`, with the day.
  package func check() throws(Failure) {
    for (index, row) in rows.enumerated() {
      let other = rows[..<index].first {
        $0.person == row.person && $0.during.overlaps(row.during)
      }
      guard let other else { continue }
      throw Failure(
        .memberAlready,
        "\(row.person) would belong to \(family) twice on "
          + "\(max(other.during.from, row.during.from))")
    }
    // Between two of these days nothing changes.
    let days = Set(rows.map(\.during.from) + rows.compactMap(\.during.to)).sorted()
    for day in days {
      let members = members(on: day)
      guard !members.isEmpty else { continue }
      switch members.filter({ $0.relation == .head }).count {
      case 0: throw noHead(on: day)
      case 1: continue
      default:
        throw Failure(.familyTwoHeads, "\(family) would have more than one head on \(day)")
      }
    }
  }

  private func noHead(on day: LocalDate) -> Failure {
    Failure(
      .familyNoHead, "\(family) has no head on \(day)",
      hint: "kosh family show \(family) --on \(day) shows who belongs to it then")
  }
}

extension Failure {
  package static func notMember(
    _ person: Number<Person>, of family: Number<Family>, on day: LocalDate
  ) -> Failure {
    Failure(
      .memberNotFound, "\(person) is not a member of \(family) on \(day)",
      hint: "kosh family show \(family) --on \(day) shows who is")
  }
}
