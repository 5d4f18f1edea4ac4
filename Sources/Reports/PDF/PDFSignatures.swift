import Domain
import Paper

/// The place where a report is signed and stamped, with lines to write on.
enum PDFSignatures {
  static let height = 30 + 3 * step + 22

  private static let step = 31.0
  private static let label = PaperStyle(9)
  private static let small = PaperStyle(6.5)

  private static let roles: [LocalizedText] = [
    .message("signature.prepared"),
    .message("signature.checked"),
    .message("signature.approved"),
  ]
  private static let captions: [LocalizedText] = [
    .message("signature.position"),
    .message("signature.signature"),
    .message("signature.name"),
  ]
  private static let stamp = LocalizedText.message("signature.stamp")
  private static let date = LocalizedText.message("signature.date")

  static func draw(_ language: Language, on paper: PaperDocument, _ frame: PDFFrame, y: Double) {
    let first = frame.left + 84
    let gap = 16.0
    let width = (min(frame.right, frame.left + 520) - first - 2 * gap) / 3
    var line = y + 30
    for role in roles {
      paper.draw(role[language], label, x: frame.left, y: line - 11)
      for (index, caption) in captions.enumerated() {
        let x = first + Double(index) * (width + gap)
        paper.line(from: (x, line), to: (x + width, line), width: 0.5)
        paper.draw(
          "(\(caption[language]))", small, x: x + width / 2, y: line + 1, .centre, grey: 0.35)
      }
      line += step
    }
    paper.draw(stamp[language], label, x: frame.left, y: line - 6)
    paper.draw(date[language], label, x: first, y: line - 6)
    let after = paper.typesetter.width(of: date[language], label) + 8
    paper.line(from: (first + after, line + 5), to: (first + width, line + 5), width: 0.5)
  }
}
