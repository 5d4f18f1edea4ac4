import Domain
import Services
import Storage
import TestSupport
import Testing

@Suite struct ImportFamiliesTests {
  /// A good family on lines 2 to 4, one to be spoiled on lines 5 to 7, a good one on 8 and 9.
  static func file(_ spoil: ([IntakeRow]) -> [IntakeRow]) -> [UInt8] {
    Samples.csv([
      Samples.family("A-1"), spoil(Samples.family("B-1")), Samples.family("C-1", count: 2),
    ])
  }

  struct Spoilt: Sendable {
    let field: IntakeField
    let text: String
    let index: Int
    let code: Code
  }

  static let spoilt: [Spoilt] = [
    Spoilt(field: .iin, text: "850615300013", index: 1, code: .iinInvalid),
    Spoilt(field: .iin, text: "85061530001", index: 1, code: .iinInvalid),
    Spoilt(field: .birthDate, text: "2026-02-30", index: 0, code: .dateInvalid),
    Spoilt(field: .birthDate, text: "15.06.1985", index: 0, code: .dateInvalid),
    Spoilt(field: .birthDate, text: "2026-05-02", index: 2, code: .dateOrder),
    Spoilt(field: .birthDate, text: "1885", index: 2, code: .dateOrder),
    Spoilt(field: .arrivalDate, text: "2026-13-01", index: 0, code: .dateInvalid),
    Spoilt(field: .relation, text: "head", index: 1, code: .familyTwoHeads),
    Spoilt(field: .relation, text: "spouse", index: 0, code: .familyNoHead),
    Spoilt(field: .relation, text: "uncle", index: 2, code: .fieldValue),
    Spoilt(field: .relation, text: "", index: 2, code: .fieldRequired),
    Spoilt(field: .sex, text: "m", index: 2, code: .fieldValue),
    Spoilt(field: .sex, text: "", index: 1, code: .fieldRequired),
    Spoilt(field: .destinationRegion, text: "KZ-99", index: 0, code: .regionUnknown),
    Spoilt(field: .destinationRegion, text: "Павлодар", index: 0, code: .regionUnknown),
    Spoilt(field: .citizenship, text: "MN", index: 1, code: .countryUnknown),
    Spoilt(field: .originCountry, text: "mng", index: 0, code: .countryUnknown),
    Spoilt(field: .documentNumber, text: "", index: 0, code: .fieldRequired),
    Spoilt(field: .documentType, text: "", index: 0, code: .fieldRequired),
    Spoilt(field: .education, text: "school", index: 0, code: .fieldValue),
    Spoilt(
      field: .occupation, text: String(repeating: "ә", count: 201), index: 1, code: .fieldTooLong),
    Spoilt(field: .originPlace, text: "Өлгий\nБаян", index: 0, code: .fieldValue),
  ]

  @Test(arguments: spoilt) func `good families are saved, the bad one refused at its line`(
    _ spoilt: Spoilt
  ) throws {
    let register = try TestRegister()
    let file = Self.file { $0.with(spoilt.field, spoilt.text, at: spoilt.index) }
    let (summary, problems) = try register.importing(file)
    #expect(summary.read == 8)
    #expect(summary.registered == 2)
    #expect(summary.persons == 5)
    #expect(summary.rejected == 1)
    let problem = try #require(problems.first)
    #expect(problems.count == 1)
    #expect(problem.line == 5 + spoilt.index)
    #expect(problem.familyRef == "B-1")
    #expect(problem.field == spoilt.field.name)
    #expect(problem.code == spoilt.code)
    #expect(problem.value == spoilt.text)
    #expect(try register.integer("SELECT count(*) FROM family") == 2)
    #expect(try register.integer("SELECT count(*) FROM person") == 5)
    #expect(try register.contents().problems == [])
  }

  @Test func `every problem of a family is said`() throws {
    let register = try TestRegister()
    let file = Self.file {
      $0.with(.sex, "X").with(.iin, "1", at: 1).with(.birthDate, "never", at: 1)
        .with(.destinationRegion, "KZ-99")
    }
    let problems = try register.importing(file).problems
    #expect(problems.map(\.line) == [5, 6, 6])
    #expect(problems.map(\.field) == ["sex", "birth_date", "iin"])
    #expect(problems.map(\.code) == [.fieldValue, .dateInvalid, .iinInvalid])
  }

  @Test func `a person without a name in any script is refused`() throws {
    let register = try TestRegister()
    let file = Self.file { $0.with(.familyName, "", at: 2).with(.givenName, "", at: 2) }
    let problems = try register.importing(file).problems
    #expect(problems.map(\.code) == [.personNoName])
    #expect(problems.map(\.line) == [7])
  }

  @Test func `one IIN twice in a family is refused`() throws {
    let register = try TestRegister()
    let file = Self.file { $0.with(.iin, "850615300012").with(.iin, "850615300012", at: 2) }
    let problems = try register.importing(file).problems
    #expect(problems.map(\.code) == [.iinTaken])
    #expect(problems.map(\.line) == [7])
  }

