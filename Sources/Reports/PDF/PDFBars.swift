import Domain
import Paper

/// Horizontal bars on paper, their parts apart in solid, hatched and pale.
struct PDFBars: PDFChart {
  let parts: [(part: PDFChartPart, height: Double)]
  private let chart: BarChart
  private let language: Language
  private let typesetter: Typesetter
  private let frame: PDFFrame
  private let labelWidth: Double
  private let figureWidth: Double

  private static let label = PaperStyle(8)
  private static let small = PaperStyle(7)
  private static let thickness = 9.0
  private static let gap = 10.0

  init(_ chart: BarChart, _ language: Language, _ typesetter: Typesetter, _ frame: PDFFrame) {
    self.chart = chart
    self.language = language
    self.typesetter = typesetter
    self.frame = frame
    let labels = chart.bars.map { DisplayWidth.safe($0.label[language]) }
    let widest = labels.map { typesetter.width(of: $0, Self.label) }.max() ?? 0
    let labelWidth = min(widest + 1, frame.width * 0.34)
    let figures = chart.bars.map { typesetter.width(of: Self.figures($0), Self.small) }
    figureWidth = (figures.max() ?? 0) + 2
    self.labelWidth = labelWidth
    let bars = labels.enumerated().map { index, label in
      let height = typesetter.extent(of: label, Self.label, width: labelWidth).height
      return (part: PDFChartPart.bar(index), height: max(height + 2, Self.thickness + 4))
    }
    let title = typesetter.lineHeight(PDFFrame.heading)
    let legend = chart.parts.count > 1 ? typesetter.lineHeight(Self.label) + 6 : 4
    parts = [(.head, title + legend)] + bars + [(.scale, 16)]
  }

  private static func figures(_ bar: BarChart.Bar) -> String {
    bar.values.map(\.grouped).joined(separator: " + ")
  }

  private var left: Double { frame.left + labelWidth + Self.gap }
  private var plotWidth: Double { frame.right - left - figureWidth - 6 }

  func draw(_ part: PDFChartPart, on paper: PaperDocument, y: Double) {
    switch part {
    case .head: drawHead(on: paper, y: y)
    case .bar(let index): draw(chart.bars[index], on: paper, y: y, height: parts[index + 1].height)
    case .scale: drawScale(on: paper, y: y)
    case .figure: break
    }
  }

  private func drawHead(on paper: PaperDocument, y: Double) {
    let title = "\(DisplayWidth.safe(chart.title[language])) (\(chart.unit[language]))"
    paper.draw(title, PDFFrame.heading, x: frame.left, y: y)
    guard chart.parts.count > 1 else { return }
    let below = y + typesetter.lineHeight(PDFFrame.heading) + 2
    var x = left
    for (index, part) in chart.parts.enumerated() {
      let name = DisplayWidth.safe(part[language])
      paper.fill(
        x: x, y: below + 1.5, width: 9, height: 9, Self.fill(index), framed: true)
      paper.draw(name, Self.label, x: x + 13, y: below)
      x += typesetter.width(of: name, Self.label) + 30
    }
  }

  private func draw(_ bar: BarChart.Bar, on paper: PaperDocument, y: Double, height: Double) {
    for mark in ChartScale.marks(to: chart.longest) {
      let x = left + scaled(mark)
      paper.line(from: (x, y), to: (x, y + height), width: 0.3, grey: 0.7)
    }
    let label = DisplayWidth.safe(bar.label[language])
    paper.draw(
      label, Self.label, x: frame.left, y: y + 1, width: labelWidth + 0.1, .end)
    let top = y + (height - Self.thickness) / 2
    var sum: Int64 = 0
    var drawn = 0.0
    for (index, value) in bar.values.enumerated() where value > 0 {
      let (next, overflow) = sum.addingReportingOverflow(value)
      sum = overflow ? .max : next
      // Something is never drawn as nothing.
      let end = max(drawn + 0.6, scaled(sum))
      paper.fill(
        x: left + drawn, y: top, width: end - drawn, height: Self.thickness, Self.fill(index),
        framed: true)
      drawn = end
    }
    let small = typesetter.lineHeight(Self.small)
    let figures = Self.figures(bar)
    let middle = y + (height - small) / 2
    // The lines of the scale make way for figures.
    paper.fill(
      x: left + drawn + 4, y: middle, width: typesetter.width(of: figures, Self.small) + 2,
      height: small, .grey(1))
    paper.draw(figures, Self.small, x: left + drawn + 5, y: middle)
  }

  private func drawScale(on paper: PaperDocument, y: Double) {
    for mark in ChartScale.marks(to: chart.longest) {
      paper.draw(
        mark.grouped, Self.small, x: left + scaled(mark), y: y + 1, .centre, grey: 0.35)
    }
  }

  private func scaled(_ value: Int64) -> Double {
    chart.longest > 0 ? Double(value) / Double(chart.longest) * plotWidth : 0
  }

  private static func fill(_ index: Int) -> PaperFill {
    PaperFill.parts[index % PaperFill.parts.count]
  }
}
