internal import Domain

/// How many places of each region whole families can fill.
///
/// Families of four never fill more than 976 of 977 places. To say so before the search brings
/// the relaxed problem, in which families may be divided, nearer to the true one.
struct FillablePlaces {
  /// Of the places there are.
  private(set) var now: [Int] = []
  /// Were there one more.
  private(set) var withOneMore: [Int] = []

  init(_ problem: PlacementProblem) {
    for (region, free) in problem.places.enumerated() {
      var families: [Int: Int] = [:]
      for family in problem.families where family.worths[region] != nil {
        families[family.people, default: 0] += 1
      }
      let (one, more) = Self.largestSums(of: families, within: free)
      now.append(one)
      withOneMore.append(more)
    }
  }

  /// The largest sums of people of some of the families that are not above a bound, and not
  /// above one more; `families` holds how many there are of each size.
  private static func largestSums(of families: [Int: Int], within bound: Int) -> (Int, Int) {
    let all = families.reduce(0) { $0 + $1.key * $1.value }
    let top = min(all, bound + 1)
    var isReached = Array(repeating: false, count: top + 1)
    isReached[0] = true
    for (people, count) in families.sorted(by: { $0.key < $1.key }) where people <= top {
      // How many of this size the sum needs; none where it is reached without.
      var used = Array(repeating: 0, count: top + 1)
      for sum in people...top where !isReached[sum] {
        if isReached[sum - people], used[sum - people] < count {
          isReached[sum] = true
          used[sum] = used[sum - people] + 1
        }
      }
    }
    func largest(_ limit: Int) -> Int { isReached[...min(limit, top)].lastIndex(of: true) ?? 0 }
    return (largest(bound), largest(bound + 1))
  }
}
