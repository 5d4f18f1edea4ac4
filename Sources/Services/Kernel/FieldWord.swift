import Domain

/// A field of a file that holds one of some words.
enum FieldWord {
  /// Throws `field.value` with the words that it may hold.
  static func read<Word: CaseIterable & RawRepresentable<String>>(
    _ text: String, as type: Word.Type
  ) throws(Failure) -> Word {
    guard let word = Word(rawValue: text) else {
      let words = type.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(.fieldValue, "“\(text.shown)” is none of \(words)")
    }
    return word
  }
}
