/// People by age, men to one side and women to the other.
package struct AgePyramid: Hashable, Sendable {
  package struct Band: Hashable, Sendable {
    /// `0–4`, `65+`.
    package var label: String
    package var men: Int64
    package var women: Int64

    package init(_ label: String, men: Int64, women: Int64) {
      self.label = label
      self.men = men
      self.women = women
    }
  }

  package var title: LocalizedText
  package var unit: LocalizedText
  /// From the youngest.
  package var bands: [Band]

  package init(title: LocalizedText, unit: LocalizedText, bands: [Band]) {
    self.title = title
    self.unit = unit
    self.bands = bands
  }

  /// The most of one sex in one band, to which the others are scaled.
  package var highest: Int64 { bands.flatMap { [$0.men, $0.women] }.max() ?? 0 }

  package static let men = LocalizedText.message("age-pyramid.men")
  package static let women = LocalizedText.message("age-pyramid.women")
}
