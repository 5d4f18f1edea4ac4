import Domain
import Services
import Storage
import TestSupport
import Testing

/// What no act may do; nothing is written by one that is refused.
@Suite struct FamilyActRefusalTests {
  struct Case: Sendable {
    let what: String
    let code: Code
    let act: @Sendable (ActRegister) throws -> Void

    init(
      _ what: String, _ code: Code, _ act: @escaping @Sendable (ActRegister) throws -> Void
    ) {
      self.what = what
      self.code = code
      self.act = act
    }
  }

  private static func person(_ serial: Int) -> Number<Person> { ActRegister.person(serial) }

  private static func remove(
    _ serial: Int, newHead: Int? = nil, on: String? = nil, reason: String = "r"
  ) -> @Sendable (ActRegister) throws -> Void {
    { desk in
      try desk.register.perform(
        RemoveMember(
          family: desk.family, person: person(serial), newHead: newHead.map(person),
          ground: ActRegister.ground(on, reason: reason)))
    }
  }

  private static func add(
    _ serial: Int, _ relation: Relation = .other, on: String? = nil
  ) -> @Sendable (ActRegister) throws -> Void {
    { desk in
      try desk.register.perform(
        AddMember(
          family: desk.family, newcomer: .known(person(serial)), relation: relation,
          ground: ActRegister.ground(on)))
    }
  }

  private static func marry(_ serial: Int, _ spouse: Int)
    -> @Sendable (ActRegister) throws -> Void
  {
    { desk in
      try desk.register.perform(
        RecordMarriage(
          family: desk.family, person: person(serial), spouse: .known(person(spouse)),
          ground: ActRegister.ground()))
    }
  }

  private static func die(_ serial: Int, newHead: Int? = nil, on: String? = nil)
    -> @Sendable (ActRegister) throws -> Void
  {
    { desk in
      try desk.register.perform(
        RecordDeath(
          family: desk.family, person: person(serial), newHead: newHead.map(person),
          ground: ActRegister.ground(on)))
    }
  }

  private static func correct(_ changes: [FieldChange], of serial: Int = 1)
    -> @Sendable (ActRegister) throws -> Void
  {
    { desk in
      try desk.register.perform(
        CorrectPerson(person: person(serial), changes: changes, ground: ActRegister.ground()))
    }
  }

  private static func correct(
    _ serial: Int, relation: Relation? = nil, from: String? = nil, to: String? = nil
  ) -> @Sendable (ActRegister) throws -> Void {
    { desk in
      try desk.register.perform(
        CorrectFamily(
          family: desk.family, changes: [],
          membership: MembershipCorrection(
            person: person(serial), relation: relation, from: TestRegister.day(from),
            to: TestRegister.day(to)), ground: ActRegister.ground()))
    }
  }

  /// On 2026-04-01; the family of the desk, and persons 6 and 7 in another one.
  static let cases: [Case] = [
    Case("no reason", .fieldValue, remove(2, reason: "  ")),
    Case("the head without a successor", .familyNoHead, remove(1)),
    Case("a successor though the head stays", .usage, remove(2, newHead: 3)),
    Case("a successor who is no member", .memberNotFound, remove(1, newHead: 6)),
    Case("a member of another family", .memberNotFound, remove(6)),
    Case("an end on the first day", .dateOrder, remove(2, on: "2026-03-10")),
    Case("to add a member again", .memberAlready, add(2)),
    Case("to add a member of another family", .memberElsewhere, add(7)),
    Case("to add nobody", .personNotFound, add(99)),
    Case("to add in the days to come", .dateOrder, add(7, on: "2026-04-02")),
    Case("a spouse who lives with others", .memberElsewhere, marry(5, 7)),
    Case("a spouse who is married", .marriageHeld, marry(1, 5)),
    Case("the head's spouse to another", .marriageHeld, marry(2, 5)),
    Case("to marry a married head", .marriageHeld, marry(5, 1)),
    Case("to marry oneself", .fieldValue, marry(5, 5)),
    Case("a death to come", .dateOrder, die(5, on: "2026-04-02")),
    Case("a death before the family", .dateOrder, die(5, on: "2026-03-09")),
    Case("the death of somebody else", .memberNotFound, die(6)),
    Case("an IIN of another", .iinTaken, correct([FieldChange(.iin, "850615300012")], of: 2)),
    Case("a wrong IIN", .iinInvalid, correct([FieldChange(.iin, "850615300013")])),
    Case("what is held", .factHeld, correct([FieldChange(.birthDate, "1985-06-15")])),
    Case("nothing", .usage, correct([])),
    Case("a person of no number", .personNotFound, correct([FieldChange(.iin, nil)], of: 99)),
    Case("two heads", .familyTwoHeads, correct(2, relation: .head)),
    Case("no head", .familyNoHead, correct(1, relation: .other)),
    Case("a head who came later", .familyNoHead, correct(1, from: "2026-03-11")),
    Case("an end before the start", .dateOrder, correct(2, to: "2026-03-10")),
    Case("the same membership", .factHeld, correct(2, relation: .spouse)),
    Case("the same head", .factHeld) { desk in
      try desk.register.perform(
        ChangeHead(family: desk.family, person: person(1), ground: ActRegister.ground()))
    },
    Case("a divorce of the unmarried", .marriageNotFound) { desk in
      try desk.register.perform(
        RecordDivorce(family: desk.family, person: person(5), ground: ActRegister.ground()))
    },
    Case("a divorce by which a third leaves", .usage) { desk in
      try desk.register.perform(
        RecordDivorce(
          family: desk.family, person: person(2), leaves: person(3),
          ground: ActRegister.ground()))
    },
    Case("a region of another time", .regionUnknown) { desk in
      try desk.register.perform(
        MoveFamily(family: desk.family, region: "KZ-99", ground: ActRegister.ground()))
    },
    Case("a move of nobody", .familyMember) { desk in
      try desk.register.perform(
        MoveFamily(
          family: desk.family, region: "KZ-55", ground: ActRegister.ground("2026-03-09")))
    },
    Case("the same place again", .factHeld) { desk in
      for _ in 1...2 {
        try desk.register.perform(
          MoveFamily(family: desk.family, region: "KZ-55", ground: ActRegister.ground()))
      }
    },
    Case("a family of no number", .familyNotFound) { desk in
      try desk.register.perform(
        MoveFamily(
          family: Number(year: 2026, serial: 99), region: "KZ-55", ground: ActRegister.ground()))
    },
    Case("a birth before the family came", .familyNoHead) { desk in
      try desk.register.perform(
        RecordBirth(
          family: desk.family, child: desk.form("Айша", .female), mother: person(2),
          ground: ActRegister.ground("2026-03-09")))
    },
    Case("a birth on no day", .fieldRequired) { desk in
      try desk.register.perform(
        RecordBirth(
          family: desk.family, child: desk.form("Айша", .female), mother: person(2),
          ground: ActRegister.ground()))
    },
    Case("a mother who is a man", .fieldValue) { desk in
      try desk.register.perform(
        RecordBirth(
          family: desk.family, child: desk.form("Айша", .female), mother: person(1),
          ground: ActRegister.ground("2026-03-20")))
    },
    Case("a newcomer with an IIN of another", .iinTaken) { desk in
      try desk.register.perform(
        AddMember(
          family: desk.family,
          newcomer: .new(desk.form("Бақыт", .male, iin: "850615300012")), relation: .other,
          ground: ActRegister.ground()))
    },
  ]

