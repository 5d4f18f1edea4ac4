import Domain
import Seeds
import TestSupport
import Testing

@Suite struct PlacementSeedTests {
  @Test func `the weights are a choice, and say so`() throws {
    let weights = try Seeds.placementWeights()
    let day = try #require(LocalDate(iso: "2026-01-01"))
    #expect(weights.inForce(on: day).map(\.kind) == PlacementReason.Kind.allCases)
    #expect(weights.inForce(on: day.adding(days: -1)) == [])
    #expect(weights.all.allSatisfy { $0.citation.standing == .unconfirmed })
  }

  static let header = "reason,from,points,most,source,standing,checked\n"
  static let rest =
    "climate,2026-01-01,,20,s,unconfirmed,2026-11-25\n"
    + "language,2026-01-01,,20,s,unconfirmed,2026-11-25\n"
    + "occupation,2026-01-01,,40,s,unconfirmed,2026-11-25\n"
    + "kin,2026-01-01,20,40,s,unconfirmed,2026-11-25\n"

  static let malformed: [(lines: String, detail: String)] = [
    ("", "placement weights: there is none for wish"),
    ("wish,2026-01-01,,30,s,unconfirmed,2026-11-25\n", "the points of wish from 2026-01-01"),
    ("wish,2026-01-01,31,30,s,unconfirmed,2026-11-25\n", "the points of wish from 2026-01-01"),
    (
      "wish,2026-01-01,30,30,s,unconfirmed,2026-11-25\nclimate,2026-02-01,5,20,s,law,2026-11-25\n",
      "the points of climate from 2026-02-01"
    ),
    (
      "wish,2026-01-01,30,30,s,unconfirmed,2026-11-25\nwish,2026-01-01,30,30,s,law,2026-11-25\n",
      "2026-01-01 follows 2026-01-01"
    ),
    ("wish,2026-01-01,30,9900,s,unconfirmed,2026-11-25\n", "10020 points are too many"),
    ("wish,2026-01-01,-1,30,s,unconfirmed,2026-11-25\n", "line 6: “-1” in “points”"),
    ("luck,2026-01-01,1,30,s,unconfirmed,2026-11-25\n", "line 6: “luck” in “reason”"),
  ]

  @Test("A malformed weight is refused", arguments: malformed)
  func refused(lines: String, detail: String) throws {
    let bytes = Array((Self.header + Self.rest + lines).utf8)
    let failure = failure(of: { try Seeds.placementWeights(bytes) })
    #expect(failure?.code == .ruleMalformed)
    #expect(failure?.detail.contains(detail) == true, "\(failure?.detail ?? "")")
  }
}
