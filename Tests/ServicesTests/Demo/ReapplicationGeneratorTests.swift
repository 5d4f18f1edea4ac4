import Domain
import Seeds
import Services
import Testing

@Suite("Made-up re-applications")
struct ReapplicationGeneratorTests {
  typealias Batch = ReapplicationGenerator.Batch

  static let today = LocalDate(year: 2026, month: 11, day: 2) ?? LocalDate(dayNumber: 0)

  /// The register's own file: 900 families since 1991.
  static let intake = Result { try FamilyGeneratorTests.rows(900, seed: 21) }

  static func make(
    _ hardness: ReapplicationHardness, seed: UInt64 = 4, families: Int = 500
  ) throws -> Batch {
    try ReapplicationGenerator(
      seed: seed, today: today, names: .embedded(), hardness: hardness
    ).make(from: intake.get(), named: "intake.csv", families: families)
  }

  static let batches = Result {
    try Dictionary(
      uniqueKeysWithValues: ReapplicationHardness.allCases.map { ($0, try make($0)) })
  }

  static func batch(_ hardness: ReapplicationHardness) throws -> Batch {
    try #require(try batches.get()[hardness])
  }

  @Test("The same seed gives the same bytes, another seed others")
  func repeatable() throws {
    let batch = try Self.make(.apart, families: 60)
    let again = try Self.make(.apart, families: 60)
    #expect(again.intake == batch.intake)
    #expect(again.truth == batch.truth)
    #expect(again.notes == batch.notes)
    #expect(try Self.make(.apart, seed: 5, families: 60).intake != batch.intake)
  }

  @Test("These very bytes, on every machine")
  func pinned() throws {
    var sum: UInt64 = 0
    for hardness in ReapplicationHardness.allCases {
      for byte in try Self.batch(hardness).intake {
        sum = sum &* 1_099_511_628_211 &+ UInt64(byte)
      }
    }
    #expect(sum == 12_623_289_396_600_529_449)
  }

