import Domain
import TestSupport
import Testing

@Suite struct QuotaTermsTests {
  static func term(
    _ kind: QuotaKind = .kandas, _ from: Int, _ until: Int? = nil, lasting: Int = 1
  ) -> QuotaTerms.Term {
    QuotaTerms.Term(
      kind: kind, from: from, until: until, unit: .person, lasting: lasting, setBy: "the ministry",
      citation: Citation("a test", standing: .press), note: nil)
  }

  @Test func `a quota is open in its own year, and a programme in all of its years`() throws {
    let terms = try QuotaTerms([
      Self.term(.kandas, 2016), Self.term(.nurlyKosh, 2009, 2009, lasting: 3),
    ])
    let year = try #require(terms.days(.kandas, year: 2026))
    #expect("\(year.from) \(year.to.map { "\($0)" } ?? "")" == "2026-01-01 2027-01-01")
    let programme = try #require(terms.days(.nurlyKosh, year: 2009))
    #expect("\(programme.from) \(programme.to.map { "\($0)" } ?? "")" == "2009-01-01 2012-01-01")
    #expect(terms.days(.nurlyKosh, year: 2010) == nil)
    #expect(terms.days(.settlers, year: 2026) == nil)
  }

  @Test func `a year without such a quota is refused with the years that have one`() throws {
    let terms = try QuotaTerms([Self.term(.immigration, 1993, 2014), Self.term(.kandas, 2016)])
    let failure = failure { () throws(Failure) in try terms.term(.immigration, year: 2026) }
    #expect(failure?.code == .quotaTerm)
    #expect(failure?.detail == "there is no quota immigration of 2026")
    #expect(failure?.hint == "there was one from 1993 to 2014")
    #expect(refusal { () throws(Failure) in try terms.term(.kandas, year: 2015) } == .quotaTerm)
    #expect(try terms.term(.kandas, year: 2040).from == 2016)
  }

  static let malformed: [(why: String, terms: [QuotaTerms.Term])] = [
    ("years that overlap", [term(.kandas, 2016, 2018), term(.kandas, 2018)]),
    ("years that fall", [term(.kandas, 2019, 2020), term(.kandas, 2016, 2018)]),
    ("years after an open end", [term(.kandas, 2016), term(.kandas, 2019)]),
    ("an end before its start", [term(.kandas, 2018, 2016)]),
    ("a quota that lasts no year", [term(.kandas, 2018, lasting: 0)]),
  ]

  @Test(arguments: malformed.indices) func `a malformed table is refused`(index: Int) {
    let terms = Self.malformed[index].terms
    #expect(refusal { () throws(Failure) in try QuotaTerms(terms) } == .ruleMalformed)
  }
}
