import Domain
import Seeds
import Testing

/// The sections of economic activity, as NK RK 03-2019 has them.
@Suite struct ActivitySectionTests {
  @Test func `there are twenty-one sections with eighty-eight divisions`() throws {
    let sections = try Seeds.activitySections().all
    #expect(sections.map(\.code).joined() == "ABCDEFGHIJKLMNOPQRSTU")
    #expect(sections.reduce(0) { $0 + $1.divisions.count } == 88)
    #expect(sections.allSatisfy { $0.citation.standing == .press })
    #expect(sections.allSatisfy { !$0.name.kk.isEmpty && $0.name.kk != $0.name.en })
  }

  static let codes: [(text: String, section: String?)] = [
    ("F", "F"), ("f", "F"), ("41", "F"), ("43999", "F"), ("41.20.1", "F"), ("01", "A"),
    ("03", "A"), ("05", "B"), ("35", "D"), ("99", "U"), ("68", "L"),
    // No section has these divisions.
    ("04", nil), ("34", nil), ("67", nil), ("00", nil), ("V", nil), ("FF", nil), ("4", nil),
    ("412011", nil), ("", nil), ("4a", nil), ("Ф", nil),
  ]

  @Test func `a letter or the code of an activity names its section`() throws {
    let sections = try Seeds.activitySections()
    for (text, section) in Self.codes {
      let found = try? sections.resolve(text)
      #expect(found?.code == section, "\(text)")
    }
  }
}
