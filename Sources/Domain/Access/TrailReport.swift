/// What reading the whole trail against the whole register found.
package struct TrailReport: Sendable {
  package var acts: Int64 = 0
  package var rows: Int64 = 0
  /// SHA-256 over everything the acts wrote, in order; equal for equal registers.
  package var dataDigest = ""
  /// The hash of the last act: keep it elsewhere, and a cut tail is found too.
  package var head = ""
  package var problems: [String] = []

  /// Problems beyond this many are only said to be there.
  private static let shown = 20

  package init() {}

  package mutating func note(_ problem: String) {
    if problems.count < Self.shown {
      problems.append(problem)
    } else if problems.count == Self.shown {
      problems.append("there are more")
    }
  }
}
