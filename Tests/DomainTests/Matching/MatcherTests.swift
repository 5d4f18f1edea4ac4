import Domain
import Testing

/// Who comes, and whom the register should know in them.
@Suite("Decisions of matching")
struct MatcherTests {
  typealias Family = [MatchPerson]
  typealias Answer = (decision: MatchDecision, candidate: Int64?)

  private static func p(
    _ name: String, _ sex: Sex, _ birth: String?, _ relation: Relation = .head,
    paper: String? = nil, iin: String? = nil
  ) -> MatchPerson {
    MatchPeople.person(1, name, sex, birth, relation, paper: paper, iin: iin)
  }

  /// One person who comes alone.
  static let alone: [(who: String, person: MatchPerson, answer: Answer)] = [
    (
      "the same words and a new passport",
      p("Оспанов Серік Қайратұлы", .male, "1975-04-12", paper: "E7777777"), (.match, 101)
    ),
    (
      "a widow in the Russian spelling with a new passport",
      p("Жумабаева Гульнар Болатовна", .female, "1978-09-03", paper: "E7777777"), (.match, 102)
    ),
    (
      "a grown son in the Latin alphabet, with his father's name",
      p("OSPANOV NURLAN SERIKULY", .male, "2000-02-11"), (.match, 103)
    ),
    (
      "day and month of birth exchanged",
      p("Оспанов Нурлан Серикович", .male, "2000-11-02"), (.match, 103)
    ),
    (
      "a letter mistaken",
      p("Оспанов Серук Қайратұлы", .male, "1975-04-12"), (.match, 101)
    ),
    (
      "family and given name exchanged",
      p("Серік Оспанов Қайратұлы", .male, "1975-04-12"), (.match, 101)
    ),
    (
      "the same passport under a married name",
      p("Ахметова Гүлнар Болатқызы", .female, "1978-09-03", paper: "E1000002"), (.match, 102)
    ),
    (
      "a namesake born on the same day with another father",
      p("Оспанов Серік Мұратұлы", .male, "1975-04-12"), (.none, nil)
    ),
    (
      "a brother of the head",
      p("Оспанов Берік Қайратұлы", .male, "1977-01-30"), (.none, nil)
    ),
    (
      "a third twin whom the register does not know",
      p("Оспанов Ерлан Серікұлы", .male, "2003-07-21"), (.none, nil)
    ),
    (
      "one of two twins",
      p("Оспанов Даурен Серикович", .male, "2003-07-21"), (.match, 105)
    ),
    (
      "the head's father, who bears the family name",
      p("Оспанов Қайрат Ахметұлы", .male, "1950-03-15"), (.none, nil)
    ),
    (
      "a son named for nobody there",
      p("Оспанов Самат Серікұлы", .male, "2010-06-06"), (.none, nil)
    ),
    (
      "a stranger",
      p("Тлеубаева Айгерім Саматқызы", .female, "1989-12-24"), (.none, nil)
    ),
    (
      "a woman of a man's name and day",
      p("Оспанова Нұрлан Серікұлы", .female, "2000-02-11"), (.review, 103)
    ),
  ]

  @Test("A person who comes alone", arguments: alone)
  func decides(who: String, person: MatchPerson, answer: Answer) throws {
    let matcher = try MatchPeople.matcher.get()
    let family = MatchFamily(id: 1, members: [person])
    let results = matcher.decide(family, against: [MatchPeople.registered])
    #expect(results.count == 1)
    #expect(results[0].decision == answer.decision, "\(results[0])")
    if answer.decision == .match { #expect(results[0].candidate == answer.candidate) }
  }
}
