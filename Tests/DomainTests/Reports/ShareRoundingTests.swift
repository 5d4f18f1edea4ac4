import Domain
import Testing

/// Two rules for the same column: each share for itself, or the last line taking the rest.
@Suite struct ShareRoundingTests {
  /// The returnees of 2019 by country, the last being the other countries.
  static let arrivals: [Int64] = [7326, 7074, 1152, 1095, 313, 701]

  static let rules: [(rule: ShareRounding, tenths: [Int64])] = [
    (.plain, [415, 401, 65, 62, 18, 40]), (.ministry, [415, 401, 65, 62, 18, 39]),
  ]

  @Test(arguments: rules) func `the arrivals of 2019`(rule: ShareRounding, tenths: [Int64]) {
    #expect(rule.shares(of: Self.arrivals, in: 17_661) == tenths.map { .percent(tenths: $0) })
  }

  /// 333 + 333 + 333 leaves 1; 1/2000 each rounds up, so that nothing is left for the last.
  static let edges: [(parts: [Int64], whole: Int64, tenths: [Int64])] = [
    ([1, 1, 1], 3, [333, 333, 334]), ([5], 5, [1000]), ([1, 1999, 0], 2000, [1, 1000, 0]),
    ([4, 0], 4, [1000, 0]), ([], 4, []),
  ]

  @Test(arguments: edges) func `the last line takes what is left`(
    parts: [Int64], whole: Int64, tenths: [Int64]
  ) {
    #expect(
      ShareRounding.ministry.shares(of: parts, in: whole) == tenths.map { .percent(tenths: $0) })
  }

  @Test(arguments: ShareRounding.allCases) func `shares of nothing are empty`(_ rule: ShareRounding)
  {
    #expect(rule.shares(of: [0, 0], in: 0) == [.empty, .empty])
  }
}