  @Test func `one IIN in two families is refused in the second`() throws {
    let register = try TestRegister()
    let file = Samples.csv([
      Samples.family("A-1").with(.iin, "870312400032", at: 1),
      Samples.family("B-1").with(.iin, "870312400032", at: 2), Samples.family("C-1"),
    ])
    let (summary, problems) = try register.importing(file)
    #expect(summary.registered == 2)
    #expect(summary.rejected == 1)
    #expect(problems.map(\.line) == [7])
    #expect(problems.map(\.familyRef) == ["B-1"])
    #expect(problems.map(\.field) == ["iin"])
    #expect(problems.map(\.code) == [.iinTaken])
    #expect(problems.map(\.value) == ["870312400032"])
    #expect(try register.contents().problems == [])
  }

  // MARK: Bytes

  /// The file with one text replaced by bytes.
  static func file(replacing text: String, by bytes: [UInt8]) -> [UInt8] {
    var file = Self.file { $0.with(.occupation, "@@", at: 1) }
    if let range = file.firstRange(of: Array(text.utf8)) {
      file.replaceSubrange(range, with: bytes)
    }
    return file
  }

  @Test func `a byte that is no UTF-8 refuses its family alone`() throws {
    let register = try TestRegister()
    let (summary, problems) = try register.importing(
      Self.file(replacing: "@@", by: [0xD0, 0x41, 0xFF]))
    #expect(summary.registered == 2)
    #expect(problems.map(\.line) == [6])
    #expect(problems.map(\.familyRef) == ["B-1"])
    #expect(problems.map(\.field) == ["occupation"])
    #expect(problems.map(\.code) == [.csvUTF8])
    #expect(problems.map(\.value) == ["\u{FFFD}A\u{FFFD}"])
  }

  static let counts: [(bytes: String, message: String)] = [
    (",", "the row has 25 fields where the header has 24"),
    (",,,", "the row has 27 fields where the header has 24"),
    ("\n", "the row has 19 fields where the header has 24"),
  ]

  @Test func `a row of too many or too few fields refuses its family alone`() throws {
    for (bytes, message) in Self.counts {
      let register = try TestRegister()
      let (summary, problems) = try register.importing(
        Self.file(replacing: "@@", by: Array(bytes.utf8)))
      #expect(summary.registered == 2, "\(message)")
      let problem = try #require(problems.first { $0.familyRef == "B-1" })
      #expect(problem.line == 6)
      #expect(problem.field == "")
      #expect(problem.code == .csvFieldCount)
      #expect(problem.message == message)
    }
  }

  @Test func `a row that names no family is refused as one of its own`() throws {
    let register = try TestRegister()
    let (summary, problems) = try register.importing(Self.file { $0.with(.familyRef, "", at: 1) })
    #expect(summary.registered == 3)
    #expect(summary.persons == 7)
    #expect(summary.rejected == 1)
    #expect(problems.map(\.line) == [6])
    #expect(problems.map(\.field) == ["family_ref"])
    #expect(problems.map(\.code) == [.fieldRequired])
  }

  @Test func `rows of a family need not be adjacent`() throws {
    let register = try TestRegister()
    let (a, b) = (Samples.family("A-1"), Samples.family("B-1").with(.sex, "X", at: 2))
    let mixed = [a[1], b[0], a[0], b[1], a[2], b[2]]
    let (summary, problems) = try register.importing(Samples.csv([mixed]))
    #expect(summary.registered == 1)
    #expect(problems.map(\.line) == [7])
    let members = try register.answer(ShowFamily(family: Number(year: 2026, serial: 1))).members
    #expect(members.map(\.membership.relation) == [.head, .spouse, .son])
    #expect(members.first?.display == "Қасымов Ерлан")
  }

  @Test func `a mark of order, CRLF and quoted fields are read`() throws {
    let register = try TestRegister()
    let rows = Samples.family("A-1").with(.originPlace, "Өлгий, \"Баян\" аймағы")
    let file = [0xEF, 0xBB, 0xBF] + Samples.csv([rows], newline: "\r\n")
    let (summary, problems) = try register.importing(file)
    #expect(problems == [])
    #expect(summary.registered == 1)
    let family = try register.answer(ShowFamily(family: Number(year: 2026, serial: 1))).family
    #expect(family.originPlace == "Өлгий, \"Баян\" аймағы")
    #expect(family.phone == "+77010000001")
  }

  @Test func `the same rows in another dress are the same submission`() throws {
    let register = try TestRegister()
    let rows = Samples.family("A-1")
    _ = try register.importing(Samples.csv([rows]))
    let dressed = [0xEF, 0xBB, 0xBF] + Samples.csv([rows], newline: "\r\n")
    #expect(try register.importing(dressed).summary.unchanged == 1)
  }

  // MARK: The whole file

  static let header = Samples.header

