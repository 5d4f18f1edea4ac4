/// The names of one person over all papers, sorted by what they may be; made once.
///
/// Matching needs more than an alignment of two papers: what one paper leaves open another
/// explains, and only a name that nothing explains speaks against a pair.
struct NameCard: Sendable {
  private(set) var given: [NameWord] = []
  /// Family names by their ending.
  private(set) var surname: [NameWord] = []
  /// Patronymics.
  private(set) var father: [NameWord] = []
  /// What stands beside a given name and may be either: China writes the father's name there, and
  /// the law lets a father's name stand for the family name.
  private(set) var second: [NameWord] = []
  /// Of the second names, those that stand as family names where the country has family names.
  private(set) var clan: [NameWord] = []
  /// A full name in one word, which may be two that were run together.
  private(set) var runTogether: [NameWord] = []

  /// `isCrossed` takes each paper to have given and family name in each other's place;
  /// `hasClans` says that the person's country does not write the father's name for a family name.
  init(_ names: [NameReading], isCrossed: Bool, hasClans: Bool) {
    for name in names { take(name.words, isCrossed: isCrossed) }
    if !hasClans { clan = [] }
    // What then stands as the given name and is the father's was no exchange.
    let isFathers = given.contains { word in
      father.contains { NameComparison.likeness(word, $0) >= NameComparison.same }
    }
    if isCrossed, isFathers { given = [] }
  }

  private mutating func take(_ parts: [NameReading.Part], isCrossed: Bool) {
    var givens = parts.filter { $0.role == .given }.map(\.word)
    var families = parts.filter { $0.role == .family }.map(\.word)
    var unknown = parts.filter { $0.role == .unknown }.map(\.word)
    let isFamilyField = !givens.isEmpty && !families.isEmpty
    for part in parts where part.role == .father { Self.add(part.word, to: &father) }
    if unknown.isEmpty, givens.isEmpty != families.isEmpty, givens.count + families.count > 1 {
      // A field that holds the whole name tells no more than a full name does.
      unknown = givens + families
      (givens, families) = ([], [])
    }
    if givens.isEmpty {
      // “Given father” is the order of China; of three words the second is the given name.
      let place = unknown.count > 2 ? 1 : 0
      for (index, word) in unknown.enumerated() {
        if index == place { givens.append(word) } else { families.append(word) }
      }
      if parts.count == 1, let only = unknown.first { Self.add(only, to: &runTogether) }
    } else {
      families += unknown
    }
    if isCrossed != Self.isPlainlyCrossed(givens, families) {
      // A family name in the field of the given name still has its ending; and what has one is no
      // given name.
      (givens, families) = (families.filter { !Self.isSurname($0) }, givens.map(Self.asFamily))
    }
    if givens.count > 1 { Self.add(NameWord(joining: givens), to: &given) }
    for word in givens { Self.add(word, to: &given) }
    for word in families {
      if Self.isSurname(word) {
        Self.add(word, to: &surname)
      } else {
        Self.add(word, to: &second)
        let isClan = isFamilyField && word.pinyin.isEmpty && word.script != .arabic
        if isClan { Self.add(word, to: &clan) }
      }
    }
  }

  /// Whether the field of the given name has a family name's ending, and the other has none.
  private static func isPlainlyCrossed(_ givens: [NameWord], _ families: [NameWord]) -> Bool {
    guard givens.count == 1, families.count == 1, !isSurname(families[0]) else {
      return false
    }
    let folded = givens[0].folded
    guard Self.endings.contains(where: { folded.hasSuffix($0) }) else { return false }
    return isSurname(asFamily(givens[0]))
  }

  private static let endings = ["ов", "ова", "ев", "ева", "ov", "ova", "ev", "eva"]

  /// Whether a word ends as family names do; Ерлан and Мадина end so by themselves.
  private static func isSurname(_ word: NameWord) -> Bool {
    word.ending == .surname && word.whole.isEmpty
  }

  private static func asFamily(_ word: NameWord) -> NameWord {
    let name = PersonName(script: word.script, familyName: word.folded)
    return NameReading(name).words.first?.word ?? word
  }

  /// Words that sound alike are compared once.
  private static func add(_ word: NameWord, to words: inout [NameWord]) {
    let isThere = words.contains { known in
      known.stem == word.stem && known.whole == word.whole && !known.stem.isEmpty
        && (word.pinyin.isEmpty || known.pinyin == word.pinyin)
    }
    if !isThere { words.append(word) }
  }

  /// Whether the second name is known to be no father's name, as it is the root of the family name.
  var showsRoot: Bool {
    second.contains { word in
      surname.contains { NameComparison.likeness(word, $0) >= NameComparison.same }
    }
  }

  /// The same, with a father who is a member of the family.
  func with(kinFather: [NameWord]) -> NameCard {
    var card = self
    for word in kinFather { Self.add(word, to: &card.father) }
    return card
  }

  /// Given and second name said as one word, in both orders.
  var joined: [NameWord] {
    var words: [NameWord] = []
    for given in given {
      for other in second + surname + father {
        words.append(NameWord(joining: [given, other]))
        words.append(NameWord(joining: [other, given]))
      }
    }
    return words
  }
}
