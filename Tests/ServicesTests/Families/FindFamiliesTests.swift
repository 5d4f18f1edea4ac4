import Domain
import Services
import Storage
import TestSupport
import Testing

@Suite struct FindFamiliesTests {
  static let found: [(text: String, by: FoundPerson.Way?, count: Int)] = [
    ("Ерлан", .name, 1), ("ерлан қасымов", .name, 1), ("KASYMOV", .name, 1),
    ("Қасым", .name, 1), ("850615300012", .iin, 1), ("8506 1530 0012", .iin, 1),
    ("NA-1", .document, 1), ("na-1", .document, 1), ("n a-1", .document, 1),
    // Н and А as on a Cyrillic keyboard; nothing is taken for a digit.
    ("НА-1", .document, 0), ("NА-1", .document, 1), ("NA-l", .name, 0),
    ("850615300013", nil, 0), ("85061530001", nil, 0), ("NA-2", nil, 0),
    ("nobody", nil, 0), ("", nil, 0), ("'", nil, 0), ("%", nil, 0),
  ]

  @Test func `a family is found once by any name, paper or number`() throws {
    let register = try TestRegister()
    let family = try register.register(Samples.family("A-1").with(.iin, "850615300012"))
    for (text, by, count) in Self.found {
      let matches = try register.answer(FindFamilies(text: text))
      #expect(matches.count == count, "\(text)")
      #expect(matches.allSatisfy { $0.family == family && $0.by == by }, "\(text)")
    }
    let all = try register.answer(FindFamilies(text: "\(family)"))
    #expect(all.map(\.relation) == [.head])
    let members = try register.answer(FindPersons(text: "\(family)"))
    #expect(members.map { $0.families[0].relation } == [.head, .spouse, .son])
    #expect(try register.answer(FindPersons(text: "Қасымов", limit: 2)).count == 2)
  }

  /// People by their names: family, given, father's name.
  static let people = [
    "Нұрланов Нұрлан Серікұлы", "Нұрланова Айгүл Асанқызы", "Садыков Нурлен Маратович",
    "Серіков Ерлан Нұрланұлы", "Садыков Асан Серікұлы", "Сағынов Тоқтарбек Әліұлы",
    "Есенов Жақсылық Қуанышұлы", "Қасымов Әлібек Бауыржанұлы",
  ]

  /// What is typed, the families in the order in which they are to come, and how the first words
  /// were met.
  static let ranking: [(text: String, first: [Int], kinds: [NameMeeting.Kind])] = [
    ("нурлан", [0, 1, 3], [.same]), ("НҰРЛАН", [0, 1, 3], [.same]),
    ("NURLAN", [0, 1, 3], [.sound]),
    ("Nuerlan", [0, 2], [.sound]), ("نۇرلان", [0, 1, 3], [.sound]), ("Нурл", [0], [.beginning]),
    ("Нурлен", [2, 0], [.same]), ("Нруланов", [0], [.letter]),
    ("садыков асан", [4], [.same, .same]), ("асан садыков", [4], [.same, .same]),
    ("Sadykov Asan", [4], [.sound, .sound]), ("садыкв асан", [4], [.letter, .same]),
    ("Sadıqov Asan", [4], [.sound, .sound]), ("Ашан Садыков", [4], [.letter, .same]),
    ("توقتاربەك", [5], [.sound]), ("Tuo he ta er bie ke", [5], [.sound]),
    ("TUOHETAERBIEKE", [5], [.sound]), ("Toqtar", [5], [.beginning]),
    ("Jiahesileke", [6], [.sound]), ("ZHAKSYLYK ESENOV", [6], [.sound, .sound]),
    // One word of three may be on no paper; one of two must be there.
    ("Қасымов Әлібек Ерланұлы", [7], [.same, .same]), ("Қасымов Ерлан", [], []),
    // Two words typed are two words of a name.
    ("Нұрланов Нұрлан", [0], [.same, .same]), ("нурлан нурлан", [0], [.same, .sound]),
    ("Асан Асан", [], []), ("Айгүл Айгүл", [], []), ("Серік Серік", [], []),
  ]

  static func register() throws -> (TestRegister, [Number<Family>]) {
    let register = try TestRegister()
    let families = try people.enumerated().map { index, name in
      let words = name.split(separator: " ").map(String.init)
      let isFemale = words[2].hasSuffix("қызы")
      return try register.register(
        Samples.family("R-\(index)", count: 1).with(.familyName, words[0])
          .with(.givenName, words[1]).with(.patronymic, words[2])
          .with(.sex, isFemale ? "F" : "M").with(.familyNameLatin, ""))
    }
    return (register, families)
  }

  @Test func `the best come first, in every script and with a letter wrong`() throws {
    let (register, families) = try Self.register()
    for (text, first, kinds) in Self.ranking {
      let matches = try register.answer(FindFamilies(text: text))
      let found = matches.prefix(first.count).map { families.firstIndex(of: $0.family) ?? -1 }
      #expect(found == first, "\(text)")
      if first.isEmpty { #expect(matches.isEmpty, "\(text)") }
      #expect(matches.first.map { $0.found.met.map(\.kind) } ?? [] == kinds, "\(text)")
    }
  }

  @Test func `a person who was merged is found once, under the number it has now`() throws {
    let (register, _) = try Self.register()
    let old = try register.answer(FindPersons(text: "садыков асан"))[0].found.record.number
    let now = try register.answer(FindPersons(text: "Тоқтарбек"))[0].found.record.number
    _ = try register.database.write { (transaction) throws(Failure) in
      try PersonLinkTable.insert(old, into: now, reason: "one person", in: transaction)
    }
    let matches = try register.answer(FindPersons(text: "садыков асан"))
    #expect(matches.map(\.found.record.number) == [now])
    #expect(matches[0].families.count == 2)
    #expect(matches[0].found.names.count == 2)
  }

  static let garbage = [
    "...", "· • ・", "\u{0}", "😀", "👨‍👩‍👧 👩🏽‍🚀",
    "ұлы", "улы қызы", "-", "№", "ъ", "ьъь", "А",
    "а а а а а а а а а а",
    "\u{202E}нал", "ء", "\u{200D}", "李 小龙", String(repeating: "а", count: 200),
    String(repeating: "ab ", count: 200), String(repeating: "😀", count: 200),
    String(repeating: "ы", count: 10_000), "0", "9999999999999999999999", "F-2026-000001-0",
  ]

  @Test func `nothing that can be typed is too much`() throws {
    let (register, _) = try Self.register()
    for text in Self.garbage {
      #expect(throws: Never.self, "\(text.prefix(20))") {
        _ = try register.answer(FindFamilies(text: text))
        _ = try register.answer(FindPersons(text: text, limit: 1))
      }
    }
    #expect(try register.answer(FindFamilies(text: "...")).isEmpty)
  }

  @Test func `a register older than the keys gets them at its first search`() throws {
    let (register, families) = try Self.register()
    try register.database.write { (transaction) throws(Failure) in
      try transaction.run("DELETE FROM name_token_key")
      try transaction.run("INSERT INTO name_token_unkeyed (token_id) SELECT id FROM name_token")
    }
    let matches = try register.answer(FindFamilies(text: "Sadykov Asan"))
    #expect(matches.map(\.family) == [families[4]])
    #expect(try register.integer("SELECT count(*) FROM name_token_unkeyed") == 0)
  }
}
