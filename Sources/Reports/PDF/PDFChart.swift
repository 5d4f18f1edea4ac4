import Domain
import Paper

/// A chart on paper, in parts that stand one below another.
protocol PDFChart {
  var parts: [(part: PDFChartPart, height: Double)] { get }
  func draw(_ part: PDFChartPart, on paper: PaperDocument, y: Double)
}

enum PDFChartPart: Equatable {
  case head
  case bar(Int)
  case scale
  case figure
}

/// A chart that is one figure.
struct PDFFigure: PDFChart {
  let parts: [(part: PDFChartPart, height: Double)]
  private let title: String
  private let drawing: ChartDrawing
  private let left: Double

  private static let size = 8.0

  init?(_ chart: Chart, _ language: Language, _ typesetter: Typesetter, _ frame: PDFFrame) {
    let style = PaperStyle(Self.size)
    // On its side a page is wide, and a line over months would be all slope.
    let medium = ChartDrawing.Medium(width: min(frame.width, 560), text: Self.size) {
      typesetter.width(of: $0, style)
    }
    guard let drawing = ChartDrawing(chart, language, on: medium) else { return nil }
    self.drawing = drawing
    left = frame.left
    title = "\(DisplayWidth.safe(chart.title[language])) (\(chart.unit[language]))"
    let head = typesetter.lineHeight(PDFFrame.heading) + 6
    parts = [(.head, head), (.figure, drawing.height)]
  }

  func draw(_ part: PDFChartPart, on paper: PaperDocument, y: Double) {
    guard part == .figure else { return paper.draw(title, PDFFrame.heading, x: left, y: y) }
    for mark in drawing.marks {
      switch mark {
      case .line(let points, let width, let grey, let isDashed):
        let moved = points.map { (x: left + $0.x, y: y + $0.y) }
        paper.polyline(moved, width: width, grey: grey, dashed: isDashed)
      case .dot(let point): paper.dot(x: left + point.x, y: y + point.y, radius: 1.8)
      case .area(let corner, let width, let height, let fill):
        paper.fill(
          x: left + corner.x, y: y + corner.y, width: width, height: height, fill, framed: true)
      case .text(let text, let point, let alignment, let isBold, let isSmall, let isWhite):
        let size = isSmall ? drawing.medium.small : Self.size
        paper.draw(
          text, PaperStyle(size, bold: isBold), x: left + point.x, y: y + point.y, alignment,
          grey: isWhite ? 1 : 0)
      }
    }
  }
}