  static let refusedFiles: [(name: String, text: String, code: Code)] = [
    ("empty", "", .csvMissingColumn),
    (
      "no column", header.split(separator: ",").dropLast().joined(separator: ","), .csvMissingColumn
    ),
    ("unknown column", header + ",shoe_size", .csvUnknownColumn),
    ("column twice", header + ",sex", .csvUnknownColumn),
    (
      "open quote",
      String(decoding: file { $0.with(.phone, "@") }, as: UTF8.self)
        .replacing("@", with: "\"open"), .csvQuote
    ),
    (
      "text behind a quote",
      String(decoding: file { $0.with(.phone, "@") }, as: UTF8.self)
        .replacing("@", with: "\"a\"b"), .csvQuote
    ),
  ]

  @Test func `a file that cannot be cut into rows is refused whole`() throws {
    let register = try TestRegister()
    let before = try register.contents()
    for (name, text, code) in Self.refusedFiles {
      #expect(refusal { try register.importing(Array(text.utf8)) } == code, "\(name)")
    }
    #expect(try register.contents() == before)
  }

  @Test func `a header alone is a file without families`() throws {
    let register = try TestRegister()
    let (summary, problems) = try register.importing(Samples.csv([]))
    #expect(summary.read == 0 && summary.registered == 0 && summary.rejected == 0)
    #expect(problems == [])
  }

  // MARK: Again

  @Test func `the same file again changes nothing and says so`() throws {
    let register = try TestRegister()
    let file = Self.file { $0 }
    #expect(try register.importing(file).summary.registered == 3)
    let before = try register.contents()
    let (summary, problems) = try register.importing(file)
    #expect(problems == [])
    #expect(summary.unchanged == 3)
    #expect(summary.registered == 0)
    #expect(summary.persons == 0)
    let after = try register.contents()
    #expect(after.dataDigest == before.dataDigest)
    #expect(after.rows == before.rows)
    #expect(after.acts == before.acts + 1)
    #expect(after.problems == [])
  }

  @Test func `one row changed is a conflict, in its family alone`() throws {
    let register = try TestRegister()
    _ = try register.importing(Self.file { $0 })
    let before = try register.contents()
    let (summary, problems) = try register.importing(Self.file { $0.with(.occupation, "x", at: 2) })
    #expect(summary.unchanged == 2)
    #expect(summary.rejected == 1)
    #expect(problems.map(\.code) == [.submissionDiffers])
    #expect(problems.map(\.line) == [5])
    #expect(problems.map(\.field) == ["family_ref"])
    #expect(problems.map(\.value) == ["B-1"])
    #expect(try register.contents().dataDigest == before.dataDigest)
  }

  @Test func `the same reference from another source is another submission`() throws {
    let register = try TestRegister()
    _ = try register.importing(Self.file { $0 })
    #expect(try register.importing(Self.file { $0 }, source: "b.csv").summary.registered == 3)
  }

  @Test func `a mended family is registered by the same file`() throws {
    let register = try TestRegister()
    _ = try register.importing(Self.file { $0.with(.iin, "1") })
    let summary = try register.importing(Self.file { $0 }).summary
    #expect(summary.registered == 1)
    #expect(summary.unchanged == 2)
  }

  // MARK: All, nothing, or only a look

  @Test func `all or nothing saves nothing with one refusal`() throws {
    let register = try TestRegister()
    let before = try register.contents()
    let bad = Self.file { $0.with(.iin, "1") }
    let (summary, problems) = try register.importing(bad, allOrNothing: true)
    #expect(problems.map(\.code) == [.iinInvalid])
    #expect(summary.registered == 0)
    #expect(summary.persons == 0)
    #expect(summary.rejected == 1)
    #expect(try register.contents() == before)
    #expect(try register.importing(Self.file { $0 }, allOrNothing: true).summary.registered == 3)
    #expect(try register.contents().problems == [])
  }

  @Test func `a dry run counts and saves nothing`() throws {
    let register = try TestRegister()
    let before = try register.contents()
    let (summary, problems) = try register.importing(
      Self.file { $0.with(.iin, "1") }, dryRun: true)
    #expect(summary.registered == 2)
    #expect(problems.count == 1)
    #expect(try register.contents() == before)
    #expect(try register.integer("SELECT count(*) FROM name_token") == 0)
  }

  @Test func `batches change nothing about the result`() throws {
    let register = try TestRegister()
    let families = (0..<505).map { index in
      Samples.family("N-\(index)", count: 1).with(.sex, index == 502 ? "X" : "M")
    }
    var progress: [Int] = []
    let watch = ImportFamilies.Watch(progress: { done, _ in progress.append(done) })
    let work = ImportFamilies(bytes: Samples.csv(families), fileName: "a.csv", source: "a.csv")
    let summary = try register.office.run(work, as: "tester", watch: watch)
    #expect(summary.registered == 504)
    #expect(summary.rejected == 1)
    #expect(progress == [500, 505])
    #expect(try register.contents().problems == [])
  }

  @Test func `a warning saves the family`() throws {
    let register = try TestRegister()
    let file = Self.file { $0.with(.iin, "061211600012").with(.documentExpires, "2020-01-01") }
    let (summary, problems) = try register.importing(file)
    #expect(problems == [])
    #expect(summary.registered == 3)
    // The IIN gives another birth date and another sex, and the passport has expired.
    #expect(summary.warnings == 3)
  }
}
