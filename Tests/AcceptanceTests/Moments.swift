/// Repeatable moments and choices, from a seed (splitmix64).
struct Moments {
  var state: UInt64

  /// Evenly spread below `bound`; of a moment, microseconds.
  mutating func next(below bound: UInt64) -> UInt32 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return UInt32((bits ^ (bits >> 31)) % max(1, bound))
  }

  mutating func one<Element>(of elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[Int(next(below: UInt64(elements.count)))]
  }
}
