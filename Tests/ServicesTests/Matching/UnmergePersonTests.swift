import Domain
import Services
import Storage
import TestSupport
import Testing

/// What came while two were one goes where it was entered, or where it is given.
@Suite struct UnmergePersonTests {
  /// P-1 of F-1 and P-3 of F-2 were merged on 10 May; a paper came under each number since.
  static func register(leave: Int = 2) throws -> TestRegister {
    let register = try MergePersonsTests.register()
    try register.move(to: "2026-05-10")
    try register.merge(.p(3), .p(1), leave: .f(leave))
    try register.move(to: "2026-05-12")
    try register.act { (transaction) throws(Failure) in
      for (serial, number) in [(1, "AAA1"), (3, "BBB3")] {
        try PersonTable.insert(
          IdentityDocument(type: "passport", number: number), of: .p(serial), in: transaction)
      }
    }
    return register
  }

  static func papers(_ sheet: PersonSheet) -> String {
    sheet.documents.map(\.number).joined(separator: " ")
  }

  static let gifts: [(gifts: [String], own: String, other: String)] = [
    ([], "NB-1 BBB3", "NA-1 AAA1"),
    (["document:aaa1=P-2026-000003-4"], "NB-1 BBB3 AAA1", "NA-1"),
    (
      ["document:BBB3=P-2026-000001-8", "document:NB-1=P-2026-000001-8"], "", "NA-1 AAA1 BBB3 NB-1"
    ),
  ]

  @Test(arguments: gifts)
  func `papers go where they were entered, or are given`(
    gifts: [String], own: String, other: String
  ) throws {
    let register = try Self.register()
    let unmerge = try register.perform(
      UnmergePerson(
        person: .p(3), reason: "another man", gifts: gifts.map { try PersonGift($0) }))
    #expect(Self.papers(unmerge.person) == own)
    #expect(Self.papers(unmerge.other) == other)
    let since = unmerge.since.map { "\($0.entry.text) \($0.goesTo.serial)" }
    let expected = [
      "passport AAA1 \(other.contains("AAA1") ? 1 : 3)",
      "passport BBB3 \(own.contains("BBB3") ? 3 : 1)",
    ]
    #expect(since == expected)
    #expect(unmerge.given.map(\.entry.key) == (own.isEmpty ? ["NB-1"] : []))
    #expect(unmerge.restored.map(\.family) == [.f(2)])
    #expect(try register.breaches() == [])
  }

  @Test func `a dry run tells the same, and leaves them one`() throws {
    let register = try Self.register()
    let before = try register.contents()
    let useCase = UnmergePerson(person: .p(3), reason: "another man")
    let dry = try register.office.perform(
      useCase, as: TestRegister.administrator, keeping: false)
    #expect(try register.contents() == before)
    #expect(try register.perform(useCase) == dry)
  }

  @Test func `a family goes with its places`() throws {
    let register = try MergePersonsTests.register()
    try register.merge(.p(3), .p(1), leave: .f(2))
    let inclusion = try register.include(.f(1), protocolNumber: "1")
    let unmerge = try register.perform(
      UnmergePerson(
        person: .p(3), reason: "it was he who came with the wife",
        gifts: [
          PersonGift("family:F-2026-000001-R=P-2026-000003-4"),
          PersonGift("family:F-2026-000002-P=P-2026-000001-8"),
        ]))
    #expect(unmerge.person.places.map(\.number) == [inclusion.number])
    #expect(unmerge.other.places == [])
    let heads = try [1, 2].map { family in
      try register.answer(ShowFamily(family: .f(family))).members[0].record.number.serial
    }
    #expect(heads == [3, 1])
    #expect(try register.breaches() == [])
  }

  static let refused: [(person: Int, reason: String, gift: String?, code: Code)] = [
    (99, "another man", nil, .personNotFound),
    (3, "", nil, .fieldRequired),
    (2, "another man", nil, .personNotMerged),
    (3, "another man", "document:ZZZ=P-2026-000001-8", .fieldValue),
    (3, "another man", "document:AAA1=P-2026-000002-6", .fieldValue),
    (3, "another man", "name:NOBODY=P-2026-000001-8", .fieldValue),
    (3, "another man", "family:F-2026-000001-R=P-2026-000003-4", .personFamilies),
  ]

