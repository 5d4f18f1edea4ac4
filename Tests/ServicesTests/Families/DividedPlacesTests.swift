import Domain
import Services
import Storage
import TestSupport
import Testing

/// Five places reserved together, two of which went with their people: each part ends on its own.
@Suite struct DividedPlacesTests {
  enum Move: Sendable {
    case confirmOld, confirmNew, releaseOld, releaseNew
    /// The term of the reservation passes, and somebody needs a place.
    case expire
  }

  /// The moves after the split, and what is then reserved and used of the region's places.
  static let cases: [(moves: [Move], reserved: Int64, used: Int64)] = [
    ([], 5, 0),
    ([.confirmOld], 2, 3),
    ([.confirmNew], 3, 2),
    ([.confirmOld, .confirmNew], 0, 5),
    ([.releaseNew], 3, 0),
    ([.releaseNew, .confirmOld], 0, 3),
    ([.releaseOld, .releaseNew], 0, 0),
    ([.confirmNew, .releaseNew], 3, 0),
    ([.confirmNew, .confirmOld, .releaseOld], 0, 2),
    ([.confirmOld, .confirmNew, .releaseNew, .releaseOld], 0, 0),
    ([.expire], 0, 0),
    ([.confirmNew, .expire], 0, 2),
    ([.confirmOld, .expire, .releaseOld], 0, 0),
    ([.releaseNew, .expire], 0, 0),
  ]

  @Test func `the parts of a reservation end in any order`() throws {
    for (moves, reserved, used) in Self.cases {
      let register = try TestRegister(on: "2026-05-01")
      let family = try register.register(Samples.family("A-1", count: 5))
      let old = try register.include(family, expires: "2026-05-20").number
      let other = try register.split(family, [2, 4])
      let new = try #require(try register.dossier(other).inclusions.first?.number)
      for move in moves { try Self.make(move, old, new, at: register) }
      let line = try register.line("KZ-55")
      #expect([line.reserved, line.used] == [reserved, used], "\(moves)")
      #expect(try register.breaches() == [], "\(moves)")
    }
  }

  private static func make(
    _ move: Move, _ old: Number<Inclusion>, _ new: Number<Inclusion>, at register: TestRegister
  ) throws {
    switch move {
    case .confirmOld:
      try register.perform(ConfirmInclusion(inclusion: old, protocolNumber: "12"))
    case .confirmNew:
      try register.perform(ConfirmInclusion(inclusion: new, protocolNumber: "13"))
    case .releaseOld:
      try register.perform(ReleaseInclusion(inclusion: old, reason: "left", protocolNumber: "99"))
    case .releaseNew:
      try register.perform(ReleaseInclusion(inclusion: new, reason: "left", protocolNumber: "99"))
    case .expire:
      try register.move(to: "2026-05-20")
      let next = try register.register(Samples.family("B-1", count: 1))
      let number = try register.include(next).number
      try register.perform(
        ReleaseInclusion(inclusion: number, reason: "left", protocolNumber: "99"))
    }
  }

  /// Rows that an act without a use case could write, and the checks that find them.
  @Test func `a place or a part that was lost or doubled is found`() throws {
    let (register, old) = try SplitFamilyTests.stocked()
    let new = try register.split(old, [2, 4])
    let dossier = try register.dossier(old)
    let (inclusion, grant) = (dossier.inclusions[0].number, dossier.grants[0])
    let (today, now) = (register.office.facts.today, register.clock.now)
    #expect(try register.failing() == [])
    try register.database.write { (transaction) throws(Failure) in
      try ActTable.begin(in: transaction)
      try InclusionTable.insert(
        InclusionTable.Change(
          inclusion: inclusion, on: today, people: 1, places: 1, other: nil, reason: "test"),
        in: transaction)
      let part = GrantPart(person: nil, amount: grant.amount)
      try GrantTable.insert(part, of: grant.number, dueTo: new, on: today, in: transaction)
      try ActTable.finish(
        ActEntry(at: now, today: today, user: "tester", action: "test"), in: transaction)
    }
    #expect(
      try register.failing()
        == ["places of inclusions", "places and transfers", "divisions of grants"])
  }

  @Test func `a part that was confirmed can be divided again`() throws {
    let register = try TestRegister(on: "2026-05-01")
    let family = try register.register(Samples.family("A-1", count: 5))
    try register.include(family)
    let second = try register.split(family, [2, 3, 4])
    let part = try #require(try register.dossier(second).inclusions.first?.number)
    try register.perform(ConfirmInclusion(inclusion: part, protocolNumber: "13"))
    let third = try register.split(second, [4])
    let last = try #require(try register.dossier(third).inclusions.first?.number)
    try register.perform(ReleaseInclusion(inclusion: last, reason: "left", protocolNumber: "99"))
    #expect(try register.line("KZ-55").reserved == 2)
    #expect(try register.line("KZ-55").used == 2)
    try register.perform(ReleaseInclusion(inclusion: part, reason: "left", protocolNumber: "99"))
    #expect(try register.line("KZ-55").used == 0)
    #expect(try register.breaches() == [])
  }
}
