import Domain
import Services
import Storage
import TestSupport
import Testing

/// What happens to a member who has another number, and is named by it.
@Suite struct MergedMembersTests {
  /// Persons 1 to 5 are family 1; person 6, alone in family 2, turns out to be its head.
  static func acts(keep: Int = 1, iin: String = "") throws -> ActRegister {
    let acts = try ActRegister()
    try acts.register.register(Samples.family("B-1", count: 1).with(.iin, iin))
    try acts.register.move(to: "2026-03-20")
    try acts.register.merge(.p(6), .p(1), leave: .f(2), keep: .p(keep))
    return acts
  }

  static let ground = Ground(reason: "as the paper says", document: "certificate 1")

  /// Who leaves the family, with person 2 as the new head, and who is told to have left.
  static let leaving:
    [(name: String, act: @Sendable (TestRegister, Number<Person>) throws(Failure) -> Void)] = [
      (
        "leaves",
        { (register, person) throws(Failure) in
          try register.perform(
            RemoveMember(family: .f(1), person: person, newHead: .p(2), ground: ground))
        }
      ),
      (
        "dies",
        { (register, person) throws(Failure) in
          try register.perform(
            RecordDeath(family: .f(1), person: person, newHead: .p(2), ground: ground))
        }
      ),
      (
        "divorces and leaves",
        { (register, person) throws(Failure) in
          try register.perform(
            RecordDivorce(
              family: .f(1), person: .p(2), leaves: person, newHead: .p(2), ground: ground))
        }
      ),
      (
        "splits",
        { (register, person) throws(Failure) in
          try register.perform(
            SplitFamily(
              family: .f(1), leaving: [person], head: person, newHead: .p(2), ground: ground))
        }
      ),
    ]

  /// Whichever number survives: it is named by the one that does not stand in the family.
  @Test(arguments: [1, 6])
  func `a member is named by any number, and leaves`(keep: Int) throws {
    for (name, act) in Self.leaving {
      let acts = try Self.acts(keep: keep)
      #expect(try acts.members() == "1 head, 2 spouse, 3 son, 4 daughter, 5 mother")
      try act(acts.register, .p(6))
      #expect(try acts.members() == "2 head, 3 son, 4 daughter, 5 other", "\(name)")
      #expect(try acts.register.breaches() == [], "\(name)")
    }
  }

  @Test func `what a member is already is refused under any number`() throws {
    let register = try Self.acts(keep: 6).register
    let head = ChangeHead(family: .f(1), person: .p(6), ground: Self.ground)
    #expect(refusal { try register.perform(head) } == .factHeld)
    let member = AddMember(
      family: .f(1), newcomer: .known(.p(6)), relation: .brother, ground: Self.ground)
    #expect(refusal { try register.perform(member) } == .memberAlready)
    let itself = RecordMarriage(
      family: .f(1), person: .p(1), spouse: .known(.p(6)), ground: Self.ground)
    #expect(refusal { try register.perform(itself) } == .fieldValue)
    try register.perform(
      RecordMarriage(family: .f(1), person: .p(6), spouse: .known(.p(2)), ground: Self.ground))
    let again = RecordMarriage(
      family: .f(1), person: .p(1), spouse: .known(.p(3)), ground: Self.ground)
    #expect(refusal { try register.perform(again) } == .marriageHeld)
    let divorce = RecordDivorce(family: .f(1), person: .p(6), ground: Self.ground)
    #expect(refusal { try register.perform(divorce) } == .dateOrder)
    try register.move(to: "2026-04-20")
    try register.perform(divorce)
    #expect(try register.roll(.f(1))[2] == .other)
  }

  @Test func `who is dead under another number is dead`() throws {
    let acts = try ActRegister()
    let register = acts.register
    try register.register(Samples.family("B-1", count: 1))
    try register.move(to: "2026-03-20")
    try register.perform(RecordDeath(family: .f(2), person: .p(6), ground: Self.ground))
    try register.move(to: "2026-03-22")
    try register.merge(.p(6), .p(1))
    let death = RecordDeath(
      family: .f(1), person: .p(1), newHead: .p(2), ground: Self.ground)
    #expect(refusal { try register.perform(death) } == .personDead)
    let marriage = RecordMarriage(
      family: .f(1), person: .p(1), spouse: .known(.p(2)), ground: Self.ground)
    #expect(refusal { try register.perform(marriage) } == .personDead)
  }

