import Domain
import Paper

/// A report as blocks, from its title to the place for signatures.
struct PDFBlocks {
  private(set) var blocks: [PDFBlock] = []
  private let renderer: PDFRenderer

  init(_ renderer: PDFRenderer) {
    self.renderer = renderer
    let rows = renderer.report.groups.reduce(0) { $0 + $1.rows.count + 2 }
    blocks.reserveCapacity(rows + 100)
    appendHeading()
    appendTable()
    for (number, chart) in renderer.charts.enumerated() {
      append(.space, 16)
      for (index, part) in chart.parts.enumerated() {
        append(.chart(number, part.part), part.height, keeps: index < chart.parts.count - 1)
      }
    }
    for (heading, items) in Wording.lists(of: renderer.report, renderer.language) {
      appendList(items, under: heading)
    }
    keepEnd()
    append(.signatures, PDFSignatures.height)
  }

  /// The signatures stand under what is signed, and never alone on a page: with the last rows of the
  /// table where these and all below them are short, else with the lists below, the last of them, or
  /// its last item.
  private mutating func keepEnd() {
    let headings = blocks.indices.filter { blocks[$0].piece.isHeading }
    let starts = [lastRows, headings.first, headings.last].compactMap { $0 }
    let start = starts.first(where: isShort(from:)) ?? blocks.count - 1
    for index in blocks.indices[start...] { blocks[index].keepsWithNext = true }
  }

  /// Where the last two rows begin, with the title and the sums that keep with them.
  private var lastRows: Int? {
    guard var start = blocks.lastIndex(where: \.piece.isOfTable) else { return nil }
    while start > 0, blocks[start - 1].keepsWithNext, blocks[start - 1].piece.isOfTable {
      start -= 1
    }
    if case .row(let group, let row) = blocks[start].piece, row > 0,
      case .row(group, row - 1) = blocks[start - 1].piece
    {
      start -= 1
    }
    return start
  }

  /// Whether the blocks from there to the signatures are three quarters of a page at most.
  private func isShort(from start: Int) -> Bool {
    var height = PDFSignatures.height
    if blocks[start].piece.isOfTable { height += renderer.table.headHeight }
    for block in blocks[start...] { height += block.height }
    return height <= renderer.frame.height * 0.75
  }

  private mutating func append(_ piece: PDFBlock.Piece, _ height: Double, keeps: Bool = false) {
    blocks.append(PDFBlock(piece: piece, height: height, keepsWithNext: keeps))
  }

  private mutating func appendHeading() {
    let (report, language, frame) = (renderer.report, renderer.language, renderer.frame)
    let title = DisplayWidth.safe(report.title[language])
    append(.title, extent(title, PDFFrame.title, frame.width) + 6, keeps: true)
    let width = frame.width - renderer.factLabelWidth
    for (index, fact) in report.facts.enumerated() {
      let value = DisplayWidth.safe(fact.value.shownAlone(in: language))
      append(.fact(index), extent(value, PDFFrame.fact, width), keeps: true)
    }
    append(.space, 10, keeps: true)
  }

  /// A title keeps with its first row, a subtotal with the last row of its group, and the total
  /// with what it follows.
  private mutating func appendTable() {
    let (report, table) = (renderer.report, renderer.table)
    for (number, group) in report.groups.enumerated() {
      if let title = group.title {
        append(
          .groupTitle(number), table.titleHeight(title[renderer.language]),
          keeps: !group.rows.isEmpty || group.subtotal != nil)
      }
      let isLastGroup = number == report.groups.count - 1
      let keepsTotal = isLastGroup && report.total != nil
      for (index, row) in group.rows.enumerated() {
        let isLast = index == group.rows.count - 1
        append(
          .row(group: number, row: index), table.height(of: row, .plain),
          keeps: isLast && (group.subtotal != nil || keepsTotal))
      }
      if let subtotal = group.subtotal {
        append(
          .subtotal(group: number), table.height(of: subtotal, .subtotal), keeps: keepsTotal)
      }
    }
    if report.groups.allSatisfy(\.rows.isEmpty) { append(.noRows, 20, keeps: report.total != nil) }
    if let total = report.total { append(.total, table.height(of: total, .total)) }
  }

  private mutating func appendList(_ items: [String], under heading: String) {
    let line = renderer.typesetter.lineHeight(PDFFrame.heading)
    append(.heading(heading), line + 11, keeps: true)
    let width = renderer.frame.width - PDFFrame.noteIndent
    for (index, item) in items.enumerated() {
      let text = DisplayWidth.safe(item)
      append(.note(index + 1, text), extent(text, PDFFrame.note, width) + 2)
    }
  }

  private func extent(_ text: String, _ style: PaperStyle, _ width: Double) -> Double {
    renderer.typesetter.extent(of: text, style, width: width).height
  }
}
