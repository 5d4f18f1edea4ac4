import Domain
import Paper

extension ChartDrawing {
  /// Lines over time, each named where it ends; limits are broken lines, an even pace is a thin one.
  mutating func draw(_ chart: LineChart, _ language: Language) {
    let marks = ChartScale.marks(to: chart.highest)
    let left = (marks.map { medium.widthOf($0.grouped) }.max() ?? 0) + medium.text
    let ends = ends(of: chart, language)
    let right = medium.width - (ends.map { medium.widthOf($0.name) }.max() ?? 0) - medium.text * 1.5
    let plot = Plot(
      left: left, right: max(right, left + medium.text * 4), top: medium.line,
      bottom: medium.line + medium.text * 20, highest: chart.highest, count: chart.points.count)
    for mark in marks {
      let y = plot.y(mark)
      line([(plot.left, y), (plot.right, y)], width: 0.3, grey: mark == 0 ? 0.2 : 0.75)
      text(mark.grouped, (plot.left - medium.text / 2, y - medium.line / 2), .end, small: true)
    }
    drawPoints(chart, language, plot)
    for drawn in chart.lines { draw(drawn, plot) }
    name(ends, plot)
    grow(to: plot.bottom + medium.line * 1.5)
  }

  private struct Plot {
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    let highest: Int64
    let count: Int

    func x(_ index: Int) -> Double {
      left + (right - left) * (count > 1 ? Double(index) / Double(count - 1) : 0.5)
    }

    func y(_ value: Int64) -> Double {
      bottom - (highest > 0 ? Double(max(0, value)) / Double(highest) * (bottom - top) : 0)
    }
  }

  private struct End {
    let name: String
    let value: Int64
  }

  /// The name of every line with its last value.
  private func ends(of chart: LineChart, _ language: Language) -> [End] {
    chart.lines.compactMap { line in
      guard let last = line.values.compactMap({ $0 }).last else { return nil }
      return End(name: "\(line.name[language]) \(last.grouped)", value: last)
    }
  }

  /// As many labels below as there is room for, the first among them.
  private mutating func drawPoints(_ chart: LineChart, _ language: Language, _ plot: Plot) {
    let labels = chart.points.map { $0[language] }
    let widest = (labels.map(medium.widthOf).max() ?? 0) + medium.text
    let room = max(1, Int((plot.right - plot.left) / widest))
    let step = max(1, (labels.count + room - 1) / room)
    for (index, label) in labels.enumerated() where index % step == 0 {
      let x = plot.x(index)
      line([(x, plot.bottom), (x, plot.bottom + medium.text / 4)], width: 0.3, grey: 0.2)
      text(label, (x, plot.bottom + medium.text / 3), .centre, small: true)
    }
  }

  private mutating func draw(_ drawn: LineChart.Line, _ plot: Plot) {
    var run: [Point] = []
    for (index, value) in drawn.values.enumerated() {
      if let value {
        // A limit holds until it is set anew, and then at once.
        if drawn.kind == .limit, let last = run.last { run.append((plot.x(index), last.y)) }
        run.append((plot.x(index), plot.y(value)))
        continue
      }
      draw(run, drawn)
      run = []
    }
    draw(run, drawn)
  }

  private mutating func draw(_ run: [Point], _ drawn: LineChart.Line) {
    guard !run.isEmpty else { return }
    // Thick with dots, broken, thin: apart on a grey printer too.
    switch drawn.kind {
    case .counted:
      line(run, width: 1.6)
      for point in run { dot(point) }
    case .limit: line(run, width: 1, grey: 0.25, dashed: true)
    case .evenPace: line(run, width: 0.7, grey: 0.4)
    }
  }

  /// Names stand beside the ends of their lines, moved apart where these meet.
  private mutating func name(_ ends: [End], _ plot: Plot) {
    var free = -Double.infinity
    for end in ends.sorted(by: { $0.value > $1.value }) {
      let y = max(plot.y(end.value) - medium.line / 2, free)
      text(end.name, (plot.right + medium.text * 0.7, y))
      free = y + medium.line
    }
  }
}
