import Domain
import Testing

/// Families on the roll: persons 1 to 6, in texts such as `1head 2026-01-01..2026-05-01`.
@Suite struct FamilyRollTests {
  static let family = Number<Family>(year: 2026, serial: 1)

  static func person(_ serial: Int) -> Number<Person> { Number(year: 2026, serial: serial) }

  static func day(_ text: String) throws -> LocalDate { try #require(LocalDate(iso: text)) }

  /// `1 head 2026-01-01`, or with an end: `1 head 2026-01-01 2026-05-01`.
  static func roll(_ lines: [String]) throws -> FamilyRoll {
    let memberships = try lines.enumerated().map { index, line in
      let words = line.split(separator: " ").map(String.init)
      return Membership(
        id: Int64(index + 1), family: family, person: person(try #require(Int(words[0]))),
        relation: try #require(Relation(rawValue: words[1])), from: try day(words[2]),
        to: words.count > 3 ? try day(words[3]) : nil, reason: "registered")
    }
    return FamilyRoll(family, memberships)
  }

  /// The rows as the same texts, sorted.
  static func lines(_ roll: FamilyRoll) -> [String] {
    roll.rows.map { row in
      "\(row.person.serial) \(row.relation.rawValue) \(row.during.from)"
        + (row.during.to.map { " \($0)" } ?? "")
    }.sorted()
  }

  static let couple = ["1 head 2026-01-01", "2 spouse 2026-01-01", "3 son 2026-01-01"]
  static let sexes: [Number<Person>: Sex] = [
    person(1): .male, person(2): .female, person(3): .male, person(4): .female,
  ]

  @Test func `an end cuts a membership and drops what was to come`() throws {
    var roll = try Self.roll([
      "1 head 2026-01-01", "2 spouse 2026-01-01 2026-06-01", "2 other 2026-06-01",
    ])
    roll.end(Self.person(2), on: try Self.day("2026-03-20"), reason: "left")
    #expect(Self.lines(roll) == ["1 head 2026-01-01", "2 spouse 2026-01-01 2026-03-20"])
    #expect(roll.changes.closed == [2, 3])
    #expect(roll.changes.added.map(\.reason) == ["left"])
    try roll.check()
  }

  static let starts: [(day: String, start: String?)] = [
    ("2025-12-31", nil), ("2026-01-01", "2026-01-01"), ("2026-02-15", "2026-01-01"),
    // After the end of it, and after coming back.
    ("2026-04-01", "2026-01-01"), ("2026-05-01", "2026-05-01"), ("2026-06-01", "2026-05-01"),
  ]

  @Test func `a membership starts where no relation came before`() throws {
    let roll = try Self.roll([
      "2 son 2026-01-01 2026-02-01", "2 other 2026-02-01 2026-03-01", "2 son 2026-05-01",
      "1 head 2026-01-01",
    ])
    for (day, start) in Self.starts {
      let found = roll.start(of: Self.person(2), on: try Self.day(day))
      #expect(found?.description == start, "\(day)")
    }
  }

  @Test func `a relation is restated for its days alone`() throws {
    var roll = try Self.roll(Self.couple)
    let window = try #require(
      Period(from: Self.day("2026-03-01"), to: Self.day("2026-04-01")))
    roll.restate(Self.person(3), as: .other, during: window, reason: "r")
    #expect(
      Self.lines(roll).suffix(3) == [
        "3 other 2026-03-01 2026-04-01", "3 son 2026-01-01 2026-03-01", "3 son 2026-04-01",
      ])
    #expect(roll.changes.closed == [3])
    #expect(roll.changes.added.map(\.reason).sorted() == ["r", "registered", "registered"])
    let before = roll
    roll.restate(Self.person(3), as: .other, during: window, reason: "again")
    #expect(roll == before)
  }

