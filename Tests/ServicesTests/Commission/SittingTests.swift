import Domain
import Services
import Storage
import TestSupport
import Testing

/// A sitting from its agenda to its protocol, and what comes of it.
@Suite("Sittings of a commission")
struct SittingTests {
  /// West Kazakhstan with so many places, its commission of a chair (1), a deputy (2), two members
  /// (3, 4) and a secretary (5), and families of 3, 2 and 1 people.
  struct Room {
    let register: TestRegister
    let families: [Number<Family>]

    init(places: Int64, on day: String = "2026-05-01") throws {
      register = try TestRegister(on: day)
      try register.order("cut", from: "2026-02-01", [("KZ-27", places)])
      for (name, role) in [
        ("A", CommissionRole.chair), ("B", .deputy), ("C", .member), ("D", .member),
        ("E", .secretary),
      ] {
        try register.perform(
          AppointMember(
            member: name, region: "KZ-27", body: "akimat", role: role,
            from: TestRegister.day("2026-01-01")))
      }
      var families: [Number<Family>] = []
      for (reference, count) in [("A-1", 3), ("A-2", 2), ("A-3", 1)] {
        families.append(
          try register.register(Samples.family(reference, count: count, region: "KZ-27")))
      }
      self.families = families
    }

    func open() throws -> Number<Sitting> {
      try register.perform(OpenSitting(region: "KZ-27")).head.number
    }

    func add(_ sitting: Number<Sitting>, _ families: [Number<Family>]) throws {
      try register.perform(AddToAgenda(sitting: sitting, matters: .families(families)))
    }

    /// Everyone is there and for everything.
    func agree(_ sitting: Number<Sitting>) throws {
      try register.perform(RecordAttendance(sitting: sitting, presence: .allBut([])))
      try register.perform(RecordVotes(sitting: sitting))
    }

    func close(_ sitting: Number<Sitting>, _ number: String = "14") throws -> SittingDossier {
      try register.perform(CloseSitting(sitting: sitting, protocolNumber: number))
    }
  }

  @Test func `what was approved is included by the protocol, in the order of the agenda`() throws {
    let room = try Room(places: 4)
    let sitting = try room.open()
    try room.add(sitting, [room.families[1], room.families[0], room.families[2]])
    try room.agree(sitting)
    let dossier = try room.close(sitting)
    #expect(dossier.items.map(\.decision?.result) == [.approved, .approved, .approved])
    let first = dossier.items[0].inclusion
    #expect(first?.step == .confirmed && first?.protocolNumber == "14" && first?.places == 2)
    // Two places were left for three people; the family of one found its place.
    #expect(dossier.items[1].inclusion == nil)
    #expect(dossier.items[1].decision?.obstacle?.code == "quota.exhausted")
    #expect(dossier.items[1].decision?.obstacle?.detail.contains("needs 3 places and 2") == true)
    #expect(dossier.items[2].inclusion?.places == 1)
    let line = try room.register.line("KZ-27")
    #expect(line.used == 3 && line.free == 1)
    #expect(dossier.head.closing?.members == 4 && dossier.head.closing?.present == 4)
    #expect(try room.register.breaches() == [])
  }

  @Test func `an approved family that found no places takes them later by the same protocol, once`()
    throws
  {
    let room = try Room(places: 2)
    let sitting = try room.open()
    try room.add(sitting, [room.families[1], room.families[0]])
    try room.agree(sitting)
    _ = try room.close(sitting)
    try room.register.order("more", from: "2026-04-01", [("KZ-27", 9)])
    let late = try room.register.include(room.families[0], protocolNumber: "14")
    #expect(late.step == .confirmed && late.places == 3)
    try room.register.perform(
      ReleaseInclusion(inclusion: late.number, reason: "left", protocolNumber: "15"))
    let again = failure { try room.register.include(room.families[0], protocolNumber: "14") }
    #expect(again?.code == .protocolUndecided)
    #expect(again?.detail.contains("was carried out for") == true)
  }

