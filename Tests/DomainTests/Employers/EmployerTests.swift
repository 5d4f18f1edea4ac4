import Domain
import Testing

/// Which numbers an employer of a form may have, and what a count of its staff says.
@Suite struct EmployerTests {
  /// BINs by their fifth and sixth digits, and an IIN.
  static let head = "190740000011"
  static let branch = "190741000017"
  static let representation = "190742000012"
  static let foreign = "190750000016"
  static let joint = "190760000010"
  static let farm = "190744000013"
  static let person = "850615300012"

  static let fits: [(form: EmployerForm, identifier: String, code: Code?)] = [
    (.company, head, nil), (.company, foreign, nil), (.company, farm, nil),
    (.company, branch, .employerForm), (.company, representation, .employerForm),
    (.company, person, .employerForm), (.branch, branch, nil), (.branch, head, .employerForm),
    (.branch, representation, .employerForm), (.representation, representation, nil),
    (.representation, branch, .employerForm), (.representation, person, .employerForm),
    (.state, head, nil), (.state, person, .employerForm), (.entrepreneur, person, nil),
    (.entrepreneur, joint, nil), (.entrepreneur, farm, nil), (.entrepreneur, head, .employerForm),
    (.privatePerson, person, nil), (.privatePerson, head, .employerForm),
    (.privatePerson, joint, .employerForm),
    // A mistyped number is told as one, of the kind that the form asks for.
    (.company, "190740000012", .binInvalid), (.company, "19074000001", .binInvalid),
    (.company, "", .binInvalid), (.company, "850615300013", .binInvalid),
    (.entrepreneur, "850615300013", .iinInvalid), (.privatePerson, "85061530001", .iinInvalid),
    (.privatePerson, "", .employerForm),
  ]

  @Test func `the number is that of the form`() {
    for (form, identifier, code) in Self.fits {
      do throws(Failure) {
        #expect(try form.identifier(identifier) == identifier, "\(form) \(identifier)")
        #expect(code == nil, "\(form) \(identifier)")
      } catch {
        #expect(error.code == code, "\(form) \(identifier): \(error)")
      }
    }
  }

  @Test func `an employer is named by its number, a BIN or an IIN`() throws {
    let number = Number<Employer>(year: 2026, serial: 1)
    #expect(try EmployerReference("E-2026-000001-3") == .number(number))
    #expect(try EmployerReference("e20260000013") == .number(number))
    #expect(try EmployerReference(Self.head) == .identifier(Self.head))
    for wrong in ["E-2026-000001-4", "F-2026-000001-R", "", "Saryarka"] {
      #expect(throws: Failure.self, "\(wrong)") { try EmployerReference(wrong) }
    }
  }

  static let count = StaffCount(
    asOf: LocalDate(dayNumber: 20_000),
    lines: [
      StaffLine(category: 1, citizenship: "KAZ", people: 2),
      StaffLine(category: 1, citizenship: "TUR", people: 1),
      StaffLine(category: 2, citizenship: "KAZ", people: 7),
      StaffLine(category: 3, citizenship: "KAZ", people: 60),
      StaffLine(category: 3, citizenship: "CHN", people: 5),
      StaffLine(category: 3, citizenship: "KGZ", people: 4),
      StaffLine(category: 4, citizenship: "KAZ", people: 28),
      StaffLine(category: 4, citizenship: "UZB", people: 3),
      StaffLine(category: 0, citizenship: "KAZ", people: 40),
      StaffLine(category: 0, citizenship: "RUS", people: 1),
    ])

  @Test func `a count tells citizens from everybody else, category by category`() {
    #expect(Self.count.citizens(in: [1, 2]) == 9)
    #expect(Self.count.foreigners(in: [1, 2]) == 1)
    #expect(Self.count.citizens(in: [3, 4]) == 88)
    #expect(Self.count.foreigners(in: [3, 4]) == 12)
    #expect(Self.count.citizens(in: [0]) == 40)
    #expect(Self.count.foreigners(in: []) == 0)
    #expect(Self.count.total == 151)
  }

  @Test func `an illegal hire bars for the months that a rule says, and nothing else does`() throws
  {
    let day = try #require(LocalDate(iso: "2026-08-31"))
    func violation(_ ground: ViolationGround) -> EmployerViolation {
      EmployerViolation(id: 1, ground: ground, foundOn: day, document: "31")
    }
    #expect(violation(.illegalHire).bars(until: 12) == LocalDate(iso: "2027-08-31"))
    #expect(violation(.illegalHire).bars(until: 6) == LocalDate(iso: "2027-02-28"))
    for ground in [ViolationGround.permitTerms, .registration, .other] {
      #expect(violation(ground).bars(until: 12) == nil)
    }
  }
}
