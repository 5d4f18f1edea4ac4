internal import Domain

/// A text in an officer's own words.
enum FreeText {
  /// Throws `field.value` for a blank text or a control character, and `field.too-long`.
  static func check(_ text: String?, _ what: String) throws(Failure) {
    guard let text else { return }
    guard text.contains(where: { $0 != " " }) else {
      throw Failure(.fieldValue, "\(what) is empty")
    }
    guard text.count <= IntakeReader.longestText else {
      throw Failure(
        .fieldTooLong, "\(what) is longer than \(IntakeReader.longestText) characters")
    }
    guard !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      throw Failure(.fieldValue, "\(what) contains a control character")
    }
  }
}
