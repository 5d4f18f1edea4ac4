import Domain
import Paper

extension ChartDrawing {
  /// Men to the left, women to the right of the ages, the oldest on top.
  mutating func draw(_ chart: AgePyramid, _ language: Language) {
    let label = (chart.bands.map { medium.widthOf($0.label) }.max() ?? 0) + medium.text * 1.6
    let middle = medium.width / 2
    let figures = chart.bands.flatMap { [$0.men.grouped, $0.women.grouped] }
    let figure = (figures.map(medium.widthOf).max() ?? 0) + medium.text
    let longest = middle - label / 2 - figure
    text(AgePyramid.men[language], (middle - label / 2, 0), .end, bold: true)
    text(AgePyramid.women[language], (middle + label / 2, 0), bold: true)
    var y = medium.line * 1.3
    for band in chart.bands.reversed() {
      let inner = y + medium.line * 0.12
      let tall = medium.line * 0.76
      let men = length(band.men, chart, longest)
      let women = length(band.women, chart, longest)
      area((middle - label / 2 - men, inner), width: men, height: tall, .ink)
      area((middle + label / 2, inner), width: women, height: tall, .grey(0.8))
      text(band.label, (middle, y), .centre, small: true)
      let gap = medium.text * 0.5
      text(band.men.grouped, (middle - label / 2 - men - gap, y), .end, small: true)
      text(band.women.grouped, (middle + label / 2 + women + gap, y), small: true)
      y += medium.line
    }
    grow(to: y)
  }

  /// Somebody is never drawn as nobody.
  private func length(_ people: Int64, _ chart: AgePyramid, _ longest: Double) -> Double {
    guard people > 0, chart.highest > 0 else { return 0 }
    return max(0.6, Double(people) / Double(chart.highest) * longest)
  }
}
