import Domain
import Seeds
import Testing

@Suite struct CountrySeedTests {
  static let register = Result { try Seeds.countries() }

  @Test func `all countries of ISO 3166-1 are there`() throws {
    let countries = try Self.register.get().all.filter { $0.kind == .country }
    #expect(countries.count == 249)
    for country in countries {
      #expect(country.code.utf8.count == 3)
      #expect(country.alpha2?.utf8.count == 2)
    }
  }

  @Test(arguments: ["UZB", "CHN", "MNG", "D", "XXA", "XXB", "XXC", "XXX", "UNO", "UNA", "SUN"])
  func `a code is known`(_ code: String) throws {
    #expect(try Self.register.get().contains(code))
  }

  @Test func `names come in three languages`() throws {
    let register = try Self.register.get()
    #expect(
      register.name("UZB")
        == LocalizedText(en: "Uzbekistan", kk: "Өзбекстан", ru: "Узбекистан"))
    #expect(register.name("ABW") == LocalizedText("Aruba"))
    #expect(register.name("ZZZ") == nil)
    #expect(register.country("SUN")?.kind == .historic)
    #expect(register.country("D")?.kind == .document)
  }

  struct Refusal: Sendable {
    let text: String
    let hint: String
  }

  static let refusals: [Refusal] = [
    Refusal(text: "uz", hint: "the code of three letters is UZB (Uzbekistan)"),
    Refusal(text: "моңғолия", hint: "the code of Mongolia is MNG"),
    Refusal(text: "Q", hint: "give ISO 3166-1 alpha-3 such as UZB, CHN or MNG"),
  ]

  @Test(arguments: refusals) func `a refusal gives the right code`(_ refusal: Refusal) throws {
    let register = try Self.register.get()
    let failure = #expect(throws: Failure.self) { try register.resolve(refusal.text) }
    #expect(failure?.code == .countryUnknown)
    #expect(failure?.hint == refusal.hint)
  }

  @Test func `lower case is understood`() throws {
    #expect(try Self.register.get().resolve("uzb").code == "UZB")
  }
}
