/// A small random source that gives the same numbers for the same seed on every machine.
///
/// SplitMix64 (Steele, Lea, Flood 2014): good enough to make examples, and never for secrets.
package struct SeededRandom: Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// One of many sources of a seed; neighbouring numbers give unrelated ones.
  package init(seed: UInt64, stream: UInt64) {
    state = Self.mixed(seed &+ Self.mixed(stream &+ 0x9E37_79B9_7F4A_7C15))
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// 0 up to, and without, a positive bound.
  package mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// True so many times in a thousand.
  package mutating func chance(_ perMille: Int) -> Bool { below(1000) < perMille }

  /// The finaliser of SplitMix64: every bit of the input changes half the bits of the output.
  package static func mixed(_ value: UInt64) -> UInt64 {
    var bits = value
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

/// Things with weights, of which one is drawn.
package struct Weighted<Element: Sendable>: Sendable {
  package let elements: [Element]
  private let bounds: [Int]

  /// Weights are positive; there is at least one element.
  package init(_ pairs: [(element: Element, weight: Int)]) {
    precondition(!pairs.isEmpty, "nothing to draw from")
    elements = pairs.map(\.element)
    var total = 0
    bounds = pairs.map { pair in
      total += pair.weight
      return total
    }
  }

  package func draw(_ random: inout SeededRandom) -> Element { elements[place(&random)] }

  /// The place of the element that is drawn.
  package func place(_ random: inout SeededRandom) -> Int {
    let roll = random.below(bounds[bounds.count - 1])
    var (low, high) = (0, bounds.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if roll < bounds[middle] { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
