/// A chart of horizontal bars, each a stack of the same parts.
package struct BarChart: Hashable, Sendable {
  package struct Bar: Hashable, Sendable {
    package var label: LocalizedText
    /// One for each part, in whole units; a negative value is drawn as nothing.
    package var values: [Int64]

    package init(_ label: LocalizedText, _ values: [Int64]) {
      self.label = label
      self.values = values
    }

    /// The length of the whole bar; the largest number where the sum does not fit.
    package var length: Int64 {
      var sum: Int64 = 0
      for value in values where value > 0 {
        let (next, overflow) = sum.addingReportingOverflow(value)
        if overflow { return .max }
        sum = next
      }
      return sum
    }
  }

  package var title: LocalizedText
  /// What the numbers count: people, places, thousands of tenge.
  package var unit: LocalizedText
  /// The names of the stacked parts, for the legend; one name where bars are plain.
  package var parts: [LocalizedText]
  package var bars: [Bar]

  package init(
    title: LocalizedText, unit: LocalizedText, parts: [LocalizedText], bars: [Bar]
  ) {
    self.title = title
    self.unit = unit
    self.parts = parts
    self.bars = bars
  }

  /// The longest bar, to which the others are scaled.
  package var longest: Int64 { bars.map(\.length).max() ?? 0 }
}
