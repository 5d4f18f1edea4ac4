import Domain
import Services
import TestSupport
import Testing

@Suite struct UndoFamilyActTests {
  /// What the register says of a family, but for the numbers of rows.
  struct State: Equatable {
    let roll: [Int: Relation]
    let places: [Int64]
    let due: Int64

    init(_ family: Number<Family>, at register: TestRegister, knownAt: String? = nil) throws {
      roll = try register.roll(family, on: "2026-05-30", knownAt: knownAt)
      places = try register.places(family, knownAt: knownAt)
      due = try register.due(family, knownAt: knownAt)
    }
  }

  @Test func `a split that was undone never was, and yet is remembered`() throws {
    let (register, old) = try SplitFamilyTests.stocked()
    let before = try State(old, at: register)
    let line = try register.line("KZ-55")
    let new = try register.split(old, [2, 4])
    let (divided, other) = (try State(old, at: register), try State(new, at: register))
    try register.move(to: "2026-05-20")
    let change = try register.undo(old)
    #expect(change.undone?.action == "family.split")
    #expect(change.sides.map(\.family) == [old, new])
    #expect(change.sides.map { $0.dossier == nil } == [false, true])
    #expect(try State(old, at: register) == before)
    #expect(try register.line("KZ-55") == line)
    // Before, between and after.
    #expect(try State(old, at: register, knownAt: "2026-05-09") == before)
    #expect(try State(old, at: register, knownAt: "2026-05-19") == divided)
    #expect(try State(new, at: register, knownAt: "2026-05-19") == other)
    #expect(refusal { try register.dossier(new) } == .familyWithdrawn)
    #expect(refusal { try register.dossier(new, knownAt: "2026-05-09") } == .familyNotFound)
    #expect(refusal { try register.include(new) } == .familyWithdrawn)
    #expect(try register.answer(FindFamilies(text: "\(new)")).isEmpty)
    #expect(try register.breaches() == [])
    // Its places can be settled as if nothing had been.
    let inclusion = try #require(try register.dossier(old).inclusions.first?.number)
    try register.perform(
      ReleaseInclusion(inclusion: inclusion, reason: "left", protocolNumber: "99"))
    #expect(try register.line("KZ-55").used == 0)
    #expect(try register.breaches() == [])
  }

  @Test func `a join that was undone never was`() throws {
    let (register, first, second) = try JoinFamiliesTests.stocked()
    let before = [try State(first, at: register), try State(second, at: register)]
    try register.join(second, into: first)
    try register.undo(first)
    #expect([try State(first, at: register), try State(second, at: register)] == before)
    #expect(try register.breaches() == [])
    #expect(refusal { try register.undo(second) } == .undoNothing)
  }

  @Test func `a share in a family's place comes back, and so does the head's money`() throws {
    for (leaving, newHead) in [([2, 4], nil), ([1, 3], 2)] as [([Int], Int?)] {
      let (register, old) = try SplitFamilyTests.stocked2007()
      let new = try register.split(old, leaving, newHead: newHead, year: 2007)
      #expect(try register.due(newHead == nil ? old : new) == 584_220)
      try register.undo(new)
      #expect(try register.dossier(old).inclusions.map(\.currentPeople) == [4])
      #expect(try register.places(old) == [1])
      #expect(try register.due(old) == 584_220)
      #expect(try register.roll(old) == [1: .head, 2: .spouse, 3: .son, 4: .daughter])
      #expect(try register.breaches() == [])
    }
  }

  @Test func `acts are undone from the newest to the oldest, each once`() throws {
    let (register, old) = try SplitFamilyTests.stocked()
    let start = try State(old, at: register)
    let new = try register.split(old, [2, 4])
    let apart = try State(old, at: register)
    try register.join(new, into: old, relations: [(2, .spouse)])
    try register.undo(old)
    #expect(try State(old, at: register) == apart)
    // The undo of the join stands between, and rests on nothing any more.
    try register.undo(new)
    #expect(try State(old, at: register) == start)
    #expect(refusal { try register.undo(old) } == .undoNothing)
    let again = try register.split(old, [2, 4])
    #expect(again.serial == new.serial + 1)
    #expect(try State(old, at: register) == apart)
    #expect(try register.breaches() == [])
  }

  /// Acts after the split on which an undo would pull the ground away.
  static let builtUpon:
    [(action: String, act: @Sendable (TestRegister, Number<Family>) throws -> Void)] = [
      (
        "quota.release",
        { register, new in
          let inclusion = try #require(try register.dossier(new).inclusions.first?.number)
          try register.perform(
            ReleaseInclusion(inclusion: inclusion, reason: "left", protocolNumber: "99"))
        }
      ),
      ("family.split", { register, new in try register.split(new, [4]) }),
      (
        "quota.include",
        { register, new in
          let other = try register.register(Samples.family("B-1", count: 1))
          try register.include(other)
          try register.join(other, into: new)
        }
      ),
      (
        "allowance.grant",
        { register, new in
          try register.perform(GrantAllowance(family: new, kind: .relocation))
        }
      ),
    ]

