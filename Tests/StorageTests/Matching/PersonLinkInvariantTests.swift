import Domain
import Services
import Storage
import TestSupport
import Testing

/// What `kosh verify` says of links that no use case would have made.
@Suite struct PersonLinkInvariantTests {
  static func link(_ pairs: [(Int, Int)], in register: TestRegister) throws {
    try register.act { (transaction) throws(Failure) in
      for (person, into) in pairs {
        try PersonLinkTable.insert(.p(person), into: .p(into), reason: "test", in: transaction)
      }
    }
  }

  @Test func `two places and two grants of one person are found`() throws {
    let register = try TestRegister()
    for reference in ["A", "B", "C"] {
      let family = try register.register(Samples.family(reference, count: 1))
      try register.include(family, protocolNumber: "1")
      try register.perform(GrantAllowance(family: family, kind: .relocation))
    }
    #expect(try register.breaches() == [])
    // P-3 is P-2, who is P-1.
    try Self.link([(3, 2), (2, 1)], in: register)
    #expect(
      try register.breaches() == [
        "person 20260000001 holds 3 places",
        "person 20260000001 was granted relocation 3 times",
      ])
  }

  @Test func `a ring of links is found, and is no endless way`() throws {
    let register = try TestRegister()
    for reference in ["A", "B"] { try register.register(Samples.family(reference, count: 1)) }
    try Self.link([(1, 2), (2, 1)], in: register)
    #expect(
      try register.breaches() == [
        "person 20260000001 was merged in a ring", "person 20260000002 was merged in a ring",
      ])
    #expect(refusal { try register.answer(ShowFamily(family: .f(1))) } == .databaseDamaged)
  }
}
