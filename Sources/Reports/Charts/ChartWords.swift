import Domain

/// A chart in words, for those who hear it.
enum ChartWords {
  /// `Abai: used 12, free 3; …`.
  static func description(of chart: Chart, _ language: Language) -> String {
    switch chart {
    case .bars(let chart):
      list(chart.bars) { bar in
        let parts = zip(chart.parts, bar.values).map { "\($0[language]) \($1.grouped)" }
        return "\(bar.label[language]): \(parts.joined(separator: ", "))"
      }
    case .line(let chart):
      list(chart.points.indices) { index in
        let parts = chart.lines.map { "\($0.name[language]) \(shown($0.values[index]))" }
        return "\(chart.points[index][language]): \(parts.joined(separator: ", "))"
      }
    case .tiles(let chart):
      list(chart.tiles) { "\($0.place.name[language]): \(shown($0.value))" }
    case .pyramid(let chart):
      list(chart.bands) { band in
        let men = "\(AgePyramid.men[language]) \(band.men.grouped)"
        return "\(band.label): \(men), \(AgePyramid.women[language]) \(band.women.grouped)"
      }
    }
  }

  static func shown(_ value: Int64?) -> String { value?.grouped ?? "…" }

  private static func list<Items: Sequence>(
    _ items: Items, _ words: (Items.Element) -> String
  ) -> String {
    items.map(words).joined(separator: "; ")
  }
}
