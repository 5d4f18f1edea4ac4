/// Repeatable random texts for tests of robustness (splitmix64).
package struct Garbage {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func number(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ (bits >> 31)) % UInt64(bound))
  }

  /// Up to `length` scalars out of `alphabet`.
  package mutating func text(upTo length: Int, from alphabet: String) -> String {
    let scalars = Array(alphabet.unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<number(below: length + 1) { text.append(scalars[number(below: scalars.count)]) }
    return String(text)
  }
}
