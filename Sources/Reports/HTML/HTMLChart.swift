import Domain
import Paper

/// A chart drawn in line, as SVG that a screen reader can put into words.
enum HTMLChart {
  static func append(_ chart: Chart, number: Int, _ language: Language, to html: inout String) {
    let title = HTMLText.escape(chart.title[language])
    let unit = HTMLText.escape(chart.unit[language])
    var svg = ""
    let height: Int
    if case .bars(let bars) = chart {
      let drawn = HTMLBars(bars, language)
      drawn.append(to: &svg)
      height = drawn.height
    } else {
      height = append(drawing: chart, language, to: &svg)
    }
    let mark = number > 1 ? "\(number)" : ""
    html += """
      <figure>
      <figcaption>\(title) <span>(\(unit))</span></figcaption>
      <svg viewBox="-1 -1 \(HTMLBars.width + 2) \(height + 2)" role="img" aria-labelledby="ct\(mark) cd\(mark)">
      <title id="ct\(mark)">\(title)</title>
      <desc id="cd\(mark)">\(HTMLText.escape(ChartWords.description(of: chart, language)))</desc>
      \(svg)</svg>
      </figure>

      """
  }

  private static let text = 13.0

  /// The marks of the drawing, as paths, so that no style of bars touches them; gives the height.
  private static func append(
    drawing chart: Chart, _ language: Language, to svg: inout String
  ) -> Int {
    // Nothing here can measure a font; a little over half its size is an ample guess for a letter.
    let medium = ChartDrawing.Medium(width: Double(HTMLBars.width), text: text) {
      Double(DisplayWidth.of($0)) * text * 0.58
    }
    guard let drawing = ChartDrawing(chart, language, on: medium) else { return 0 }
    for mark in drawing.marks { append(mark, to: &svg) }
    return Int(drawing.height.rounded(.up)) + 6
  }

  private static func append(_ mark: ChartDrawing.Mark, to svg: inout String) {
    switch mark {
    case .line(let points, let width, let grey, let isDashed):
      let path = points.map { "\(number($0.x)) \(number($0.y))" }.joined(separator: " L")
      let dash = isDashed ? " stroke-dasharray=\"5 4\"" : ""
      svg += "<path d=\"M\(path)\" fill=\"none\" stroke=\"\(colour(.grey(grey)))\" "
      svg += "stroke-width=\"\(number(width))\"\(dash)/>\n"
    case .dot(let point):
      svg += "<circle cx=\"\(number(point.x))\" cy=\"\(number(point.y))\" r=\"3\"/>\n"
    case .area(let corner, let width, let height, let fill):
      let start = "M\(number(corner.x)) \(number(corner.y))"
      svg += "<path d=\"\(start) h\(number(width)) v\(number(height)) h-\(number(width)) z\" "
      svg += "fill=\"\(colour(fill))\" stroke=\"#333\" stroke-width=\"0.6\"/>\n"
    case .text(let text, let point, let alignment, let isBold, let isSmall, let isWhite):
      let anchor = alignment == .start ? "start" : alignment == .end ? "end" : "middle"
      var style = isSmall ? "font-size:11px;" : ""
      if isBold { style += "font-weight:600;" }
      if isWhite { style += "fill:#fff;" }
      let baseline = point.y + Self.text
      svg += "<text x=\"\(number(point.x))\" y=\"\(number(baseline))\" text-anchor=\"\(anchor)\""
      svg += style.isEmpty ? ">" : " style=\"\(style)\">"
      svg += "\(HTMLText.escape(text))</text>\n"
    }
  }

  private static func colour(_ fill: PaperFill) -> String {
    guard case .grey(let grey) = fill else { return HTMLStyle.palette[0] }
    let level = Int((grey * 255).rounded())
    return "rgb(\(level),\(level),\(level))"
  }

  /// A tenth of a unit is finer than any screen.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let (whole, tenth) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return "\(tenths < 0 ? "-" : "")\(whole)\(tenth == 0 ? "" : ".\(tenth)")"
  }
}
