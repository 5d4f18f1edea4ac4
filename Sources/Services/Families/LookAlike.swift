/// Numbers of documents that look the same on paper.
///
/// Passports of the former Union carry letters that both alphabets have. O and 0 are not taken for
/// one another: either may stand in a number.
enum LookAlike {
  private static let cyrillic = Array("АВЕКМНОРСТУХІ")
  private static let latin = Array("ABEKMHOPCTYXI")

  /// In capitals and without spaces: as it is, all in Latin, all in Cyrillic; each once.
  static func spellings(of text: String) -> [String] {
    let plain = text.uppercased().filter { !$0.isWhitespace }
    var spellings = [plain]
    for other in [write(plain, cyrillic, latin), write(plain, latin, cyrillic)]
    where !spellings.contains(other) {
      spellings.append(other)
    }
    return spellings
  }

  private static func write(_ text: String, _ from: [Character], _ to: [Character]) -> String {
    String(text.map { letter in from.firstIndex(of: letter).map { to[$0] } ?? letter })
  }
}
