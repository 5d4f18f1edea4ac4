/// Finds what a mistyped name was meant to be.
enum NearestName {
  /// The candidate within a third of the name's length in slips of the hand; nil where none is.
  static func to(_ name: String, in candidates: [String]) -> String? {
    var best: (name: String, slips: Int)?
    for candidate in candidates {
      let slips = slips(from: name, to: candidate)
      if slips < best?.slips ?? Int.max { best = (candidate, slips) }
    }
    guard let best, best.slips <= max(1, name.count / 3) else {
      return candidates.first { name.count >= 3 && $0.hasPrefix(name) }
    }
    return best.name
  }

  /// Letters added, dropped, changed, or swapped with their neighbour.
  static func slips(from left: String, to right: String) -> Int {
    let a = Array(left)
    let b = Array(right)
    var earlier: [Int] = []
    var previous = Array(0...b.count)
    for i in 0..<a.count {
      var current = [i + 1]
      for j in 0..<b.count {
        let change = previous[j] + (a[i] == b[j] ? 0 : 1)
        var least = min(change, previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = min(least, earlier[j - 1] + 1)
        }
        current.append(least)
      }
      (earlier, previous) = (previous, current)
    }
    return previous[b.count]
  }
}
