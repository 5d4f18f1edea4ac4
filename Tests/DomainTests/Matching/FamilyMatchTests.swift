import Domain
import Testing

/// Families and parts of families that come again, in other scripts and in other company.
@Suite("Families matched")
struct FamilyMatchTests {
  typealias Expected = (decision: MatchDecision, candidate: Int64?)

  private static func p(
    _ id: Int64, _ name: String, _ sex: Sex, _ birth: String?, _ relation: Relation,
    paper: String? = nil
  ) -> MatchPerson {
    MatchPeople.person(id, name, sex, birth, relation, paper: paper)
  }

  private static let none: Expected = (.none, nil)

  /// What comes, and whom the register should know in each, in order.
  static let cases: [(who: String, members: [MatchPerson], expected: [Expected])] = [
    (
      "the whole family in pinyin, the given name first",
      [
        p(1, "- Sailike+=Sailike·Hailati", .male, "1975-04-12", .head),
        p(2, "=Gulinaer·Bolati", .female, "1978-09-03", .spouse),
        p(3, "=Nuerlan·Sailike", .male, "2000-02-11", .son),
        p(4, "=Azhamati·Sailike", .male, "2003-07-21", .son),
        p(5, "=Dawulun·Sailike", .male, "2003-07-21", .son),
      ],
      [(.match, 101), (.match, 102), (.match, 103), (.match, 104), (.match, 105)]
    ),
    (
      "the Arabic script, years only",
      [
        p(1, "=سەرىك قايرات", .male, "1975", .head),
        p(2, "=گۇلنار بولات", .female, "1978", .spouse),
        p(3, "=نۇرلان سەرىك", .male, "2000", .son),
      ],
      [(.match, 101), (.match, 102), (.match, 103)]
    ),
    (
      "a grown son as head, with a wife and a child of his own",
      [
        p(1, "Оспанов Нурлан Серикович", .male, "2000-02-11", .head, paper: "E5555555"),
        p(2, "Ахметова Динара Маратовна", .female, "2001-01-19", .spouse),
        p(3, "Оспанов Алихан Нурланович", .male, "2024-03-30", .son),
      ],
      [(.match, 103), none, none]
    ),
    (
      "a mother and one twin, misspelt, and a new child",
      [
        p(1, "ZHUMABAYEVA GULNAR", .female, "1978-09-03", .head),
        p(2, "OSPANOV DAVREN", .male, "2003-07-21", .son),
        p(3, "OSPANOV ALIBEK", .male, "2012-05-05", .son),
      ],
      [(.match, 102), (.match, 105), none]
    ),
    (
      "the twins stand in the other order",
      [
        p(1, "Жумабаева Гульнар Болатовна", .female, "1978-09-03", .head),
        p(2, "Оспанов Даурен Серикович", .male, "2003-07-21", .son),
        p(3, "Оспанов Азамат Серикович", .male, "2003-07-21", .son),
      ],
      [(.match, 102), (.match, 105), (.match, 104)]
    ),
    (
      "the head's brother with a family of his own",
      [
        p(1, "Оспанов Берік Қайратұлы", .male, "1977-01-30", .head),
        p(2, "Муратова Айгүл Ержанқызы", .female, "1980-08-08", .spouse),
        p(3, "Оспанов Нұржан Берікұлы", .male, "2000-06-15", .son),
      ],
      [none, none, none]
    ),
    (
      "a family with the same names, born in other years",
      [
        p(1, "Оспанов Серік Маратұлы", .male, "1961-11-02", .head),
        p(2, "Оспанов Нұрлан Серікұлы", .male, "1989-12-25", .son),
      ],
      [none, none]
    ),
  ]