  @Test func `a protocol includes, confirms and releases nothing that its sitting did not decide`()
    throws
  {
    let room = try Room(places: 9)
    let sitting = try room.open()
    try room.add(sitting, [room.families[0], room.families[1]])
    try room.register.perform(RecordAttendance(sitting: sitting, presence: .allBut([])))
    try room.register.perform(RecordVotes(sitting: sitting, positions: [1]))
    try room.register.perform(
      RecordVotes(sitting: sitting, positions: [2], against: [1, 2, 3, 4]))
    let dossier = try room.close(sitting)
    let refused = failure { try room.register.include(room.families[1], protocolNumber: "14") }
    #expect(refused?.code == .protocolUndecided && refused?.detail.contains("refused") == true)
    let absent = failure { try room.register.include(room.families[2], protocolNumber: "14") }
    #expect(absent?.code == .protocolUndecided && absent?.detail.contains("agenda") == true)
    let held = try #require(dossier.items[0].inclusion).number
    let release = ReleaseInclusion(inclusion: held, reason: "left", protocolNumber: "14")
    #expect(refusal { try room.register.perform(release) } == .protocolUndecided)
    let reserved = try room.register.include(room.families[2]).number
    let confirm = ConfirmInclusion(inclusion: reserved, protocolNumber: "14")
    #expect(refusal { try room.register.perform(confirm) } == .protocolUndecided)
    // A protocol of which no sitting is recorded is taken at its word, as those on paper are.
    try room.register.perform(ConfirmInclusion(inclusion: reserved, protocolNumber: "13"))
    #expect(try room.register.breaches() == [])
  }

  @Test func `reservations are confirmed, or refused and given back before others take places`()
    throws
  {
    let room = try Room(places: 5)
    let kept = try room.register.include(room.families[1]).number
    let lost = try room.register.include(room.families[0]).number
    let sitting = try room.open()
    try room.register.perform(AddToAgenda(sitting: sitting, matters: .reservations))
    try room.register.perform(AddToAgenda(sitting: sitting, matters: .waiting(5)))
    let agenda = try room.register.answer(ShowSitting(sitting: sitting)).items
    #expect(agenda.map(\.item.inclusion) == [kept, lost, nil])
    try room.agree(sitting)
    try room.register.perform(
      RecordVotes(sitting: sitting, positions: [2], against: [1, 2, 3], abstained: [4]))
    let dossier = try room.close(sitting)
    #expect(dossier.items.map(\.decision?.result) == [.approved, .refused, .approved])
    #expect(dossier.items.map(\.inclusion?.step) == [.confirmed, .released, .confirmed])
    let line = try room.register.line("KZ-27")
    #expect(line.used == 3 && line.reserved == 0 && line.free == 2)
    #expect(try room.register.breaches() == [])
  }

  @Test func `without a quorum, or without chair and deputy, nothing is decided`() throws {
    let room = try Room(places: 9)
    let sitting = try room.open()
    try room.add(sitting, room.families)
    #expect(refusal { try room.register.perform(RecordVotes(sitting: sitting)) } == .sittingQuorum)
    // Three of four make two thirds; the secretary does not count.
    try room.register.perform(RecordAttendance(sitting: sitting, presence: .only([1, 2, 5])))
    try room.register.perform(RecordVotes(sitting: sitting))
    let few = failure { try room.close(sitting) }
    #expect(few?.code == .sittingQuorum)
    #expect(few?.detail.contains("2 of 4 members with a vote are present, and 3 make") == true)
    #expect(few?.citation?.standing == .unconfirmed)
    try room.register.perform(RecordAttendance(sitting: sitting, presence: .only([2, 3, 4])))
    let stale = failure { try room.close(sitting) }
    #expect(stale?.code == .sittingVotes && stale?.detail.contains("not those") == true)
    try room.register.perform(RecordVotes(sitting: sitting))
    #expect(try room.close(sitting).presiding?.name == "B")
    #expect(try room.register.breaches() == [])
  }

  @Test func `nobody in the chair: no decision`() throws {
    let room = try Room(places: 9)
    try room.register.perform(DismissMember(member: 2, reason: "left the akimat"))
    let sitting = try room.open()
    try room.add(sitting, room.families)
    // Two of three are a quorum, and neither may take the chair.
    try room.register.perform(RecordAttendance(sitting: sitting, presence: .only([3, 4])))
    try room.register.perform(RecordVotes(sitting: sitting))
    let headless = failure { try room.close(sitting) }
    #expect(headless?.code == .sittingQuorum && headless?.detail.contains("chair") == true)
  }

  @Test func `the chair's vote decides a tie`() throws {
    let room = try Room(places: 9)
    let sitting = try room.open()
    try room.add(sitting, [room.families[0], room.families[1]])
    try room.register.perform(RecordAttendance(sitting: sitting, presence: .allBut([])))
    try room.register.perform(RecordVotes(sitting: sitting, positions: [1], against: [3, 4]))
    try room.register.perform(RecordVotes(sitting: sitting, positions: [2], against: [1, 4]))
    let items = try room.close(sitting).items
    #expect(items.map(\.decision?.result) == [.approved, .refused])
    #expect(items.map(\.decision?.isByChair) == [true, true])
  }

