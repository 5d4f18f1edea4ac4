import Domain

extension TextChart {
  /// A bar for each point, with a stroke where the first limit is, and one where an even pace would be.
  static func points(_ chart: LineChart, _ language: Language) -> [String] {
    let counted = chart.lines.filter { $0.kind == .counted }
    let limits = chart.lines.filter { $0.kind == .limit }
    let pace = chart.lines.first { $0.kind == .evenPace }
    let labels = chart.points.map { DisplayWidth.safe($0[language]) }
    let labelWidth = labels.map(DisplayWidth.of).max() ?? 0
    var key = counted.enumerated().map { "\(shade($0)) \($1.name[language])" }
    key += limits.prefix(1).map { "│ \($0.name[language])" }
    key += pace.map { ["┆ \($0.name[language])"] } ?? []
    var lines = [key.joined(separator: "   ")]
    for (index, label) in labels.enumerated() {
      for (place, line) in counted.enumerated() {
        let limit = limits.first?.values[index]
        let strokes = [(pace?.values[index], "┆"), (limit, "│")]
        let bar = bar(line.values[index], strokes, shade(place), highest: chart.highest)
        let name = DisplayWidth.pad(place == 0 ? label : "", to: labelWidth)
        let figure = ChartWords.shown(line.values[index])
        let of = place == 0 && !limits.isEmpty ? " / \(ChartWords.shown(limit))" : ""
        lines.append("\(name)  \(bar)  \(figure)\(of)")
      }
    }
    return lines
  }

  private static func bar(
    _ value: Int64?, _ strokes: [(at: Int64?, mark: String)], _ shade: String, highest: Int64
  ) -> String {
    let length = value.map { $0 > 0 ? max(1, scaled($0, max(1, highest))) : 0 } ?? 0
    var cells = Array(repeating: shade, count: length)
    cells += Array(repeating: " ", count: width + 1 - length)
    for stroke in strokes {
      guard let value = stroke.at else { continue }
      cells[min(width, max(0, scaled(value, max(1, highest))))] = stroke.mark
    }
    return cells.joined()
  }

  /// Squares of two lines, name and figure, with a shade before the figure.
  static func tiles(_ chart: TileMap, _ language: Language) -> [String] {
    let names = chart.tiles.map { DisplayWidth.of(DisplayWidth.safe($0.place.name[language])) }
    let figures = chart.tiles.map { DisplayWidth.of(ChartWords.shown($0.value)) + 3 }
    let side = max(names.max() ?? 0, figures.max() ?? 0)
    var lines: [String] = []
    for row in 0..<chart.rows {
      var (upper, lower) = ("", "")
      for column in 0..<chart.columns {
        let tile = chart.tiles.first { $0.place.row == row && $0.place.column == column }
        let name = tile.map { DisplayWidth.safe($0.place.name[language]) } ?? ""
        let figure = tile.map { tile -> String in
          let mark = marks[chart.shade(of: tile)]
          return "\(mark)\(mark) \(ChartWords.shown(tile.value))"
        }
        upper += DisplayWidth.pad(name, to: side) + "  "
        lower += DisplayWidth.pad(figure ?? "", to: side) + "  "
      }
      lines += [TextTable.trimmed(upper), TextTable.trimmed(lower), ""]
    }
    let key = chart.ranges.map { "\(marks[$0.shade])\(marks[$0.shade]) \($0.figures)" }
    return lines + [key.joined(separator: "   ")]
  }

  private static let marks = ["·", "░", "▒", "▓", "█"]

  /// Men to the left, women to the right, the oldest on top.
  static func bands(_ chart: AgePyramid, _ language: Language) -> [String] {
    let half = width * 3 / 4
    let labelWidth = chart.bands.map { DisplayWidth.of($0.label) }.max() ?? 0
    let men = DisplayWidth.pad(AgePyramid.men[language], to: half + 10, right: true)
    let gap = String(repeating: " ", count: labelWidth + 4)
    var lines = [men + gap + AgePyramid.women[language]]
    for band in chart.bands.reversed() {
      let left = side(band.men, chart.highest, half, "█")
      let right = side(band.women, chart.highest, half, "▒")
      let figure = DisplayWidth.pad(band.men.grouped, to: 9, right: true)
      let before = DisplayWidth.pad("\(figure) \(left)", to: half + 10, right: true)
      let label = DisplayWidth.pad(band.label, to: labelWidth, right: true)
      lines.append("\(before)  \(label)  \(right) \(band.women.grouped)")
    }
    return lines
  }

  private static func side(_ people: Int64, _ highest: Int64, _ half: Int, _ mark: String)
    -> String
  {
    guard people > 0, case .percent(let tenths) = Cell.share(people, of: max(1, highest)) else {
      return ""
    }
    return String(repeating: mark, count: max(1, (Int(tenths) * half + 500) / 1000))
  }
}
