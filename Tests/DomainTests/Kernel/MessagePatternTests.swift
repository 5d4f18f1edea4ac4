import Domain
import Testing

/// Messages with values in their places.
@Suite("Message patterns")
struct MessagePatternTests {
  @Test("Kazakh has two forms by number, Russian three for whole numbers, as in CLDR")
  func forms() {
    let counts: [Int64] = [0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 101, 111, 112, 1_001, -1]
    let ru = counts.map { PluralForm(of: $0, in: .ru) }
    #expect(
      ru == [
        .many, .one, .few, .few, .many, .many, .many, .many, .one, .few, .many, .one, .many, .many,
        .one, .one,
      ])
    #expect(counts.filter { PluralForm(of: $0, in: .kk) == .one } == [1, -1])
    #expect(counts.filter { PluralForm(of: $0, in: .en) == .one } == [1, -1])
  }

  @Test("Values come to their places, and a number chooses the words around it")
  func filled() throws {
    let pattern = try #require(
      MessagePattern("{who}: {n, plural, one {# день} few {# дня} many {# дней} other {# дня}}."))
    let text = [1, 3, 5, 11, 1_021].map { count in
      pattern.filled(with: ["who": "A", "n": .count(count)], in: .ru)
    }
    #expect(
      text == ["A: 1 день.", "A: 3 дня.", "A: 5 дней.", "A: 11 дней.", "A: 1\u{A0}021 день."])
  }

  @Test("A form may hold places of its own; # outside a plural is itself")
  func nested() throws {
    let pattern = try #require(MessagePattern("№ #{n, plural, one {{what}} other {# {what}}}"))
    #expect(pattern.filled(with: ["n": .count(2), "what": "x"], in: .en) == "№ #2 x")
    #expect(pattern.filled(with: ["n": .count(1), "what": "x"], in: .en) == "№ #x")
    #expect(pattern.places == ["n": [.one, .other], "what": []])
  }

  @Test(
    "What is malformed is no pattern",
    arguments: [
      "{", "}", "{}", "{a", "{a, plural}", "{a, plural, one {x}}", "{a, plural, other {x}",
      "{a, plural, some {x} other {y}}", "{a, plural, other {x} other {y}}", "{a, date, short}",
      "{a, plural, other}",
    ])
  func malformed(text: String) {
    #expect(MessagePattern(text) == nil)
  }

  @Test("What a message lacks shows as it is, for no report fails for a word")
  func lacking() throws {
    #expect(LocalizedText.message("no.such.key").kk == "no.such.key")
    #expect(try #require(MessagePattern("to {day}")).filled(with: [:], in: .en) == "to {day}")
  }

  @Test("Figures and days are written as papers of the language write them")
  func notation() {
    let day = LocalDate(dayNumber: 20_400)
    #expect(day.description == "2025-11-08")
    #expect(
      Language.allCases.map { Notation($0).date(day) } == [
        "2025-11-08", "08.11.2025", "08.11.2025",
      ])
    #expect(
      Language.allCases.map { Notation($0).percent("-1234.5") } == [
        "-1234.5%", "-1234,5\u{A0}%", "-1234,5\u{A0}%",
      ])
  }
}
