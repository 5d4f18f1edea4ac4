import Domain
import Services
import Storage
import TestSupport
import Testing

/// Each act, told on 2026-04-01 of 2026-03-20: what was true, and what was known.
@Suite struct FamilyActTimesTests {
  struct Case: Sendable {
    let name: String
    /// Who belongs on 2026-03-20 and later, known from 2026-04-01 on.
    let after: String
    let act: @Sendable (ActRegister) throws -> Void
  }

  static let before = "1 head, 2 spouse, 3 son, 4 daughter, 5 mother"
  static let day = "2026-03-20"

  private static func person(_ serial: Int) -> Number<Person> { ActRegister.person(serial) }

  static let cases: [Case] = [
    Case(name: "add-member", after: "\(before), 6 brother") { desk in
      try desk.register.perform(
        AddMember(
          family: desk.family, newcomer: .new(desk.form("Бақыт", .male, born: "1990")),
          relation: .brother, ground: ActRegister.ground(day)))
    },
    Case(name: "remove-member", after: "1 head, 3 son, 4 daughter, 5 mother") { desk in
      try desk.register.perform(
        RemoveMember(
          family: desk.family, person: person(2), ground: ActRegister.ground(day)))
    },
    Case(
      name: "remove-member of the head",
      after: "2 head, 3 son, 4 daughter, 5 other"
    ) { desk in
      try desk.register.perform(
        RemoveMember(
          family: desk.family, person: person(1), newHead: person(2),
          ground: ActRegister.ground(day)))
    },
    Case(name: "birth", after: "\(before), 6 daughter") { desk in
      try desk.register.perform(
        RecordBirth(
          family: desk.family, child: desk.form("Айша", .female), mother: person(2),
          ground: ActRegister.ground(day)))
    },
    Case(name: "death", after: "2 head, 3 son, 4 daughter, 5 mother") { desk in
      try desk.register.perform(
        RecordDeath(
          family: desk.family, person: person(1), newHead: person(2),
          stated: [StatedRelation(person: person(5), relation: .mother)],
          ground: ActRegister.ground(day)))
    },
    Case(name: "marriage", after: "\(before), 6 other") { desk in
      try desk.register.perform(
        RecordMarriage(
          family: desk.family, person: person(5),
          spouse: .new(desk.form("Серік", .male, born: "1955")), ground: ActRegister.ground(day)))
    },
    Case(name: "divorce", after: "1 head, 2 other, 3 son, 4 daughter, 5 mother") { desk in
      try desk.register.perform(
        RecordDivorce(family: desk.family, person: person(2), ground: ActRegister.ground(day)))
    },
    Case(name: "divorce and leave", after: "2 head, 3 son, 4 daughter, 5 other") { desk in
      try desk.register.perform(
        RecordDivorce(
          family: desk.family, person: person(2), leaves: person(1), newHead: person(2),
          ground: ActRegister.ground(day)))
    },
    Case(
      name: "head", after: "1 father, 2 mother, 3 head, 4 sister, 5 grandparent"
    ) { desk in
      try desk.register.perform(
        ChangeHead(family: desk.family, person: person(3), ground: ActRegister.ground(day)))
    },
  ]

  @Test(arguments: cases.map(\.name)) func `members before and after, true and known`(
    _ name: String
  ) throws {
    let test = try #require(Self.cases.first { $0.name == name })
    let desk = try ActRegister()
    try desk.register.move(to: "2026-04-01")
    try test.act(desk)
    #expect(try desk.members(on: "2026-03-19") == Self.before)
    #expect(try desk.members(on: "2026-03-20") == test.after)
    #expect(try desk.members(on: "2030-01-01") == test.after)
    #expect(try desk.members(on: "2026-03-20", knownAt: "2026-03-31") == Self.before)
    #expect(try desk.members(on: "2030-01-01", knownAt: "2026-04-01T03:59") == Self.before)
    #expect(try desk.members(on: "2026-03-20", knownAt: "2026-04-01T04:00") == test.after)
    #expect(try desk.register.breaches() == [])
    let history = try desk.register.answer(FamilyHistory(family: desk.family))
    #expect(history.map(\.kind) == ["register", String(name.prefix { $0 != " " })])
    #expect(history.last?.on == LocalDate(iso: "2026-03-20"))
    #expect(history.last?.document == "certificate 1")
    let then = try desk.register.answer(
      FamilyHistory(family: desk.family, knownAt: Instant(iso: "2026-03-31")))
    #expect(then.map(\.kind) == ["register"])
  }

  @Test func `where a family lives, true and known`() throws {
    let desk = try ActRegister()
    func move(_ region: String, _ on: String) throws {
      try desk.register.perform(
        MoveFamily(family: desk.family, region: region, ground: ActRegister.ground(on)))
    }
    try desk.register.move(to: "2026-04-01")
    try move("KZ-55", "2026-03-12")
    try move("KZ-11", "2026-04-01")
    try desk.register.move(to: "2026-05-01")
    // Told late, between the two.
    try move("KZ-10", "2026-03-20")
    let readings: [(on: String, knownAt: String?, region: String?)] = [
      ("2026-03-11", nil, nil), ("2026-03-12", nil, "KZ-55"), ("2026-03-19", nil, "KZ-55"),
      ("2026-03-20", nil, "KZ-10"), ("2026-03-31", nil, "KZ-10"), ("2026-04-01", nil, "KZ-11"),
      ("2026-03-20", "2026-04-30", "KZ-55"), ("2026-03-20", "2026-03-31", nil),
    ]
    for (on, knownAt, region) in readings {
      let found = try desk.shown(on: on, knownAt: knownAt).residence?.region
      #expect(found == region, "on \(on), known at \(knownAt ?? "now")")
    }
    #expect(try desk.register.breaches() == [])
  }

