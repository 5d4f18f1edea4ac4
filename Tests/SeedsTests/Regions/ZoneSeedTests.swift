import Domain
import Seeds
import Testing

@Suite struct ZoneSeedTests {
  static let zones = Result { try Seeds.zones(try Seeds.regions()) }

  static func day(_ text: String) throws -> LocalDate { try #require(LocalDate(iso: text)) }

  struct ZoneCase: Sendable {
    let id: String
    let on: String
    let codes: [String]
  }

  static let cases: [ZoneCase] = [
    ZoneCase(
      id: "zone-1", on: "2010-01-01",
      codes: ["KZ-11", "KZ-15", "KZ-27", "KZ-39", "KZ-55", "KZ-59", "KZ-63"]),
    ZoneCase(id: "zone-2", on: "2010-01-01", codes: ["KZ-23", "KZ-35", "KZ-43", "KZ-47"]),
    ZoneCase(
      id: "zone-3", on: "2010-01-01", codes: ["KZ-19", "KZ-31", "KZ-YUZ", "KZ-71", "KZ-75"]),
    ZoneCase(
      id: "zone-3", on: "2018-06-19",
      codes: ["KZ-19", "KZ-31", "KZ-61", "KZ-71", "KZ-75", "KZ-79"]),
    ZoneCase(
      id: "zone-1", on: "2026-01-01",
      codes: ["KZ-10", "KZ-11", "KZ-15", "KZ-27", "KZ-39", "KZ-55", "KZ-59", "KZ-63"]),
    ZoneCase(id: "zone-2", on: "2026-01-01", codes: ["KZ-23", "KZ-35", "KZ-43", "KZ-47", "KZ-62"]),
    ZoneCase(
      id: "zone-3", on: "2026-01-01",
      codes: ["KZ-19", "KZ-31", "KZ-33", "KZ-61", "KZ-71", "KZ-75", "KZ-79"]),
    ZoneCase(
      id: "zone-3", on: "2000-01-01", codes: ["KZ-19", "KZ-31", "KZ-YUZ", "KZ-71", "KZ-75"]),
    ZoneCase(id: "zone-3", on: "1991-12-15", codes: []),
  ]

  @Test(arguments: cases) func `a zone has its regions of the day`(_ expected: ZoneCase) throws {
    let zones = try Self.zones.get()
    let places = zones.places(in: try zones.zone(expected.id), on: try Self.day(expected.on))
    #expect(places.map(\.region) == expected.codes)
  }

  @Test(arguments: ["2009-01-01", "2018-06-18", "2018-06-19", "2022-06-07", "2022-06-08"])
  func `every region of a day is in exactly one zone`(_ on: String) throws {
    let day = try Self.day(on)
    let codes = try Seeds.regions().all(on: day).map(\.code)
    let places = try Self.zones.get().places(in: .nurlyKosh, on: day)
    #expect(places.map(\.region) == codes)
  }

  @Test func `a later region lies where its land lay, as weakly as that is known`() throws {
    let zones = try Self.zones.get()
    let day = try Self.day("2026-01-01")
    let abai = try #require(zones.place(of: "KZ-10", in: .nurlyKosh, on: day))
    #expect(abai.zone.id == "zone-1")
    #expect(abai.derivedFrom == ["KZ-63"])
    #expect(abai.citation.standing == .unconfirmed)
    let shymkent = try #require(zones.place(of: "KZ-79", in: .nurlyKosh, on: day))
    #expect(shymkent.zone.id == "zone-3")
    #expect(shymkent.derivedFrom == ["KZ-YUZ"])
    #expect(shymkent.citation.standing == .press)
    let named = try #require(zones.place(of: "KZ-63", in: .nurlyKosh, on: day))
    #expect(named.derivedFrom == [])
    #expect(named.citation.standing == .press)
    #expect(zones.place(of: "KZ-YUZ", in: .nurlyKosh, on: day) == nil)
  }

  @Test func `a zone says that its name is no geography`() throws {
    let zone = try Self.zones.get().zone("ZONE-3")
    #expect(
      zone.name
        == LocalizedText(en: "Central zone", kk: "Орталық аймақ", ru: "Центральная зона"))
    #expect(zone.note?.contains("not of geography") == true)
    #expect(
      zone.period
        == (try #require(Period(from: try Self.day("2009-01-01"), to: try Self.day("2012-01-01")))))
  }

  @Test func `an unknown zone is refused with the known ones`() throws {
    let zones = try Self.zones.get()
    #expect(
      throws: Failure(
        .zoneUnknown, "“north” is not a zone", hint: "the zones are zone-1, zone-2, zone-3")
    ) { try zones.zone("north") }
  }
}