  @Test func `votes of those who are absent, or twice, are refused`() throws {
    let room = try Room(places: 9)
    let sitting = try room.open()
    try room.add(sitting, [room.families[0]])
    try room.register.perform(RecordAttendance(sitting: sitting, presence: .allBut([4])))
    for vote in [
      RecordVotes(sitting: sitting, against: [4]), RecordVotes(sitting: sitting, against: [5]),
      RecordVotes(sitting: sitting, against: [3], abstained: [3]),
    ] {
      #expect(refusal { try room.register.perform(vote) } == .sittingVotes)
    }
    let other = RecordVotes(sitting: sitting, positions: [2])
    #expect(refusal { try room.register.perform(other) } == .sittingNotFound)
    let stranger = RecordAttendance(sitting: sitting, presence: .only([9]))
    #expect(refusal { try room.register.perform(stranger) } == .commissionRole)
  }

  @Test func `a family stands on one agenda; what is dropped may stand again`() throws {
    let room = try Room(places: 9)
    let (one, other) = (try room.open(), try room.open())
    try room.add(one, [room.families[0], room.families[1]])
    #expect(refusal { try room.add(other, [room.families[0]]) } == .sittingAgenda)
    try room.register.perform(
      DropFromAgenda(sitting: one, position: 1, reason: "papers are missing"))
    try room.add(other, [room.families[0]])
    // The first so many of those who wait and are on no agenda.
    try room.register.perform(AddToAgenda(sitting: other, matters: .waiting(5)))
    let agenda = try room.register.answer(ShowSitting(sitting: other)).items
    #expect(agenda.map(\.item.family) == [room.families[0], room.families[2]])
    #expect(try room.register.answer(ShowSitting(sitting: one)).items.map(\.item.position) == [2])
    let nothing = AddToAgenda(sitting: other, matters: .reservations)
    #expect(refusal { try room.register.perform(nothing) } == .sittingAgenda)
  }

  @Test func `a closed sitting stays as it is, and its number is its own`() throws {
    let room = try Room(places: 9)
    let (one, other) = (try room.open(), try room.open())
    try room.add(one, [room.families[0]])
    try room.add(other, [room.families[1]])
    try room.agree(one)
    try room.agree(other)
    _ = try room.close(one)
    #expect(refusal { try room.close(one, "15") } == .sittingClosed)
    #expect(refusal { try room.add(one, [room.families[2]]) } == .sittingClosed)
    #expect(refusal { try room.agree(one) } == .sittingClosed)
    #expect(refusal { try room.close(other) } == .protocolExists)
    _ = try room.close(other, "15")
    let heads = try room.register.answer(ListSittings(region: "KZ-27"))
    #expect(heads.map(\.closing?.number) == ["15", "14"])
  }

  @Test func `releases and transfers are decided like inclusions`() throws {
    let room = try Room(places: 9)
    try room.register.perform(
      AppointMember(member: "F", region: "KZ-55", body: "akimat", role: .chair))
    let released = try room.register.include(room.families[0], protocolNumber: "1").number
    let moved = try room.register.include(room.families[1], protocolNumber: "1").number
    let sitting = try room.open()
    let foreign = AddToAgenda(
      sitting: sitting, matters: .transfer([moved], reason: "kin in Pavlodar"))
    #expect(refusal { try room.register.perform(foreign) } == .sittingAgenda)
    try room.register.perform(
      AddToAgenda(sitting: sitting, matters: .release([released], reason: "did not come")))
    try room.agree(sitting)
    let first = try room.close(sitting)
    #expect(first.items[0].inclusion?.step == .released)
    #expect(first.items[0].inclusion?.reason == "did not come")
    let pavlodar = try room.register.perform(OpenSitting(region: "KZ-55")).head.number
    try room.register.perform(
      AddToAgenda(sitting: pavlodar, matters: .transfer([moved], reason: "kin in Pavlodar")))
    try room.agree(pavlodar)
    let second = try room.close(pavlodar, "2")
    #expect(second.items[0].inclusion?.region == "KZ-55")
    #expect(second.items[0].inclusion?.protocolNumber == "2")
    #expect(try room.register.line("KZ-27").used == 0)
    #expect(try room.register.line("KZ-55").used == 2)
    #expect(try room.register.breaches() == [])
  }