  @Test func `refused, and nothing is written`() throws {
    let desk = try ActRegister(rows: { $0.with(.iin, "850615300012") })
    try desk.register.register(Samples.family("A-2", count: 2))
    try desk.register.move(to: "2026-04-01")
    let before = try desk.register.contents()
    for test in Self.cases where test.what != "the same place again" {
      #expect(refusal { try test.act(desk) } == test.code, "\(test.what)")
    }
    #expect(try desk.register.contents() == before)
    let twice = try #require(Self.cases.first { $0.what == "the same place again" })
    #expect(refusal { try twice.act(desk) } == twice.code)
    #expect(try desk.register.contents().acts == before.acts + 1)
  }

  @Test func `the dead neither return nor marry nor die again`() throws {
    let desk = try ActRegister()
    try desk.register.move(to: "2026-04-01")
    try Self.die(5, on: "2026-03-20")(desk)
    for act in [Self.die(5, on: "2026-03-25"), Self.add(5), Self.marry(3, 5)] {
      #expect(refusal { try act(desk) } == .personDead)
    }
    #expect(try desk.register.breaches() == [])
  }

  @Test func `a membership in another family at once is found by the proof`() throws {
    let desk = try ActRegister()
    let other = try desk.register.register(Samples.family("A-2", count: 2))
    try desk.register.database.write { (transaction) throws(Failure) in
      try ActTable.begin(in: transaction)
      let during = Period(from: desk.register.office.facts.today)
      try MembershipTable.insert(
        Self.person(2), in: other, as: .head, during: during, reason: "r", in: transaction)
      let facts = desk.register.office.facts
      try ActTable.finish(
        ActEntry(at: facts.now, today: facts.today, user: "tester", action: "test"),
        in: transaction)
    }
    #expect(
      try desk.register.breaches().sorted() == [
        "family \(other.raw) has more than one head on 2026-03-12",
        "person \(Self.person(2).raw) belongs to families \(desk.family.raw) and \(other.raw) on "
          + "2026-03-12",
      ])
  }

  /// Rows of one family that break the invariant of heads, as texts for ``FamilyRollTests``.
  static let unsound: [(rows: [(relation: Relation, from: String, to: String?)], breach: String?)] =
    [
      ([(.head, "2026-01-01", nil)], nil),
      ([(.head, "2026-01-01", "2026-02-01")], nil),
      ([(.head, "2026-01-01", "2026-02-01"), (.head, "2026-02-01", nil)], nil),
      ([(.head, "2026-01-02", nil), (.son, "2026-01-01", nil)], "no head on 2026-01-01"),
      ([(.head, "2026-01-01", "2026-02-01"), (.son, "2026-01-01", nil)], "no head on 2026-02-01"),
      (
        [(.head, "2026-01-01", nil), (.head, "2026-03-01", nil)], "more than one head on 2026-03-01"
      ),
    ]

  @Test func `the proof finds members without one head on any day`() throws {
    for (rows, breach) in Self.unsound {
      let desk = try ActRegister(count: rows.count)
      let office = desk.register.office
      try desk.register.database.write { (transaction) throws(Failure) in
        try ActTable.begin(in: transaction)
        for row in try MembershipTable.members(of: desk.family, in: transaction) {
          try MembershipTable.close(row.id, in: transaction)
        }
        for (index, row) in rows.enumerated() {
          guard let from = LocalDate(iso: row.from),
            let during = Period(from: from, to: row.to.flatMap { LocalDate(iso: $0) })
          else { continue }
          try MembershipTable.insert(
            Self.person(index + 1), in: desk.family, as: row.relation, during: during,
            reason: "r", in: transaction)
        }
        try ActTable.finish(
          ActEntry(
            at: office.facts.now, today: office.facts.today, user: "tester", action: "test"),
          in: transaction)
      }
      let expected = breach.map { ["family \(desk.family.raw) has \($0)"] } ?? []
      #expect(try desk.register.breaches() == expected)
    }
  }
}
