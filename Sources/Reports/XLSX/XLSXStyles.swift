import Domain
import Spreadsheet

/// How the cells of a table look, by column and by the part that their row plays.
struct XLSXStyles {
  enum Role { case plain, subtotal, total }

  private let columns: [Report.Column]
  private let datePattern: String

  init(_ report: Report, _ language: Language) {
    columns = report.columns
    datePattern = Notation(language).datePattern
  }

  func head(_ index: Int) -> CellStyle {
    CellStyle().with {
      $0.isBold = true
      $0.isShaded = true
      $0.wraps = true
      $0.below = .thin
      $0.alignment = columns[index].kind.isNumeric ? .end : .start
    }
  }

  var group: CellStyle {
    CellStyle().with {
      $0.isBold = true
      $0.below = .hair
    }
  }

  func cell(_ index: Int, _ role: Role, _ cell: Cell) -> CellStyle {
    CellStyle().with {
      $0.number = format(of: cell, in: columns[index].kind)
      $0.alignment = columns[index].kind.isNumeric ? .end : .start
      $0.isBold = role != .plain
      if role == .subtotal { $0.above = .hair }
      if role == .total {
        $0.above = .thin
        $0.below = .thin
      }
    }
  }

  /// Text stays text: the twelve digits of an IIN are no number.
  private func format(of cell: Cell, in kind: Report.Column.Kind) -> String? {
    switch cell {
    case .count: "#,##0"
    case .money: "#,##0.00"
    case .percent: "0.0%"
    case .decimal(let decimal):
      decimal.places == 0 ? "0" : "0." + String(repeating: "0", count: decimal.places)
    case .date: datePattern
    case .text, .localized, .moment: "@"
    case .unknown, .suppressed, .empty: kind == .text || kind == .code ? "@" : nil
    }
  }
}