  @Test("A family that comes again", arguments: cases)
  func decides(who: String, members: [MatchPerson], expected: [Expected]) throws {
    let matcher = try MatchPeople.matcher.get()
    let results = matcher.decide(
      MatchFamily(id: 1, members: members), against: [MatchPeople.registered])
    #expect(results.map(\.person) == members.map(\.id))
    for (result, answer) in zip(results, expected) {
      #expect(result.decision == answer.decision, "\(who): \(result)")
      if answer.decision == .match { #expect(result.candidate == answer.candidate) }
    }
  }

  @Test("One record is matched once, though two apply for it")
  func exclusive() throws {
    let matcher = try MatchPeople.matcher.get()
    let family = MatchFamily(
      id: 1,
      members: [
        Self.p(1, "Оспанов Серік Қайратұлы", .male, "1975-04-12", .head),
        Self.p(2, "Оспанов Серик Кайратович", .male, "1975-04-12", .other),
      ])
    let results = matcher.decide(family, against: [MatchPeople.registered])
    #expect(results.count { $0.decision == .match } <= 1)
    #expect(results.contains { $0.decision == .review })
  }

  @Test("Two records that fit as well are left to an official")
  func rivals() throws {
    let matcher = try MatchPeople.matcher.get()
    let again = MatchFamily(
      id: 200,
      members: [Self.p(201, "Оспанов Серик Кайратович", .male, "1975-04-12", .head)])
    let family = MatchFamily(
      id: 1, members: [Self.p(1, "Оспанов Серік Қайратұлы", .male, "1975-04-12", .head)])
    let results = matcher.decide(family, against: [MatchPeople.registered, again])
    #expect(results[0].decision == .review)
    #expect(results[0].reasons.contains { $0.code == .rival })
    let list = matcher.candidates(for: family, among: [MatchPeople.registered, again], most: 5)
    #expect(Set(list[0].compactMap(\.candidate)).isSuperset(of: [101, 201]))
  }

  @Test("The reasons say what a clerk would say")
  func reasons() throws {
    let matcher = try MatchPeople.matcher.get()
    let family = MatchFamily(
      id: 1,
      members: [
        Self.p(1, "Оспанов Серик Кайратович", .male, "1975-12-04", .head, paper: "E1000001"),
        Self.p(2, "Жумабаева Гульнар Болатовна", .female, "1978-09-03", .spouse),
      ])
    let results = matcher.decide(family, against: [MatchPeople.registered])
    let texts = results[0].reasons.map(\.text)
    #expect(texts.contains("birth day and month swapped: 1975-12-04 / 1975-04-12"))
    #expect(texts.contains("same document E1000001"))
    #expect(texts.contains("the spouse matches too"))
    #expect(results[0].score >= 990)
  }

  @Test("Support of the family never lowers, and a contradiction never raises, the odds")
  func monotone() throws {
    let matcher = try MatchPeople.matcher.get()
    let head = Self.p(1, "Оспанов Серик", .male, "1975", .head)
    let spouse = Self.p(2, "Жумабаева Гульнар", .female, "1978-09-03", .spouse)
    let son = Self.p(3, "Оспанов Нурлан", .male, "2000-02-11", .son)
    let stranger = Self.p(3, "Есенова Динара Ахметовна", .female, "1990-10-10", .other)
    func odds(_ members: [MatchPerson]) -> Int {
      matcher.decide(
        MatchFamily(id: 1, members: members), against: [MatchPeople.registered])[0].centibits
    }
    #expect(odds([head, spouse]) > odds([head]))
    #expect(odds([head, spouse, son]) >= odds([head, spouse]))
    #expect(odds([head, stranger]) == odds([head]))
    let other = Self.p(1, "Оспанов Серик Муратович", .male, "1975", .head)
    #expect(odds([other, spouse]) < odds([head, spouse]))
  }

  @Test("Who is written without a name, a date or a family is nobody in particular")
  func bare() throws {
    let matcher = try MatchPeople.matcher.get()
    let bare = MatchPerson(id: 1, names: [], sex: .male, birthDates: [], relation: .other)
    let empty = MatchFamily(id: 7, members: [])
    let results = matcher.decide(
      MatchFamily(id: 1, members: [bare]), against: [empty, MatchPeople.registered])
    #expect(results.map(\.decision) == [.none])
    #expect(matcher.decide(empty, against: [MatchPeople.registered]).isEmpty)
    #expect(matcher.decide(MatchPeople.registered, against: []).allSatisfy { $0.score == 0 })
  }

  @Test("Two names of China tell the father, so that a namesake's patronymic contradicts them")
  func fatherWrittenSecond() throws {
    let matcher = try MatchPeople.matcher.get()
    let known = MatchFamily(
      id: 9, members: [Self.p(901, "Бақытжан Мариям", .female, "1946-11-02", .head)])
    func decision(_ name: String) -> MatchDecision {
      let person = Self.p(1, name, .female, "1946-11-02", .head)
      return matcher.decide(MatchFamily(id: 1, members: [person]), against: [known])[0].decision
    }
    #expect(decision("Бақытжан Мариям") == .match)
    #expect(decision("Бақытжан Мариям Бақытжанқызы") == .match)
    #expect(decision("Бақытжан Мариям Мәдиқызы") != .match)
  }

  @Test("A namesake whose father nobody states is less sure than one whose father agrees")
  func fatherUnknown() throws {
    let matcher = try MatchPeople.matcher.get()
    func score(_ name: String) -> Int {
      let person = Self.p(1, name, .male, "1975-04-12", .head)
      let family = MatchFamily(id: 1, members: [person])
      return matcher.decide(family, against: [MatchPeople.registered])[0].centibits
    }
    #expect(score("Оспанов Серик") < score("Оспанов Серик Кайратович"))
    #expect(score("Оспанов Серик Муратович") < score("Оспанов Серик"))
    #expect(score("Алиев Серик Кайратович") < score("Оспанов Серик Кайратович"))
  }
}
