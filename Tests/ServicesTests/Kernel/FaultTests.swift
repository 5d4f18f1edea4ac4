import Domain
import Services
import Storage
import TestSupport
import Testing

/// Whichever statement of a use case fails, nothing was written.
@Suite struct FaultTests {
  /// Fails statement after statement until the work passes; gives the number of statements.
  static func failEach(
    on register: TestRegister, _ work: (Office) throws -> Void
  ) throws -> Int {
    let before = try register.contents()
    for place in 1...2000 {
      let fuse = Fuse()
      let office = try register.otherOffice(fuse: fuse)
      fuse.arm(at: place)
      let failure = failure { try work(office) }
      guard fuse.disarm() else {
        #expect(failure == nil)
        let after = try register.contents()
        #expect(after.acts == before.acts + 1)
        #expect(after.problems == [])
        return place - 1
      }
      let isUntouched = try register.contents() == before
      #expect(isUntouched, "statement \(place) failed")
      #expect(failure == Fuse.failure, "statement \(place) failed")
    }
    return 0
  }

  @Test func `registering a family`() throws {
    let register = try TestRegister()
    let form = try register.office.form(Samples.family("A-1").with(.iin, "850615300012"))
    let submission = Submission(
      source: "a.csv", reference: "A-1", line: 2, digest: Array(repeating: 1, count: 32))
    let count = try Self.failEach(on: register) { office in
      _ = try office.perform(
        RegisterFamily(form: form, submission: submission), as: "tester", key: "k")
    }
    #expect(count > 50)
  }

  @Test func `including a family while another's reservation expires`() throws {
    let register = try TestRegister()
    let first = try register.register(Samples.family("A-1"))
    let second = try register.register(Samples.family("A-2"))
    try register.include(first, expires: "2026-05-10")
    try register.move(to: "2026-05-10")
    let useCase = IncludeFamily(
      family: second, kind: .kandas, year: 2026, region: nil, protocolNumber: "12")
    let count = try Self.failEach(on: register) { office in
      _ = try office.perform(useCase, as: "tester")
    }
    #expect(count > 50)
  }

  @Test func `deciding where a family goes otherwise than advised`() throws {
    let register = try TestRegister()
    let family = try register.register(Samples.family("A-1"))
    let useCase = DecidePlacement(
      family: family, kind: .kandas, year: 2026, region: "KZ-11", reason: "a school")
    let count = try Self.failEach(on: register) { office in
      _ = try office.perform(useCase, as: "tester")
    }
    #expect(count > 50)
  }

  @Test func `confirming, then releasing an inclusion`() throws {
    let register = try TestRegister()
    let number = try register.include(register.register(Samples.family("A-1"))).number
    let confirmed = try Self.failEach(on: register) { office in
      _ = try office.perform(
        ConfirmInclusion(inclusion: number, protocolNumber: "12"), as: "tester")
    }
    #expect(confirmed > 10)
    let released = try Self.failEach(on: register) { office in
      _ = try office.perform(
        ReleaseInclusion(inclusion: number, reason: "left", protocolNumber: "99"), as: "tester")
    }
    #expect(released > 10)
  }

  @Test func `closing a sitting that includes, refuses, and finds too few places`() throws {
    let register = try TestRegister()
    try register.order("cut", from: "2026-05-01", [("KZ-55", 4)])
    try register.perform(
      AppointMember(member: "A", region: "KZ-55", body: "akimat", role: .chair))
    let families = try ["A-1", "A-2", "A-3"].map { reference in
      try register.register(Samples.family(reference))
    }
    try register.include(families[0])
    let sitting = try register.perform(OpenSitting(region: "KZ-55")).head.number
    try register.perform(AddToAgenda(sitting: sitting, matters: .families(families)))
    try register.perform(RecordAttendance(sitting: sitting, presence: .allBut([])))
    try register.perform(RecordVotes(sitting: sitting))
    try register.perform(RecordVotes(sitting: sitting, positions: [1], against: [1]))
    let count = try Self.failEach(on: register) { office in
      _ = try office.perform(
        CloseSitting(sitting: sitting, protocolNumber: "14"), as: "tester")
    }
    #expect(count > 100)
    let items = try register.answer(ShowSitting(sitting: sitting)).items
    #expect(items.map(\.inclusion?.step) == [.released, .confirmed, nil])
    #expect(items[2].decision?.obstacle?.code == "quota.exhausted")
  }

  @Test func `granting an allowance`() throws {
    let register = try TestRegister()
    try register.perform(
      LoadBudgetOrder(order: Samples.budget("1", from: "2026-05-01", [("KZ-55", 908_250)])))
    let family = try register.register(Samples.family("A-1"))
    try register.include(family, protocolNumber: "12")
    let count = try Self.failEach(on: register) { office in
      _ = try office.perform(GrantAllowance(family: family, kind: .relocation), as: "tester")
    }
    #expect(count > 30)
  }