  /// Person 6 has the place and the grant, joins family 1, and is then found to be its head.
  ///
  /// A relocation payment of 2026 is 70 × 4 325 = 302 750 tenge a person.
  @Test func `what is held under another number goes with whoever leaves`() throws {
    let acts = try ActRegister()
    let register = acts.register
    try register.register(Samples.family("B-1", count: 1))
    try register.include(.f(2), protocolNumber: "1")
    try register.perform(GrantAllowance(family: .f(2), kind: .relocation, decision: "7"))
    try register.move(to: "2026-03-20")
    try register.join(.f(2), into: .f(1))
    try register.merge(.p(6), .p(1))
    #expect(try register.places(.f(1)) == [1])
    #expect(try register.due(.f(1)) == 302_750)
    #expect(try register.dossier(.f(2)).ending?.destinations.map(\.family) == [.f(1)])
    let new = try register.split(.f(1), [1], newHead: 2)
    #expect(try register.places(.f(1)) == [])
    #expect(try register.places(new) == [1])
    #expect(try register.due(.f(1)) == 0)
    #expect(try register.due(new) == 302_750)
    #expect(try register.roll(.f(1)) == [2: .head, 3: .son, 4: .daughter, 5: .other])
    #expect(try register.roll(new) == [1: .head])
    #expect(try register.breaches() == [])
  }

  @Test func `a correction copies nothing from another number`() throws {
    let register = try Self.acts(iin: "850615300012").register
    let corrected = CorrectPerson(
      person: .p(6), changes: [FieldChange(.occupation, "driver")],
      document: DocumentCorrection(replaces: "NB-1", expires: LocalDate(iso: "2030-01-01")),
      ground: Self.ground)
    try register.perform(corrected)
    let shown = try register.answer(ShowPerson(person: .p(6))).record
    #expect(shown.number == .p(1) && shown.iin == "850615300012" && shown.occupation == "driver")
    let taken = CorrectPerson(
      person: .p(1), changes: [FieldChange(.iin, "850615300012")], ground: Self.ground)
    #expect(refusal { try register.perform(taken) } == .factHeld)
    try register.perform(UnmergePerson(person: .p(6), reason: "another man"))
    let (one, other) = (
      try register.answer(ShowPerson(person: .p(1))), try register.answer(ShowPerson(person: .p(6)))
    )
    #expect(one.record.iin == nil && one.record.occupation == "driver")
    #expect(other.record.iin == "850615300012" && other.record.occupation != "driver")
    #expect(one.papers.map(\.document.number) == ["NA-1"])
    #expect(other.papers.map(\.document.expires) == [LocalDate(iso: "2030-01-01")])
  }

  @Test func `what is recorded of an old number goes back with it`() throws {
    let register = try Self.acts().register
    try register.perform(
      RecordFact(person: .p(6), kind: .language, value: "kaz", ground: Self.ground))
    try register.perform(
      AddName(
        person: .p(6), name: PersonName(script: .latin, givenName: "YERLAN"), ground: Self.ground))
    try register.perform(
      AddDocument(
        person: .p(6), document: IdentityDocument(type: "id_card", number: "I-6"),
        ground: Self.ground))
    // The rules are asked of both numbers.
    for person in [Number<Person>.p(1), .p(6)] {
      let again = RecordFact(person: person, kind: .language, value: "kaz", ground: Self.ground)
      #expect(refusal { try register.perform(again) } == .factHeld)
    }
    try register.perform(UnmergePerson(person: .p(6), reason: "another man"))
    for (person, languages, names, papers) in [
      (Number<Person>.p(1), [], 0, ["NA-1"]), (.p(6), ["kaz"], 1, ["NB-1", "I-6"]),
    ] {
      let shown = try register.answer(ShowPerson(person: person))
      #expect(shown.held(.language).map(\.value) == languages)
      #expect(shown.names.filter { $0.givenName == "YERLAN" }.count == names)
      #expect(shown.papers.map(\.document.number) == papers)
    }
  }

  @Test func `an undo takes no merge apart`() throws {
    let register = try Self.acts().register
    #expect(try register.dossier(.f(2)).ending?.destinations.map(\.family) == [.f(1)])
    let before = try register.contents()
    let undone = failure { try register.undo(.f(2)) }
    #expect(undone?.code == .undoBuiltUpon)
    #expect(undone?.hint?.contains("kosh person unmerge") == true)
    #expect(try register.contents() == before)
    try register.perform(UnmergePerson(person: .p(6), reason: "another man"))
    #expect(refusal { try register.undo(.f(2)) } == .undoNothing)
  }

  @Test func `a withdrawn number says so to every act`() throws {
    let register = try ActRegister().register
    let new = try register.split(.f(1), [3])
    try register.undo(new)
    let member = RemoveMember(family: new, person: .p(3), ground: Self.ground)
    #expect(refusal { try register.perform(member) } == .familyWithdrawn)
    let correction = CorrectFamily(
      family: new, changes: [FieldChange(.phone, "1")], ground: Self.ground)
    #expect(refusal { try register.perform(correction) } == .familyWithdrawn)
  }
}
