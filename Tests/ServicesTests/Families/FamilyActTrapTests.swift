import Domain
import Services
import Storage
import TestSupport
import Testing

/// What other registers get wrong about families.
@Suite struct FamilyActTrapTests {
  private static func person(_ serial: Int) -> Number<Person> { ActRegister.person(serial) }

  @Test func `a family of two that loses a member keeps its history`() throws {
    let desk = try ActRegister(count: 2)
    try desk.register.move(to: "2026-04-01")
    try desk.register.perform(
      RemoveMember(
        family: desk.family, person: Self.person(2), ground: ActRegister.ground("2026-03-20")))
    #expect(try desk.members() == "1 head")
    #expect(try desk.members(on: "2026-03-19") == "1 head, 2 spouse")
    // The last one dies: the family has no members, no head, and all of its past.
    try desk.register.perform(
      RecordDeath(
        family: desk.family, person: Self.person(1), ground: ActRegister.ground("2026-03-31")))
    #expect(try desk.members() == "")
    #expect(try desk.members(on: "2026-03-30") == "1 head")
    #expect(try desk.members(on: "2026-03-19") == "1 head, 2 spouse")
    let history = try desk.register.answer(FamilyHistory(family: desk.family))
    #expect(history.map(\.kind) == ["register", "remove-member", "death"])
    #expect(try desk.register.breaches() == [])
    // It can begin again.
    try desk.register.perform(
      AddMember(
        family: desk.family, newcomer: .known(Self.person(2)), relation: .head,
        ground: ActRegister.ground("2026-04-01")))
    #expect(try desk.members() == "2 head")
    #expect(try desk.register.breaches() == [])
  }

  @Test func `a change of head loses no data`() throws {
    let desk = try ActRegister()
    func all() throws -> [FamilyDossier.Member] {
      try desk.shown().members.sorted { $0.record.number < $1.record.number }
    }
    let before = try all()
    try desk.register.move(to: "2026-04-01")
    try desk.register.perform(
      ChangeHead(family: desk.family, person: Self.person(2), ground: ActRegister.ground()))
    let after = try all()
    #expect(after.map(\.record) == before.map(\.record))
    #expect(after.map(\.names) == before.map(\.names))
    #expect(after.map(\.documents) == before.map(\.documents))
    #expect(try desk.members() == "1 spouse, 2 head, 3 son, 4 daughter, 5 other")
    #expect(try desk.members(on: "2026-03-31") == FamilyActTimesTests.before)
    let detail = try #require(
      try desk.register.answer(FamilyHistory(family: desk.family)).last?.detail)
    #expect(detail.contains("what \(Self.person(5)) is to the new head is not certain"))
    // Back again: what had to be `other` does not come back by itself, and can be stated.
    try desk.register.move(to: "2026-04-02")
    try desk.register.perform(
      ChangeHead(
        family: desk.family, person: Self.person(1),
        stated: [StatedRelation(person: Self.person(5), relation: .mother)],
        ground: ActRegister.ground()))
    #expect(try desk.members() == FamilyActTimesTests.before)
    #expect(try desk.register.breaches() == [])
  }

  @Test func `an end that is to come takes effect by itself`() throws {
    let desk = try ActRegister()
    let outcome = try desk.register.perform(
      RemoveMember(
        family: desk.family, person: Self.person(1), newHead: Self.person(2),
        ground: ActRegister.ground("2026-06-01")))
    #expect(outcome.isToCome)
    try desk.register.perform(
      MoveFamily(
        family: desk.family, region: "KZ-11", ground: ActRegister.ground("2026-06-01")))
    // Told in between: a child of the couple stays a child of the next head.
    try desk.register.move(to: "2026-04-01")
    try desk.register.perform(
      RecordBirth(
        family: desk.family, child: desk.form("Айша", .female), mother: Self.person(2),
        ground: ActRegister.ground("2026-03-20")))
    try desk.register.move(to: "2026-05-31")
    #expect(try desk.members() == "\(FamilyActTimesTests.before), 6 daughter")
    #expect(try desk.shown().residence == nil)
    try desk.register.move(to: "2026-06-01")
    #expect(try desk.members() == "2 head, 3 son, 4 daughter, 5 other, 6 daughter")
    #expect(try desk.shown().residence?.region == "KZ-11")
    #expect(try desk.register.breaches() == [])
    let include = IncludeFamily(
      family: desk.family, kind: .kandas, year: 2026, region: "KZ-55")
    #expect(try desk.register.perform(include).people == 5)
  }

  @Test func `a person without birth date is never silently an adult`() throws {
    let rows: ([IntakeRow]) -> [IntakeRow] = { rows in
      rows.with(.relation, "brother", at: 1).with(.birthDate, "", at: 1)
        .with(.birthDate, "2008", at: 2)
    }
    let desk = try ActRegister(rows: rows)
    let death = try RecordDeath(
      family: desk.family, person: Self.person(1), ground: ActRegister.ground("2026-03-12"))
    let refusal = failure { try desk.register.perform(death) }
    #expect(refusal?.code == .familyNoHead)
    #expect(
      refusal?.hint
        == "--new-head \(Self.person(5)) (Қасымов Қаныкей, the eldest adult); not known "
        + "to be of age: \(Self.person(2)) (no birth date), \(Self.person(3)) (born 2008)")
    var named = death
    named.newHead = Self.person(2)
    let outcome = try desk.register.perform(named)
    #expect(
      outcome.event.event.detail.contains(
        "whether \(Self.person(2)) is of age is not known: no birth date"))
    // Nor is such a person taken for no parent.
    let birth = try RecordBirth(
      family: desk.family, child: desk.form("Айша", .female),
      ground: ActRegister.ground("2026-03-12"))
    #expect(failure { try desk.register.perform(birth) }?.code == .fieldRequired)
  }

  @Test func `whoever marries out of a family of one leaves it`() throws {
    let desk = try ActRegister(count: 1)
    let other = try desk.register.register(Samples.family("A-2", count: 1))
    let pair = try desk.register.register(Samples.family("A-3", count: 2))
    try desk.register.move(to: "2026-04-01")
    func marriage(_ spouse: Int) throws -> RecordMarriage {
      try RecordMarriage(
        family: desk.family, person: Self.person(1), spouse: .known(Self.person(spouse)),
        ground: ActRegister.ground("2026-03-20"))
    }
    let refusal = failure { try desk.register.perform(marriage(3)) }
    #expect(refusal?.code == .memberElsewhere)
    #expect(refusal?.hint?.hasPrefix("kosh family split \(pair)") == true)
    try desk.register.perform(marriage(2))
    #expect(try desk.members() == "1 head, 2 spouse")
    let left = try desk.register.answer(ShowFamily(family: other))
    #expect(left.members.isEmpty)
    let line = try desk.register.answer(FamilyHistory(family: other)).last
    #expect(line?.kind == "marriage" && line?.otherFamily == desk.family)
    #expect(try desk.register.breaches() == [])
  }

  @Test func `who is found is found once, in the family that is the last`() throws {
    let desk = try ActRegister()
    try desk.register.move(to: "2026-04-01")
    try desk.register.perform(
      ChangeHead(family: desk.family, person: Self.person(2), ground: ActRegister.ground()))
    let found = try desk.register.answer(FindFamilies(text: "Ерлан Қасымов"))
    #expect(found.map(\.relation) == [.spouse])
    let all = try desk.register.answer(FindPersons(text: "\(desk.family)"))
    #expect(
      all.flatMap(\.families).map(\.relation).sorted { $0.rawValue < $1.rawValue }
        == [.daughter, .head, .other, .son, .spouse])
  }
}
