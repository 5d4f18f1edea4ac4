/// A chart of a report; its figures stand in the table beside it.
package enum Chart: Hashable, Sendable {
  case bars(BarChart)
  case line(LineChart)
  case tiles(TileMap)
  case pyramid(AgePyramid)

  package var title: LocalizedText {
    switch self {
    case .bars(let chart): chart.title
    case .line(let chart): chart.title
    case .tiles(let chart): chart.title
    case .pyramid(let chart): chart.title
    }
  }

  /// What the numbers count: people, places, thousands of tenge.
  package var unit: LocalizedText {
    switch self {
    case .bars(let chart): chart.unit
    case .line(let chart): chart.unit
    case .tiles(let chart): chart.unit
    case .pyramid(let chart): chart.unit
    }
  }

  /// What is wrong with its shape, in sentences.
  var defects: [String] {
    switch self {
    case .bars(let chart):
      chart.bars.filter { $0.values.count != chart.parts.count }
        .map { "the bar “\($0.label.en)” has not one value for each part" }
    case .line(let chart):
      chart.lines.filter { $0.values.count != chart.points.count }
        .map { "the line “\($0.name.en)” has not one value for each point" }
    case .tiles(let chart): chart.defects
    case .pyramid: []
    }
  }
}