  @Test func `a new head is the head, and the old one has a relation`() throws {
    var roll = try Self.roll(Self.couple + ["4 sister 2026-01-01"])
    let uncertain = try roll.changeHead(
      to: Self.person(2), on: try Self.day("2026-03-20"), sexes: Self.sexes, stated: [],
      reason: "r")
    #expect(uncertain == [Self.person(4)])
    #expect(
      Self.lines(roll) == [
        "1 head 2026-01-01 2026-03-20", "1 spouse 2026-03-20", "2 head 2026-03-20",
        "2 spouse 2026-01-01 2026-03-20", "3 son 2026-01-01", "4 other 2026-03-20",
        "4 sister 2026-01-01 2026-03-20",
      ])
    try roll.check()
  }

  @Test func `what is stated goes before kinship`() throws {
    var roll = try Self.roll(Self.couple)
    let uncertain = try roll.changeHead(
      to: Self.person(2), on: try Self.day("2026-03-20"), sexes: Self.sexes,
      stated: [StatedRelation(person: Self.person(3), relation: .other)], reason: "r")
    #expect(uncertain == [])
    #expect(roll.row(of: Self.person(3), on: try Self.day("2026-03-20"))?.relation == .other)
  }

  @Test func `a change told late ends where the next one is known`() throws {
    var roll = try Self.roll([
      "1 head 2026-01-01 2026-06-01", "2 spouse 2026-01-01 2026-06-01", "2 head 2026-06-01",
      "1 spouse 2026-06-01", "3 son 2026-01-01",
    ])
    _ = try roll.changeHead(
      to: Self.person(3), on: try Self.day("2026-03-20"), sexes: Self.sexes, stated: [],
      reason: "r")
    #expect(
      Self.lines(roll) == [
        "1 father 2026-03-20 2026-06-01", "1 head 2026-01-01 2026-03-20", "1 spouse 2026-06-01",
        "2 head 2026-06-01", "2 mother 2026-03-20 2026-06-01", "2 spouse 2026-01-01 2026-03-20",
        "3 head 2026-03-20 2026-06-01", "3 son 2026-01-01 2026-03-20", "3 son 2026-06-01",
      ])
    try roll.check()
  }

  @Test func `who joins before a change of head that is known follows it`() throws {
    var roll = try Self.roll([
      "1 head 2026-01-01 2026-12-01", "2 spouse 2026-01-01 2026-12-01", "2 head 2026-12-01",
    ])
    roll.add(Self.person(4), as: .mother, .female, from: try Self.day("2026-03-20"), reason: "r")
    roll.add(Self.person(3), as: .son, .male, from: try Self.day("2026-03-20"), reason: "r")
    #expect(
      Self.lines(roll).suffix(3) == [
        "3 son 2026-03-20", "4 mother 2026-03-20 2026-12-01", "4 other 2026-12-01",
      ])
    try roll.check()
  }

  static let refused: [(lines: [String], code: Code?)] = [
    (couple, nil), ([], nil), (["1 head 2026-01-01 2026-02-01"], nil),
    (["1 head 2026-01-01 2026-02-01", "2 head 2026-02-01", "1 spouse 2026-02-01"], nil),
    (["1 head 2026-01-01 2026-02-01", "2 spouse 2026-01-01"], .familyNoHead),
    (["1 head 2026-01-02", "2 spouse 2026-01-01"], .familyNoHead),
    (["1 head 2026-01-01 2026-02-01", "2 head 2026-02-02", "3 son 2026-01-01"], .familyNoHead),
    (["1 head 2026-01-01", "2 head 2026-05-01"], .familyTwoHeads),
    (couple + ["3 other 2026-05-01"], .memberAlready),
  ]

  @Test func `no roll has a day with members and without one head`() throws {
    for (lines, code) in Self.refused {
      let roll = try Self.roll(lines)
      var found: Code?
      do throws(Failure) { try roll.check() } catch { found = error.code }
      #expect(found == code, "\(lines)")
      #expect(roll.changes.closed.isEmpty && roll.changes.added.isEmpty)
    }
  }
}
