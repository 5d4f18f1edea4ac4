/// What somebody types to find a person: words of a name, whole or begun, in any script and order.
package struct NameQuery: Hashable, Sendable {
  /// Longer texts and more words than a name has are cut.
  package static let longest = 200
  package static let mostWords = 8

  package struct Word: Hashable, Sendable {
    /// As it was typed.
    package let text: String
    package let role: NameReading.Role
    package let word: NameWord
  }

  /// In the order in which they were typed; empty where the text has no letter.
  package let words: [Word]

  package init(_ text: String) {
    let text = String(text.prefix(Self.longest))
    let reading = NameReading(PersonName(script: NameScript.of(text), fullName: text))
    words = reading.words.prefix(Self.mostWords).map { part in
      Word(
        text: NameSpelling.find(part.word.folded, in: text) ?? part.word.folded, role: part.role,
        word: part.word)
    }
  }

  /// The same text with each of its words taken alone, where it was read as fewer.
  ///
  /// “Li Wei” is read as one name of two syllables, and papers part it into family and given name.
  package init?(apart text: String) {
    let parts = text.prefix(Self.longest).split(whereSeparator: \.isWhitespace)
    let apart = parts.flatMap { NameQuery(String($0)).words }
    guard apart.count > NameQuery(text).words.count else { return nil }
    words = Array(apart.prefix(Self.mostWords))
  }

  /// Two of its words could meet the same word of a name.
  package var hasTwins: Bool {
    for (place, one) in words.enumerated() {
      for other in words[..<place] where NameMeeting(one.word, other.word) != nil { return true }
      for other in words[..<place] where NameMeeting(other.word, one.word) != nil { return true }
    }
    return false
  }

  /// How many of its words a person must bear: of three or more, one may be on no paper.
  package var needed: Int { words.count < 3 ? words.count : words.count - 1 }

  /// How well a person's names meet the query; nil where too few of its words are met.
  ///
  /// A word of the names is met by one word of the query at most, however many papers have it.
  /// `rarities` are the words' weights in the score, one for each word, from 1 up.
  package func meet(_ names: [PersonName], rarities: [Int]) -> NameHit? {
    let borne = BorneWord.all(of: names)
    var meetings: [[NameHit.Met?]] = []
    for word in words { meetings.append(borne.map { $0.meeting(word) }) }
    let chosen = Self.assign(meetings, rarities)
    let met = chosen.compactMap(\.self)
    guard !met.isEmpty, met.count >= needed else { return nil }
    var sum = 0
    for (met, rarity) in zip(chosen, rarities) { sum += (met?.weight ?? 0) * rarity }
    return NameHit(score: sum / max(1, rarities.reduce(0, +)), met: met)
  }

  /// The choice of at most one borne word for each word sought that weighs most.
  private static func assign(_ meetings: [[NameHit.Met?]], _ rarities: [Int]) -> [NameHit.Met?] {
    // Words that nobody seeks are left out; a person has few others.
    let places = (meetings.first?.indices ?? 0..<0).filter { place in
      meetings.contains { $0[place] != nil }
    }.prefix(8)
    var best = [Int](repeating: -1, count: 1 << places.count)
    best[0] = 0
    var choices: [[Int]] = []
    for (word, row) in meetings.enumerated() {
      var next = best
      var choice = [Int](repeating: -1, count: best.count)
      for (bit, place) in places.enumerated() {
        guard let met = row[place] else { continue }
        let worth = met.weight * rarities[word]
        for mask in best.indices where mask >> bit & 1 == 0 && best[mask] >= 0 {
          let taken = mask | 1 << bit
          if best[mask] + worth > next[taken] {
            (next[taken], choice[taken]) = (best[mask] + worth, bit)
          }
        }
      }
      best = next
      choices.append(choice)
    }
    var mask = 0
    for candidate in best.indices where best[candidate] > best[mask] { mask = candidate }
    var chosen: [NameHit.Met?] = []
    for (word, choice) in choices.enumerated().reversed() {
      let bit = choice[mask]
      chosen.append(bit < 0 ? nil : meetings[word][places[bit]])
      if bit >= 0 { mask &= ~(1 << bit) }
    }
    return chosen.reversed()
  }
}
