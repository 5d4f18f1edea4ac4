internal import EmbeddedMessages

/// The words of Kosh in its three languages, from `Messages/*.properties`.
package enum Messages {
  /// The messages of a language, in the order of its file.
  package static func all(in language: Language) -> [(key: String, text: String)] {
    let file = embedded(language)
    return UnsafeBufferPointer(start: file.text, count: file.count)
      .split(separator: UInt8(ascii: "\n"))
      .compactMap { line($0) }
  }

  /// What each key says; a key that a language lacks says itself there.
  static let texts: [String: LocalizedText] = {
    let kk = Dictionary(all(in: .kk), uniquingKeysWith: { first, _ in first })
    let ru = Dictionary(all(in: .ru), uniquingKeysWith: { first, _ in first })
    var texts: [String: LocalizedText] = [:]
    for (key, en) in all(in: .en) {
      texts[key] = LocalizedText(en: en, kk: kk[key] ?? key, ru: ru[key] ?? key)
    }
    return texts
  }()

  private static func embedded(_ language: Language) -> kosh_messages {
    switch language {
    case .en: kosh_messages_en()
    case .kk: kosh_messages_kk()
    case .ru: kosh_messages_ru()
    }
  }

  /// A line `key = text`; nil for a comment.
  private static func line(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> (String, String)? {
    guard bytes.first != UInt8(ascii: "#"),
      let equals = bytes.firstIndex(of: UInt8(ascii: "="))
    else { return nil }
    let key = String(decoding: bytes[..<equals].dropLast(), as: UTF8.self)
    return (key, String(decoding: bytes[(equals + 1)...].dropFirst(), as: UTF8.self))
  }
}

extension LocalizedText {
  /// The words that the message files have for a key.
  ///
  /// A key that they lack comes out as it is, for a report must not fail for a word; a test holds
  /// the keys of the code against the files.
  package static func message(_ key: String) -> LocalizedText {
    Messages.texts[key] ?? LocalizedText(key)
  }

  /// The words of a key with values in their places: `.message("quota.pace", ["days": .count(9)])`.
  package static func message(_ key: String, _ values: [String: MessageValue]) -> LocalizedText {
    let text = message(key)
    return LocalizedText { language in
      MessagePattern(text[language])?.filled(with: values, in: language) ?? text[language]
    }
  }
}
