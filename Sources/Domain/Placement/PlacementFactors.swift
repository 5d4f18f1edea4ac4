/// What is given about regions: which occupations they ask for, whom their climate suits, and
/// which languages are spoken there.
package struct PlacementFactors: Hashable, Sendable {
  package struct Factor: Hashable, Sendable {
    /// The stable code of the region.
    package let region: String
    /// One of ``PlacementReason/Kind/given``.
    package let kind: PlacementReason.Kind
    /// An occupation, the country a family comes from, or a language; see ``key(of:)``.
    package let key: String
    package let points: Int
    package let source: String

    package init(
      region: String, kind: PlacementReason.Kind, key: String, points: Int, source: String
    ) {
      self.region = region
      self.kind = kind
      self.key = key
      self.points = points
      self.source = source
    }
  }

  private struct Place: Hashable, Sendable {
    let region: String
    let kind: PlacementReason.Kind
    let key: String
  }

  /// In the order in which they were given.
  package let all: [Factor]
  private let byPlace: [Place: Int]

  /// Of two that say the same of a region, the first counts.
  package init(_ factors: [Factor]) {
    all = factors
    byPlace = Dictionary(
      factors.enumerated().map { index, factor in
        (Place(region: factor.region, kind: factor.kind, key: factor.key), index)
      }, uniquingKeysWith: min)
  }

  /// Nothing is given.
  package static let none = PlacementFactors([])

  package func factor(_ kind: PlacementReason.Kind, _ key: String, in region: String) -> Factor? {
    byPlace[Place(region: region, kind: kind, key: key)].map { all[$0] }
  }

  /// What is given of an occupation as the register has it: of its code the longest beginning that
  /// is given, `4110-9` before `4110` before `4`; of words the very words.
  package func occupation(_ text: String, in region: String) -> Factor? {
    var key = Self.key(of: text)
    guard Self.isCode(key) else { return factor(.occupation, key, in: region) }
    while !key.isEmpty {
      if let factor = factor(.occupation, key, in: region) { return factor }
      key.removeLast()
      if key.hasSuffix("-") { key.removeLast() }
    }
    return nil
  }

  /// An occupation as factors are found by it: the code of NK RK 01-2017 without the words behind
  /// it, or the words in lower case.
  package static func key(of occupation: String) -> String {
    let first = occupation.prefix { $0 != " " }
    return isCode(first) ? first.uppercased() : occupation.lowercased()
  }

  private static func isCode(_ text: some StringProtocol) -> Bool {
    text.utf8.contains { (48...57).contains($0) } || text == "X" || text == "x"
  }
}