  @Test func `what would break a rule is refused, and nothing is taken apart`() throws {
    let register = try Self.register()
    let before = try register.contents()
    for (person, reason, gift, code) in Self.refused {
      let useCase = UnmergePerson(
        person: .p(person), reason: reason,
        gifts: try [gift].compactMap(\.self).map { try PersonGift($0) })
      let failure = failure { try register.perform(useCase) }
      #expect(failure?.code == code, "\(useCase): \(failure?.detail ?? "")")
    }
    #expect(try register.contents() == before)
  }

  @Test func `nobody is left without a name`() throws {
    let register = try Self.register()
    let sheet = try register.answer(ComparePersons(left: .p(3), right: .p(1))).left
    let gifts = sheet.names.map { PersonGift(kind: .name, key: $0.display, to: .p(1)) }
    let useCase = UnmergePerson(person: .p(3), reason: "another man", gifts: gifts)
    #expect(refusal { try register.perform(useCase) } == .personNoName)
  }

  @Test func `another head since then keeps them one`() throws {
    let register = try Self.register()
    let day = try #require(LocalDate(iso: "2026-05-11"))
    try register.act { (transaction) throws(Failure) in
      try MembershipTable.insert(
        .p(2), in: .f(2), as: .head, during: Period(from: day), reason: "test", in: transaction)
    }
    let useCase = UnmergePerson(person: .p(3), reason: "another man")
    #expect(refusal { try register.perform(useCase) } == .familyTwoHeads)
  }

  /// P-2 came back to F-1 and headed it for ten days, before P-1 is found to be its head again.
  @Test func `another head for a while since then keeps them one`() throws {
    let register = try TestRegister(on: "2026-05-01")
    for (reference, count) in [("A-1", 2), ("A-2", 1), ("A-3", 1)] {
      try register.register(Samples.family(reference, count: count))
    }
    try register.move(to: "2026-05-10")
    try register.merge(.p(3), .p(2), leave: .f(1), despite: "the paper was another's")
    try register.merge(.p(4), .p(1), leave: .f(1))
    try register.perform(UnmergePerson(person: .p(3), reason: "another woman"))
    try register.move(to: "2026-05-20")
    try register.join(.f(1), into: .f(2))
    let unmerge = UnmergePerson(person: .p(4), reason: "another man")
    #expect(refusal { try register.perform(unmerge) } == .familyTwoHeads)
    #expect(try register.failing() == [])
  }

  /// P-3 of F-1 was taken for P-4, who is alone in F-2; then the others of F-1 joined F-3.
  @Test func `whoever comes back to a family that all others have left heads it`() throws {
    let register = try TestRegister(on: "2026-05-01")
    for (reference, count) in [("A-1", 3), ("A-2", 1), ("A-3", 2)] {
      try register.register(Samples.family(reference, count: count))
    }
    try register.move(to: "2026-05-10")
    try register.merge(.p(4), .p(3), leave: .f(1), despite: "the paper was another's")
    try register.move(to: "2026-05-20")
    try register.join(.f(1), into: .f(3))
    try register.move(to: "2026-06-01")
    try register.perform(UnmergePerson(person: .p(4), reason: "another child"))
    #expect(try register.roll(.f(1), on: "2026-05-19") == [1: .head, 2: .spouse, 3: .son])
    #expect(try register.roll(.f(1), on: "2026-05-20") == [3: .head])
    #expect(try register.roll(.f(1)) == [3: .head])
    #expect(try register.roll(.f(2)) == [4: .head])
    #expect(try register.failing() == [])
    // From there the way to the others is open.
    try register.join(.f(1), into: .f(3), relations: [(3, .son)])
    #expect(try register.roll(.f(3)).count == 5)
    #expect(try register.failing() == [])
  }

  @Test func `a membership changed since stays as it is`() throws {
    let register = try Self.register()
    try register.act { (transaction) throws(Failure) in
      let rows = try MembershipTable.families(under: [.p(3)], in: transaction)
      try MembershipTable.close(rows[0], in: transaction)
    }
    let unmerge = try register.perform(UnmergePerson(person: .p(3), reason: "another man"))
    #expect(unmerge.restored == [] && unmerge.changed.map(\.family) == [.f(2)])
  }

  static let malformed = ["document", "document:A", "passport:A=P-2026-000001-8", "document:A=P-1"]

  @Test func `a gift that cannot be read is refused`() {
    for text in Self.malformed {
      #expect(refusal { try PersonGift(text) } != nil, "\(text)")
    }
  }
}
