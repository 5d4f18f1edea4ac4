import Domain
import Services
import Storage
import TestSupport
import Testing

/// Schemes that depend on more than the people: what is granted, frozen and due.
@Suite("Terms of a grant") struct AllowanceTermsTests {
  /// A family of three, included in Pavlodar on 2026-05-01.
  static func included(count: Int = 3) throws -> (TestRegister, Number<Family>) {
    let register = try TestRegister(on: "2026-05-01")
    let family = try register.register(Samples.family("A-1", count: count))
    try register.include(family, protocolNumber: "12")
    return (register, family)
  }

  static func rent(
    _ family: Number<Family>, _ months: Int? = nil, from month: String? = nil,
    _ place: AllowanceTerms.Place? = .urban
  ) throws -> GrantAllowance {
    GrantAllowance(
      family: family, kind: .rent,
      terms: AllowanceTerms(
        place: place, months: months, firstMonth: try TestRegister.day(month.map { "\($0)-01" })))
  }

  static func home(_ family: Number<Family>, _ tenge: Int64) -> GrantAllowance {
    GrantAllowance(
      family: family, kind: .certificate, terms: AllowanceTerms(cost: Money(tenge: tenge)))
  }

  @Test func `twelve months of rent are due month by month`() throws {
    let (register, family) = try Self.included()
    let grant = try register.perform(Self.rent(family)).grant
    // 12 × 25 MCI × 4,325 for three people in a town.
    #expect(grant.amount.description == "1297500.00")
    #expect(grant.terms.place == .urban)
    #expect(grant.terms.months == 12)
    #expect(grant.terms.firstMonth?.description == "2026-05-01")
    let dues = try register.database.read { (transaction) throws(Failure) in
      try DueTable.open(of: grant.number, in: transaction)
    }
    #expect(dues.map(\.amount.description) == Array(repeating: "108125.00", count: 12))
    #expect(dues.map { $0.key.month?.yearAndMonth }.first == "2026-05")
    #expect(dues.map { $0.key.month?.yearAndMonth }.last == "2027-04")
    #expect(dues.allSatisfy { $0.key.person == nil })
    #expect(try register.breaches() == [])
  }

  @Test func `no month of rent is granted twice, and no more than twelve`() throws {
    let (register, family) = try Self.included()
    try register.perform(Self.rent(family, 5, from: "2026-05"))
    let twice = failure { try register.perform(Self.rent(family, 3, from: "2026-09")) }
    #expect(twice?.code == .allowanceGranted)
    #expect(twice?.detail.contains("was counted for rent of 2026-09 by G-2026-000001-") == true)
    let more = failure { try register.perform(Self.rent(family, 8, from: "2026-10")) }
    #expect(more?.code == .allowanceGranted)
    #expect(
      more?.detail.hasSuffix(
        "was granted rent for 5 months, and 8 more are above the 12 that the rule allows") == true)
    // Without a number of months it is for those that are left.
    let rest = try register.perform(Self.rent(family, from: "2026-11")).grant
    #expect(rest.terms.months == 7)
    #expect(rest.amount.description == "756875.00")
    #expect(
      refusal { try register.perform(Self.rent(family, 1, from: "2027-12")) }
        == .allowanceGranted)
    #expect(try register.breaches() == [])
  }

  @Test func `rent is not for months before the family came and was included`() throws {
    let (register, family) = try Self.included()
    let early = failure { try register.perform(Self.rent(family, 1, from: "2026-04")) }
    #expect(early?.code == .dateOrder)
    #expect(refusal { try register.perform(Self.rent(family, 13)) } == .fieldValue)
    #expect(refusal { try register.perform(Self.rent(family, 1, nil)) } == .fieldRequired)
  }

  @Test func `a certificate asks for a job in the new place, and is given once a family`() throws {
    let (register, family) = try Self.included()
    let head = try register.dossier(family).members[0].membership.person
    func works(_ value: String, since day: String) throws {
      try register.perform(
        RecordFact(
          person: head, kind: .occupation, value: value,
          ground: Ground(on: TestRegister.day(day), reason: "contract")))
    }
    #expect(refusal { try register.perform(Self.home(family, 9_000_000)) } == .allowanceCondition)
    // What he was before he came does not count.
    try works("herder", since: "2020-01-01")
    #expect(refusal { try register.perform(Self.home(family, 9_000_000)) } == .allowanceCondition)
    try works("driver", since: "2026-04-01")
    let grant = try register.perform(Self.home(family, 9_000_000)).grant
    #expect(grant.amount.description == "7028125.00")
    #expect(grant.terms.cost?.description == "9000000.00")
    #expect(refusal { try register.perform(Self.home(family, 1)) } == .allowanceGranted)
    // Not even to one of its people who has left.
    let split = try register.split(family, [2])
    #expect(refusal { try register.perform(Self.home(split, 1)) } == .allowanceGranted)
    #expect(try register.due(family) == 7_028_125)
    #expect(try register.breaches() == [])
  }

  @Test func `an employer is paid once for a relocation, by its BIN`() throws {
    let (register, family) = try Self.included()
    func subsidy(_ bin: String?) throws -> GrantAllowance {
      let employer = try bin.map { try BIN($0) }
      return GrantAllowance(
        family: family, kind: .employer, terms: AllowanceTerms(employer: employer))
    }
    #expect(refusal { try register.perform(subsidy(nil)) } == .fieldRequired)
    let grant = try register.perform(subsidy("990940003030")).grant
    #expect(grant.amount.description == "1730000.00")
    #expect(grant.terms.employer?.description == "990940003030")
    #expect(grant.people == 3)
    #expect(refusal { try register.perform(subsidy("190740000011")) } == .allowanceGranted)
  }

  @Test func `a term that the scheme does not depend on is refused`() throws {
    let (register, family) = try Self.included()
    let failure = failure {
      try register.perform(
        GrantAllowance(
          family: family, kind: .relocation, terms: AllowanceTerms(place: .rural)))
    }
    #expect(failure?.code == .fieldValue)
    #expect(failure?.detail == "relocation does not depend on --place")
  }

  @Test func `the unpaid rent of a family goes with its head`() throws {
    let (register, family) = try Self.included()
    try register.perform(Self.rent(family, 12))
    let new = try register.split(family, [1, 3], newHead: 2)
    #expect(try register.due(family) == 0)
    #expect(try register.due(new) == 1_297_500)
    #expect(try register.breaches() == [])
  }
}