  /// Two families had places reserved, and are one by the day of the sitting.
  @Test func `each reservation of a family that others have joined is a matter`() throws {
    let room = try Room(places: 4)
    let register = room.register
    let numbers = try room.families.suffix(2).map { try register.include($0).number }
    try register.join(room.families[2], into: room.families[1])
    let sitting = try room.open()
    try register.perform(AddToAgenda(sitting: sitting, matters: .reservations))
    try room.agree(sitting)
    let dossier = try room.close(sitting)
    let confirmed = dossier.items.compactMap(\.decision?.inclusion)
    #expect(confirmed.count == 2 && confirmed[0] == numbers[0] && confirmed[1] != numbers[1])
    #expect(
      try register.line("KZ-27")
        == QuotaLine(region: "KZ-27", allotted: 4, reserved: 0, used: 3))
    #expect(try register.breaches() == [])
    let next = try room.open()
    let twice = AddToAgenda(
      sitting: next, matters: .release([numbers[0], numbers[0]], reason: "left"))
    #expect(refusal { try register.perform(twice) } == .sittingAgenda)
  }

  @Test func `a child born later has its own item`() throws {
    let room = try Room(places: 9)
    try room.register.include(room.families[1], protocolNumber: "1")
    let sitting = try room.open()
    #expect(refusal { try room.add(sitting, [room.families[1]]) } == .placeHeld)
    var row = IntakeRow(line: 0)
    row[.relation] = Relation.head.rawValue
    row[.givenName] = "Арман"
    row[.sex] = Sex.male.rawValue
    row[.birthDate] = "2026-04-20"
    let child = try room.register.office.form([row]).members[0]
    try room.register.perform(
      RecordBirth(
        family: room.families[1], child: child, ground: ActRegister.ground("2026-04-20")))
    try room.add(sitting, [room.families[1]])
    try room.agree(sitting)
    let item = try room.close(sitting).items[0]
    #expect(item.inclusion?.places == 1 && item.people == 3)
    #expect(try room.register.line("KZ-27").used == 3)
  }

  @Test func `a sitting is called for a day to come and closed when it was held`() throws {
    let room = try Room(places: 9)
    let sitting = try room.register.perform(
      OpenSitting(region: "KZ-27", heldOn: TestRegister.day("2026-05-20"))
    ).head.number
    try room.add(sitting, [room.families[0]])
    try room.agree(sitting)
    #expect(refusal { try room.close(sitting) } == .dateOrder)
    try room.register.move(to: "2026-05-25")
    let dossier = try room.close(sitting)
    #expect(dossier.items[0].inclusion?.stepOn == (try TestRegister.day("2026-05-20")))
    #expect(dossier.items[0].inclusion?.protocolDate == (try TestRegister.day("2026-05-20")))
  }

  @Test func `a region without a commission, and a day without a rule, have no sitting`() throws {
    let room = try Room(places: 9)
    #expect(refusal { try room.register.perform(OpenSitting(region: "KZ-55")) } == .commissionRole)
    let early = OpenSitting(region: "KZ-27", heldOn: try TestRegister.day("2015-12-01"))
    #expect(refusal { try room.register.perform(early) } == .commissionNoRule)
  }

  @Test func `one chair at a time`() throws {
    let room = try Room(places: 9)
    let second = AppointMember(member: "F", region: "KZ-27", body: "akimat", role: .chair)
    #expect(refusal { try room.register.perform(second) } == .commissionRole)
    try room.register.perform(DismissMember(member: 1, reason: "another post"))
    #expect(try room.register.perform(second).id == 6)
    #expect(
      refusal { try room.register.perform(DismissMember(member: 1, reason: "again")) }
        == .commissionRole)
    let shown = try room.register.answer(ShowCommission(region: "KZ-27"))
    #expect(shown.members.map(\.name) == ["F", "B", "C", "D", "E"] && shown.voters == 4)
    let before = try room.register.answer(
      ShowCommission(region: "KZ-27", on: TestRegister.day("2026-04-30")))
    #expect(before.members.map(\.name) == ["A", "B", "C", "D", "E"])
  }

  @Test func `who leaves or comes later changes nothing of a closed sitting`() throws {
    let room = try Room(places: 9)
    let sitting = try room.open()
    try room.add(sitting, [room.families[0]])
    try room.agree(sitting)
    let closed = try room.close(sitting)
    try room.register.perform(
      DismissMember(member: 3, reason: "another post", on: TestRegister.day("2026-04-01")))
    try room.register.perform(
      AppointMember(
        member: "G", region: "KZ-27", body: "police", role: .member,
        from: TestRegister.day("2026-01-01")))
    let shown = try room.register.answer(ShowSitting(sitting: sitting))
    #expect(shown == closed && shown.present.count == 4)
    #expect(shown.items[0].outcome?.isApproved == true)
  }
}
