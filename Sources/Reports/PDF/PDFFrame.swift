import Paper

/// The part of a sheet that is printed on, and the letters it is set in.
struct PDFFrame {
  let size: PaperSize
  let left = 42.0
  let top = 42.0

  static let title = PaperStyle(14, bold: true)
  static let fact = PaperStyle(9)
  static let heading = PaperStyle(9, bold: true)
  static let note = PaperStyle(8)
  static let noteIndent = 17.0
  static let foot = PaperStyle(7.5)

  init(_ size: PaperSize) { self.size = size }

  var right: Double { size.width - left }
  var width: Double { size.width - 2 * left }
  /// Where the text ends; the foot of the page stands below.
  var bottom: Double { size.height - 62 }
  var height: Double { bottom - top }
}
