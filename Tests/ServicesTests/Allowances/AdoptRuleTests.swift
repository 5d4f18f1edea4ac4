import Domain
import Services
import Storage
import TestSupport
import Testing

/// A figure of the law that an office adopts counts from then on, and changes nothing before.
@Suite("Adopting rules") struct AdoptRuleTests {
  /// The file of a figure with one part written otherwise.
  static func file(_ key: String, _ old: String, _ new: String) throws -> [UInt8] {
    let text = String(decoding: try Rules.builtIn(key), as: UTF8.self)
    let changed = text.replacing(old, with: new)
    #expect(changed != text)
    return Array(changed.utf8)
  }

  /// 80 MCI in place of 70 from 2023-07-01 on.
  static func higher() throws -> [UInt8] {
    try file(
      "relocation/head", #""from": "2023-07-01",\#n      "value": 70"#,
      #""from": "2023-07-01",\#n      "until": "2026-04-30",\#n      "value": 70,"#
        + #" "cite": {"source": "a test", "standing": "press"}},"#
        + #" {"from": "2026-05-01", "value": 80"#)
  }

  @Test func `a grant before keeps its figures, and one after has the new ones`() throws {
    let register = try TestRegister(on: "2026-05-01")
    var families: [Number<Family>] = []
    for name in ["A-1", "A-2"] {
      let family = try register.register(Samples.family(name, count: 1))
      try register.include(family, protocolNumber: "12")
      families.append(family)
    }
    let before = try register.perform(GrantAllowance(family: families[0], kind: .relocation))
    let version = try register.perform(
      AdoptRule(key: "relocation/head", bytes: Self.higher(), document: "order 501"))
    #expect(version.changesFrom?.description == "2026-05-01")
    #expect(version.adoptedOn.description == "2026-05-01")
    let after = try register.perform(GrantAllowance(family: families[1], kind: .relocation))
    // 80 × 4,325, and 70 × 4,325 as before.
    #expect(after.grant.amount.description == "346000.00")
    #expect(
      try register.answer(ExplainAllowance(.grant(before.grant.number))).map(\.grant.amount)
        == [Money(tenge: 302_750)])
    #expect(try register.breaches() == [])
  }

  @Test func `the book is known as of any act`() throws {
    let register = try TestRegister(on: "2026-05-01")
    let earlier = try register.contents().acts
    try register.perform(
      AdoptRule(key: "relocation/head", bytes: Self.higher(), document: "order 501"))
    let day = try #require(LocalDate(iso: "2026-05-01"))
    func multiple(knowledge: Int64) throws -> Ratio {
      try register.database.read { (transaction) throws(Failure) in
        try Rules.book(in: transaction, knowledge: knowledge).multiple(.relocationHead, on: day)
          .value
      }
    }
    #expect(try multiple(knowledge: earlier) == Ratio(70))
    #expect(try multiple(knowledge: .max) == Ratio(80))
    // The latest version counts: adopting the built-in words again takes it back.
    try register.perform(
      AdoptRule(
        key: "relocation/head", bytes: Rules.builtIn("relocation/head"), document: "a mistake"))
    #expect(try multiple(knowledge: .max) == Ratio(70))
    let versions = try register.answer(RuleVersions(of: "relocation/head"))
    #expect(versions.map(\.version.document) == ["order 501", "a mistake"])
    #expect(versions.map(\.act.user) == ["tester", "tester"])
  }

  @Test func `the index of a new year is a row of its table`() throws {
    let register = try TestRegister(on: "2026-05-01")
    let row = "2027-01-01,2027-12-31,general,4500,unconfirmed,made up for a test\n"
    let version = try register.perform(
      AdoptRule(key: "mci", bytes: Rules.builtIn("mci") + Array(row.utf8), document: "a budget"))
    #expect(version.changesFrom?.description == "2027-01-01")
    let rules = try register.office.rules()
    let day = try #require(LocalDate(iso: "2027-01-01"))
    #expect(try rules.book.mci(on: day).amount == Money(tenge: 4500))
    #expect(rules.adopted.map(\.key) == ["mci"])
  }

  @Test func `the same words are not adopted twice`() throws {
    let register = try TestRegister(on: "2026-05-01")
    let builtIn = try Rules.builtIn("relocation/head")
    let again = AdoptRule(key: "relocation/head", bytes: builtIn, document: "order 501")
    #expect(refusal { try register.perform(again) } == .ruleAdopted)
    // More words that say the same are a version, of which no value differs.
    let spaced = AdoptRule(
      key: "relocation/head", bytes: builtIn + Array("\n".utf8), document: "order 501")
    #expect(try register.perform(spaced).changesFrom == nil)
    #expect(refusal { try register.perform(spaced) } == .ruleAdopted)
  }

  @Test func `only those who may adopt rules do`() throws {
    let register = try TestRegister(on: "2026-05-01")
    for role in [Role.analyst, .payments] {
      try register.perform(AddUser(name: role.rawValue, fullName: "", roles: [role]))
    }
    let rule = AdoptRule(key: "relocation/head", bytes: try Self.higher(), document: "order 501")
    #expect(refusal { try register.office.perform(rule, as: "payments") } == .accessDenied)
    #expect(refusal { try register.office.perform(rule, as: "analyst") } == nil)
  }
}
