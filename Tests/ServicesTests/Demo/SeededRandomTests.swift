import Services
import Testing

@Suite("Seeded random numbers")
struct SeededRandomTests {
  @Test("The published sequence of SplitMix64")
  func sequence() {
    var random = SeededRandom(seed: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
    #expect(random.next() == 9_817_491_932_198_370_423)
  }

  @Test("Numbers below a bound reach all of it")
  func bound() {
    var random = SeededRandom(seed: 1)
    var seen = [0, 0, 0, 0, 0]
    for _ in 0..<5000 { seen[random.below(5)] += 1 }
    #expect(seen.allSatisfy { (900...1100).contains($0) }, "\(seen)")
  }

  @Test("A weight is a share of the draws")
  func weights() {
    var random = SeededRandom(seed: 2)
    let letters = Weighted<String>([("a", 1), ("b", 6), ("c", 3)])
    var seen = [0, 0, 0]
    for _ in 0..<10_000 { seen[letters.place(&random)] += 1 }
    #expect((900...1100).contains(seen[0]))
    #expect((5800...6200).contains(seen[1]))
  }
}
