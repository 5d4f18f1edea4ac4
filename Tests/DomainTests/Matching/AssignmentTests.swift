import Domain
import Testing

@Suite("One-to-one pairing")
struct AssignmentTests {
  static let cases: [(values: [[Int]], pairing: [Int?])] = [
    ([], []),
    ([[], []], [nil, nil]),
    ([[5]], [0]),
    ([[0]], [nil]),
    ([[-3, 4], [7, -1]], [1, 0]),
    // The greedy choice of 10 leaves 1; the best is 9 and 9.
    ([[10, 9], [9, 1]], [1, 0]),
    ([[8], [9], [7]], [nil, 0, nil]),
    ([[3, 8, 2, 1]], [1]),
    ([[5, 5], [5, 5]], [0, 1]),
  ]

  @Test("The sum is the largest there is", arguments: cases)
  func best(values: [[Int]], pairing: [Int?]) {
    let found = Assignment.best(values)
    #expect(Self.sum(values, found) == Self.sum(values, pairing))
    #expect(found.count == pairing.count)
    let columns = found.compactMap(\.self)
    #expect(Set(columns).count == columns.count)
  }

  static func sum(_ values: [[Int]], _ pairing: [Int?]) -> Int {
    var sum = 0
    for (row, column) in zip(values, pairing) {
      if let column { sum += row[column] }
    }
    return sum
  }

  @Test("No exchange of two makes a pairing of fifteen better")
  func large() {
    var state: UInt64 = 7
    let values = (0..<15).map { _ in
      (0..<15).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1
        return Int(state >> 40) % 2000 - 700
      }
    }
    let pairing = Assignment.best(values)
    let sum = Self.sum(values, pairing)
    for one in 0..<15 {
      for other in 0..<one {
        var exchanged = pairing
        exchanged.swapAt(one, other)
        #expect(Self.sum(values, exchanged) <= sum)
      }
    }
    #expect(sum > 15_000)
  }
}