  @Test func `marriages and deaths, true and known`() throws {
    let desk = try ActRegister()
    let (head, spouse) = (Self.person(1), Self.person(2))
    try desk.register.perform(
      RecordMarriage(
        family: desk.family, person: head, spouse: .known(spouse), ground: ActRegister.ground()))
    try desk.register.move(to: "2026-04-01")
    try desk.register.perform(
      RecordDeath(
        family: desk.family, person: head, place: "Павлодар", newHead: spouse,
        ground: ActRegister.ground(Self.day)))
    let readings: [(on: String, knownAt: String?, marriages: Int)] = [
      ("2026-03-11", nil, 0), ("2026-03-12", nil, 1), ("2026-03-19", nil, 1),
      ("2026-03-20", nil, 0), ("2026-03-20", "2026-03-31", 1),
    ]
    for (on, knownAt, marriages) in readings {
      let found = try desk.shown(on: on, knownAt: knownAt).marriages.count
      #expect(found == marriages, "on \(on), known at \(knownAt ?? "now")")
    }
    #expect(try desk.shown(knownAt: "2026-03-31").eventCount == 1)
    #expect(try desk.shown().eventCount == 2)
    let facts = try desk.register.database.read { (transaction) throws(Failure) in
      try PersonFactTable.all(of: head, in: transaction)
    }
    #expect(facts.map(\.kind) == [.death])
    #expect(facts.first?.value == "Павлодар")
    #expect(facts.first?.from == LocalDate(iso: Self.day))
  }

  @Test func `what is corrected was known otherwise`() throws {
    let desk = try ActRegister(rows: { $0.with(.iin, "850615300012") })
    try desk.register.move(to: "2026-04-01")
    try desk.register.perform(
      CorrectFamily(
        family: desk.family,
        changes: [FieldChange(.arrivalDate, "2026-03-08"), FieldChange(.phone, nil)],
        ground: ActRegister.ground()))
    try desk.register.perform(
      CorrectPerson(
        person: Self.person(1),
        changes: [FieldChange(.birthDate, "1985-06"), FieldChange(.education, "higher")],
        name: NameCorrection(familyName: "Касымов", patronymic: "Ерланұлы"),
        document: DocumentCorrection(number: "N11"), ground: ActRegister.ground()))
    let (then, now) = (try desk.shown(knownAt: "2026-03-31"), try desk.shown())
    #expect("\(then.family.arrivalDate?.description ?? "")" == "2026-03-10")
    #expect("\(now.family.arrivalDate?.description ?? "")" == "2026-03-08")
    #expect(then.family.phone == "+77010000001")
    #expect(now.family.phone == nil)
    #expect(now.family.originPlace == "Өлгий")
    let (old, new) = (then.members[0], now.members[0])
    #expect(old.record.birthDate?.description == "1985-06-15")
    #expect(new.record.birthDate?.description == "1985-06")
    #expect(new.record.iin == "850615300012")
    #expect(new.record.education == .higher)
    #expect(old.names.map(\.display) == ["Қасымов Ерлан", "KASYMOV"])
    #expect(new.names.map(\.display) == ["Касымов Ерлан Ерланұлы", "KASYMOV"])
    #expect(old.documents.map(\.number) == ["NA-1"])
    #expect(new.documents.map(\.number) == ["N11"])
    #expect(new.documents.map(\.issuer) == ["MNG"])
    // The memberships began with the arrival.
    #expect(try desk.members(on: "2026-03-08") == Self.before)
    #expect(try desk.members(on: "2026-03-08", knownAt: "2026-03-31") == "")
    for text in ["Қасымов Ерлан", "Ерланұлы", "N11", "NA-1"] {
      let found = try desk.register.answer(FindFamilies(text: text)).map(\.person.number)
      #expect(found.contains(Self.person(1)), "\(text)")
    }
    #expect(try desk.register.breaches() == [])
  }

  @Test func `a sex is corrected, and the relation with it`() throws {
    let desk = try ActRegister()
    try desk.register.move(to: "2026-04-01")
    try desk.register.perform(
      CorrectPerson(
        person: Self.person(3), changes: [FieldChange(.sex, "F")], ground: ActRegister.ground()))
    let after = "1 head, 2 spouse, 3 daughter, 4 daughter, 5 mother"
    #expect(try desk.members(on: "2026-03-10") == after)
    #expect(try desk.members(on: "2026-03-10", knownAt: "2026-03-31") == Self.before)
    #expect(try desk.register.breaches() == [])
  }

  @Test func `a membership is corrected, and was known otherwise`() throws {
    let desk = try ActRegister()
    try desk.register.move(to: "2026-04-01")
    func correct(_ correction: MembershipCorrection) throws {
      try desk.register.perform(
        CorrectFamily(
          family: desk.family, changes: [], membership: correction, ground: ActRegister.ground()))
    }
    try correct(MembershipCorrection(person: Self.person(5), relation: .other))
    try correct(
      MembershipCorrection(
        person: Self.person(4), from: LocalDate(iso: "2026-03-15"),
        to: LocalDate(iso: "2026-03-25")))
    #expect(try desk.members(on: "2026-03-14") == "1 head, 2 spouse, 3 son, 5 other")
    #expect(
      try desk.members(on: "2026-03-24") == "1 head, 2 spouse, 3 son, 4 daughter, 5 other")
    #expect(try desk.members(on: "2026-03-25") == "1 head, 2 spouse, 3 son, 5 other")
    #expect(try desk.members(on: "2026-03-14", knownAt: "2026-03-31") == Self.before)
    #expect(try desk.register.breaches() == [])
  }
}
