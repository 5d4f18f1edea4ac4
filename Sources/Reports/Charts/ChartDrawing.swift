import Domain
import Paper

/// A chart as marks at their places, drawn alike on paper and in a page of HTML.
struct ChartDrawing {
  typealias Point = (x: Double, y: Double)

  enum Mark {
    case line([Point], width: Double, grey: Double, isDashed: Bool)
    case dot(Point)
    /// An area with a thin frame.
    case area(Point, width: Double, height: Double, PaperFill)
    /// One line of text; `y` is its top. On a dark ground it is white.
    case text(String, Point, PaperAlignment, isBold: Bool, isSmall: Bool, isWhite: Bool)
  }

  /// Where a drawing goes: its width, the size of its letters, and how wide a text is there.
  struct Medium {
    let width: Double
    let text: Double
    let widthOf: (String) -> Double

    /// The height of a line of text.
    var line: Double { text * 1.4 }
    var small: Double { text * 0.86 }
  }

  let medium: Medium
  private(set) var height = 0.0
  private(set) var marks: [Mark] = []

  /// Nil for bars, which are as many as need be, and are laid out one by one.
  init?(_ chart: Chart, _ language: Language, on medium: Medium) {
    self.medium = medium
    switch chart {
    case .bars: return nil
    case .line(let chart): draw(chart, language)
    case .tiles(let chart): draw(chart, language)
    case .pyramid(let chart): draw(chart, language)
    }
  }

  mutating func grow(to height: Double) { self.height = max(self.height, height) }

  mutating func line(
    _ points: [Point], width: Double = 0.5, grey: Double = 0, dashed: Bool = false
  ) {
    marks.append(.line(points, width: width, grey: grey, isDashed: dashed))
  }

  mutating func dot(_ point: Point) { marks.append(.dot(point)) }

  mutating func area(_ corner: Point, width: Double, height: Double, _ fill: PaperFill) {
    guard width > 0, height > 0 else { return }
    marks.append(.area(corner, width: width, height: height, fill))
  }

  mutating func text(
    _ text: String, _ point: Point, _ alignment: PaperAlignment = .start, bold: Bool = false,
    small: Bool = false, white: Bool = false
  ) {
    marks.append(
      .text(
        DisplayWidth.safe(text), point, alignment, isBold: bold, isSmall: small, isWhite: white))
  }
}
