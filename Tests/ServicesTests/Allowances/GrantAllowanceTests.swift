import Domain
import Services
import Storage
import TestSupport
import Testing

@Suite struct GrantAllowanceTests {
  static func included() throws -> (TestRegister, Number<Family>, Number<Inclusion>) {
    let register = try TestRegister(on: "2026-05-01")
    let family = try register.register(Samples.family("A-1"))
    return (register, family, try register.include(family, protocolNumber: "12").number)
  }

  static func grant(_ family: Number<Family>, on: String? = nil) throws -> GrantAllowance {
    GrantAllowance(
      family: family, kind: .relocation, on: try TestRegister.day(on), decision: "7")
  }

  @Test func `three people on 2026-05-01 are given 908,250 tenge, with the reason`() throws {
    let (register, family, inclusion) = try Self.included()
    let dossier = try register.perform(Self.grant(family))
    let grant = dossier.grant
    #expect("\(grant.number)".hasPrefix("G-2026-000001-"))
    #expect(grant.amount.description == "908250.00")
    #expect(grant.people == 3)
    #expect(grant.decidedOn == LocalDate(iso: "2026-05-01"))
    #expect(grant.decision == "7")
    #expect(grant.region == "KZ-55")
    #expect(grant.inclusion == inclusion)
    #expect(grant.mci.description == "4325.00")
    #expect("\(grant.mciFrom)" == "2026-01-01")
    #expect(grant.mciCitation.source == "liter.kz; dalanews.kz; kaz.inform.kz of 2026-01-01")
    #expect(grant.standing == .press)
    #expect(grant.rounding == "up to a whole tenge")
    #expect(dossier.lines.map(\.quantity) == [1, 2])
    #expect(dossier.lines.map(\.multiple) == ["70", "70"])
    #expect(dossier.lines.map(\.rate.description) == ["302750.00", "302750.00"])
    #expect(dossier.lines.map(\.amount.description) == ["302750.00", "605500.00"])
    #expect(dossier.lines.map(\.arithmetic) == ["1 × 70 MCI × 4,325", "2 × 70 MCI × 4,325"])
    #expect(dossier.lines.allSatisfy { !$0.citation.source.isEmpty })
    #expect(dossier.people.map(\.relation) == [.head, .spouse, .son])
    #expect(dossier.people.map(\.name) == ["Қасымов Ерлан", "Қасымов Айгүл", "Қасымов Нұрлан"])
    #expect(dossier.act.user == "tester")
    #expect(dossier.act.action == "allowance.grant")
    #expect(try register.answer(ExplainAllowance(.grant(grant.number))) == [dossier])
    #expect(try register.answer(ExplainAllowance(.family(family))) == [dossier])
  }

  @Test func `an allowance is granted once a person`() throws {
    let (register, family, inclusion) = try Self.included()
    try register.perform(Self.grant(family))
    let before = try register.contents()
    #expect(refusal { try register.perform(Self.grant(family)) } == .allowanceGranted)
    #expect(try register.contents() == before)
    // Not even by another inclusion in another year.
    try register.perform(
      ReleaseInclusion(inclusion: inclusion, reason: "moves", protocolNumber: "99"))
    try register.include(family, region: "KZ-27", protocolNumber: "13")
    #expect(refusal { try register.perform(Self.grant(family)) } == .allowanceGranted)
  }

  @Test func `money follows the quota`() throws {
    let register = try TestRegister(on: "2026-05-01")
    let family = try register.register(Samples.family("A-1"))
    let unknown = Number<Family>(year: 2026, serial: 9)
    #expect(refusal { try register.perform(Self.grant(unknown)) } == .familyNotFound)
    #expect(refusal { try register.perform(Self.grant(family)) } == .allowanceNotIncluded)
    let inclusion = try register.include(family).number
    let reserved = failure { try register.perform(Self.grant(family)) }
    #expect(reserved?.code == .allowanceNotIncluded)
    #expect(reserved?.detail.hasSuffix("its places are only reserved") == true)
    try register.move(to: "2026-05-05")
    try register.perform(ConfirmInclusion(inclusion: inclusion, protocolNumber: "12"))
    #expect(
      refusal { try register.perform(Self.grant(family, on: "2026-05-04")) }
        == .allowanceNotIncluded)
    #expect(refusal { try register.perform(Self.grant(family, on: "2026-05-06")) } == .dateOrder)
    try register.perform(
      ReleaseInclusion(inclusion: inclusion, reason: "left", protocolNumber: "99"))
    #expect(refusal { try register.perform(Self.grant(family)) } == .allowanceNotIncluded)
  }

  @Test func `a scheme of another era does not apply`() throws {
    let (register, family, _) = try Self.included()
    let failure = failure {
      try register.perform(GrantAllowance(family: family, kind: .tariff1997))
    }
    #expect(failure?.code == .allowanceNoScheme)
    #expect(failure?.hint == "on that day the scheme was relocation")
  }

  @Test func `explaining what there is not`() throws {
    let (register, family, _) = try Self.included()
    let number = Number<Grant>(year: 2026, serial: 1)
    #expect(refusal { try register.answer(ExplainAllowance(.grant(number))) } == .grantNotFound)
    #expect(refusal { try register.answer(ExplainAllowance(.family(family))) } == .grantNotFound)
    let unknown = Number<Family>(year: 2026, serial: 9)
    #expect(refusal { try register.answer(ExplainAllowance(.family(unknown))) } == .familyNotFound)
  }

  @Test func `those that wait for a grant have it in turn`() throws {
    let (register, _, _) = try Self.included()
    let second = try register.register(Samples.family("A-2", count: 1))
    try register.include(second, protocolNumber: "12")
    try register.include(register.register(Samples.family("A-3")))
    let work = GrantWaiting(allowance: .relocation, quota: .kandas, year: 2026)
    let summary = try register.office.run(work, as: "tester")
    #expect(summary.done.map(\.serial) == [1, 2])
    #expect(summary.refused.isEmpty)
    #expect(try register.office.run(work, as: "tester").done.isEmpty)
    let amounts = try register.answer(ExplainAllowance(.family(second))).map(\.grant.amount)
    #expect(amounts.map(\.description) == ["302750.00"])
  }

  @Test func `a quote needs no register`() throws {
    let day = try #require(LocalDate(iso: "2026-05-01"))
    let quote = try AllowanceQuote.make(
      .relocation, Household(members: 3), on: day, Reference.rules())
    #expect(quote.total.description == "908250.00")
  }
}
