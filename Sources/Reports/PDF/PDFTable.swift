import Domain
import Paper

/// The table of a report on paper: how high its rows are, and how they are drawn.
struct PDFTable {
  enum Role { case plain, subtotal, total }

  let columns: PDFColumns
  let headHeight: Double
  private let report: Report
  private let language: Language
  private let typesetter: Typesetter
  private let frame: PDFFrame
  private let tiyn: [Bool]
  private let isGrouped: Bool

  /// Above and below the text of a row.
  private static let padding = 1.6
  private static let headPadding = 3.0

  init(
    _ report: Report, _ language: Language, _ typesetter: Typesetter, _ columns: PDFColumns,
    _ frame: PDFFrame
  ) {
    self.report = report
    self.language = language
    self.typesetter = typesetter
    self.columns = columns
    self.frame = frame
    tiyn = report.columnsWithTiyn
    isGrouped = report.hasTitledGroups
    let heights = report.columns.indices.map { index in
      typesetter.extent(
        of: report.columns[index].title[language], columns.bold, width: columns.inner(index) + 0.1
      ).height
    }
    headHeight = (heights.max() ?? 0) + 2 * Self.headPadding
  }

  /// What the head and the longest row may take of a page.
  private var highest: Double {
    frame.height - headHeight - 4 * typesetter.lineHeight(columns.bold)
  }

  func height(of row: [Cell], _ role: Role) -> Double {
    let style = role == .plain ? columns.plain : columns.bold
    let line = typesetter.lineHeight(style)
    guard !columns.loose.isEmpty else { return line + 2 * Self.padding }
    let texts = texts(of: row, role)
    let baseline = baseline(of: texts, role)
    var height = line + baseline - typesetter.baseline(style)
    for index in columns.loose {
      guard let extent = extent(of: texts[index], index, role) else { continue }
      height = max(height, extent.height + baseline - extent.baseline)
    }
    return min(height + 2 * Self.padding, highest)
  }

  /// Letters of every script stand on one line.
  private func baseline(of texts: [String], _ role: Role) -> Double {
    var baseline = typesetter.baseline(role == .plain ? columns.plain : columns.bold)
    for index in columns.loose {
      if let extent = extent(of: texts[index], index, role) {
        baseline = max(baseline, extent.baseline)
      }
    }
    return baseline
  }

  /// Nil where the text is one line like any other.
  private func extent(of text: String, _ index: Int, _ role: Role)
    -> (height: Double, baseline: Double)?
  {
    let style = role == .plain ? columns.plain : columns.bold
    let width = width(index, role)
    if Typesetter.isPlain(text), typesetter.width(of: text, style) <= width { return nil }
    return typesetter.extent(of: text, style, width: width)
  }

  private func width(_ index: Int, _ role: Role) -> Double {
    columns.inner(index) - (index == 0 ? indent(role) : 0)
  }

  private func indent(_ role: Role) -> Double {
    isGrouped && role != .total ? PDFColumns.indent : 0
  }

  private func texts(of row: [Cell], _ role: Role) -> [String] {
    var texts = report.shown(row, language, tiyn: tiyn)
    for index in columns.loose { texts[index] = DisplayWidth.safe(texts[index]) }
    switch role {
    case .plain: return texts
    case .subtotal: return TextTable.labelled(texts, Wording.subtotal[language])
    case .total: return TextTable.labelled(texts, Wording.total[language])
    }
  }
}

extension PDFTable {
  func draw(_ row: [Cell], _ role: Role, on paper: PaperDocument, y: Double, height: Double) {
    let style = role == .plain ? columns.plain : columns.bold
    drawRules(role, on: paper, y: y, height: height)
    let texts = texts(of: row, role)
    let line = typesetter.baseline(style)
    let baseline = columns.loose.isEmpty ? line : baseline(of: texts, role)
    var x = frame.left
    for (index, text) in texts.enumerated() {
      let alignment: PaperAlignment = report.columns[index].kind.isNumeric ? .end : .start
      let left = x + columns.leads[index] + (index == 0 ? indent(role) : 0)
      let extent = columns.loose.contains(index) ? extent(of: text, index, role) : nil
      let top = y + Self.padding + baseline - (extent?.baseline ?? line)
      // A name that runs from right to left still stands at the left of its column.
      if extent == nil || typesetter.width(of: text, style) <= width(index, role) {
        let at = alignment == .end ? x + columns.widths[index] - PDFColumns.padding : left
        paper.draw(text, style, x: at, y: top, alignment)
      } else {
        paper.draw(
          text, style, x: left, y: top, width: width(index, role),
          height: height < highest ? nil : height - 2 * Self.padding, alignment)
      }
      x += columns.widths[index]
    }
  }

  private func drawRules(_ role: Role, on paper: PaperDocument, y: Double, height: Double) {
    let (left, right) = (frame.left, frame.right)
    switch role {
    case .plain:
      paper.line(from: (left, y + height), to: (right, y + height), width: 0.25, grey: 0.75)
    case .subtotal:
      paper.line(from: (left, y), to: (right, y), width: 0.5, grey: 0.3)
    case .total:
      paper.line(from: (left, y), to: (right, y), width: 0.9)
      paper.line(from: (left, y + height), to: (right, y + height), width: 0.9)
    }
  }

  func drawHead(on paper: PaperDocument, y: Double) {
    paper.fill(
      x: frame.left, y: y, width: frame.width, height: headHeight, .grey(0.92))
    paper.line(from: (frame.left, y), to: (frame.right, y), width: 0.9)
    let below = y + headHeight
    paper.line(from: (frame.left, below), to: (frame.right, below), width: 0.6)
    var x = frame.left
    for (index, column) in report.columns.enumerated() {
      let inner = columns.inner(index) + 0.1
      let title = column.title[language]
      let height = typesetter.extent(of: title, columns.bold, width: inner).height
      paper.draw(
        title, columns.bold, x: x + columns.leads[index], y: below - Self.headPadding - height,
        width: inner, column.kind.isNumeric ? .end : .start)
      x += columns.widths[index]
    }
  }

  func drawTitle(_ title: String, on paper: PaperDocument, y: Double) {
    paper.draw(
      DisplayWidth.safe(title), columns.bold, x: frame.left + PDFColumns.padding, y: y + 4,
      width: frame.width - 2 * PDFColumns.padding)
    let below = y + titleHeight(title)
    paper.line(from: (frame.left, below), to: (frame.right, below), width: 0.4, grey: 0.4)
  }

  func titleHeight(_ title: String) -> Double {
    let width = frame.width - 2 * PDFColumns.padding
    return typesetter.extent(of: title, columns.bold, width: width).height + 5.5
  }

  /// What stands above the rest of a group on a further page.
  func continuedTitle(of group: Int) -> String? {
    report.groups[group].title.map { "\($0[language]) (\(Wording.continued[language]))" }
  }
}