  @Test func `recording the death of a head`() throws {
    let register = try TestRegister()
    let family = try register.register(Samples.family("A-1"))
    let members = try register.answer(ShowFamily(family: family)).members.map(\.record.number)
    let ground = Ground(reason: "as the paper says")
    try register.perform(
      RecordMarriage(
        family: family, person: members[0], spouse: .known(members[1]), ground: ground))
    let useCase = RecordDeath(
      family: family, person: members[0], newHead: members[1], ground: ground)
    let count = try Self.failEach(on: register) { office in
      _ = try office.perform(useCase, as: "tester", key: "k")
    }
    #expect(count > 50)
  }

  @Test func `correcting a person`() throws {
    let register = try TestRegister()
    let family = try register.register(Samples.family("A-1"))
    let person = try register.answer(ShowFamily(family: family)).members[0].record.number
    let useCase = CorrectPerson(
      person: person, changes: [FieldChange(.birthDate, "1985-06-16")],
      name: NameCorrection(familyName: "Қасымұлы"), document: DocumentCorrection(number: "N9"),
      ground: Ground(reason: "as the paper says"))
    let count = try Self.failEach(on: register) { office in
      _ = try office.perform(useCase, as: "tester")
    }
    #expect(count > 30)
    #expect(try !register.answer(FindFamilies(text: "Қасымұлы")).isEmpty)
  }

  @Test func `splitting a family with places and an allowance, then undoing it`() throws {
    let register = try TestRegister()
    let family = try register.register(Samples.family("A-1", count: 3))
    try register.include(family, protocolNumber: "12")
    try register.perform(GrantAllowance(family: family, kind: .relocation))
    let useCase = try TestRegister.splitting(family, [2])
    let split = try Self.failEach(on: register) { office in
      _ = try office.perform(useCase, as: "tester")
    }
    #expect(split > 100)
    let undone = try Self.failEach(on: register) { office in
      _ = try office.perform(UndoFamilyAct(family: family, reason: "a mistake"), as: "tester")
    }
    #expect(undone > 100)
  }

  @Test func `loading an order`() throws {
    let register = try TestRegister()
    let order = try Samples.order(
      "mid-year", from: "2026-05-01", total: 2331, [("KZ-55", 1000), ("KZ-27", 57)])
    let count = try Self.failEach(on: register) { office in
      _ = try office.perform(LoadQuotaOrder(order: order), as: "tester")
    }
    #expect(count > 30)
  }

  @Test func `setting a register up`() throws {
    let register = try TestRegister(isSetUp: false)
    for place in stride(from: 1, through: 4000, by: 41) {
      let fuse = Fuse()
      let office = try register.otherOffice(fuse: fuse)
      fuse.arm(at: place)
      let failure = failure { try office.setUp(administrator: "tester") }
      if !fuse.disarm() {
        #expect(failure == nil && place > 1000)
        break
      }
      #expect(failure == Fuse.failure)
      #expect(try register.contents().acts == 0)
    }
    #expect(try register.contents().acts == 80)
  }

  @Test func `an import saves whole batches or nothing`() throws {
    let register = try TestRegister()
    let before = try register.contents()
    let file = Samples.csv([Samples.family("A-1"), Samples.family("A-2")])
    let work = ImportFamilies(bytes: file, fileName: "a.csv", source: "a.csv")
    for place in 1...1000 {
      let fuse = Fuse()
      let office = try register.otherOffice(fuse: fuse)
      fuse.arm(at: place)
      let failure = failure { try office.run(work, as: "tester") }
      if !fuse.disarm() {
        #expect(failure == nil)
        break
      }
      let isUntouched = try register.contents() == before
      #expect(isUntouched && failure == Fuse.failure, "statement \(place) failed")
    }
    #expect(try register.contents().acts == before.acts + 3)
  }

  @Test func `an office goes on after a fault as if nothing had been tried`() throws {
    let register = try TestRegister()
    let form = try register.office.form(Samples.family("A-1"))
    let fuse = Fuse()
    let office = try register.otherOffice(fuse: fuse)
    for place in 1...40 {
      fuse.arm(at: place)
      _ = failure { try office.perform(RegisterFamily(form: form), as: "tester") }
      _ = fuse.disarm()
      _ = try office.perform(
        AddUser(name: "user-\(place)", fullName: "", roles: []), as: "tester")
    }
    _ = try office.perform(RegisterFamily(form: form), as: "tester")
    #expect(try register.contents().problems == [])
    #expect(try register.answer(FindFamilies(text: "Әсем Қасымов")).isEmpty)
    #expect(try !register.answer(FindFamilies(text: "Айгүл Қасымов")).isEmpty)
  }
}
