import Domain
import Services
import Storage
import TestSupport
import Testing

@Suite struct OfficeTests {
  static func add(_ name: String) -> AddUser { AddUser(name: name, fullName: "", roles: []) }

  @Test func `a key used twice gives one record and one outcome`() throws {
    let register = try TestRegister()
    let form = try register.office.form(Samples.family("A-1"))
    let useCase = RegisterFamily(form: form)
    let first = try register.office.perform(useCase, as: "tester", key: "k-1")
    let after = try register.contents()
    register.advance(milliseconds: 60_000)
    let second = try register.office.perform(useCase, as: "tester", key: "k-1")
    #expect(first == second)
    #expect(try register.contents() == after)
    #expect(try register.integer("SELECT count(*) FROM family") == 1)
  }

  @Test func `a key for another request is refused`() throws {
    let register = try TestRegister()
    _ = try register.office.perform(Self.add("a"), as: "tester", key: "k-1")
    let before = try register.contents()
    let others: [() throws -> Void] = [
      { _ = try register.office.perform(Self.add("b"), as: "tester", key: "k-1") },
      {
        _ = try register.office.perform(
          ChangeRole(user: "a", role: .auditor, revoking: false), as: "tester", key: "k-1")
      },
      {
        _ = try register.office.perform(
          AddUser(name: "a", fullName: "", roles: [.auditor]), as: "tester", key: "k-1")
      },
    ]
    for other in others { #expect(refusal(other) == .keyReused) }
    #expect(try register.contents() == before)
  }

  @Test func `a key of a request that failed is free`() throws {
    let register = try TestRegister()
    let failing = Self.add("tester")
    #expect(
      refusal { try register.office.perform(failing, as: "tester", key: "k") } == .userExists)
    #expect(refusal { try register.office.perform(Self.add("a"), as: "tester", key: "k") } == nil)
  }

  @Test func `without a key the same request is another act`() throws {
    let register = try TestRegister()
    let form = try register.office.form(Samples.family("A-1"))
    for _ in 0..<2 { try register.perform(RegisterFamily(form: form)) }
    #expect(try register.integer("SELECT count(*) FROM family") == 2)
  }

  @Test func `several requests are performed together or not at all`() throws {
    let register = try TestRegister()
    let before = try register.contents()
    let office = register.office
    let clash = [Self.add("a"), Self.add("b"), Self.add("a")]
    #expect(refusal { try office.perform(all: clash, as: "tester") } == .userExists)
    #expect(refusal { try office.perform(all: [Self.add("a")], as: "nobody") } == .userUnknown)
    _ = try office.perform(all: [Self.add("a"), Self.add("b")], as: "tester", keeping: false)
    #expect(try register.contents() == before)
    let made = try office.perform(all: [Self.add("a"), Self.add("b")], as: "tester")
    #expect(made.map(\.name) == ["a", "b"])
    let after = try register.contents()
    #expect(after.acts == before.acts + 2)
    #expect(after.problems == [])
  }

  @Test func `a dry run tells the outcome and writes nothing`() throws {
    let register = try TestRegister()
    try register.playMixedMonth()
    let family = try register.register(Samples.family("dry"))
    let reserved = try register.include(family)
    let before = try register.contents()
    let tokens = try register.integer("SELECT count(*) FROM name_token")
    let office = register.office
    let form = try office.form(Samples.family("other").with(.givenName, "Жаңаесім"))
    let shown = try office.perform(RegisterFamily(form: form), as: "tester", keeping: false)
    #expect(shown.members.count == 3)
    let confirmed = try office.perform(
      ConfirmInclusion(inclusion: reserved.number, protocolNumber: "9"), as: "tester",
      keeping: false)
    #expect(confirmed.step == .confirmed)
    _ = try office.perform(
      ReleaseInclusion(inclusion: reserved.number, reason: "none", protocolNumber: "99"),
      as: "tester", keeping: false)
    _ = try office.perform(Self.add("a"), as: "tester", key: "k", keeping: false)
    _ = try office.perform(
      LoadQuotaOrder(order: Samples.order("dry", from: "2026-06-01", [("KZ-27", 4)])),
      as: "tester", keeping: false)
    #expect(try register.contents() == before)
    #expect(try register.integer("SELECT count(*) FROM name_token") == tokens)
    // The key was not used up, and words that were rolled back are found again.
    #expect(refusal { try office.perform(Self.add("b"), as: "tester", key: "k") } == nil)
    try register.perform(RegisterFamily(form: form))
    #expect(try register.answer(FindFamilies(text: "жаңаесім")).count == 1)
    #expect(try register.contents().problems == [])
  }

  @Test func `a question about persons stands in the trail, a count does not`() throws {
    let register = try TestRegister()
    let family = try register.register(Samples.family("A-1"))
    let before = try register.contents()
    _ = try register.usage()
    #expect(try register.contents() == before)
    _ = try register.answer(ShowFamily(family: family))
    _ = try register.answer(FindFamilies(text: "Ерлан"))
    let acts = try register.answer(ListActs(limit: 2))
    #expect(acts.map(\.action) == ["family.find", "family.show"])
    #expect(acts.map(\.detail) == ["Ерлан", "\(family)"])
    #expect(try register.contents().dataDigest == before.dataDigest)
  }

  @Test func `a clock set back does not make acts run backwards`() throws {
    let register = try TestRegister(on: "2026-05-10")
    let before = register.clock.now
    try register.move(to: "2026-05-01")
    try register.perform(Self.add("a"))
    let act = try #require(try register.answer(ListActs(limit: 1)).first)
    #expect(act.at == before)
    #expect(act.today == LocalDate(iso: "2026-05-01"))
    #expect(try register.contents().problems == [])
  }

  @Test func `the day is Kazakhstan's`() throws {
    let register = try TestRegister()
    let moments: [(moment: String, day: String)] = [
      ("2026-05-01T18:59:59.999", "2026-05-01"), ("2026-05-01T19:00:00", "2026-05-02"),
    ]
    for (moment, day) in moments {
      register.clock.now = try #require(Instant(iso: moment))
      #expect("\(register.office.facts.today)" == day)
    }
  }
}
