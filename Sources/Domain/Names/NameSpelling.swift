/// A word as it stands in a text, found by its folded form.
enum NameSpelling {
  /// Nil where the word is written in several parts.
  static func find(_ folded: String, in text: String) -> String? {
    for piece in text.split(whereSeparator: { !($0.isLetter || $0.isNumber || isInside($0)) }) {
      if NameFolding.folded(String(piece)) == folded { return String(piece) }
    }
    return nil
  }

  private static func isInside(_ letter: Character) -> Bool {
    if "'`’‘ʻʼ′".contains(letter) { return true }
    return letter.unicodeScalars.allSatisfy(\.properties.isDefaultIgnorableCodePoint)
  }
}
