import Domain
import Paper

/// The columns of a table fitted to a page: upright where they fit, else on its side, else in
/// smaller letters.
struct PDFColumns {
  let size: PaperSize
  let plain: PaperStyle
  let bold: PaperStyle
  let widths: [Double]
  /// What stands free before the text of each column.
  let leads: [Double]
  /// The columns in which a text may wrap or need a script that stacks its letters.
  let loose: [Int]

  /// Between the text of a cell and the edge of its column.
  static let padding = 3.5
  /// The same before a text that follows a figure, which would else run into it.
  static let lead = 11.0
  /// How far the rows of a titled group stand in.
  static let indent = 8.0

  private static let attempts: [(size: Double, paper: PaperSize)] = [
    (8.5, .portrait), (8.5, .landscape), (8, .landscape), (7.5, .landscape), (7, .landscape),
    (6.5, .landscape), (6, .landscape),
  ]

  init(_ report: Report, _ language: Language, _ typesetter: Typesetter) {
    let measures = PDFMeasure(report, language, typesetter).columns
    let leads = Self.leads(of: report)
    let padding = leads.reduce(0, +) + Self.padding * Double(leads.count)
    var chosen = Self.attempts[Self.attempts.count - 1]
    var fitted: [Double]?
    for attempt in Self.attempts where fitted == nil {
      let room = PDFFrame(attempt.paper).width - padding
      let scaled = measures.map { $0.scaled(to: attempt.size) }
      // Upright only where no text is squeezed much for it.
      let isUpright = attempt.paper == .portrait
      if isUpright, scaled.map({ min($0.natural, 170) }).reduce(0, +) > room { continue }
      guard scaled.map(\.least).reduce(0, +) <= room else { continue }
      fitted = Self.fit(scaled, into: room)
      chosen = attempt
    }
    size = chosen.paper
    plain = PaperStyle(chosen.size)
    bold = PaperStyle(chosen.size, bold: true)
    let scaled = measures.map { $0.scaled(to: chosen.size) }
    let room = PDFFrame(chosen.paper).width - padding
    let inner = fitted ?? Self.squeeze(scaled, into: room)
    widths = zip(inner, leads).map { $0 + $1 + Self.padding }
    self.leads = leads
    loose = measures.indices.filter { index in
      !measures[index].isPlain || scaled[index].widest > inner[index] - 0.05
    }
  }

  /// The room for the text of a column.
  func inner(_ index: Int) -> Double { widths[index] - leads[index] - Self.padding }

  private static func leads(of report: Report) -> [Double] {
    let areNumeric = report.columns.map(\.kind.isNumeric)
    return areNumeric.indices.map { index in
      index > 0 && areNumeric[index - 1] && !areNumeric[index] ? lead : padding
    }
  }

  /// Every column as wide as it asks for and its part of what is over; or the widest cut down to
  /// one measure until all fit.
  private static func fit(_ columns: [PDFMeasure.Column], into room: Double) -> [Double] {
    let natural = columns.map(\.natural).reduce(0, +)
    guard natural > room else {
      let over = natural > 0 ? room / natural : 1
      return columns.map { $0.natural * over }
    }
    var (low, high) = (0.0, room)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if widths(columns, cutAt: middle).reduce(0, +) > room { high = middle } else { low = middle }
    }
    return widths(columns, cutAt: low)
  }

  private static func widths(_ columns: [PDFMeasure.Column], cutAt limit: Double) -> [Double] {
    columns.map { max($0.least, min($0.natural, limit)) }
  }

  /// More columns than a page has room for: words and figures break.
  private static func squeeze(_ columns: [PDFMeasure.Column], into room: Double) -> [Double] {
    let least = columns.map(\.least).reduce(0, +)
    return columns.map { max(4, $0.least * room / max(1, least)) }
  }
}
