import Domain
import Services
import Storage
import TestSupport
import Testing

/// Every scheme is asked for, and a grant is refused by the check that says no.
@Suite("Eligibility") struct EligibilityTests {
  static func answers(_ register: TestRegister, _ family: Number<Family>, on: String? = nil)
    throws -> [AllowanceKind: Eligibility]
  {
    let found = try register.answer(AllowanceEligibility(of: family, on: TestRegister.day(on)))
    #expect(found.map(\.kind) == AllowanceKind.allCases)
    return Dictionary(uniqueKeysWithValues: found.map { ($0.kind, $0) })
  }

  static func refusedBy(_ found: [AllowanceKind: Eligibility]) -> [String: String] {
    var shown: [String: String] = [:]
    for (kind, answer) in found {
      shown[kind.rawValue] = answer.refusal?.failure?.code.rawValue ?? "yes"
    }
    return shown
  }

  @Test func `a family that is not included may have nothing`() throws {
    let register = try TestRegister(on: "2026-05-01")
    let family = try register.register(Samples.family("A-1"))
    #expect(
      Self.refusedBy(try Self.answers(register, family)) == [
        "relocation": "allowance.not-included", "tariff-1997": "allowance.no-scheme",
        "employment-2020": "allowance.no-scheme", "rent": "allowance.not-included",
        "certificate": "allowance.not-included", "employer": "allowance.not-included",
        "education": "allowance.no-scheme", "housing-loan": "allowance.no-scheme",
      ])
  }

  @Test func `an included family may have what the region’s quota entitles to`() throws {
    let register = try TestRegister(on: "2026-05-01")
    let family = try register.register(Samples.family("A-1"))
    try register.include(family, protocolNumber: "12")
    let found = try Self.answers(register, family)
    #expect(
      Self.refusedBy(found) == [
        "relocation": "yes", "tariff-1997": "allowance.no-scheme",
        "employment-2020": "allowance.no-scheme", "rent": "yes",
        "certificate": "allowance.condition", "employer": "yes",
        "education": "allowance.no-scheme", "housing-loan": "allowance.no-scheme",
      ])
    let relocation = try #require(found[.relocation])
    #expect(
      relocation.checks.map(\.subject) == [
        .scheme, .inclusion, .people, .status, .region, .dates, .term, .granted,
      ])
    #expect(
      relocation.checks.map(\.verdict) == [
        .yes, .yes, .yes, .unknown, .yes, .yes, .unknown, .yes,
      ])
    #expect(relocation.quote?.total.description == "908250.00")
    let job = try #require(found[.certificate]?.refusal)
    #expect(job.subject == .job)
    #expect(job.citation?.standing == .press)
  }

  @Test func `in 2010 nobody knows what the loan and the education grant were`() throws {
    let register = try TestRegister(on: "2010-05-01")
    let rows = Samples.family("A-1", arrival: "2010-03-10").with(.documentExpires, "")
      .with(.birthDate, "2003-05-02", at: 2)
    let family = try register.register(rows)
    let codes = Self.refusedBy(try Self.answers(register, family))
    #expect(codes["housing-loan"] == "allowance.rate-unknown")
    #expect(codes["education"] == "allowance.rate-unknown")
    #expect(codes["tariff-1997"] == "allowance.not-included")
    #expect(codes["relocation"] == "allowance.no-scheme")
  }

  @Test func `a term to apply holds from the day on which it is adopted`() throws {
    let register = try TestRegister(on: "2026-05-01")
    let family = try register.register(Samples.family("A-1"))
    try register.include(family, protocolNumber: "12")
    let file = """
      {"title": {"en": "a", "kk": "b", "ru": "c"}, "unit": "months", "values": [
        {"from": "2016-01-01", "value": 3,
          "cite": {"source": "made up for a test", "standing": "unconfirmed"}}],
       "checked": {"on": "2026-05-01"}}
      """
    try register.perform(
      AdoptRule(key: "relocation/apply-within", bytes: Array(file.utf8), document: "a test"))
    try register.move(to: "2026-08-02")
    let grant = GrantAllowance(family: family, kind: .relocation)
    let late = failure { try register.perform(grant) }
    #expect(late?.code == .allowanceTerm)
    #expect(
      late?.detail.hasSuffix("was included on 2026-05-01, and could apply to 2026-08-01") == true)
    #expect(late?.citation?.source == "made up for a test")
    #expect(
      try Self.answers(register, family, on: "2026-08-01")[.relocation]?.refusal == nil)
  }

  @Test func `who had become a citizen before is no kandas any more`() throws {
    let register = try TestRegister(on: "2026-05-01")
    let family = try register.register(Samples.family("A-1", count: 1))
    let head = try register.dossier(family).members[0].membership.person
    try register.include(family, protocolNumber: "12")
    func becomesCitizen(on day: String) throws {
      try register.perform(
        RecordFact(
          person: head, kind: .citizenship, value: "KAZ",
          ground: Ground(on: TestRegister.day(day), reason: "passport")))
    }
    try becomesCitizen(on: "2026-04-30")
    let grant = GrantAllowance(family: family, kind: .relocation)
    let ended = failure { try register.perform(grant) }
    #expect(ended?.code == .allowanceStatus)
    #expect(ended?.citation?.source.contains("sakhara.kz") == true)
  }

  // MARK: Cases that a register hardly lets in

  /// A head who arrived on 2026-03-10 and was included in Pavlodar on 2026-04-01.
  static func sound(region: String = "KZ-55") throws -> AllowanceCase {
    let family = Number<Family>(year: 2026, serial: 1)
    let arrival = try #require(LocalDate(iso: "2026-03-10"))
    let confirmed = try #require(LocalDate(iso: "2026-04-01"))
    let head = Membership(
      id: 1, family: family, person: .p(1), relation: .head, from: arrival, to: nil, reason: "")
    var found = AllowanceCase(family: family)
    found.arrival = arrival
    found.members = [head]
    found.people = [head]
    found.inclusion = InclusionRecord(
      number: Number(year: 2026, serial: 1), family: family, kind: .kandas, year: 2026,
      region: region, unit: .person, people: 1, places: 1, countedOn: confirmed,
      step: .confirmed, stepOn: confirmed, protocolNumber: "1", protocolDate: nil, reason: nil,
      transfer: 1, currentPeople: 1, currentPlaces: 1)
    return found
  }

  static func ask(_ found: AllowanceCase, on day: String = "2026-05-01") throws -> Eligibility {
    let rules = EligibilityRules(
      book: try Reference.rules(), conditions: try Reference.allowanceConditions(),
      settlement: try Reference.settlement(), regions: try Reference.regions())
    return Eligibility.assess(
      .relocation, found, on: try #require(LocalDate(iso: day)), rules)
  }

  @Test func `a region that receives no kandas pays them no relocation`() throws {
    #expect(try Self.ask(Self.sound()).refusal == nil)
    let refused = try #require(try Self.ask(Self.sound(region: "KZ-75")).refusal)
    #expect(refused.subject == .region)
    #expect(refused.failure?.code == .allowanceRegion)
    #expect(refused.citation?.source == "qazinform of 2025-04-30; mgorod.kz of 2025-12-30")
  }

  @Test func `money is given after arrival`() throws {
    var found = try Self.sound()
    found.arrival = LocalDate(iso: "2026-05-02")
    #expect(try Self.ask(found).refusal?.failure?.code == .dateOrder)
    found.arrival = LocalDate(iso: "2026-05-01")
    #expect(try Self.ask(found).refusal == nil)
    found.arrival = nil
    #expect(try Self.ask(found).refusal == nil)
    #expect(try Self.ask(found).checks.first { $0.subject == .dates }?.verdict == .unknown)
  }

  @Test func `who became a citizen after the inclusion was a kandas then`() throws {
    var found = try Self.sound()
    found.citizens = [.p(1): try #require(LocalDate(iso: "2026-04-02"))]
    #expect(try Self.ask(found).refusal == nil)
    found.citizens = [.p(1): try #require(LocalDate(iso: "2026-04-01"))]
    #expect(try Self.ask(found).refusal?.failure?.code == .allowanceStatus)
  }

  @Test func `nobody who holds a place is nobody who is paid`() throws {
    var found = try Self.sound()
    found.people = []
    #expect(try Self.ask(found).refusal?.failure?.code == .allowanceFamily)
  }
}
