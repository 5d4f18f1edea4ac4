import Domain
import Services
import Storage
import TestSupport
import Testing

/// One person under two numbers: what is shown, what is refused, and what it costs.
@Suite struct MergePersonsTests {
  /// Two applications of one man: alone on the first of May, and with his wife before that.
  static func register() throws -> TestRegister {
    let register = try TestRegister(on: "2026-05-01")
    try register.register(Samples.family("A-1", count: 2, arrival: "2026-03-10"))
    try register.register(
      Samples.family("B-1", count: 1, region: "KZ-27", arrival: "2026-04-20")
        .with(.familyName, "Касымов").with(.education, "").with(.occupation, "driver"))
    return register
  }

  /// Who is shown as what, with which papers, at a moment of knowledge.
  static let readings: [(family: Int, on: String, knownAt: String, members: String)] = [
    (1, "2026-05-15", "2026-05-09", "P-2026-000001-8 NA-1; P-2026-000002-6 "),
    (2, "2026-05-15", "2026-05-09", "P-2026-000003-4 NB-1"),
    (1, "2026-05-15", "2026-05-10", "P-2026-000001-8 NA-1 NB-1; P-2026-000002-6 "),
    (2, "2026-05-15", "2026-05-10", ""),
    (2, "2026-05-09", "2026-05-10", "P-2026-000001-8 NA-1 NB-1"),
    (1, "2026-05-15", "2026-05-20", "P-2026-000001-8 NA-1; P-2026-000002-6 "),
    (2, "2026-05-15", "2026-05-20", "P-2026-000003-4 NB-1"),
    (2, "2026-05-15", "2026-05-19", ""),
    (2, "2026-05-15", "2030-01-01", "P-2026-000003-4 NB-1"),
  ]

  @Test func `what was true and what was known, before and after`() throws {
    let register = try Self.register()
    try register.move(to: "2026-05-10")
    try register.merge(.p(3), .p(1), leave: .f(2))
    #expect(try register.breaches() == [])
    try register.move(to: "2026-05-20")
    try register.perform(UnmergePerson(person: .p(3), reason: "another man"))
    for (family, on, knownAt, members) in Self.readings {
      let query = ShowFamily(
        family: .f(family), on: try TestRegister.day(on), knownAt: Instant(iso: knownAt))
      let shown = try register.answer(query).members.map { member in
        "\(member.record.number) " + member.documents.map(\.number).joined(separator: " ")
      }
      #expect(shown.joined(separator: "; ") == members, "\(family) on \(on), known \(knownAt)")
    }
    #expect(try register.breaches() == [])
  }

  @Test func `the record is the survivor's, filled from the old number's`() throws {
    let register = try Self.register()
    try register.propose(.p(1), .p(3))
    let merge = try register.merge(.p(1), .p(3), leave: .f(2))
    #expect(merge.link.person == .p(3) && merge.link.into == .p(1))
    #expect(merge.casesClosed == 1 && merge.ended.map(\.family) == [.f(2)])
    let head = try register.answer(ShowFamily(family: .f(1))).members[0]
    #expect(head.record.education == .secondary && head.record.occupation == "driver")
    #expect(head.names.map(\.familyName) == ["Қасымов", "KASYMOV", "Касымов"])
    let found = try register.answer(FindFamilies(text: "P-2026-000003-4"))
    #expect(Set(found.map(\.person.number)) == [.p(1)])
    #expect(found.map(\.family) == [.f(1), .f(2)])
    let bearers = try register.answer(FindPersons(text: "Касымов")).map(\.found.record.number)
    #expect(bearers == [.p(1), .p(2)])
  }

  @Test func `the number that is to be kept survives`() throws {
    let register = try Self.register()
    let merge = try register.merge(.p(1), .p(3), leave: .f(2), keep: .p(3))
    #expect(merge.link.person == .p(1) && merge.link.into == .p(3))
    #expect(try register.answer(ShowFamily(family: .f(1))).members[0].record.number == .p(3))
  }

  @Test func `old numbers resolve through a chain, and each link comes apart alone`() throws {
    let register = try TestRegister()
    for reference in ["A", "B", "C"] { try register.register(Samples.family(reference, count: 1)) }
    try register.merge(.p(3), .p(2), leave: .f(3))
    try register.merge(.p(3), .p(1), leave: .f(2))
    let cluster = try register.database.read { (transaction) throws(Failure) in
      try PersonLinkTable.cluster(of: .p(3), in: transaction)
    }
    #expect(cluster == [.p(1), .p(2), .p(3)])
    #expect(try register.answer(FindFamilies(text: "P-2026-000003-4"))[0].person.number == .p(1))
    #expect(refusal { try register.merge(.p(3), .p(1)) } == .personMerged)
    let notOld = failure {
      try register.perform(UnmergePerson(person: .p(1), reason: "no"))
    }
    #expect(notOld?.code == .personNotMerged)
    #expect(notOld?.hint?.contains("P-2026-000002-6, P-2026-000003-4") == true)
    try register.perform(UnmergePerson(person: .p(2), reason: "another man"))
    let survivors = try register.database.read { (transaction) throws(Failure) in
      try [1, 2, 3].map { (serial) throws(Failure) in
        try PersonTable.known(.p(serial), in: transaction).serial
      }
    }
    #expect(survivors == [1, 2, 2])
    #expect(try register.breaches() == [])
  }

