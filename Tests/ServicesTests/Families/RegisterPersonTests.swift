import Domain
import Services
import Storage
import TestSupport
import Testing

/// A person who belongs to no family is met, found, merged and taken into a family as any other.
@Suite("Persons without a family")
struct RegisterPersonTests {
  private static let user = TestRegister.administrator

  /// The head of a sample family, alone: Қасымов Ерлан, born in 1985, with a passport.
  private static func form(
    _ reference: String, in register: TestRegister
  ) throws -> MemberForm {
    try register.office.form(Samples.family(reference, count: 1)).members[0]
  }

  private static func registered(
    _ reference: String = "W-1", in register: TestRegister, _ doubles: Doubles = .refused
  ) throws -> Number<Person> {
    let form = try form(reference, in: register)
    let useCase = RegisterPerson(
      form: form, ground: Ground(reason: "comes to work"), doubles: doubles)
    return try register.perform(useCase).record.number
  }

  /// The wife of the sample family, as the head of one of her own.
  private static let wife = [Samples.family("A-1", count: 2)[1]].with(.relation, "head")

  @Test("A person alone is whole, and the trail says why and by whom")
  func alone() throws {
    let register = try TestRegister()
    let form = try Self.form("W-1", in: register)
    let dossier = try register.perform(
      RegisterPerson(
        form: form, ground: Ground(reason: "comes to work", document: "application 5"),
        source: "labour department"))
    #expect(dossier.record.number == .p(1))
    #expect(dossier.memberships.isEmpty && dossier.record.citizenship == form.citizenship)
    let act = try register.answer(ListActs(limit: 1)).first
    #expect(act?.action == "person.register" && act?.subject == Number<Person>.p(1).raw)
    #expect(
      act?.detail == "Қасымов Ерлан, application 5, by labour department: comes to work")
    #expect(try register.breaches() == [])
  }

  @Test("A person who never had a family and was not registered alone is a breach")
  func breach() throws {
    let register = try TestRegister()
    let form = try Self.form("W-1", in: register)
    try register.act { (transaction) throws(Failure) in
      _ = try PersonTable.insert(form, year: 2026, in: transaction)
    }
    #expect(
      try register.breaches() == [
        "person \(Number<Person>.p(1).raw) has no record, name or family"
      ])
  }

  @Test("Whoever is known, with a family or without, is refused and nothing is written")
  func known() throws {
    let register = try TestRegister()
    _ = try Self.registered(in: register)
    let before = try register.contents()
    let alone = failure { try Self.registered("W-2", in: register) }
    #expect(alone?.code == .personKnown)
    #expect(alone?.detail.hasPrefix("Қасымов Ерлан is \(Number<Person>.p(1)) of no family") == true)
    let family = try register.office.form(Samples.family("A-1"))
    let member = failure { try register.perform(RegisterFamily(form: family, doubles: .refused)) }
    #expect(member?.code == .personKnown)
    #expect(try register.contents() == before)

    let other = try TestRegister()
    let number = try other.register(Samples.family("A-1"))
    let worker = failure { try Self.registered("W-1", in: other) }
    let words = "Қасымов Ерлан is \(Number<Person>.p(1)) of \(number), score "
    #expect(worker?.detail.hasPrefix(words) == true)
  }

  @Test("With a reason the person is registered, and the pair waits for a decision")
  func accepted() throws {
    let register = try TestRegister()
    _ = try Self.registered(in: register)
    let second = try Self.registered("W-2", in: register, .accepted(reason: "a namesake"))
    let list = try register.answer(ListMatchCases())
    #expect(list.lines.map(\.match.person) == [second])
    #expect(list.lines.map(\.match.candidate) == [.p(1)])
    #expect(list.lines.flatMap(\.candidate.families) == [])
    let found = try register.answer(MatchCandidates(person: second))
    #expect(found.map(\.person) == [.p(1)])
    #expect(found.map(\.family) == [nil])
    #expect(try register.breaches() == [])
  }

  @Test("The whole register is held against itself with those who are alone")
  func wholeRegister() throws {
    let register = try TestRegister()
    _ = try Self.registered(in: register)
    try register.register(Samples.family("A-1"))
    _ = try Self.registered("W-2", in: register, .unchecked)
    let outcome = try register.office.run(MatchAll(), as: Self.user)
    // Two alone and the head of the family are three records of one man: the head is held against
    // both and listed with the likelier, and the two are listed with each other.
    #expect((outcome.persons, outcome.match + outcome.review) == (5, 2))
    #expect(try register.office.run(MatchAll(), as: Self.user).listed == 0)
  }

  @Test("A number alone that was merged into a member is met with the member's family")
  func merged() throws {
    let register = try TestRegister()
    let number = try register.register(Samples.family("A-1"))
    let worker = try Self.registered("W-1", in: register, .accepted(reason: "another passport"))
    try register.merge(worker, .p(1))
    let third = failure { try Self.registered("W-3", in: register) }
    #expect(third?.detail.contains("of no family") == false)
    #expect(third?.detail.contains(" of \(number), score ") == true)
    #expect(try register.answer(MatchCandidates(person: worker)).isEmpty)
    #expect(try register.office.run(MatchAll(), as: Self.user).listed == 0)
    try register.perform(UnmergePerson(person: worker, reason: "two men"))
    #expect(try register.answer(ShowPerson(person: worker)).memberships.isEmpty)
    #expect(try register.breaches() == [])
  }

  @Test("A worker joins a family and keeps the number and the history; an undo parts them")
  func joins() throws {
    let register = try TestRegister(on: "2026-05-01")
    let worker = try Self.registered(in: register)
    let told = Ground(on: LocalDate(iso: "2026-05-01"), reason: "told")
    try register.perform(
      RecordFact(person: worker, kind: .occupation, value: "welder", ground: told))
    try register.move(to: "2026-05-20")
    let family = try register.register(Self.wife)
    try register.perform(
      AddMember(
        family: family, newcomer: .known(worker), relation: .spouse,
        ground: Ground(reason: "the husband")))
    let joined = try register.answer(ShowPerson(person: worker))
    #expect(joined.memberships.map(\.family) == [family])
    #expect(joined.memberships.map(\.from) == [LocalDate(iso: "2026-05-20")])
    #expect(joined.held(.occupation).map(\.value) == ["welder"])
    #expect(try register.breaches() == [])
    try register.perform(UndoFamilyAct(family: family, reason: "another man"))
    let parted = try register.answer(ShowPerson(person: worker))
    #expect(parted.memberships.isEmpty)
    #expect(parted.held(.occupation).map(\.value) == ["welder"])
    let again = failure { try Self.registered("W-2", in: register) }
    #expect(again?.detail.contains("\(worker) of no family") == true)
    #expect(try register.breaches() == [])
  }

  @Test("A death is recorded alone; of a member with the family only")
  func death() throws {
    let register = try TestRegister(on: "2026-05-01")
    let worker = try Self.registered(in: register)
    func death(_ day: String) -> RecordPersonDeath {
      RecordPersonDeath(
        person: worker, ground: Ground(on: LocalDate(iso: day), reason: "certificate 7"))
    }
    #expect(failure { try register.perform(death("2026-05-02")) }?.code == .dateOrder)
    #expect(failure { try register.perform(death("1970-01-01")) }?.code == .dateOrder)
    let family = try register.register(Self.wife)
    let add = AddMember(
      family: family, newcomer: .known(worker), relation: .spouse,
      ground: Ground(reason: "the husband"))
    try register.perform(add)
    #expect(failure { try register.perform(death("2026-05-01")) }?.code == .memberElsewhere)
    try register.perform(UndoFamilyAct(family: family, reason: "another man"))
    let dossier = try register.perform(death("2026-05-01"))
    #expect(dossier.died == LocalDate(iso: "2026-05-01"))
    #expect(failure { try register.perform(death("2026-04-30")) }?.code == .personDead)
    #expect(failure { try register.perform(add) }?.code == .personDead)
  }

  @Test("Who may register workers may not for that register families")
  func permission() throws {
    #expect(RegisterPerson.permission == .registerWorkers)
    for role in Role.allCases {
      let may = role.permissions.contains(.registerWorkers)
      #expect(may == [.administrator, .registrar, .labour].contains(role), "\(role)")
    }
  }
}
