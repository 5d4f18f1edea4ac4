import Domain

/// Horizontal bars as SVG.
struct HTMLBars {
  private let chart: BarChart
  private let language: Language
  private let labelWidth: Int
  private let top: Int

  private static let rowHeight = 26
  /// Room for the figure behind the longest bar.
  private static let figureWidth = 90

  init(_ chart: BarChart, _ language: Language) {
    self.chart = chart
    self.language = language
    let longest = chart.bars.map { DisplayWidth.of($0.label[language]) }.max() ?? 0
    // Eight units a letter is an ample guess; nothing here can measure a font.
    labelWidth = min(300, longest * 8 + 12)
    top = chart.parts.count > 1 ? 30 : 6
  }

  private var plotWidth: Int { Self.width - labelWidth - Self.figureWidth }
  private var bottom: Int { top + chart.bars.count * Self.rowHeight }

  static let width = 860
  var height: Int { bottom + 22 }

  func append(to html: inout String) {
    appendLegend(to: &html)
    appendScale(to: &html)
    for (index, bar) in chart.bars.enumerated() { append(bar, at: index, to: &html) }
  }

  private func appendLegend(to html: inout String) {
    guard chart.parts.count > 1 else { return }
    var x = labelWidth
    for (index, part) in chart.parts.enumerated() {
      let name = part[language]
      html += "<rect x=\"\(x)\" y=\"4\" width=\"13\" height=\"13\" fill=\"\(Self.colour(index))\"/>"
      html += "<text x=\"\(x + 19)\" y=\"15\">\(HTMLText.escape(name))</text>\n"
      x += DisplayWidth.of(name) * 8 + 44
    }
  }

  /// Light lines at round numbers, for the eye to measure against.
  private func appendScale(to html: inout String) {
    for value in ChartScale.marks(to: chart.longest) {
      let x = labelWidth + scaled(value)
      html += "<line x1=\"\(x)\" y1=\"\(top)\" x2=\"\(x)\" y2=\"\(bottom)\"/>"
      html += "<text class=\"tick\" x=\"\(x)\" y=\"\(bottom + 16)\" text-anchor=\"middle\">"
      html += "\(value.grouped)</text>\n"
    }
  }

  private func append(_ bar: BarChart.Bar, at index: Int, to html: inout String) {
    let y = top + index * Self.rowHeight
    let label = HTMLText.escape(bar.label[language])
    html += "<text x=\"\(labelWidth - 10)\" y=\"\(y + 18)\" text-anchor=\"end\">\(label)</text>"
    var sum: Int64 = 0
    var drawn = 0
    for (part, value) in bar.values.enumerated() where value > 0 {
      let (next, overflow) = sum.addingReportingOverflow(value)
      sum = overflow ? .max : next
      // Something is never drawn as nothing.
      let end = max(drawn + 1, scaled(sum))
      html += "<rect x=\"\(labelWidth + drawn)\" y=\"\(y + 5)\" width=\"\(end - drawn)\" "
      html += "height=\"17\" fill=\"\(Self.colour(part))\"/>"
      drawn = end
    }
    let x = labelWidth + drawn + 7
    html += "<text x=\"\(x)\" y=\"\(y + 18)\">\(bar.length.grouped)</text>\n"
  }

  private func scaled(_ value: Int64) -> Int {
    guard case .percent(let tenths) = Cell.share(value, of: chart.longest) else { return 0 }
    return (Int(tenths) * plotWidth + 500) / 1000
  }

  private static func colour(_ index: Int) -> String {
    HTMLStyle.palette[index % HTMLStyle.palette.count]
  }
}
