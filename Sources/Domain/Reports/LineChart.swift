/// Values over time, with the limits that they are measured against.
package struct LineChart: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case counted
      /// What it may not exceed, such as a quota: it holds until it is set anew.
      case limit
      /// Where what was counted would stand, were as much taken each day.
      case evenPace
    }

    package var name: LocalizedText
    /// One for each point, in whole units; nil where nobody knows it.
    package var values: [Int64?]
    package var kind: Kind

    package init(_ name: LocalizedText, _ values: [Int64?], _ kind: Kind = .counted) {
      self.name = name
      self.values = values
      self.kind = kind
    }
  }

  package var title: LocalizedText
  package var unit: LocalizedText
  /// The labels of the points, such as months, from the earliest.
  package var points: [LocalizedText]
  package var lines: [Line]

  package init(
    title: LocalizedText, unit: LocalizedText, points: [LocalizedText], lines: [Line]
  ) {
    self.title = title
    self.unit = unit
    self.points = points
    self.lines = lines
  }

  /// The highest value, to which the others are scaled.
  package var highest: Int64 { lines.flatMap(\.values).compactMap { $0 }.max() ?? 0 }
}
