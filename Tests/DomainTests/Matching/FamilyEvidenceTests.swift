import Domain
import Testing

/// What the rest of a paper and of a family says of a likeness: by cases that were decided wrongly.
@Suite("Evidence around a name")
struct FamilyEvidenceTests {
  private static func head(_ id: Int64, _ name: String, _ birth: String?, from: String)
    -> MatchFamily
  {
    MatchFamily(
      id: id * 100, members: [MatchPeople.person(id, name, .male, birth, .head, from: from)])
  }

  /// One person of the register, and one who applies.
  static let pairs:
    [(why: String, from: String, known: String, comes: String, births: [String], isMatch: Bool)] = [
      (
        "a family name without an ending is no father's name where people have family names",
        "TUR", "Бейсен Берік Темірханұлы", "BEYSEN BERIK", ["1989-10-29"], true
      ),
      (
        "in China it is", "CHN", "Бейсен Берік Темірханұлы", "BEYSEN BERIK", ["1989-10-29"], false
      ),
      (
        "a paper of China that shows the root of the family name shows no father",
        "CHN", "Құрманов Абылай Абзалұлы+=ابىلاي قۇرمان", "=ابىلاي قۇرمان", ["1970-02-25"], true
      ),
      (
        "of three names the third is the father's where the others agree",
        "CHN", "Байтұрсынов Нұрсұлтан Жандосұлы", "=جاندوس نۇرسۇلتان بايتۇرسىن", ["1991-01-14"],
        true
      ),
      (
        "and another father's where it differs",
        "CHN", "Байтұрсынов Нұрсұлтан Жандосұлы", "=توقتار نۇرسۇلتان بايتۇرسىن", ["1991-01-14"],
        false
      ),
      (
        "names that are half alike are two names where both papers write every sound",
        "TKM", "Абишев Досжан Ганиевич", "Абишев Досжан Аканович", ["1995-08-17"], false
      ),
      (
        "a year off is a usual slip", "UZB", "Мұқанов Жандос Нұрсұлтанұлы", "MUQANOV JONDOS",
        ["1962-03-24", "1963-03-24"], true
      ),
      (
        "a month off too", "CHN", "Тоқтаров Нұрсұлтан Мәуленұлы", "=نۇرسۇلتان ماۋلەن",
        ["1977-06-23", "1977-05-23"], true
      ),
    ]

  @Test("One person or two", arguments: pairs)
  func decides(
    why: String, from: String, known: String, comes: String, births: [String], isMatch: Bool
  ) throws {
    let matcher = try MatchPeople.matcher.get()
    let register = Self.head(9, known, births.first, from: from)
    let family = Self.head(1, comes, births.last, from: from)
    let result = matcher.decide(family, against: [register])[0]
    #expect((result.decision == .match) == isMatch, "\(why): \(result)")
  }

  @Test("Brother and sister are no couple, whatever their names and birth dates")
  func kinDoNotMarry() throws {
    let matcher = try MatchPeople.matcher.get()
    let register = MatchFamily(
      id: 900,
      members: [
        MatchPeople.person(901, "Сәтпаев Берік Асанұлы", .male, "1960-01-02", .head),
        MatchPeople.person(902, "Сәтпаев Айбек Берікұлы", .male, "1993-09-12", .son),
        MatchPeople.person(903, "Сәтпаева Айша Берікқызы", .female, "1991-09-10", .daughter),
      ])
    let couple = MatchFamily(
      id: 1,
      members: [
        MatchPeople.person(1, "Сатбаев Айбек Берикович", .male, "1993-09-12", .head),
        MatchPeople.person(2, "Аманова Айша", .female, "1991-09-15", .spouse),
      ])
    let results = matcher.decide(couple, against: [register])
    #expect(results[0].decision == .match && results[0].candidate == 902)
    #expect(results[1].decision != .match)
  }

  @Test("A record that is surely another's takes nothing from one that is left")
  func takenRecord() throws {
    let matcher = try MatchPeople.matcher.get()
    let register = MatchFamily(
      id: 900,
      members: [
        MatchPeople.person(901, "Айдаров Сапар Ілиясұлы", .male, "1979-12-23", .head),
        MatchPeople.person(902, "Айдарова Айгүл Ілиясқызы", .female, "1974-12-08", .sister),
        MatchPeople.person(903, "Айдарова Айгүл Сапарқызы", .female, "2010-05-11", .daughter),
      ])
    let again = MatchFamily(
      id: 1,
      members: [
        MatchPeople.person(1, "YILIYASI SHAPAER", .male, "1979-12-23", .head),
        MatchPeople.person(2, "=ايگۇل ءىلياس", .female, "1974-12-08", .sister),
        MatchPeople.person(3, "=ايگۇل ساپار", .female, nil, .daughter),
      ])
    let results = matcher.decide(again, against: [register])
    #expect(results.map(\.candidate) == [901, 902, 903])
    #expect(results.allSatisfy { $0.decision == .match }, "\(results)")
  }

  @Test("Two who claim the same records as well leave both to an official")
  func sharedClaims() throws {
    let matcher = try MatchPeople.matcher.get()
    func twins(_ id: Int64) -> MatchFamily {
      MatchFamily(
        id: id * 100,
        members: [
          MatchPeople.person(id, "- Ерлан", .male, "1985", .head),
          MatchPeople.person(id + 1, "- Нұрлан", .male, "2012", .son),
          MatchPeople.person(id + 2, "- Нұрлан", .male, "2012", .son),
        ])
    }
    let results = matcher.decide(twins(1), against: [twins(10), twins(20), twins(30)])
    #expect(!results.contains { $0.decision == .match }, "\(results)")
  }

  @Test("The father who is a member explains an exchanged name")
  func fatherIsMember() throws {
    let matcher = try MatchPeople.matcher.get()
    let register = MatchFamily(
      id: 900,
      members: [
        MatchPeople.person(901, "Әбдірахманов Азат", .male, "1980-07-03", .head),
        MatchPeople.person(902, "Әбдірахманова Маржан", .female, "2016-11-21", .daughter),
      ])
    let again = MatchFamily(
      id: 1,
      members: [
        MatchPeople.person(1, "=ازات ابزال", .male, "1980-07-03", .head),
        MatchPeople.person(2, "=ازات مارجان", .female, "2016-11-21", .daughter),
      ])
    let results = matcher.decide(again, against: [register])
    #expect(results[1].decision == .match && results[1].candidate == 902, "\(results)")
  }
}
