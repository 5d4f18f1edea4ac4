import Domain
import Seeds
import Testing

@Suite("Weights estimated anew")
struct MatchEstimationTests {
  typealias Pattern = MatchEstimation.Pattern

  static let estimation = Result {
    MatchEstimation(
      citation: Citation("a test", standing: .reconstructed),
      checked: try #require(LocalDate(iso: "2026-01-31")))
  }

  static func row(_ level: MatchLevel, in rows: [MatchWeights.Row]) throws -> MatchWeights.Row {
    try #require(rows.first { $0.level == level })
  }

  @Test("Known pairs give the shares that were counted")
  func known() throws {
    let start = try Seeds.matchWeights()
    let rows = try Self.estimation.get().known(
      same: [
        Pattern(levels: [.birthSame, .sexSame]): 60, Pattern(levels: [.birthSwapped]): 20,
        Pattern(levels: [.sexSame]): 20,
      ],
      other: [
        Pattern(levels: [.birthUnlike, .sexSame]): 500, Pattern(levels: [.birthUnlike]): 500,
      ],
      start: start)
    #expect(try Self.row(.birthSame, in: rows).same == 750_000)
    #expect(try Self.row(.birthSwapped, in: rows).same == 250_000)
    #expect(try Self.row(.birthUnlike, in: rows).other == 1_000_000)
    // Never met among 80 and among 1000: half a pair.
    #expect(try Self.row(.birthUnlike, in: rows).same == 6_250)
    #expect(try Self.row(.birthSame, in: rows).other == 500)
    #expect(try Self.row(.sexSame, in: rows).same == 1_000_000)
    // Not compared at all: as it was.
    #expect(try Self.row(.iinSame, in: rows) == Self.row(.iinSame, in: start.rows))
    #expect(try Self.row(.birthSame, in: rows).citation.source == "a test")
  }

  /// A thousand pairs of one person and nine thousand of two, whose truth the patterns hide.
  static let hidden: [Pattern: Int64] = {
    var patterns: [Pattern: Int64] = [:]
    func add(_ count: Int64, given: Int64, birth: Int64, surname: Int64) {
      for (name, nameShare) in [(MatchLevel.givenSame, given), (.givenUnlike, 100 - given)] {
        for (date, dateShare) in [(MatchLevel.birthSame, birth), (.birthUnlike, 100 - birth)] {
          for (clan, clanShare) in [
            (MatchLevel.surnameSame, surname), (.surnameUnlike, 100 - surname),
          ] {
            patterns[Pattern(levels: [name, clan, date]), default: 0] +=
              count * nameShare * dateShare * clanShare / 10_000
          }
        }
      }
    }
    add(1_000, given: 90, birth: 80, surname: 95)
    add(9_000, given: 2, birth: 1, surname: 5)
    return patterns
  }()

  @Test("Without a truth, the shares behind the patterns are found again")
  func estimates() throws {
    let start = try Seeds.matchWeights()
    let outcome = try Self.estimation.get().estimate(
      Self.hidden, start: start, share: 50_000, movesOther: true)
    let cases: [(MatchLevel, same: Int64, other: Int64)] = [
      (.givenSame, 900_000, 20_000), (.birthSame, 800_000, 10_000),
      (.surnameSame, 950_000, 50_000),
    ]
    for (level, same, other) in cases {
      let row = try Self.row(level, in: outcome.rows)
      #expect(abs(row.same - same) < 10_000, "\(row)")
      #expect(abs(row.other - other) < 3_000, "\(row)")
    }
    #expect(abs(outcome.share - 100_000) < 3_000)
    #expect(outcome.rounds < MatchEstimation.mostRounds)
  }

  @Test("The shares among pairs of two people stay where they are told to")
  func holdsOther() throws {
    let start = try Seeds.matchWeights()
    let outcome = try Self.estimation.get().estimate(
      Self.hidden, start: start, share: 50_000, movesOther: false)
    #expect(outcome.rows.map(\.other) == start.rows.map(\.other))
    let again = try Self.estimation.get().estimate(
      Self.hidden, start: start, share: 50_000, movesOther: false)
    #expect(again == outcome)
  }
}
