import Domain
import Services
import Storage
import TestSupport
import Testing

/// People who are registered already are met as such, wherever they come.
@Suite("Doubles")
struct DoublesTests {
  private static let user = TestRegister.administrator

  /// The same family on other papers: in Latin letters, the wife's day and month swapped.
  private static func again(_ reference: String) -> [IntakeRow] {
    Samples.family(reference)
      .with(.familyName, "KASYMOV").with(.givenName, "YERLAN").with(.familyNameLatin, "")
      .with(.familyName, "KASYMOVA", at: 1).with(.givenName, "AIGUL", at: 1)
      .with(.birthDate, "1987-12-03", at: 1)
      .with(.familyName, "KASYMOV", at: 2).with(.givenName, "NURLAN", at: 2)
  }

  private static func stranger(_ reference: String) -> [IntakeRow] {
    Samples.family(reference, count: 1).with(.familyName, "Сейтқали").with(.givenName, "Бауыржан")
      .with(.familyNameLatin, "").with(.birthDate, "1961-10-28")
  }

  private static func csv(_ families: [[IntakeRow]]) -> [UInt8] { Samples.csv(families) }

  // MARK: At registration

  @Test("A family that is known is refused before anything is saved")
  func refused() throws {
    let register = try TestRegister()
    let family = try register.register(Samples.family("A-1"))
    let before = try register.contents()
    let form = try register.office.form(Self.again("B-1"))
    let failure = #expect(throws: Failure.self) {
      try register.perform(RegisterFamily(form: form, doubles: .refused))
    }
    #expect(failure?.code == .personKnown)
    #expect(failure?.code.kind == .conflict)
    for word in ["KASYMOV YERLAN is P-2026-000001-", "\(family)", "score ", "birth"] {
      #expect(failure?.detail.contains(word) == true, "\(word): \(failure?.detail ?? "")")
    }
    #expect(try register.contents() == before)
  }

  @Test("Strangers are registered without ado")
  func strangers() throws {
    let register = try TestRegister()
    try register.register(Samples.family("A-1"))
    let form = try register.office.form(Self.stranger("B-1"))
    _ = try register.perform(RegisterFamily(form: form, doubles: .refused))
    #expect(try register.integer("SELECT count(*) FROM family") == 2)
    #expect(try register.integer("SELECT count(*) FROM match_case") == 0)
  }

  @Test("With a reason they are registered, and listed for a decision")
  func accepted() throws {
    let register = try TestRegister()
    try register.register(Samples.family("A-1"))
    let form = try register.office.form(Self.again("B-1"))
    _ = try register.perform(
      RegisterFamily(form: form, doubles: .accepted(reason: "cousins of the same names")))
    #expect(try register.integer("SELECT count(*) FROM family") == 2)
    // The later number first: 4, 5 and 6 are 1, 2 and 3.
    #expect(
      try register.integer(
        """
        SELECT count(*) FROM match_case WHERE person_id - candidate_id = 3
          AND decision = 'match' AND score > 900 AND closed_by IS NULL
        """) == 3)
    let acts = try register.answer(ListActs(limit: 1))
    #expect(acts.first?.detail.hasSuffix("accepted as new: cousins of the same names") == true)
    #expect(try register.contents().problems == [])
  }

  @Test("A register without keys says how to make them")
  func notIndexed() throws {
    let register = try TestRegister()
    try register.register(Samples.family("A-1"))
    let form = try register.office.form(Self.again("B-1"))
    try register.database.write { (transaction) throws(Failure) in
      try MatchKeyTable.catchUp(in: transaction)
      try transaction.run("UPDATE match_mark SET last = -30000 WHERE source = 'name'")
    }
    let failure = #expect(throws: Failure.self) {
      try register.perform(RegisterFamily(form: form, doubles: .refused))
    }
    #expect(failure?.code == .matchNotIndexed)
    let outcome = try register.office.run(IndexMatches(anew: true), as: Self.user)
    // Three people with a name in Cyrillic, and one of them in Latin letters too.
    #expect(outcome.names == 4)
    let known = #expect(throws: Failure.self) {
      try register.perform(RegisterFamily(form: form, doubles: .refused))
    }
    #expect(known?.code == .personKnown)
  }

  // MARK: A file

  @Test("Each row of a file meets its person, with the line that person came from")
  func matchFile() throws {
    let register = try TestRegister()
    // The rows of the first family are not adjacent, and its head is not the first.
    let known = Samples.family("A-1")
    let rows = [[known[1]], Self.stranger("A-2"), [known[0]], [known[2]]]
    _ = try register.office.run(
      ImportFamilies(bytes: Self.csv(rows), fileName: "a.csv", source: "a.csv"), as: Self.user)
    let before = try register.integer("SELECT count(*) FROM match_case")
    let new = Self.stranger("B-2").with(.givenName, "Темір").with(.birthDate, "1999-01-17")
      .with(.familyName, "Оразбай").with(.documentNumber, "N777")
    let outcome = try register.office.run(
      MatchFile(bytes: Self.csv([Self.again("B-1"), new]), fileName: "b.csv"), as: Self.user)
    #expect(outcome.lines.map(\.line) == [2, 3, 4, 5])
    #expect(outcome.lines.map(\.sourceLine) == [4, 2, 5, nil])
    #expect(outcome.lines.map(\.familyReference) == ["A-1", "A-1", "A-1", ""])
    #expect(outcome.lines.map(\.decision) == [.match, .match, .match, .none])
    #expect(outcome.lines.prefix(3).allSatisfy { $0.score > 900 && !$0.reasons.isEmpty })
    #expect(outcome.families == 2 && outcome.unreadable == 0)
    #expect(try register.integer("SELECT count(*) FROM match_case") == before)
    let act = try register.answer(ListActs(limit: 1)).first
    #expect(act?.action == "match.file" && act?.detail == "b.csv: 4 people")
  }

  @Test("Rows that make no form stand in the answer with their rule")
  func unreadable() throws {
    let register = try TestRegister()
    let bad = Samples.family("B-1", count: 1).with(.birthDate, "1990-02-30")
    let outcome = try register.office.run(
      MatchFile(bytes: Self.csv([bad]), fileName: "b.csv"), as: Self.user)
    #expect(outcome.unreadable == 1)
    #expect(outcome.lines.map(\.line) == [2])
    #expect(outcome.lines.first?.reasons.contains("date.invalid") == true)
  }

  // MARK: An import

  static let ways: [(how: ImportFamilies.Matches, registered: Int, cases: Int64)] = [
    (.none, 2, 0), (.list(most: 10), 2, 3), (.list(most: 1), 2, 0), (.refuse, 1, 0),
  ]

  @Test("An import lists, refuses or does not look", arguments: ways)
  func imports(how: ImportFamilies.Matches, registered: Int, cases: Int64) throws {
    let register = try TestRegister()
    try register.register(Samples.family("A-1"))
    var codes: [Code] = []
    let summary = try register.office.run(
      ImportFamilies(
        bytes: Self.csv([Self.again("B-1"), Self.stranger("B-2")]), fileName: "b.csv",
        source: "b.csv", matches: how), as: Self.user,
      watch: ImportFamilies.Watch(refused: { codes.append($0.code) }))
    #expect(summary.registered == registered)
    #expect(try register.integer("SELECT count(*) FROM match_case") == cases)
    #expect(codes == (how == .refuse ? [.personKnown, .personKnown, .personKnown] : []))
    #expect(summary.doubles?.listed == (cases > 0 ? 3 : how == .refuse ? 0 : nil))
    #expect(try register.contents().problems == [])
  }

  @Test("Two families of one file are held against each other too")
  func withinFile() throws {
    let register = try TestRegister()
    let bytes = Self.csv([Samples.family("B-1"), Self.again("B-2")])
    let summary = try register.office.run(
      ImportFamilies(bytes: bytes, fileName: "b.csv", source: "b.csv", matches: .refuse),
      as: Self.user)
    #expect((summary.registered, summary.rejected) == (1, 1))
  }

  // MARK: The whole register

  @Test("Every double is listed once, however often one looks")
  func wholeRegister() throws {
    let register = try TestRegister()
    for rows in [Samples.family("A-1"), Self.stranger("A-2"), Self.again("A-3")] {
      try register.register(rows)
    }
    let dry = try register.office.run(MatchAll(dryRun: true), as: Self.user)
    #expect((dry.persons, dry.match, dry.review, dry.listed) == (7, 3, 0, 3))
    #expect(try register.integer("SELECT count(*) FROM match_case") == 0)
    #expect(try register.office.run(MatchAll(), as: Self.user).listed == 3)
    #expect(try register.integer("SELECT count(*) FROM match_case") == 3)
    #expect(try register.office.run(MatchAll(), as: Self.user).listed == 0)
    #expect(try register.contents().problems == [])
  }

  @Test("Brothers of one family, and namesakes of two IINs, are not doubles")
  func notDoubles() throws {
    let register = try TestRegister()
    let brothers = Samples.family("A-1", count: 4).with(.relation, "son", at: 3)
      .with(.sex, "M", at: 3).with(.givenName, "Ержан", at: 3)
    try register.register(brothers)
    let one = Samples.family("A-2", count: 1).with(.familyName, "Жұмабай").with(.givenName, "Олжас")
      .with(.birthDate, "1985-06-15").with(.familyNameLatin, "")
    try register.register(one.with(.iin, "850615300012"))
    let digit = try #require(IIN.checkDigit(for: 85_061_530_015))
    try register.register(
      one.with(.iin, "85061530015\(digit)").with(.documentNumber, "N9").with(.familyRef, "A-3"))
    let outcome = try register.office.run(MatchAll(), as: Self.user)
    #expect((outcome.match, outcome.review) == (0, 0))
  }

  @Test("A person's candidates come with scores and reasons")
  func candidates() throws {
    let register = try TestRegister()
    try register.register(Samples.family("A-1"))
    try register.register(Self.again("A-2"))
    let found = try register.answer(MatchCandidates(person: Number(year: 2026, serial: 4)))
    let first = try #require(found.first)
    #expect(first.person == Number(year: 2026, serial: 1))
    #expect(first.family == Number(year: 2026, serial: 1))
    #expect(first.decision == .match && first.name == "Қасымов Ерлан" && first.difference == nil)
    #expect(first.reasons.contains { $0.code == .birth && $0.centibits > 0 })
    let failure = #expect(throws: Failure.self) {
      try register.answer(MatchCandidates(person: Number(year: 2026, serial: 99)))
    }
    #expect(failure?.code == .personNotFound)
  }
}
