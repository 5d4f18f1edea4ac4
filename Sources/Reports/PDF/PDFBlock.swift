/// A piece of a report that is never divided between pages.
struct PDFBlock {
  enum Piece {
    case title
    case fact(Int)
    case space
    case groupTitle(Int)
    case row(group: Int, row: Int)
    case subtotal(group: Int)
    case total
    case noRows
    case chart(Int, PDFChartPart)
    case heading(String)
    case note(Int, String)
    case signatures

    /// Whether the head of the table stands above it on every page.
    var isOfTable: Bool {
      switch self {
      case .groupTitle, .row, .subtotal, .total, .noRows: true
      default: false
      }
    }

    var isHeading: Bool {
      if case .heading = self { true } else { false }
    }

    /// The group whose title is said again where this is the first piece of a page.
    var continuedGroup: Int? {
      switch self {
      case .row(let group, let row): row > 0 ? group : nil
      case .subtotal(let group): group
      default: nil
      }
    }
  }

  let piece: Piece
  let height: Double
  /// Whether it is worth nothing at the bottom of a page without what follows.
  var keepsWithNext = false
}
