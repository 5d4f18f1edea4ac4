internal import Domain
internal import Services
internal import Storage

/// People drawn from a register, and what somebody types who looks for them.
struct FindCast {
  enum Kind {
    /// As registered, with two words or with the father's name too.
    case exact
    /// The first four letters of one word.
    case start
    case slip(Slip)
    case hand(NameSpeller.Hand)
    /// Pinyin composed by rules, of names whose Chinese spelling is in no list.
    case madePinyin

    /// Papers of China have no surname: the father's name stands beside the given name.
    var isOfChina: Bool {
      switch self {
      case .hand(.arabic), .hand(.pinyin), .madePinyin: true
      default: false
      }
    }

    var name: String {
      switch self {
      case .exact: "exact"
      case .start: "start"
      case .slip(let slip): "error.\(slip.rawValue)"
      case .hand(let hand): "script.\(hand.rawValue)"
      case .madePinyin: "script.pinyin-made"
      }
    }
  }

  enum Slip: String, CaseIterable { case insert, delete, substitute, transpose }

  static let sets: [Kind] =
    [.exact, .start] + Slip.allCases.map(Kind.slip) + NameSpeller.Hand.allCases.map(Kind.hand)
    + [.madePinyin]

  struct Question {
    var text: String
    var person: Number<Person>
    /// Which words were taken, and how many people of the register bear them.
    var key: Key
    var bearers: Int
  }

  /// Names by their place in the list of those met; -1 for one that is not used.
  struct Key: Hashable {
    var given: Int32
    var surname: Int32
    var father: Int32

    var withoutSurname: Key { Key(given: given, surname: -1, father: father) }
  }

  private struct Drawn {
    var person: Number<Person>
    var name: PersonName
    var known: NameSpeller.Known
  }

  private var drawn: [Drawn] = []
  private var keys: [Int64: Key] = [:]
  private var places: [String: Int32] = [:]
  private var bearers: [Key: Int] = [:]
  /// Every word of a name in the register, folded.
  private let words: Set<String>
  private let seed: UInt64

  init(_ register: Register, seed: UInt64, count: Int) throws(Failure) {
    self.seed = seed
    let speller = NameSpeller(try .embedded())
    let people = try register.database.read { (transaction) throws(Failure) in
      try transaction.all(
        """
        SELECT n.person_id, r.sex, n.family_name, n.given_name, n.patronymic FROM person_name AS n
        JOIN person_record AS r ON r.person_id = n.person_id
        WHERE n.script = 'Cyrl' AND n.given_name IS NOT NULL
        """
      ) { (row: inout Row) in
        let number = Number<Person>(raw: row.integer())
        let isFemale = row.text() == "F"
        let name = PersonName(
          script: .cyrillic, familyName: row.optionalText(), givenName: row.optionalText(),
          patronymic: row.optionalText())
        return (number, isFemale, name)
      }
    }
    words = Set(
      try register.database.read { (transaction) throws(Failure) in
        try transaction.all("SELECT text FROM name_token") { (row: inout Row) in row.text() }
      })
    keys.reserveCapacity(people.count)
    for (number, isFemale, name) in people {
      guard let known = speller.read(name, isFemale: isFemale) else { continue }
      let key = Key(
        given: place(known.given), surname: place(known.surname), father: place(known.father))
      keys[number.raw] = key
      for isWithFather in key.surname >= 0 && key.father >= 0 ? [false, true] : [false] {
        bearers[Self.used(key, isWithFather), default: 0] += 1
      }
      if key.surname >= 0, key.father >= 0 {
        bearers[key.withoutSurname, default: 0] += 1
      }
    }
    var random = SeededRandom(seed: seed)
    while drawn.count < count {
      let (number, isFemale, name) = people[random.below(people.count)]
      guard let known = speller.read(name, isFemale: isFemale) else { continue }
      drawn.append(Drawn(person: number, name: name, known: known))
    }
  }

  private mutating func place(_ text: String?) -> Int32 {
    guard let text else { return -1 }
    if let known = places[text] { return known }
    places[text] = Int32(places.count)
    return Int32(places.count - 1)
  }

  /// Family and given name, or given and father's name where there is no surname.
  private static func used(_ key: Key, _ isWithFather: Bool) -> Key {
    if isWithFather || key.surname < 0 { return key }
    return Key(given: key.given, surname: key.surname, father: -1)
  }

  /// Every second question names the father too, where he is known beside a surname.
  func questions(_ kind: Kind) -> [Question] {
    var random = SeededRandom(seed: seed, stream: 7)
    return drawn.enumerated().compactMap { index, one in
      let key = keys[one.person.raw] ?? Key(given: -1, surname: -1, father: -1)
      let isWithFather = index % 2 == 1 && key.surname >= 0 && key.father >= 0
      var used = Self.used(key, isWithFather)
      if kind.isOfChina, key.father >= 0 { used = key.withoutSurname }
      let name = one.name
      let words = [
        name.familyName, name.givenName,
        isWithFather || key.surname < 0 ? name.patronymic : nil,
      ].compactMap(\.self)
      let text =
        switch kind {
        case .exact: words.joined(separator: " ")
        case .start: String(words[random.below(words.count)].prefix(4))
        case .slip(let slip): strike(slip, words, &random)
        case .hand(.pinyin) where !one.known.hasPinyin: ""
        case .madePinyin where one.known.hasPinyin: ""
        case .madePinyin: one.known.text(in: .pinyin, father: isWithFather)
        case .hand(let hand): one.known.text(in: hand, father: isWithFather)
        }
      guard !text.isEmpty else { return nil }
      return Question(text: text, person: one.person, key: used, bearers: bearers[used] ?? 0)
    }
  }

  /// Whether somebody bears the names that were taken, as somebody other may.
  func bears(_ person: Number<Person>, _ question: Question) -> Bool {
    guard let key = keys[person.raw] else { return false }
    let asked = question.key
    return key.given == asked.given && (asked.surname < 0 || key.surname == asked.surname)
      && (asked.father < 0 || key.father == asked.father)
  }

  private static let letters = Array("аеиоубдгжзклмнрстыпв")

  /// One slip in one word of at least four letters, anywhere but at its first letter.
  ///
  /// What makes another name of the register is no slip that a search could see: it is not taken.
  private func strike(_ slip: Slip, _ words: [String], _ random: inout SeededRandom) -> String {
    let long = words.indices.filter { words[$0].count >= 4 }
    guard !long.isEmpty else { return "" }
    for _ in 0..<20 {
      let place = long[random.below(long.count)]
      var word = Array(words[place])
      let at = 1 + random.below(word.count - 2)
      let letter = Self.letters[random.below(Self.letters.count)]
      switch slip {
      case .insert: word.insert(letter, at: at)
      case .delete: word.remove(at: at)
      case .substitute: word[at] = letter
      case .transpose: word.swapAt(at, at + 1)
      }
      let struck = String(word)
      guard !self.words.contains(NameFolding.folded(struck)) else { continue }
      var words = words
      words[place] = struck
      return words.joined(separator: " ")
    }
    return ""
  }
}
