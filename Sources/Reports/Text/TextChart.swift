import Domain

/// A chart of block characters.
enum TextChart {
  static let width = 40
  /// Shades from full to faint, one for each stacked part in turn.
  private static let shades = ["█", "▓", "▒", "░"]

  static func lines(_ chart: Chart, _ language: Language) -> [String] {
    let heading = "\(DisplayWidth.safe(chart.title[language])) (\(chart.unit[language]))"
    let title = DisplayWidth.wrap(heading, to: TextTable.limit)
    switch chart {
    case .bars(let chart): return title + bars(chart, language)
    case .line(let chart): return title + points(chart, language)
    case .tiles(let chart): return title + tiles(chart, language)
    case .pyramid(let chart): return title + bands(chart, language)
    }
  }

  private static func bars(_ chart: BarChart, _ language: Language) -> [String] {
    let labels = chart.bars.map { DisplayWidth.safe($0.label[language]) }
    let labelWidth = labels.map(DisplayWidth.of).max() ?? 0
    let longest = max(1, chart.longest)
    var lines: [String] = []
    if chart.parts.count > 1 { lines.append(legend(chart, language)) }
    let figures = chart.bars.map { $0.values.map(\.grouped).joined(separator: " + ") }
    let widest = figures.map(DisplayWidth.of).max() ?? 0
    // Bars give way to the words beside them.
    let width = max(10, min(width, TextTable.limit - labelWidth - widest - 4))
    for (index, bar) in chart.bars.enumerated() {
      let blocks = DisplayWidth.pad(blocks(bar, longest, width), to: width)
      let label = DisplayWidth.pad(labels[index], to: labelWidth)
      lines.append("\(label)  \(blocks)  \(figures[index])")
    }
    return lines
  }

  private static func legend(_ chart: BarChart, _ language: Language) -> String {
    let entries = chart.parts.enumerated().map { "\(shade($0)) \($1[language])" }
    return entries.joined(separator: "   ")
  }

  /// Parts end where the sum up to them ends, so that rounding cannot lengthen the bar.
  private static func blocks(_ bar: BarChart.Bar, _ longest: Int64, _ width: Int) -> String {
    var text = ""
    var sum: Int64 = 0
    var drawn = 0
    for (index, value) in bar.values.enumerated() where value > 0 {
      let (next, overflow) = sum.addingReportingOverflow(value)
      sum = overflow ? .max : next
      let end = max(drawn, scaled(sum, longest, width))
      // Something is never drawn as nothing.
      let length = end == drawn && drawn == 0 ? 1 : end - drawn
      text += String(repeating: shade(index), count: length)
      drawn += length
    }
    return text
  }

  static func scaled(_ value: Int64, _ longest: Int64, _ width: Int = width) -> Int {
    guard case .percent(let tenths) = Cell.share(value, of: longest) else { return 0 }
    return (Int(tenths) * width + 500) / 1000
  }

  static func shade(_ index: Int) -> String { shades[index % shades.count] }
}
