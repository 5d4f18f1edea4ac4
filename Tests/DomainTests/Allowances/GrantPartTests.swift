import Domain
import Testing

/// The parts of a grant add up to it, to the tiyn.
@Suite struct GrantPartTests {
  static func grant(_ kind: AllowanceKind, _ tenge: Int64) throws -> GrantRecord {
    let day = try #require(LocalDate(iso: "2007-12-20"))
    let source = Citation("a test", standing: .press)
    return GrantRecord(
      number: Number(year: 2007, serial: 1), act: 1, family: Number(year: 2007, serial: 1),
      inclusion: Number(year: 2007, serial: 1), kind: kind, region: "KZ-55", decidedOn: day,
      decision: nil, people: 3, mci: Money(tiyn: 100), mciFrom: day, mciCitation: source,
      rounding: "", amount: try #require(Money(tenge: tenge)), standing: .press, notes: "")
  }

  static func line(_ quantity: Int, _ rate: Int64) throws -> GrantLine {
    let label = LocalizedText(en: "", kk: "", ru: "")
    return GrantLine(
      label: label, quantity: quantity, multiple: "1", rate: Money(tiyn: rate * 100),
      amount: Money(tiyn: rate * 100 * Int64(quantity)), arithmetic: "",
      citation: Citation("a test", standing: .press))
  }

  static let people: [(person: Number<Person>, relation: Relation)] = [
    (Number(year: 2007, serial: 1), .head), (Number(year: 2007, serial: 2), .spouse),
    (Number(year: 2007, serial: 3), .mother),
  ]

  @Test func `each person has the line of his or her relation`() throws {
    let lines = [try Self.line(1, 70), try Self.line(1, 60), try Self.line(1, 35)]
    let parts = try GrantPart.parts(
      of: Self.grant(.relocation, 165), lines: lines, people: Self.people)
    #expect(parts.map(\.person?.serial) == [1, 2, 3])
    #expect(parts.map(\.amount.tiyn) == [7000, 6000, 3500])
  }

  @Test func `what the family was granted as a whole is nobody's part`() throws {
    // Housing, the head's sum, the others' sum, travel, carriage.
    let lines = [
      try Self.line(3, 100), try Self.line(1, 15), try Self.line(2, 10), try Self.line(3, 7),
      try Self.line(1, 50),
    ]
    let parts = try GrantPart.parts(
      of: Self.grant(.tariff1997, 406), lines: lines, people: Self.people)
    #expect(parts.map(\.person?.serial) == [1, 2, 3, nil])
    #expect(parts.map(\.amount.tiyn) == [12200, 11700, 11700, 5000])
  }

  @Test func `lines of other people are not divided`() throws {
    let lines = [try Self.line(1, 70), try Self.line(2, 60)]
    let failure = #expect(throws: Failure.self) {
      try GrantPart.parts(of: Self.grant(.relocation, 190), lines: lines, people: Self.people)
    }
    #expect(failure?.code == .databaseDamaged)
  }
}
