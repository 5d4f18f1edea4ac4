import Domain
import Testing

@testable import Seeds

@Suite struct MatchSeedTests {
  @Test func `the weights that ship are whole, and each has its source`() throws {
    let weights = try Seeds.matchWeights()
    #expect(weights.rows.count == MatchLevel.allCases.count)
    #expect(weights.rows.allSatisfy { !$0.citation.source.isEmpty })
    #expect(weights.settings.matchPermille > weights.settings.reviewPermille)
  }

  @Test func `agreement speaks for a pair, and its opposite against it`() throws {
    let weights = try Seeds.matchWeights()
    let pairs: [(MatchLevel, MatchLevel)] = [
      (.givenSame, .givenUnlike), (.surnameSame, .surnameUnlike), (.fatherSame, .fatherUnlike),
      (.birthSame, .birthUnlike), (.sexSame, .sexUnlike), (.documentSame, .documentUnlike),
      (.iinSame, .iinUnlike), (.countrySame, .countryUnlike), (.placeSame, .placeUnlike),
    ]
    for (same, unlike) in pairs {
      #expect(weights.bits(same) > 0)
      #expect(weights.bits(unlike) < 0)
    }
  }

  @Test func `a rare name weighs more than a common one`() throws {
    let weights = try Seeds.matchWeights()
    let bits = [100, 1000, 10_000, 100_000].map { weights.bits(.givenSame, share: $0) }
    #expect(bits == bits.sorted(by: >))
    #expect(Set(bits).count == 4)
  }

  struct Malformed: Sendable {
    let from: String
    let to: String
    let says: String
  }

  static let malformedWeights: [Malformed] = [
    Malformed(from: "birth.same,", to: "birth.sane,", says: "birth.sane"),
    Malformed(from: "birth.swapped,", to: "birth.same,", says: "birth.same has two rows"),
    Malformed(from: "same_ppm", to: "same", says: "there is no column “same_ppm”"),
    Malformed(from: "birth.same,", to: "birth.same,-", says: "is not a whole number"),
    Malformed(from: "birth.same,", to: "birth.same,9999999", says: "is not a share"),
  ]

  @Test(arguments: malformedWeights)
  func `malformed weights are refused`(_ case: Malformed) throws {
    let failure = #expect(throws: Failure.self) {
      try Seeds.matchWeights(weights: Self.changed("Matching/weights.csv", `case`))
    }
    #expect(failure?.code == .ruleMalformed)
    #expect(failure?.detail.contains(`case`.says) == true, "\(failure?.detail ?? "")")
  }

  static let malformedSettings: [Malformed] = [
    Malformed(from: "twin,", to: "twins,", says: "“twin” is missing"),
    Malformed(from: "\ntwin,", to: "\nrelative,", says: "“relative” stands twice"),
    Malformed(from: "match_permille,", to: "match_permille,0,", says: ""),
    Malformed(
      from: "\ntwin,", to: "\nextra,1,ppm,x,reconstructed,2026-01-01\ntwin,",
      says: "“extra” is not a setting"),
  ]

  @Test(arguments: malformedSettings)
  func `malformed settings are refused`(_ case: Malformed) throws {
    let failure = #expect(throws: Failure.self) {
      try Seeds.matchWeights(
        weights: Seeds.file("Matching/weights.csv"),
        settings: Self.changed("Matching/settings.csv", `case`))
    }
    #expect(failure?.detail.contains(`case`.says) == true || `case`.says.isEmpty)
  }

  @Test func `a level without a row is refused`() throws {
    let weights = try Seeds.matchWeights()
    let rows = Array(weights.rows.dropLast())
    let failure = #expect(throws: Failure.self) {
      try MatchWeights(rows: rows, settings: weights.settings)
    }
    #expect(failure?.detail.hasSuffix("has no row") == true)
  }

  static func changed(_ name: String, _ change: Malformed) throws -> [UInt8] {
    let text = String(decoding: try Seeds.file(name), as: UTF8.self)
    let parts = text.split(separator: change.from, maxSplits: 1, omittingEmptySubsequences: false)
    #expect(parts.count == 2)
    return Array("\(parts[0])\(change.to)\(parts[parts.count - 1])".utf8)
  }
}
