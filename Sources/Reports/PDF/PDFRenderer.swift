import Domain
import Paper

/// A report on A4, ready to be signed: by Pango and cairo, in fonts that are named and not chosen.
///
/// What stands on which page is settled before the first is drawn, since each says how many there
/// are.
struct PDFRenderer {
  let report: Report
  let language: Language
  let typesetter: Typesetter
  let table: PDFTable
  let charts: [any PDFChart]
  let frame: PDFFrame

  static func render(_ report: Report, _ language: Language) throws(Failure) -> [UInt8] {
    let typesetter = try Typesetter(PaperFonts.find(), language: language)
    let renderer = PDFRenderer(report, language, typesetter)
    return try renderer.render()
  }

  private init(_ report: Report, _ language: Language, _ typesetter: Typesetter) {
    self.report = report
    self.language = language
    self.typesetter = typesetter
    let columns = PDFColumns(report, language, typesetter)
    let frame = PDFFrame(columns.size)
    self.frame = frame
    table = PDFTable(report, language, typesetter, columns, frame)
    charts = report.charts.compactMap { Self.chart($0, language, typesetter, frame) }
  }

  private static func chart(
    _ chart: Chart, _ language: Language, _ typesetter: Typesetter, _ frame: PDFFrame
  ) -> (any PDFChart)? {
    guard case .bars(let bars) = chart else {
      return PDFFigure(chart, language, typesetter, frame)
    }
    return PDFBars(bars, language, typesetter, frame)
  }

  private func render() throws(Failure) -> [UInt8] {
    let blocks = PDFBlocks(self).blocks
    let pages = PDFPages(blocks, table, frame).pages
    let paper = try PaperDocument(
      frame.size, title: report.title[language], created: report.stamp, by: typesetter)
    for (number, page) in pages.enumerated() {
      draw(blocks[page], on: paper)
      drawFoot(number + 1, of: pages.count, on: paper)
      paper.endPage()
    }
    return try paper.finish()
  }

  private func draw(_ blocks: ArraySlice<PDFBlock>, on paper: PaperDocument) {
    var y = frame.top
    var hasHead = false
    for block in blocks {
      if block.piece.isOfTable, !hasHead {
        hasHead = true
        table.drawHead(on: paper, y: y)
        y += table.headHeight
        if let group = block.piece.continuedGroup, let title = table.continuedTitle(of: group) {
          table.drawTitle(title, on: paper, y: y)
          y += table.titleHeight(title)
        }
      }
      draw(block, on: paper, y: y)
      y += block.height
    }
  }

  private func draw(_ block: PDFBlock, on paper: PaperDocument, y: Double) {
    switch block.piece {
    case .title:
      paper.draw(
        DisplayWidth.safe(report.title[language]), PDFFrame.title, x: frame.left, y: y,
        width: frame.width)
    case .fact(let index): drawFact(index, on: paper, y: y)
    case .space: break
    case .groupTitle(let group):
      if let title = report.groups[group].title {
        table.drawTitle(title[language], on: paper, y: y)
      }
    case .row(let group, let row):
      table.draw(
        report.groups[group].rows[row], .plain, on: paper, y: y, height: block.height)
    case .subtotal(let group):
      if let subtotal = report.groups[group].subtotal {
        table.draw(subtotal, .subtotal, on: paper, y: y, height: block.height)
      }
    case .total:
      if let total = report.total {
        table.draw(total, .total, on: paper, y: y, height: block.height)
      }
    case .noRows:
      paper.draw(
        Wording.noRows[language], table.columns.plain, x: frame.left + PDFColumns.padding, y: y + 4)
    case .chart(let number, let part): charts[number].draw(part, on: paper, y: y)
    case .heading(let text): paper.draw(text, PDFFrame.heading, x: frame.left, y: y + 8)
    case .note(let number, let text): drawNote(number, text, on: paper, y: y)
    case .signatures: PDFSignatures.draw(language, on: paper, frame, y: y)
    }
  }

  private func drawFact(_ index: Int, on paper: PaperDocument, y: Double) {
    let fact = report.facts[index]
    let x = frame.left + factLabelWidth
    paper.draw(fact.label[language], PDFFrame.fact, x: frame.left, y: y, grey: 0.35)
    paper.draw(
      DisplayWidth.safe(fact.value.shownAlone(in: language)), PDFFrame.fact, x: x, y: y,
      width: frame.right - x)
  }

  private func drawNote(_ number: Int, _ text: String, on paper: PaperDocument, y: Double) {
    paper.draw("\(number).", PDFFrame.note, x: frame.left + 12, y: y, .end)
    paper.draw(
      text, PDFFrame.note, x: frame.left + PDFFrame.noteIndent, y: y,
      width: frame.width - PDFFrame.noteIndent)
  }

  private func drawFoot(_ number: Int, of count: Int, on paper: PaperDocument) {
    let y = frame.bottom + 10
    paper.line(from: (frame.left, y), to: (frame.right, y), width: 0.4, grey: 0.5)
    let page = Wording.foot(of: report, String(number), of: String(count), language)
    let width = typesetter.width(of: page, PDFFrame.foot)
    paper.draw(
      DisplayWidth.safe(report.title[language]), PDFFrame.foot, x: frame.left, y: y + 4,
      width: frame.width - width - 20, height: 1, grey: 0.25)
    paper.draw(page, PDFFrame.foot, x: frame.right, y: y + 4, .end, grey: 0.25)
  }

  /// Where the values above the table begin.
  var factLabelWidth: Double {
    let widths = report.facts.map { typesetter.width(of: $0.label[language], PDFFrame.fact) }
    return min((widths.max() ?? 0) + 14, frame.width / 2)
  }
}
