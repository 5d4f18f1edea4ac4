import Domain
import Services
import Storage
import TestSupport
import Testing

/// What was true on a day, as it was known at a moment.
@Suite struct TwoTimesTests {
  /// On 2026-04-01 the office learns that the spouse has left the family on 2026-03-20.
  static func register() throws -> (TestRegister, Number<Family>) {
    let register = try TestRegister(on: "2026-03-12")
    let family = try register.register(Samples.family("A-1", count: 4))
    try register.move(to: "2026-04-01")
    let layout = try #require(Layout.all.first { $0.name == "membership" })
    let entry = ActEntry(
      at: register.clock.now, today: register.office.facts.today, user: "tester", action: "test")
    let known = try register.answer(ShowFamily(family: family)).members[1].membership
    try register.database.write { (transaction) throws(Failure) in
      try ActTable.begin(in: transaction)
      try transaction.close(layout, id: known.id)
      guard let until = Period(from: known.from, to: LocalDate(iso: "2026-03-20")) else { return }
      try MembershipTable.insert(
        known.person, in: family, as: .spouse, during: until, reason: "divorce", in: transaction)
      try ActTable.finish(entry, in: transaction)
    }
    return (register, family)
  }

  /// Who belongs, by the letter that starts the relation.
  static let readings: [(on: String, knownAt: String?, members: String)] = [
    ("2026-03-09", nil, ""),
    ("2026-03-10", nil, "hssd"),
    ("2026-03-19", nil, "hsds"),
    ("2026-03-20", nil, "hsd"),
    ("2026-03-25", "2026-03-31", "hssd"),
    ("2026-03-25", "2026-04-01T03:59:59.999", "hssd"),
    ("2026-03-25", "2026-04-01T04:00", "hsd"),
    ("2026-03-25", "2030-01-01", "hsd"),
    ("2030-01-01", "2026-03-31", "hssd"),
  ]

  @Test func `members on a day, as known at a moment`() throws {
    let (register, family) = try Self.register()
    for (on, knownAt, members) in Self.readings {
      let query = ShowFamily(
        family: family, on: try TestRegister.day(on), knownAt: knownAt.flatMap { Instant(iso: $0) })
      let found = try register.answer(query).members.map(\.membership.relation.rawValue)
      let letters = found.compactMap(\.first).map(String.init).joined()
      let sorted = String(letters.sorted())
      #expect(sorted == String(members.sorted()), "on \(on), known at \(knownAt ?? "now")")
      #expect(letters.first == members.first)
    }
    #expect(try register.contents().problems == [])
  }

  @Test func `before it was registered a family is not known`() throws {
    let (register, family) = try Self.register()
    let early = Instant(iso: "2026-03-12T03:59:59.999")
    let failure = failure { try register.answer(ShowFamily(family: family, knownAt: early)) }
    #expect(failure?.code == .familyNotFound)
    #expect(failure?.detail.contains("was not yet registered") == true)
    let moment = Instant(iso: "2026-03-12T04:00")
    #expect(refusal { try register.answer(ShowFamily(family: family, knownAt: moment)) } == nil)
    let other = Number<Family>(year: 2026, serial: 2)
    #expect(refusal { try register.answer(ShowFamily(family: other)) } == .familyNotFound)
  }

  @Test func `inclusions and grants are those known at the moment`() throws {
    let register = try TestRegister(on: "2026-05-01")
    let family = try register.register(Samples.family("A-1"))
    try register.move(to: "2026-05-02")
    let inclusion = try register.include(family)
    try register.move(to: "2026-05-03")
    try register.perform(ConfirmInclusion(inclusion: inclusion.number, protocolNumber: "12"))
    try register.move(to: "2026-05-04")
    try register.perform(GrantAllowance(family: family, kind: .relocation))
    try register.move(to: "2026-05-05")
    try register.perform(
      ReleaseInclusion(inclusion: inclusion.number, reason: "left", protocolNumber: "99"))
    let known: [(at: String, steps: [InclusionStep], grants: Int)] = [
      ("2026-05-01", [], 0), ("2026-05-02", [.reserved], 0), ("2026-05-03", [.confirmed], 0),
      ("2026-05-04", [.confirmed], 1), ("2026-05-05", [.released], 1),
    ]
    for (at, steps, grants) in known {
      let dossier = try register.answer(ShowFamily(family: family, knownAt: Instant(iso: at)))
      #expect(dossier.inclusions.map(\.step) == steps, "known on \(at)")
      #expect(dossier.grants.count == grants, "known on \(at)")
    }
  }
}
