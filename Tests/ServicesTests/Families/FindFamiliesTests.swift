import Domain
import Services
import TestSupport
import Testing

@Suite struct FindFamiliesTests {
  static let found: [(text: String, by: String, count: Int)] = [
    ("Ерлан", "name", 1), ("ерлан қасымов", "name", 1), ("KASYMOV", "name", 1),
    ("Қасым", "name", 3), ("850615300012", "iin", 1), ("8506 1530 0012", "iin", 1),
    ("NA-1", "document", 1), ("na-1", "document", 1), ("850615300013", "document", 0),
    ("nobody", "name", 0), ("", "name", 0), ("'", "name", 0), ("%", "name", 0),
  ]

  @Test func `a family is found by any name, paper or number`() throws {
    let register = try TestRegister()
    let family = try register.register(Samples.family("A-1").with(.iin, "850615300012"))
    for (text, by, count) in Self.found {
      let matches = try register.answer(FindFamilies(text: text))
      #expect(matches.count == count, "\(text)")
      #expect(matches.allSatisfy { $0.family == family && $0.by == by }, "\(text)")
    }
    let members = try register.answer(FindFamilies(text: "\(family)"))
    #expect(members.map(\.relation) == [.head, .spouse, .son])
    #expect(try register.answer(FindFamilies(text: "Қасымов", limit: 2)).count == 2)
  }
}
