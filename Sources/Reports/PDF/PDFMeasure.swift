import Domain
import Paper

/// How wide the columns of a report would like to be, and how narrow they may become.
struct PDFMeasure {
  /// Measures in points, of letters of one point until scaled.
  struct Column {
    /// The widest cell on one line.
    var widest = 0.0
    /// The width it would like: cells on one line, the title on two.
    var natural = 0.0
    /// The width below which words or figures break.
    var least = 0.0
    /// Whether no cell has letters that join or stack.
    var isPlain = true

    func scaled(to size: Double) -> Column {
      Column(
        widest: widest * size, natural: natural * size, least: least * size, isPlain: isPlain)
    }
  }

  private(set) var columns: [Column]
  private let typesetter: Typesetter
  private var longestWords: [Double]

  private static let plain = PaperStyle(1)
  private static let bold = PaperStyle(1, bold: true)
  /// Letters that are not plain are laid out, and large, so that rounding does not show.
  private static let large = 10.0
  /// Words longer than this may break: about thirty letters.
  private static let longestWord = 17.0
  /// The least that a text is given where it has more.
  private static let leastText = 7.0

  init(_ report: Report, _ language: Language, _ typesetter: Typesetter) {
    self.typesetter = typesetter
    columns = report.columns.map { _ in Column() }
    longestWords = report.columns.map { _ in 0 }
    let tiyn = report.columnsWithTiyn
    let isGrouped = report.hasTitledGroups
    for group in report.groups {
      for row in group.rows {
        measure(report.shown(row, language, tiyn: tiyn), report, Self.plain, indented: isGrouped)
      }
      if let subtotal = group.subtotal {
        let texts = report.shown(subtotal, language, tiyn: tiyn)
        let labelled = TextTable.labelled(texts, Wording.subtotal[language])
        measure(labelled, report, Self.bold, indented: isGrouped)
      }
    }
    if let total = report.total {
      let texts = report.shown(total, language, tiyn: tiyn)
      let labelled = TextTable.labelled(texts, Wording.total[language])
      measure(labelled, report, Self.bold, indented: false)
    }
    for (index, column) in report.columns.enumerated() {
      finish(index, column.kind, titled: column.title[language])
    }
  }

  private mutating func measure(
    _ texts: [String], _ report: Report, _ style: PaperStyle, indented: Bool
  ) {
    for (index, text) in texts.enumerated() {
      if columns[index].isPlain, !Typesetter.isPlain(text) { columns[index].isPlain = false }
      // The indent does not shrink with the letters, and one of a point is ample for those of six.
      let shift = indented && index == 0 ? PDFColumns.indent / 6 : 0
      let width = width(of: text, style) + shift
      columns[index].widest = max(columns[index].widest, width)
      if report.columns[index].kind == .text, width > longestWords[index] {
        longestWords[index] = max(longestWords[index], longestWord(of: text, style) + shift)
      }
    }
  }

  private mutating func finish(
    _ index: Int, _ kind: Report.Column.Kind, titled title: String
  ) {
    let widest = columns[index].widest
    let word = min(longestWord(of: title, Self.bold), Self.longestWord)
    let whole = width(of: title, Self.bold)
    let cells = kind == .text ? min(widest, max(longestWords[index], Self.leastText)) : widest
    columns[index].least = max(word, min(cells, kind == .text ? Self.longestWord : widest))
    columns[index].natural = max(columns[index].least, widest, min(whole, max(word, whole / 2)))
  }

  private func width(of text: String, _ style: PaperStyle) -> Double {
    guard !text.isEmpty else { return 0 }
    let large = PaperStyle(Self.large, bold: style.isBold)
    return typesetter.width(of: text, large) / Self.large
  }

  private func longestWord(of text: String, _ style: PaperStyle) -> Double {
    let words = text.unicodeScalars.split(separator: " ")
    return words.map { width(of: String($0), style) }.max() ?? 0
  }
}
