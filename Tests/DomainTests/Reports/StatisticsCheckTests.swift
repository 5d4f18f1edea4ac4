import Domain
import Testing

/// What a printed cell says, and when printed figures do not fit.
@Suite struct StatisticsCheckTests {
  static let cells: [(printed: String, value: String?, isPlain: Bool)] = [
    ("-2234", "-2234", true), ("1 442", "1442", false), ("20 265.3", "20265.3", false),
    ("6805.9", "6805.9", true), ("19%", "19", false), ("42.0%", "42.0", false),
    ("10 times", "10", false), ("(-) 2.61 times", "2.61", false), ("...", nil, true),
    ("", nil, true),
  ]

  @Test(arguments: cells) func `a cell keeps what is printed beside what it says`(
    printed: String, value: String?, isPlain: Bool
  ) throws {
    let cell = try #require(StatisticsCell(printed: printed))
    #expect(cell.printed == printed)
    #expect(cell.value?.description == value)
    #expect(cell.isPlain == isPlain)
  }

  @Test(arguments: ["many", "12 of 13", "%", "--1"]) func `words are no figure`(printed: String) {
    #expect(StatisticsCell(printed: printed) == nil)
  }

  static let checks:
    [(kind: StatisticsCheck.Kind, stated: String, operands: [String], holds: Bool)] =
      [
        (.sum, "-2234", ["-16063", "15784"], false), (.sum, "-279", ["-16063", "15784"], true),
        (.sum, "100", ["8.6", "20.6", "70.8"], true), (.ratio, "10", ["-22426", "-2234"], true),
        (.ratio, "2.61", ["15784", "6028"], false), (.ratio, "2.62", ["15784", "6028"], true),
        (.percent, "3.9", ["701", "17661"], false), (.percent, "4.0", ["701", "17661"], true),
        (.shortfall, "45", ["463", "671"], false), (.shortfall, "31", ["463", "671"], true),
        (.rank, "3", ["5", "9", "8", "6", "1"], false),
        (.rank, "4", ["5", "9", "8", "6", "1"], true),
        (.equals, "54.3", ["45.3"], false), (.equals, "45.30", ["45.3"], true),
      ]

  @Test(arguments: checks) func `a check holds to the digit that is stated`(
    kind: StatisticsCheck.Kind, stated: String, operands: [String], holds: Bool
  ) throws {
    let check = try #require(try Self.check(kind, stated, operands))
    #expect(check.holds == holds)
  }

  static let refused: [(kind: StatisticsCheck.Kind, operands: [String])] = [
    (.sum, []), (.ratio, ["1"]), (.ratio, ["1", "0"]), (.equals, ["1", "2"]),
    (.percent, ["1", "2", "3"]),
  ]

  @Test(arguments: refused) func `a check that cannot be made is none`(
    kind: StatisticsCheck.Kind, operands: [String]
  ) throws {
    #expect(try Self.check(kind, "1", operands) == nil)
  }

  private static func check(_ kind: StatisticsCheck.Kind, _ stated: String, _ operands: [String])
    throws -> StatisticsCheck?
  {
    StatisticsCheck(
      kind, of: LocalizedText("a"), stated: try #require(ExactDecimal(rawValue: stated)),
      operands: try operands.map {
        .init(name: nil, value: try #require(ExactDecimal(rawValue: $0)))
      })
  }
}
