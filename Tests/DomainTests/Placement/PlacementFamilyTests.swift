import Domain
import TestSupport
import Testing

/// What a region is worth to a family, worked by hand.
@Suite struct PlacementFamilyTests {
  static let weighed: [(PlacementReason.Kind, points: Int?, most: Int)] = [
    (.wish, 30, 30), (.kin, 20, 40), (.occupation, nil, 40), (.climate, nil, 20),
    (.language, nil, 20),
  ]
  static let start = LocalDate(year: 2026, month: 1, day: 1)
  static let day = LocalDate(year: 2026, month: 5, day: 1)

  static func weights() throws -> PlacementWeights {
    let start = try #require(start)
    let own = Citation("chosen for a test", standing: .unconfirmed)
    return try PlacementWeights(
      weighed.map {
        PlacementWeights.Weight(
          kind: $0.0, from: start, points: $0.points, most: $0.most, citation: own)
      })
  }

  static let given: [(String, PlacementReason.Kind, String, Int)] = [
    ("KZ-55", .occupation, "41", 15), ("KZ-55", .occupation, "4110", 25),
    ("KZ-55", .occupation, "welder", 30), ("KZ-11", .occupation, "4", 5),
    ("KZ-55", .climate, "MNG", 35), ("KZ-11", .climate, "UZB", 20),
    ("KZ-55", .language, "kaz", 12), ("KZ-55", .language, "rus", 12),
    ("KZ-11", .language, "rus", 0),
  ]
  static let factors = PlacementFactors(
    given.map {
      PlacementFactors.Factor(region: $0.0, kind: $0.1, key: $0.2, points: $0.3, source: "a test")
    })

  static func number(_ serial: Int) -> Number<Family> { Number(year: 2026, serial: serial) }

  static let family = PlacementFamily(
    number: number(9), people: 4, places: 4, wish: "KZ-55", origin: "MNG",
    occupations: ["4110-9 clerk", "Welder"], languages: ["kaz", "rus"],
    kin: [
      PlacementFamily.Kin(family: number(1), region: "KZ-55"),
      PlacementFamily.Kin(family: number(2), region: "KZ-55"),
      PlacementFamily.Kin(family: number(3), region: "KZ-55"),
      PlacementFamily.Kin(family: number(4), region: "KZ-11"),
    ])

  static func told(_ region: String, on day: LocalDate?) throws -> String {
    let worth = family.worth(
      of: region, weights: try weights(), factors: factors, on: try #require(day))
    let words = worth.reasons.map { "\($0.kind.rawValue) \($0.subject) \($0.points)" }
    return "\(worth.points): \(words.joined(separator: ", "))"
  }

  @Test func `each kind gives no more than its weight allows`() throws {
    // Three families of kin would be 60, both occupations 55, the climate 35, the languages 24.
    #expect(
      try Self.told("KZ-55", on: Self.day)
        == "150: wish KZ-55 30, kin \(Self.number(1)) 20, kin \(Self.number(2)) 20, "
        + "occupation 4110-9 clerk 25, occupation Welder 15, climate MNG 20, language kaz 12, "
        + "language rus 8")
  }

  @Test func `what gives nothing is not told`() throws {
    #expect(
      try Self.told("KZ-11", on: Self.day)
        == "25: kin \(Self.number(4)) 20, occupation 4110-9 clerk 5")
    #expect(try Self.told("KZ-10", on: Self.day) == "0: ")
  }

  @Test func `before the first weight nothing counts`() throws {
    #expect(try Self.told("KZ-55", on: Self.start?.adding(days: -1)) == "0: ")
    #expect(try Self.told("KZ-10", on: Self.start) == "0: ")
    #expect(try Self.told("KZ-11", on: Self.start).hasPrefix("25: "))
  }

  static let occupations: [(text: String, points: Int?)] = [
    ("4110-9", 25), ("4110-9 clerk", 25), ("4110", 25), ("4115-1", 15), ("41", 15), ("42", nil),
    ("4", nil), ("WELDER", 30), ("welder of pipes", nil), ("X", nil),
  ]

  @Test("An occupation is found by the longest beginning of its code", arguments: occupations)
  func occupation(text: String, points: Int?) {
    #expect(Self.factors.occupation(text, in: "KZ-55")?.points == points)
  }
}
