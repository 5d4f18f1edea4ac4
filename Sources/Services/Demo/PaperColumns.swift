internal import Domain

/// The six columns of a name on an intake form.
struct PaperColumns {
  var main = (family: "", given: "", patronymic: "")
  var latin = (family: "", given: "")
  var native = ""

  /// The longest surname and given names that a card's machine-readable line holds (TD1).
  private static let zoneLength = 30

  /// Puts the given name first, in one alphabet or both.
  mutating func swapOrder(_ random: inout SeededRandom) {
    let both = random.chance(600)
    if !main.given.isEmpty { main = (main.given, main.family, main.patronymic) }
    if main.given.isEmpty || both { latin = (latin.given, latin.family) }
  }

  /// Puts Latin where Cyrillic would stand; false where there is none.
  mutating func moveLatin() -> Bool {
    guard !latin.given.isEmpty else { return false }
    main = (latin.family, latin.given, "")
    latin = ("", "")
    return true
  }

  /// Writes Cyrillic in capitals; false where there is none.
  mutating func capitalise() -> Bool {
    guard NameScript.of(main.given) == .cyrillic else { return false }
    main = (main.family.uppercased(), main.given.uppercased(), main.patronymic.uppercased())
    return true
  }

  /// Writes given name and father's name as a card's line does; false where all of it fits.
  mutating func runIntoZone(father: String) -> Bool {
    guard !father.isEmpty, !latin.family.isEmpty, !latin.given.isEmpty else { return false }
    let room = Self.zoneLength - latin.family.count - 2
    let whole = "\(latin.given) \(father)"
    guard whole.count > room, room >= latin.given.count - 3, room > 3 else { return false }
    latin.given = String(whole.prefix(room))
    if latin.given.last == " " { latin.given.removeLast() }
    return true
  }

  /// Writes the columns into a row; what is empty here is empty there.
  func fill(_ row: inout IntakeRow) {
    row[.familyName] = main.family
    row[.givenName] = main.given
    row[.patronymic] = main.patronymic
    row[.familyNameLatin] = latin.family
    row[.givenNameLatin] = latin.given
    row[.nameNative] = native
  }
}

/// One slip of the pen in one word.
enum TypingError {
  private static let alphabets: [NameScript: [Character]] = [
    .latin: Array("aeioubdgjklmnrstyz"), .cyrillic: Array("аеиоубдгжзклмнрсты"),
    .arabic: Array("ابتجدرزسقكلمنوىي"),
  ]

  /// False where no word is long enough to be told with a letter wrong.
  static func strike(_ columns: inout PaperColumns, _ random: inout SeededRandom) -> Bool {
    let words = [
      columns.main.family, columns.main.given, columns.main.patronymic, columns.latin.family,
      columns.latin.given, columns.native,
    ]
    let places = words.indices.filter { words[$0].count >= 5 }
    guard !places.isEmpty else { return false }
    let place = places[random.below(places.count)]
    let wrong = mistype(words[place], &random)
    switch place {
    case 0: columns.main.family = wrong
    case 1: columns.main.given = wrong
    case 2: columns.main.patronymic = wrong
    case 3: columns.latin.family = wrong
    case 4: columns.latin.given = wrong
    default: columns.native = wrong
    }
    return wrong != words[place]
  }

  /// A letter replaced, left out, doubled, or changed with the one behind it.
  static func mistype(_ word: String, _ random: inout SeededRandom) -> String {
    var letters = Array(word)
    // The first letter is looked at while one writes it.
    let place = 1 + random.below(letters.count - 2)
    guard letters[place].isLetter else { return word }
    switch random.below(10) {
    case 0..<4:
      let alphabet = alphabets[NameScript.of(word)] ?? letters
      let letter = alphabet[random.below(alphabet.count)]
      letters[place] = letters[place].isUppercase ? Character(letter.uppercased()) : letter
    case 4..<7: letters.remove(at: place)
    case 7: letters.insert(letters[place], at: place)
    default: letters.swapAt(place, place + 1)
    }
    return String(letters)
  }
}
