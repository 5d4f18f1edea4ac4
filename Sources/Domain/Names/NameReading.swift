/// All words of one ``PersonName``, each with the role it has on the paper.
package struct NameReading: Hashable, Sendable {
  package enum Role: String, Hashable, Sendable { case family, given, father, unknown }

  /// A word and where it stands.
  package struct Part: Hashable, Sendable {
    package let role: Role
    package let word: NameWord

    package init(role: Role, word: NameWord) {
      self.role = role
      self.word = word
    }
  }

  package let script: NameScript
  /// In the order of the paper: family, given, father, or as the full name has them.
  ///
  /// Syllables written apart are one word, and «ұлы» apart belongs to the word before it. Words
  /// of a full name are ``Role/unknown``, but those whose ending tells what they are.
  package let words: [Part]

  package init(_ name: PersonName) {
    script = name.script
    var tokens: [Token] = []
    Self.split(name.familyName, .family, into: &tokens)
    Self.split(name.givenName, .given, into: &tokens)
    let isFull = Self.fillsZone(tokens)
    let last = tokens.count - 1
    Self.split(name.patronymic, .father, into: &tokens)
    if tokens.isEmpty { Self.split(name.fullName, .unknown, into: &tokens) }
    // One paper has one romanisation: a word that is no pinyin speaks for the others, unless
    // one of them can be nothing else; then it is pinyin with a slip.
    let isPinyin = tokens.contains(where: \.isSurelyPinyin)
    let mayBePinyin =
      isPinyin || tokens.allSatisfy { $0.letters.script != .latin || $0.syllables > 0 }
    var parts: [Part] = []
    parts.reserveCapacity(tokens.count)
    for (place, token) in tokens.enumerated() {
      let isLoose = isPinyin && token.letters.script == .latin && token.syllables == 0
      let word = NameWord(
        token.letters, folded: token.folded, role: token.role, followedBy: token.apart,
        mayBeCut: isFull && place == last,
        pinyin: (mayBePinyin || token.addsVowel) && (isLoose || token.syllables > 0)
          ? PinyinReader(token.letters, isLoose: isLoose) : nil)
      parts.append(Part(role: Self.role(of: token, word), word: word))
    }
    words = parts
  }

  /// A word as it was cut from its field.
  private struct Token {
    var role: Role
    var letters: WordLetters
    var folded: String
    /// How many syllables of pinyin it is; 0 where it is none.
    var syllables = 0
    var isSurelyPinyin = false
    /// It ends as Chinese has to where a Kazakh name ends on a consonant.
    var addsVowel = false
    /// The ending that was written apart behind it.
    var apart: NameEnding?
  }

  /// An ending tells what a word of a full name is.
  private static func role(of token: Token, _ word: NameWord) -> Role {
    guard token.role == .unknown else { return token.role }
    return switch word.ending {
    case .fatherSon, .fatherDaughter: .father
    case .surname where word.whole.isEmpty: .family
    default: .unknown
    }
  }

  private static func split(_ text: String?, _ role: Role, into tokens: inout [Token]) {
    guard let text, !text.isEmpty else { return }
    let first = tokens.count
    var folder = NameFolder(capacity: text.utf8.count + 4)
    var letters = WordLetters()
    var start = 0
    for scalar in text.unicodeScalars {
      folder.append(scalar)
      if folder.wordStart == start {
        letters.append(scalar)
      } else {
        let bytes = folder.bytes[start..<folder.wordStart - 1]
        take(letters, String(decoding: bytes, as: UTF8.self), role, since: first, &tokens)
        start = folder.wordStart
        letters.removeAll()
      }
    }
    let bytes = folder.finish()
    if bytes.count > start {
      let folded = String(decoding: bytes[start...], as: UTF8.self)
      take(letters, folded, role, since: first, &tokens)
    }
    joinSyllables(since: first, &tokens)
    nameFathers(since: first, &tokens)
  }

  /// In a field that holds more than the name it is for, a word that surely ends as a father's
  /// name is one: the given name «Серік Асанұлы».
  private static func nameFathers(since first: Int, _ tokens: inout [Token]) {
    guard tokens.count - first > 1 else { return }
    for place in first..<tokens.count where tokens[place].role != .father {
      let token = tokens[place]
      let ending = EndingReader(NameWord.read(token.letters), role: .unknown)
      let isFathers = token.apart ?? (ending?.isCertain == true ? ending?.ending : nil)
      if isFathers == .fatherSon || isFathers == .fatherDaughter { tokens[place].role = .father }
    }
  }

  private static func take(
    _ letters: WordLetters, _ folded: String, _ role: Role, since first: Int,
    _ tokens: inout [Token]
  ) {
    if tokens.count > first, letters.mayBeEnding,
      let ending = EndingReader.isEnding(NameWord.read(letters))
    {
      tokens[tokens.count - 1].apart = ending
      if role == .unknown { tokens[tokens.count - 1].role = .father }
      return
    }
    var token = Token(role: role, letters: letters, folded: folded)
    if letters.script == .latin, let reader = PinyinReader(letters) {
      token.syllables = reader.syllables
      token.isSurelyPinyin = reader.isSure
      token.addsVowel = reader.syllables > 2 && PinyinSyllable.isLoneConsonant(letters)
    }
    tokens.append(token)
  }

  /// «Nu er lan» is Nuerlan: words that are one syllable each.
  private static func joinSyllables(since first: Int, _ tokens: inout [Token]) {
    guard tokens.count - first > 1 else { return }
    for place in first..<tokens.count {
      guard tokens[place].syllables == 1, tokens[place].apart == nil else { return }
    }
    for place in first + 1..<tokens.count {
      tokens[first].letters.append(tokens[place].letters)
      tokens[first].folded += tokens[place].folded
      tokens[first].syllables += 1
    }
    tokens.removeSubrange((first + 1)...)
  }

  /// Whether the names fill the field of a machine-readable zone: 39 characters in a passport,
  /// 31 or 30 on a card (ICAO Doc 9303, parts 4 to 6).
  private static func fillsZone(_ tokens: [Token]) -> Bool {
    guard let last = tokens.last, last.letters.script == .latin else { return false }
    var length = tokens.count - 1
    var isTwofold = false
    for token in tokens {
      length += token.letters.count
      if token.role != last.role { isTwofold = true }
    }
    if isTwofold { length += 1 }
    return length == 39 || length == 31 || length == 30
  }
}
