import Domain
import Testing

@testable import Seeds

/// Who needs a permit to work, by the lists that ship.
@Suite("Who needs a permit")
struct PermitNeedTests {
  static let rules = Result { try Seeds.permitNeedRules(Seeds.countries()) }

  struct Case: Sendable {
    let citizenships: String
    let post: String
    var status = ""
    var employer = ""
    let on: String
    /// The kind of permit, or the codes of the grounds; `citizen` for neither.
    let answer: String
  }

  static let cases: [Case] = [
    Case(citizenships: "CHN", post: "specialist", on: "2026-11-02", answer: "EMP-3"),
    Case(citizenships: "CHN", post: "chief-executive", on: "2026-11-02", answer: "EMP-1"),
    Case(citizenships: "CHN", post: "deputy", on: "2026-11-02", answer: "EMP-1"),
    Case(citizenships: "CHN", post: "head-of-unit", on: "2026-11-02", answer: "EMP-2"),
    Case(citizenships: "CHN", post: "worker", on: "2026-11-02", answer: "EMP-4"),
    Case(citizenships: "UZB", post: "seasonal", on: "2026-11-02", answer: "SEAS"),
    Case(citizenships: "UZB", post: "household", on: "2026-11-02", answer: "LAB-IMM"),
    Case(citizenships: "IND", post: "intra-corporate", on: "2026-11-02", answer: "ICT"),
    Case(citizenships: "TUR", post: "independent", on: "2026-11-02", answer: "SELF"),
    // The Eurasian Economic Union, in any post, from the day of each country.
    Case(citizenships: "RUS", post: "specialist", on: "2026-11-02", answer: "eaeu-rus"),
    Case(citizenships: "RUS", post: "worker", on: "2014-12-31", answer: "EMP-4"),
    Case(citizenships: "BLR", post: "worker", on: "2015-01-01", answer: "eaeu-blr"),
    Case(citizenships: "ARM", post: "specialist", on: "2014-12-31", answer: "EMP-3"),
    Case(citizenships: "ARM", post: "specialist", on: "2015-01-01", answer: "EMP-3"),
    Case(citizenships: "ARM", post: "specialist", on: "2015-01-02", answer: "eaeu-arm"),
    Case(citizenships: "KGZ", post: "household", on: "2015-08-11", answer: "LAB-IMM"),
    Case(citizenships: "KGZ", post: "household", on: "2015-08-12", answer: "eaeu-kgz"),
    // Who somebody is.
    Case(
      citizenships: "CHN", post: "specialist", status: "kandas", on: "2026-11-02",
      answer: "kandas"),
    Case(
      citizenships: "AFG", post: "worker", status: "asylum-seeker", on: "2026-11-02",
      answer: "refugees"),
    Case(
      citizenships: "CHN", post: "specialist", status: "permanent-resident", on: "2026-11-02",
      answer: "permanent-residents"),
    Case(
      citizenships: "RUS", post: "worker", status: "refugee permanent-resident",
      on: "2026-11-02", answer: "refugees eaeu-rus permanent-residents"),
    Case(
      citizenships: "CHN", post: "worker", status: "kandas", on: "2016-12-31", answer: "EMP-4"),
    // Post and employer together.
    Case(
      citizenships: "CHN", post: "deputy", employer: "foreign-owned", on: "2018-04-27",
      answer: "EMP-1"),
    Case(
      citizenships: "CHN", post: "deputy", employer: "foreign-owned", on: "2018-04-28",
      answer: "foreign-owned"),
    Case(
      citizenships: "CHN", post: "head-of-unit", employer: "foreign-owned", on: "2026-11-02",
      answer: "EMP-2"),
    Case(
      citizenships: "CHN", post: "chief-executive", employer: "representation",
      on: "2026-11-02", answer: "branch-heads"),
    Case(
      citizenships: "CHN", post: "deputy", employer: "branch", on: "2026-11-02",
      answer: "EMP-1"),
    Case(
      citizenships: "CHN", post: "chief-executive", employer: "foreign-owned branch aifc",
      on: "2026-11-02", answer: "branch-heads foreign-owned aifc"),
    Case(
      citizenships: "CHN", post: "chief-executive", employer: "government-contract",
      on: "2026-11-02", answer: "government-contracts"),
    Case(
      citizenships: "IND", post: "specialist", employer: "astana-hub", on: "2026-11-02",
      answer: "astana-hub"),
    // A citizen is no foreigner, whatever else.
    Case(citizenships: "CHN KAZ", post: "worker", on: "2026-11-02", answer: "citizen"),
    Case(
      citizenships: "", post: "worker", status: "citizen", on: "2026-11-02", answer: "citizen"),
  ]

