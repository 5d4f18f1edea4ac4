import Domain
import Services
import Storage
import TestSupport
import Testing

/// What keeps two numbers from being one person.
@Suite struct MergeRefusalTests {
  struct Request {
    var person: Int
    var into: Int
    var leave: Int?
    var keep: Int?
    var despite: String?
    var reason = "same man"
  }

  /// Persons and families stand for each other: P-4 is alone in F-4, and so on; F-7 has P-7 and
  /// P-8, and from there the families are one behind.
  static let cases: [(request: Request, code: Code?, says: String)] = [
    (Request(person: 1, into: 99), .personNotFound, "P-2026-000099-"),
    (Request(person: 1, into: 2, reason: ""), .fieldRequired, "needs a reason"),
    (Request(person: 1, into: 1), .personMerged, "was named twice"),
    (Request(person: 1, into: 3), .personDiffers, "P-2026-000001-8 is M and P-2026-000003-4 is F"),
    (Request(person: 1, into: 4), .personDiffers, "was born on 1985-06-15 and P-2026-000004-2 on"),
    (Request(person: 5, into: 6), .personDiffers, "has the IIN 850615300012 and"),
    (Request(person: 1, into: 2), .personFamilies, "F-2026-000001-R and F-2026-000002-P today"),
    (Request(person: 1, into: 2, leave: 3), .familyMember, "belongs to F-2026-000003-N today"),
    (Request(person: 1, into: 7, leave: 7), .familyNoHead, "is the head of F-2026-000007-F"),
    (Request(person: 1, into: 2, leave: 2, keep: 3), .usage, "neither of the two"),
    (Request(person: 9, into: 10), .placeHeld, "in KZ-55 by Q-2026-000001-W, and P-2026-000010-6"),
    (Request(person: 11, into: 12), .allowanceGranted, "by G-2026-000001-E on 2026-05-01, and"),
    (Request(person: 1, into: 13), .matchDifferent, "different persons: twins"),
    (Request(person: 1, into: 14, leave: 13), nil, ""),
    (Request(person: 1, into: 4, leave: 4, despite: "a slip of the pen"), nil, ""),
  ]

  static func register() throws -> TestRegister {
    let register = try TestRegister()
    func alone(_ reference: String) -> [IntakeRow] { Samples.family(reference, count: 1) }
    let forms = [
      alone("1"), alone("2"), alone("3").with(.sex, "F"), alone("4").with(.birthDate, "1985-06-16"),
      alone("5").with(.iin, "850615300012"), alone("6").with(.iin, "061211600012"),
      Samples.family("7", count: 2), alone("8"), alone("9"), alone("10"), alone("11"),
      alone("12"), alone("13").with(.birthDate, "1985-06"),
    ]
    for form in forms { try register.register(form) }
    try register.include(.f(8), protocolNumber: "1")
    try register.include(.f(9), protocolNumber: "1")
    for family in [10, 11] {
      let inclusion = try register.include(.f(family), protocolNumber: "1")
      try register.perform(GrantAllowance(family: .f(family), kind: .relocation))
      try register.perform(
        ReleaseInclusion(inclusion: inclusion.number, reason: "left", protocolNumber: "99"))
    }
    try register.perform(
      DecideMatch(
        person: .p(13), candidate: .p(1), verdict: .different, ground: Ground(reason: "twins")))
    return register
  }

  @Test func `each refusal names what stands against it, and writes nothing`() throws {
    let register = try Self.register()
    for (request, code, says) in Self.cases {
      let before = try register.contents()
      let failure = failure {
        try register.perform(
          MergePersons(
            person: .p(request.person), into: .p(request.into),
            keep: request.keep.map { .p($0) }, ground: Ground(reason: request.reason),
            despite: request.despite, leave: request.leave.map { .f($0) }))
      }
      #expect(failure?.code == code, "\(request): \(failure?.detail ?? "")")
      #expect(says.isEmpty || failure?.detail.contains(says) == true, "\(failure?.detail ?? "")")
      if code != nil {
        let isUntouched = try register.contents() == before
        #expect(isUntouched, "\(request)")
      }
    }
    #expect(try register.breaches() == [])
  }

  @Test func `hints name the commands that help`() throws {
    let register = try Self.register()
    let places = failure { try register.merge(.p(9), .p(10)) }
    #expect(places?.hint?.contains("kosh quota release Q-2026-000001-W --reason TEXT") == true)
    let grants = failure { try register.merge(.p(11), .p(12)) }
    #expect(grants?.hint?.contains("kosh allowance explain G-2026-000001-E") == true)
    let families = failure { try register.merge(.p(1), .p(2)) }
    #expect(families?.hint?.contains("--leave F-2026-000001-R") == true)
    let decided = failure { try register.merge(.p(1), .p(13)) }
    #expect(decided?.hint?.contains("kosh match decide") == true)
  }

  @Test func `spouses are not one person`() throws {
    let register = try TestRegister()
    let rows = Samples.family("A", count: 1)
    try register.register(rows)
    try register.register(rows)
    let day = try #require(LocalDate(iso: "2020-01-01"))
    try register.act { (transaction) throws(Failure) in
      try MarriageTable.insert(
        Marriage(person: .p(1), spouse: .p(2), during: Period(from: day)), in: transaction)
    }
    #expect(
      refusalDetail { try register.merge(.p(2), .p(1), leave: .f(2)) }?
        .contains("was married to") == true)
  }
}