  @Test func `a child entered twice counts once: in size, places and grants`() throws {
    let register = try TestRegister()
    let rows = Samples.family("A", count: 3)
    let family = try register.register(rows + [rows[2]])
    #expect(try register.answer(ShowFamily(family: family)).members.count == 4)
    try register.merge(.p(4), .p(3))
    #expect(try register.answer(ShowFamily(family: family)).members.count == 3)
    #expect(try register.include(family, protocolNumber: "1").places == 3)
    let grant = try register.perform(GrantAllowance(family: family, kind: .relocation))
    #expect(grant.people.map(\.person) == [.p(1), .p(2), .p(3)])
    try register.perform(UnmergePerson(person: .p(4), reason: "twins"))
    #expect(try register.answer(ShowFamily(family: family)).members.count == 4)
    #expect(try register.breaches() == [])
  }

  @Test func `a place held under an old number is held`() throws {
    let register = try Self.register()
    let held = try register.include(.f(2), protocolNumber: "1")
    try register.merge(.p(3), .p(1), leave: .f(2))
    let failure = failure { try register.include(.f(1)) }
    #expect(failure?.code == .placeHeld)
    #expect(failure?.detail.contains("in KZ-27 by \(held.number)") == true)
    try register.perform(
      ReleaseInclusion(inclusion: held.number, reason: "came to Pavlodar", protocolNumber: "99"))
    #expect(try register.include(.f(1), protocolNumber: "2").places == 2)
    #expect(try register.breaches() == [])
  }

  @Test func `whichever statement of a merge or an unmerge fails, nothing was written`() throws {
    let register = try Self.register()
    try register.propose(.p(3), .p(1))
    let merging = MergePersons(
      person: .p(3), into: .p(1), ground: Ground(reason: "same man"), leave: .f(2))
    let merged = try FaultTests.failEach(on: register) { office in
      _ = try office.perform(merging, as: "tester")
    }
    let unmerging = UnmergePerson(
      person: .p(3), reason: "no", gifts: [PersonGift(kind: .document, key: "nb-1", to: .p(1))])
    let apart = try FaultTests.failEach(on: register) { office in
      _ = try office.perform(unmerging, as: "tester")
    }
    #expect(merged > 40 && apart > 40)
  }

  @Test func `a merge and two inclusions at once leave one place a person`() throws {
    let register = try Self.register()
    let offices = try (0..<3).map { _ in try register.otherOffice() }
    let codes = Lock<[Code?]>([])
    Threads.run(3) { index in
      let user = TestRegister.administrator
      let code = refusal { () throws -> Bool in
        if index == 2 {
          let merging = MergePersons(
            person: .p(3), into: .p(1), ground: Ground(reason: "same man"), leave: .f(2))
          return try offices[index].perform(merging, as: user).ended.isEmpty
        }
        let including = IncludeFamily(
          family: .f(index + 1), kind: .kandas, year: 2026, region: nil, protocolNumber: "1")
        return try offices[index].perform(including, as: user).doubts.isEmpty
      }
      codes.with { $0.append(code) }
    }
    // Both places and no merge, or the merge and one place, or the merge before an emptied family.
    let refused = codes.with { $0 }.compactMap(\.self)
    #expect(refused == [.placeHeld] || refused == [.familyMember], "\(refused)")
    #expect(try register.breaches() == [])
  }

  @Test func `two who merge the same pair at once make one link`() throws {
    let register = try Self.register()
    let offices = try (0..<4).map { _ in try register.otherOffice() }
    let codes = Lock<[Code?]>([])
    Threads.run(offices.count) { index in
      let code = refusal {
        try offices[index].perform(
          MergePersons(
            person: .p(3), into: .p(1), ground: Ground(reason: "same man"), leave: .f(2)),
          as: TestRegister.administrator)
      }
      codes.with { $0.append(code) }
    }
    let all = codes.with { $0 }
    #expect(all.count { $0 == nil } == 1 && all.count { $0 == .personMerged } == 3)
    #expect(try register.integer("SELECT count(*) FROM person_link") == 1)
    #expect(try register.breaches() == [])
  }
}
