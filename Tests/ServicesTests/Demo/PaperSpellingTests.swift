import Domain
import Testing

@testable import Services

/// How papers of other offices spell a name.
@Suite("Spellings of other papers")
struct PaperSpellingTests {
  static let letters: [(table: LetterTable, name: String, written: String)] = [
    (.icao, "Қайрат", "Kairat"), (.icao, "Үсен", "Usen"), (.russian, "Гүлнұр", "Гулнур"),
    (.latin2018, "Әсем", "Ásem"), (.latin2018, "Ғалия", "Ǵalııa"), (.latin2021, "Ілияс", "Iliias"),
    (.latin2021, "Ибраһим", "İbrahim"), (.latin2021, "Шоқан", "Şoqan"),
    (.turkish, "Жанар", "Canar"), (.turkish, "Шыңғыс", "Şınğıs"), (.uzbek, "Хасан", "Xasan"),
    (.uzbek, "Өмір", "O'mir"), (.turkmen, "Жеңіс", "Jeňis"), (.turkmen, "Айгүл", "Aýgül"),
    (.mongolianCyrillic, "Қайрат", "Хайрат"), (.mongolianLatin, "Ерлан", "Yerlan"),
  ]

  @Test("Letter by letter", arguments: letters)
  func letter(table: LetterTable, name: String, written: String) {
    #expect(table.write(name) == written)
  }

  /// The published examples of the spelling of China.
  static let arabic: [(name: String, written: String)] = [
    ("Нұрлан", "نۇرلان"), ("Әлихан", "ءاليحان"), ("Айгүл", "ايگۇل"), ("Серік", "سەرىك"),
    ("Үміт", "ءۇمىت"), ("Бақытжан", "باقىتجان"), ("Шыңғыс", "شىڭعىس"), ("Ілияс", "ءىلياس"),
    ("Өмірбек", "ومىربەك"), ("Әбдірахман", "ءابدىراحمان"),
  ]

  @Test("Arabic script, with the hamza of front vowels", arguments: arabic)
  func arabicScript(name: String, written: String) {
    #expect(LetterTable.arabic(name) == written)
  }

  @Test("The rules give the list's own Arabic and most of its pinyin's consonants")
  func list() throws {
    let names = try DemoNames.embedded()
    var (arabic, total) = (0, 0)
    for name in names.male.elements + names.female.elements {
      let kazakh = String(decoding: name.kazakh, as: UTF8.self)
      total += 1
      if LetterTable.arabic(kazakh) == String(decoding: name.arabic, as: UTF8.self) { arabic += 1 }
    }
    #expect(total == 295)
    #expect(arabic == 295)
  }

  static let pinyin: [(name: String, written: String)] = [
    ("Ерлан", "YEERLAN"), ("Нұрбек", "NUERBIEKE"), ("Мұрат", "MULATI"), ("Айгүл", "AYIGULI"),
    ("Бақытжан", "BAHETIJIANG"), ("Самат", "SAMATI"), ("Қайрат", "HAILATI"),
  ]

  @Test("Pinyin by rules", arguments: pinyin)
  func pinyinRules(name: String, written: String) {
    #expect(PinyinRules.write(name) == written)
  }

  @Test(
    "A surname by rules has its root",
    arguments: [
      ("Дуйсенбаев", "Дуйсенбай"), ("Серов", "Сер"), ("Сулин", "Сул"), ("Абай", "Абай"),
    ])
  func root(surname: String, root: String) {
    #expect(NameForms.root(of: surname) == root)
  }

  static let births: [(slip: PaperChange, birth: String, after: Set<String>)] = [
    (.bornYear, "1987-05-12", ["1987"]), (.bornMonth, "1987-05-12", ["1987-05"]),
    (.bornDayOff, "1987-03-01", ["1987-02-28", "1987-03-02"]),
    (.bornMonthOff, "1987-01-31", ["1987-02-28", "1987-01-31"]),
    (.bornYearOff, "1988-02-29", ["1987-02-28", "1989-02-28"]),
    (.bornFirstOfJanuary, "1987-05-12", ["1987-01-01"]),
    (.bornSwapped, "1987-05-12", ["1987-12-05"]),
    // Thirteen is no month, a year has no day to slip, and nobody is born tomorrow.
    (.bornSwapped, "1987-05-13", ["1987-05-13"]), (.bornDayOff, "1987", ["1987"]),
    (.bornDayOff, "2026-11-02", ["2026-11-01", "2026-11-02"]),
    (.bornUnknown, "1987-05-12", [""]),
  ]

  @Test("A birth date as somebody writes it down", arguments: births)
  func birth(slip: PaperChange, birth: String, after: Set<String>) throws {
    let date = try #require(PartialDate(iso: birth))
    let today = try #require(LocalDate(iso: "2026-11-02"))
    var random = SeededRandom(seed: 5)
    var seen: Set<String> = []
    for _ in 0..<40 {
      let result = BirthSlip.apply(slip, to: date, today: today, &random)
      seen.insert(result.map { $0.birth.map { "\($0)" } ?? "" } ?? birth)
    }
    #expect(seen == after)
  }

  @Test("A slip of the pen is one edit, and never of the first letter")
  func typing() {
    var random = SeededRandom(seed: 6)
    var lengths: Set<Int> = []
    for _ in 0..<200 {
      let wrong = TypingError.mistype("Нұрлан", &random)
      #expect(wrong.hasPrefix("Н"))
      lengths.insert(wrong.count)
    }
    #expect(lengths == [5, 6, 7])
  }
}