  @Test("Truth leads from a line to the same person", arguments: ReapplicationHardness.allCases)
  func truth(hardness: ReapplicationHardness) throws {
    let batch = try Self.batch(hardness)
    let intake = try CSVTable(Self.intake.get())
    let again = try CSVTable(batch.intake)
    let truth = try CSVTable(batch.truth)
    #expect(
      truth.header == ["intake_family_ref", "intake_line", "reapply_family_ref", "reapply_line"])
    #expect(again.header == intake.header)
    #expect(truth.rows.count == batch.pairs)
    #expect(again.rows.count == batch.lines)
    let columns = try ["family_ref", "sex", "birth_date", "citizenship"].map(intake.column)
    var sources: Set<String> = []
    var wrong = 0
    for pair in truth.rows {
      let before = intake.rows[try #require(Int(pair[1])) - 2]
      let after = again.rows[try #require(Int(pair[3])) - 2]
      sources.insert(pair[1])
      let isRight =
        before[columns[0]] == pair[0] && after[columns[0]] == pair[2]
        && before[columns[1]] == after[columns[1]] && before[columns[3]] == after[columns[3]]
        && Self.near(before[columns[2]], after[columns[2]])
      if !isRight { wrong += 1 }
    }
    #expect(wrong == 0)
    #expect(sources.count == batch.pairs, "nobody comes twice")
  }

  /// Whether one birth date can be a slip of the other: two years at most, or nothing.
  private static func near(_ before: String, _ after: String) -> Bool {
    guard let first = Int(before.prefix(4)), let second = Int(after.prefix(4)) else {
      return after.isEmpty
    }
    return abs(first - second) <= 1
  }

  @Test("Plain papers change as the sample's do")
  func plain() throws {
    let batch = try Self.batch(.plain)
    #expect(batch.families == 500)
    #expect(batch.pairs == batch.lines)
    let changes: Set<PaperChange> = [
      .asWritten, .latinOnly, .kazakhCyrillic, .russianCyrillic, .newDocument, .noIIN,
    ]
    #expect(Set(batch.changes.keys) == changes)
    let documents = batch.changes[.newDocument, default: 0] * 100 / batch.lines
    #expect((43...53).contains(documents), "\(documents)")
  }

  @Test("Everything that can happen to a paper happens")
  func occurrences() throws {
    var seen: Set<PaperChange> = []
    for hardness in ReapplicationHardness.allCases {
      seen.formUnion(try Self.batch(hardness).changes.keys)
    }
    #expect(Set(PaperChange.allCases).subtracting(seen).isEmpty)
  }

  @Test("A change stands in the notes where the row shows it")
  func notes() throws {
    let batch = try Self.batch(.hard)
    let again = try CSVTable(batch.intake)
    let birth = try again.column("birth_date")
    let names = try ["family_name", "given_name", "patronymic"].map(again.column)
    let native = try again.column("name_native")
    for (row, note) in zip(again.rows, try CSVTable(batch.notes).rows) {
      let changes = Set(note[2].split(separator: " ").map(String.init))
      if changes.contains("born-unknown") { #expect(row[birth].isEmpty) }
      if changes.contains("born-year") { #expect(row[birth].count == 4) }
      let main = names.map { row[$0] }.joined()
      if changes.contains("pinyin"), !main.isEmpty { #expect(changes.contains("latin-in-columns")) }
      if changes.contains("arabic-columns") { #expect(NameScript.of(main) == .arabic) }
      if changes.contains("arabic-native") { #expect(NameScript.of(row[native]) == .arabic) }
    }
  }

  @Test("Strangers have no truth, and what tells them apart stands on their paper")
  func strangers() throws {
    let batch = try Self.batch(.apart)
    let notes = try CSVTable(batch.notes)
    let known = Set(try CSVTable(batch.truth).rows.map { $0[3] })
    let strangers: Set<String> = [
      "new-family", "new-relative", "new-child", "relative", "namesake", "twin", "father-or-son",
    ]
    var wrong = 0
    for note in notes.rows {
      let changes = Set(note[2].split(separator: " ").map(String.init))
      if known.contains(note[1]) != changes.isDisjoint(with: strangers) { wrong += 1 }
      if changes.contains("namesake"), !changes.isDisjoint(with: ["no-patronymic", "typing-error"])
      {
        wrong += 1
      }
    }
    #expect(wrong == 0)
    #expect(batch.families > 700)
  }

  @Test("New numbers are nobody's of the intake", arguments: ReapplicationHardness.allCases)
  func numbers(hardness: ReapplicationHardness) throws {
    let intake = try CSVTable(Self.intake.get())
    let batch = try Self.batch(hardness)
    let again = try CSVTable(batch.intake)
    let columns = try ["document_issuer", "document_number"].map(again.column)
    func document(_ row: [String]) -> String { columns.map { row[$0] }.joined(separator: " ") }
    let issued = Set(intake.rows.map(document))
    var kept = 0
    for (row, note) in zip(again.rows, try CSVTable(batch.notes).rows) {
      let isNew = note[2].contains("new-document")
      if issued.contains(document(row)) { kept += 1 }
      if isNew { #expect(!issued.contains(document(row))) }
    }
    #expect(kept == batch.pairs - batch.changes[.newDocument, default: 0])
  }

  @Test("Every re-application is a form that the register takes")
  func forms() throws {
    let reader = try IntakeReader(
      regions: Reference.regions(), countries: Reference.countries(), today: Self.today)
    for hardness in ReapplicationHardness.allCases {
      let table = try CSVTable(try Self.batch(hardness).intake)
      var families: [String: [IntakeRow]] = [:]
      for (index, texts) in table.rows.enumerated() {
        var row = IntakeRow(line: index + 2)
        for field in IntakeField.allCases { row[field] = texts[field.rawValue] }
        families[texts[0], default: []].append(row)
      }
      let problems = families.values.flatMap { reader.read($0).problems }
      #expect(problems.isEmpty, "\(problems.prefix(3))")
    }
  }

  @Test("A file without families gives headers alone")
  func empty() throws {
    let batch = try ReapplicationGenerator(
      seed: 1, today: Self.today, names: .embedded(), hardness: .apart
    ).make(from: Array(FamilyGenerator.header.utf8), named: "empty.csv", families: 5)
    #expect(batch.lines == 0)
    #expect(batch.intake == Array(FamilyGenerator.header.utf8))
  }
}