  @Test func `what later acts rest on is not undone`() throws {
    for (action, act) in Self.builtUpon {
      let (register, old) = try SplitFamilyTests.stocked(granted: false)
      let new = try register.split(old, [2, 4])
      try act(register, new)
      let before = try register.contents()
      let failure = failure { try register.undo(old) }
      #expect(failure?.code == .undoBuiltUpon, "\(action)")
      let named = action == "quota.include" ? "family.join" : action
      #expect(failure?.detail.contains("\(named): ") == true, "\(failure?.detail ?? "")")
      #expect(try register.contents() == before)
    }
  }

  @Test func `what rests on other families does not stand in the way`() throws {
    let (register, old) = try SplitFamilyTests.stocked()
    let start = try State(old, at: register)
    try register.split(old, [2, 4])
    let other = try register.register(Samples.family("B-1", count: 3))
    try register.include(other, protocolNumber: "13")
    try register.split(other, [8])
    try register.undo(old)
    #expect(try State(old, at: register) == start)
    #expect(try register.breaches() == [])
  }

  @Test func `a dry run shows what would be, and leaves no trace`() throws {
    let (register, old) = try SplitFamilyTests.stocked()
    let other = try register.register(Samples.family("B-1", count: 2))
    let office = register.office
    var before = try register.contents()
    let split = try office.perform(
      TestRegister.splitting(old, [2, 4]), as: "tester", keeping: false)
    #expect(split.sides.map { $0.dossier?.members.count } == [3, 2])
    #expect(split.sides.map { $0.places.map(\.currentPlaces) } == [[3], [2]])
    let join = JoinFamilies(family: other, into: old, ground: Ground(reason: "marriage"))
    let joined = try office.perform(join, as: "tester", keeping: false)
    #expect(joined.sides.map { $0.dossier?.members.count } == [0, 7])
    #expect(try register.contents() == before)
    let new = try register.split(old, [2])
    before = try register.contents()
    let undone = try office.perform(
      UndoFamilyAct(family: new, reason: "a mistake"), as: "tester", keeping: false)
    #expect(undone.sides.map { $0.dossier?.members.count } == [5, nil])
    #expect(try register.contents() == before)
  }

  @Test func `under one key an undo is made once`() throws {
    let (register, old) = try SplitFamilyTests.stocked()
    let earlier = try register.split(old, [4])
    try register.split(old, [2])
    let useCase = UndoFamilyAct(family: old, reason: "a mistake")
    let first = try register.office.perform(useCase, as: "tester", key: "k")
    let acts = try register.contents().acts
    let second = try register.office.perform(useCase, as: "tester", key: "k")
    #expect(first == second)
    #expect(try register.contents().acts == acts)
    #expect(try register.roll(earlier) == [4: .head])
  }

  @Test func `an undo needs a reason and an act`() throws {
    let (register, old) = try SplitFamilyTests.stocked()
    #expect(refusal { try register.undo(old) } == .undoNothing)
    let silent = UndoFamilyAct(family: old, reason: "")
    #expect(refusal { try register.perform(silent) } == .fieldRequired)
    #expect(refusal { try register.undo(Number(year: 2026, serial: 9)) } == .familyNotFound)
  }

  @Test func `a register of many acts is undone from the middle of its tables`() throws {
    let register = try TestRegister(on: "2026-05-01")
    var families: [Number<Family>] = []
    for index in 1...12 {
      families.append(try register.register(Samples.family("A-\(index)", count: 3)))
    }
    for (index, family) in families.enumerated() { try register.split(family, [index * 3 + 2]) }
    for (index, family) in families.enumerated() where index % 3 == 1 { try register.undo(family) }
    for (index, family) in families.enumerated() {
      #expect(try register.dossier(family).members.count == (index % 3 == 1 ? 3 : 2))
    }
    // Numbers of another year stand behind all of these, whatever the order of acts.
    try register.move(to: "2027-01-05")
    let late = try register.register(Samples.family("B-1", count: 3))
    let part = try register.split(late, [2], year: 2027)
    try register.undo(families[0])
    try register.undo(part)
    #expect(try register.dossier(families[0]).members.count == 3)
    #expect(try register.dossier(late).members.count == 3)
    #expect(try register.breaches() == [])
  }
}