  static func need(_ one: Case) throws -> PermitNeed {
    let rules = try rules.get()
    func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    return rules.assess(
      try rules.question(
        citizenships: words(one.citizenships), post: one.post, statuses: words(one.status),
        employers: words(one.employer), on: try #require(LocalDate(iso: one.on))))
  }

  @Test("A permit is needed, or every ground against it is told in the order of the list")
  func answers() throws {
    for one in Self.cases {
      let need = try Self.need(one)
      let codes = need.exemptions.map(\.code).joined(separator: " ")
      let answer = need.answer == .citizen ? "citizen" : need.kind?.rawValue ?? codes
      #expect(answer == one.answer, "\(one)")
      #expect(need.isNeeded == (need.kind != nil))
    }
  }

  @Test("The item and its standing are those of the day")
  func standing() throws {
    let kandas = Case(
      citizenships: "CHN", post: "specialist", status: "kandas", on: "2023-11-24", answer: "")
    let now = try #require(try Self.need(kandas).exemptions.first)
    #expect((now.item, now.standing) == ("1", .official))
    #expect(now.citation.source == "Res. 1041 of 2023-11-24, item 1 (adilet P2300001041)")
    let before = Case(
      citizenships: "CHN", post: "specialist", status: "kandas", on: "2023-11-23", answer: "")
    let then = try #require(try Self.need(before).exemptions.first)
    #expect((then.item, then.standing) == (nil, .unconfirmed))
    let russian = Case(citizenships: "RUS", post: "worker", on: "2026-11-02", answer: "")
    let treaty = try #require(try Self.need(russian).exemptions.first)
    // The rule is in the press; the days are remembered.
    #expect(treaty.citation.standing == .press)
    #expect((treaty.daysStanding, treaty.standing) == (.unconfirmed, .unconfirmed))
    #expect(treaty.note?.contains("the contract is registered all the same") == true)
  }

  @Test("What is not known of the list is told, and meets nobody")
  func unknown() throws {
    let now = try Self.need(
      Case(citizenships: "CHN", post: "household", on: "2026-11-02", answer: ""))
    #expect(now.notes.count == 2)
    #expect(now.notes.first?.contains("need no visa") == true)
    #expect(now.notes.last?.hasPrefix("item 7: “persons entering the Repu…”") == true)
    let then = try Self.need(
      Case(citizenships: "CHN", post: "worker", on: "2020-01-01", answer: ""))
    #expect(
      then.notes == ["the list of those who need none that held on 2020-01-01 was not read"])
  }

  @Test("A word of no list is refused with the list")
  func words() throws {
    let rules = try Self.rules.get()
    let day = try #require(LocalDate(iso: "2026-11-02"))
    let post = #expect(throws: Failure.self) {
      try rules.question(citizenships: ["CHN"], post: "manager", on: day)
    }
    #expect(post?.code == .fieldValue && post?.hint?.contains("head-of-unit") == true)
    let status = #expect(throws: Failure.self) {
      try rules.question(citizenships: [], post: "worker", statuses: ["oralman"], on: day)
    }
    #expect(status?.hint?.hasSuffix("permanent-resident, citizen") == true)
    let employer = #expect(throws: Failure.self) {
      try rules.question(citizenships: [], post: "worker", employers: ["state"], on: day)
    }
    #expect(employer?.code == .fieldValue)
  }

  static let malformed: [(row: String, complaint: String)] = [
    ("a,,2020-01-01,,status,oralman,A,,,press,,s,", "“oralman” is no status"),
    ("a,,2020-01-01,,post status,worker,A,,,press,,s,", "not of one length"),
    ("a,,2020-01-01,,salary,high,A,,,press,,s,", "“salary” in “by”"),
    ("a,,2020-01-01,,status,kandas,A,,,sure,,s,", "“sure” in “standing”"),
    ("a,,2020-01-01,,status,kandas,A,,,press,often,s,", "“often” in “days_standing”"),
    ("a,,2020-01-01,2019-01-01,status,kandas,A,,,press,,s,", "“until” is before “from”"),
    (
      "a,,2020-01-01,,status,kandas,A,,,press,,s,\na,,2021-01-01,,status,kandas,A,,,press,,s,",
      "holds twice on one day"
    ),
  ]

  @Test("A malformed list is refused with its line and word", arguments: malformed)
  func refused(row: String, complaint: String) throws {
    let header =
      "code,item,from,until,by,value,en,kk,ru,standing,days_standing,source,note\n"
    let table = try SeedTable("x.csv", Array((header + row + "\n").utf8))
    let failure = #expect(throws: Failure.self) {
      try Seeds.permitNeedRules(table, Seeds.countries())
    }
    #expect(failure?.code == .ruleMalformed)
    #expect(failure?.detail.contains(complaint) == true, "\(failure?.detail ?? "")")
  }
}