@Suite struct MalformedZoneTests {
  static let header = "programme,id,from,until,en,kk,ru,regions,standing,source,note"
  static let all =
    "KZ-11 KZ-15 KZ-19 KZ-23 KZ-27 KZ-31 KZ-35 KZ-39 KZ-43 KZ-47 KZ-YUZ KZ-55 KZ-59 KZ-63 KZ-71"
  static let most = "nurly-kosh,a,2009-01-01,2011-12-31,A,,,\(all),press,a test,"

  struct Mistake: Sendable {
    let name: String
    let rows: [String]
    let detail: String
  }

  static let mistakes: [Mistake] = [
    Mistake(
      name: "an unknown programme",
      rows: ["old-kosh,b,2009-01-01,2011-12-31,B,,,KZ-75,press,a test,"],
      detail: "Reference/zones.csv, line 2: “old-kosh” in “programme” is none of nurly-kosh"),
    Mistake(
      name: "an unknown region",
      rows: [most, "nurly-kosh,b,2009-01-01,2011-12-31,B,,,KZ-75 KZ-99,press,a test,"],
      detail: "zones: b names KZ-99, which is not a region"),
    Mistake(
      name: "a region of another day",
      rows: [most, "nurly-kosh,b,2009-01-01,2011-12-31,B,,,KZ-75 KZ-79,press,a test,"],
      detail: "zones: b names KZ-79, which did not exist on 2009-01-01"),
    Mistake(
      name: "a region twice in a zone",
      rows: [most, "nurly-kosh,b,2009-01-01,2011-12-31,B,,,KZ-75 KZ-75,press,a test,"],
      detail: "zones: KZ-75 is in b and in b"),
    Mistake(
      name: "a region in two zones",
      rows: [most, "nurly-kosh,b,2009-01-01,2011-12-31,B,,,KZ-75 KZ-11,press,a test,"],
      detail: "zones: KZ-11 is in a and in b"),
    Mistake(
      name: "a region in no zone", rows: [most],
      detail: "zones: KZ-75 is in no zone of nurly-kosh"),
    Mistake(
      name: "a zone twice", rows: [most, most], detail: "zones: a stands twice"),
    Mistake(
      name: "two divisions of a programme on one day",
      rows: [
        "nurly-kosh,a,2009-01-01,2011-12-31,A,,,\(all) KZ-75,press,a test,",
        "nurly-kosh,b,2011-12-31,2012-12-31,B,,,\(all) KZ-75,press,a test,",
      ],
      detail: "zones: a and b have other days, and overlap"),
    Mistake(
      name: "days in the wrong order",
      rows: ["nurly-kosh,a,2009-01-01,2008-12-31,A,,,\(all) KZ-75,press,a test,"],
      detail: "Reference/zones.csv, line 2: “until” is before “from”"),
    Mistake(
      name: "no source", rows: ["nurly-kosh,a,2009-01-01,2011-12-31,A,,,\(all) KZ-75,press,,"],
      detail: "Reference/zones.csv, line 2: “source” is empty"),
    Mistake(
      name: "an unknown standing",
      rows: ["nurly-kosh,a,2009-01-01,2011-12-31,A,,,\(all) KZ-75,sure,a test,"],
      detail: "Reference/zones.csv, line 2: “sure” in “standing” is none of "
        + "law, official, press, reconstructed, unconfirmed"),
  ]

  @Test(arguments: mistakes) func `a table with a mistake is refused`(_ mistake: Mistake) throws {
    let register = try Seeds.regions()
    let bytes = Array((([Self.header] + mistake.rows).joined(separator: "\n") + "\n").utf8)
    #expect(throws: Failure(.ruleMalformed, mistake.detail), "\(mistake.name)") {
      try Seeds.zones(bytes, register)
    }
  }

  @Test func `a programme may be divided anew when its first division ends`() throws {
    let rows = [
      "nurly-kosh,a,2009-01-01,2011-12-31,A,,,\(Self.all) KZ-75,press,a test,",
      "nurly-kosh,b,2012-01-01,2012-12-31,B,,,\(Self.all) KZ-75,press,a test,",
    ]
    let bytes = Array((([Self.header] + rows).joined(separator: "\n") + "\n").utf8)
    let zones = try Seeds.zones(bytes, try Seeds.regions())
    let days = ["2008-01-01", "2011-12-31", "2012-01-01", "2026-01-01"]
    let ids = try days.map { text in
      let day = try #require(LocalDate(iso: text))
      return zones.place(of: "KZ-75", in: .nurlyKosh, on: day)?.zone.id
    }
    #expect(ids == ["a", "a", "b", "b"])
  }
}
