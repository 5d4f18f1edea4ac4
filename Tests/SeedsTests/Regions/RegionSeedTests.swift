import Domain
import Seeds
import Testing

@Suite struct RegionSeedTests {
  static let register = Result { try Seeds.regions() }

  static func day(_ text: String) throws -> LocalDate { try #require(LocalDate(iso: text)) }

  struct Meaning: Sendable {
    let text: String
    let on: String
    let code: String
  }

  static let meanings: [Meaning] = [
    Meaning(text: "KZ-55", on: "2026-01-01", code: "KZ-55"),
    Meaning(text: "kz-pav", on: "2026-01-01", code: "KZ-55"),
    Meaning(text: "550000000", on: "1993-01-01", code: "KZ-55"),
    Meaning(text: "551010000", on: "2026-01-01", code: "KZ-55"),
    Meaning(text: "KZ-YUZ", on: "2018-06-18", code: "KZ-YUZ"),
    Meaning(text: "KZ-YUZ", on: "2018-06-19", code: "KZ-61"),
    Meaning(text: "510000000", on: "2007-12-07", code: "KZ-YUZ"),
    Meaning(text: "KZ-SHY", on: "2018-06-19", code: "KZ-79"),
    Meaning(text: "KZ-10", on: "2022-06-08", code: "KZ-10"),
    Meaning(text: "KZ-VOS", on: "2022-06-08", code: "KZ-63"),
    Meaning(text: "KZ-ALM", on: "2010-01-01", code: "KZ-19"),
    Meaning(text: "KZ-ALA", on: "2010-01-01", code: "KZ-75"),
    Meaning(text: "710000000", on: "2010-01-01", code: "KZ-71"),
  ]

  @Test(arguments: meanings) func `a code means its region of the day`(_ meaning: Meaning) throws {
    let region = try Self.register.get().resolve(meaning.text, on: Self.day(meaning.on))
    #expect(region.code == meaning.code)
  }

  struct Refusal: Sendable {
    let text: String
    let on: String
    let detail: String
    let hint: String
  }

  static let refusals: [Refusal] = [
    Refusal(
      text: "KZ-10", on: "2022-06-07",
      detail: "KZ-10 (Abai Region) did not exist on 2022-06-07: it was formed on 2022-06-08",
      hint: "it was formed out of KZ-63 (East Kazakhstan Region)"),
    Refusal(
      text: "510000000", on: "2018-06-19",
      detail: "KZ-YUZ (South Kazakhstan Region) did not exist on 2018-06-19: "
        + "it ended on 2018-06-18",
      hint: "its territory went to KZ-61 (Turkistan Region) and KZ-79 (Shymkent)"),
    Refusal(
      text: "KZ-56", on: "2026-01-01", detail: "“KZ-56” is not the code of a region",
      hint: "did you mean KZ-55 (Pavlodar Region), KZ-59 (North Kazakhstan Region)?"),
    Refusal(
      text: "Павлодарская область", on: "2026-01-01",
      detail: "“Павлодарская область” is not the code of a region",
      hint: "did you mean KZ-55 (Pavlodar Region)?"),
    Refusal(
      text: "55", on: "2026-01-01", detail: "“55” is not the code of a region",
      hint: "give ISO 3166-2 such as KZ-55, or nine digits of KATO such as 551010000"),
    Refusal(
      text: "", on: "2026-01-01", detail: "“” is not the code of a region",
      hint: "give ISO 3166-2 such as KZ-55, or nine digits of KATO such as 551010000"),
  ]

  @Test(arguments: refusals) func `a refusal says what to give instead`(
    _ refusal: Refusal
  ) throws {
    let register = try Self.register.get()
    let day = try Self.day(refusal.on)
    let failure = #expect(throws: Failure.self) { try register.resolve(refusal.text, on: day) }
    #expect(failure?.code == .regionUnknown)
    #expect(failure?.detail == refusal.detail)
    #expect(failure?.hint == refusal.hint)
  }

  struct Count: Sendable {
    let on: String
    let units: Int
  }

  static let counts: [Count] = [
    Count(on: "2007-12-07", units: 16), Count(on: "2018-06-18", units: 16),
    Count(on: "2018-06-19", units: 17), Count(on: "2022-06-07", units: 17),
    Count(on: "2022-06-08", units: 20), Count(on: "2026-11-01", units: 20),
  ]

  @Test(arguments: counts) func `a day has its number of units`(_ count: Count) throws {
    #expect(try Self.register.get().all(on: Self.day(count.on)).count == count.units)
  }

  struct Capital: Sendable {
    let on: String
    let en: String
    let kk: String
  }

  static let capitals: [Capital] = [
    Capital(on: "1998-05-05", en: "Akmola", kk: "Ақмола"),
    Capital(on: "1998-05-06", en: "Astana", kk: "Астана"),
    Capital(on: "2019-03-22", en: "Astana", kk: "Астана"),
    Capital(on: "2019-03-23", en: "Nur-Sultan", kk: "Нұр-Сұлтан"),
    Capital(on: "2022-09-16", en: "Nur-Sultan", kk: "Нұр-Сұлтан"),
    Capital(on: "2022-09-17", en: "Astana", kk: "Астана"),
  ]

  @Test(arguments: capitals) func `the capital has the name of the day`(
    _ capital: Capital
  ) throws {
    let region = try #require(try Self.register.get().region("KZ-71"))
    let name = region.name(on: try Self.day(capital.on))
    #expect(name.en == capital.en)
    #expect(name.kk == capital.kk)
  }

  @Test func `neighbours name each other`() throws {
    let register = try Self.register.get()
    for region in register.all {
      for code in region.predecessors {
        #expect(register.region(code)?.successors.contains(region.code) == true, "\(code)")
      }
      for code in region.successors {
        #expect(register.region(code)?.predecessors.contains(region.code) == true, "\(code)")
      }
    }
  }

  @Test func `every classifier code has nine digits and agrees with the new code`() throws {
    for region in try Self.register.get().all where region.code != "KZ-YUZ" {
      #expect(region.kato.utf8.count == 9)
      #expect(region.code == "KZ-\(region.kato.prefix(2))")
    }
  }
}
