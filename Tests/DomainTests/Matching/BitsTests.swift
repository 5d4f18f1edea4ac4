import Domain
import Testing

@Suite("Evidence in centibits")
struct BitsTests {
  static let ratios: [(numerator: Int64, denominator: Int64, centibits: Int)] = [
    (1, 1, 0), (2, 1, 100), (1, 2, -100), (1024, 1, 1000), (1, 1_000_000, -1993),
    (3, 2, 58), (10, 1, 332), (999_999, 1_000_000, 0), (Int64.max, 1, 6300), (0, 4, -200),
  ]

  @Test("A ratio is its logarithm to base 2, rounded", arguments: ratios)
  func ratio(numerator: Int64, denominator: Int64, centibits: Int) {
    #expect(Bits.ratio(numerator, denominator) == centibits)
  }

  static let sums: [(one: Int, other: Int, sum: Int)] = [
    (0, 0, 100), (500, 500, 600), (100, 0, 158), (-300, -300, -200), (2000, 0, 2000),
    (Int.min / 4, 250, 250),
  ]

  @Test("A sum adds the numbers and not their logarithms", arguments: sums)
  func sum(one: Int, other: Int, sum: Int) {
    #expect(Bits.sum(one, other) == sum)
    #expect(Bits.sum(other, one) == sum)
  }

  static let probabilities: [(centibits: Int, millionths: Int)] = [
    (0, 500_000), (100, 666_666), (-100, 333_334), (332, 909_000), (1000, 999_024),
    (-3000, 1), (9999, 999_999),
  ]

  @Test("Odds become a probability", arguments: probabilities)
  func probability(centibits: Int, millionths: Int) {
    #expect(abs(Bits.probability(centibits) - millionths) <= 100)
  }

  @Test("A probability never falls as odds rise")
  func monotone() {
    let probabilities = (-3500...3500).map { Bits.probability($0) }
    #expect(probabilities == probabilities.sorted())
  }
}
