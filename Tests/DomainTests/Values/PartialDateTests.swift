import Domain
import Testing

@Suite("Partial dates")
struct PartialDateTests {
  static let readable: [(text: String, earliest: String, latest: String, exact: String?)] = [
    ("1987", "1987-01-01", "1987-12-31", nil),
    ("1987-05", "1987-05-01", "1987-05-31", nil),
    ("1987-02", "1987-02-01", "1987-02-28", nil),
    ("1988-02", "1988-02-01", "1988-02-29", nil),
    ("1987-05-12", "1987-05-12", "1987-05-12", "1987-05-12"),
    ("0001", "0001-01-01", "0001-12-31", nil),
  ]

  @Test("What is kept is what was given", arguments: readable)
  func reads(text: String, earliest: String, latest: String, exact: String?) throws {
    let date = try #require(PartialDate(iso: text))
    #expect(date.description == text)
    #expect(date.earliest == LocalDate(iso: earliest))
    #expect(date.latest == LocalDate(iso: latest))
    #expect(date.exact == exact.flatMap { LocalDate(iso: $0) })
  }

  static let unreadable: [String] = [
    "", "87", "198", "19870", "1987-", "1987-5", "1987-13", "1987-00", "1987-05-", "1987-05-1",
    "1987-02-29", "1987-02-30", "1987-05-00", "1987/05", "1987.05.12", "12.05.1987", "0000",
    "1987-05-12T00", " 1987", "１９８７", "-987", "+987",
  ]

  @Test("Anything else is refused", arguments: unreadable)
  func refuses(text: String) {
    #expect(PartialDate(iso: text) == nil)
  }

  @Test("A day needs its month")
  func dayNeedsMonth() {
    #expect(PartialDate(year: 1987, day: 3) == nil)
  }

  @Test("A month covers its days and no other")
  func covers() throws {
    let may = try #require(PartialDate(iso: "1987-05"))
    let edges = ["1987-04-30", "1987-05-01", "1987-05-31", "1987-06-01"]
    #expect(edges.compactMap { LocalDate(iso: $0) }.map(may.covers) == [false, true, true, false])
  }
}
