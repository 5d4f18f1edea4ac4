import Domain
import Testing

/// Which words of two names are held against each other.
@Suite("Evidence of names")
struct NameEvidenceTests {
  private static let same = NameComparison.same

  private static func parts(
    _ family: String?, _ given: String?, _ patronymic: String? = nil
  ) -> NameReading { NameReadingTests.parts(family, given, patronymic) }

  @Test("A Russian and a Latin paper of one person")
  func straight() {
    let evidence = NameComparison.compare(
      [Self.parts("Нурланов", "Асан", "Серикович")], [Self.parts("NURLANOV", "ASSAN")])
    #expect(evidence.given == 1000)
    #expect(evidence.family == 1000)
    #expect(evidence.father == nil)
    #expect(!evidence.isCrossed)
    #expect(evidence.leftOver.map(\.folded) == ["серикович"])
    #expect(evidence.otherLeftOver == [])
    #expect(evidence.familyPair?.some.folded == "нурланов")
    #expect(evidence.familyPair?.other.folded == "nurlanov")
  }

  @Test("The second part of a name from China is the father's given name")
  func china() throws {
    let evidence = NameComparison.compare(
      [Self.parts("Нурланов", "Асан", "Серікұлы")], [Self.parts("Sailike", "Ashan")])
    #expect(try #require(evidence.given) >= Self.same)
    #expect(try #require(evidence.father) >= Self.same)
    #expect(evidence.family == nil)
    #expect(evidence.leftOver.map(\.folded) == ["нурланов"])
  }

  @Test("Parts that stand crossed are set right")
  func crossed() throws {
    let evidence = NameComparison.compare(
      [Self.parts("Серік", "Уәлихан")], [Self.parts("Walihan", "Sailike")])
    #expect(try #require(evidence.given) >= Self.same)
    #expect(try #require(evidence.family) >= Self.same)
    #expect(evidence.isCrossed)
    #expect(evidence.givenPair?.some.folded == "уалихан")
  }

  @Test("A father and a son are not crossed into one")
  func fatherAndSon() throws {
    let evidence = NameComparison.compare(
      [Self.parts("Мұрат", "Серік")], [Self.parts("Серік", "Нұрлан")])
    #expect(!evidence.isCrossed)
    #expect(try #require(evidence.given) < Self.same)
    #expect(try #require(evidence.family) < Self.same)
  }

  static let anyOrder: [(left: String, right: String)] = [
    ("Уәлихан Серікұлы", "Walihan·Sailike"), ("Уәлихан Серікұлы", "Sailike Walihan"),
    ("Тоқтарбек Таңатхан", "Tanglatihan Tuohetaerbieke"),
    ("Асан Нұрланов", "NURLANOV ASAN"), ("Нурланов Асан Серикович", "Асан Серікұлы Нұрланов"),
    ("\u{621}ۋاليحان · سەرىك", "Серік Уәлихан"),
    ("Тоқтарбек Таңатхан", "Tuohetaerbieketanglatihan"),
    ("Серік Нұрлан", "Nurlan Serik"),
  ]

  @Test("Words come in any order", arguments: anyOrder)
  func order(left: String, right: String) throws {
    let evidence = NameComparison.compare(
      [NameReadingTests.full(left)], [NameReadingTests.full(right)])
    #expect(try #require(evidence.given) >= Self.same)
    #expect(try #require(evidence.family ?? evidence.father) >= Self.same)
    #expect(evidence.leftOver == [])
    #expect(evidence.otherLeftOver == [])
  }

  @Test("Fathers and names of Mongolia, in the genitive and as an initial")
  func mongolia() throws {
    let person = Self.parts(nil, "Нұрлан", "Қайратұлы")
    let genitive = NameComparison.compare([person], [Self.parts("Хайратын", "Нурлан")])
    #expect(genitive.given == 1000)
    #expect(try #require(genitive.father) >= Self.same)
    let initial = NameComparison.compare([person], [Self.parts("Х.", "Нурлан")])
    #expect(initial.given == 1000)
    #expect(initial.father == NameComparison.initial)
  }

  @Test("A given name written apart, or with one name more")
  func several() throws {
    let one = Self.parts("Нурланов", "Абд Рахман")
    let joined = NameComparison.compare([one], [Self.parts("Nurlanov", "Abdrakhman")])
    #expect(joined.given == 1000)
    #expect(joined.givenPair?.some.folded == "абдрахман")
    #expect(joined.leftOver == [])
    let half = NameComparison.compare(
      [Self.parts("Нурланова-Серикова", "Айгүл")], [Self.parts("NURLANOVA", "AIGUL")])
    #expect(half.family == 940)
    #expect(half.leftOver.map(\.folded) == ["серикова"])
  }

  @Test("A name cut off at the end of a zone is the beginning of the other")
  func cut() {
    let zone = Self.parts("DZHANBULATOVAKHMETZHANOVA", "AIGULSHOLPAN")
    let paper = Self.parts("Джанбулатовахметжанова", "Айгулшолпанай")
    let evidence = NameComparison.compare([zone], [paper])
    #expect(evidence.given == 1000)
    #expect(NameComparison.compare([paper], [zone]).given == 1000)
    let other = Self.parts("Джанбулатовахметжанова", "Айгулмаралай")
    #expect(NameComparison.compare([zone], [other]).given ?? 1000 < Self.same)
  }

  @Test("Of several papers the pair that agrees best decides")
  func papers() {
    let evidence = NameComparison.compare(
      [Self.parts("Жанболат", "Асан"), Self.parts("Нурланов", "Асан")],
      [Self.parts("СЕРИКОВ", "АСАН"), Self.parts("NURLANOV", "ASAN")])
    #expect(evidence.given == 1000)
    #expect(evidence.family == 1000)
    #expect(evidence.familyPair?.other.folded == "nurlanov")
  }

  @Test("One word alone is held against whatever the other has")
  func lone() throws {
    let one = NameReadingTests.full("Мұса")
    let family = NameComparison.compare([one], [NameReadingTests.full("Musayev")])
    #expect(try #require(family.family) >= Self.same)
    #expect(family.given == nil)
    let given = NameComparison.compare([one], [Self.parts("Нурланов", "Муса")])
    #expect(given.given == 1000)
    #expect(given.otherLeftOver.map(\.folded) == ["нурланов"])
  }

  @Test("Nothing to compare says nothing")
  func nothing() {
    #expect(NameComparison.compare([], [Self.parts("Нурланов", "Асан")]) == .none)
    #expect(NameComparison.compare([Self.parts(nil, nil)], [Self.parts("А", "Б")]) == .none)
    let half = NameComparison.compare([Self.parts("Нурланов", nil)], [Self.parts(nil, "Асан")])
    #expect(half.given == nil)
  }
}
