import Domain
import Seeds
import Testing

/// What a dated fact may say, with the lists that ship.
@Suite struct FactValuesTests {
  static let values = Result {
    FactValues(
      countries: try Seeds.countries(), languages: try Seeds.languages(),
      needs: try Seeds.needs(), statuses: try Seeds.statuses(),
      residences: try Seeds.residences())
  }

  /// What is kept; a code where it is refused.
  static let cases: [(kind: PersonFactKind, text: String, kept: String?, code: Code?)] = [
    (.citizenship, "KAZ", "KAZ", nil), (.citizenship, "mng", "MNG", nil),
    (.citizenship, "KZ", nil, .countryUnknown), (.citizenship, "", nil, .fieldValue),
    (.language, "KAZ", "kaz", nil), (.language, "казахский", "kaz", nil),
    (.language, "kk", nil, .fieldValue), (.need, "er", "ER", nil), (.need, "XX", nil, .fieldValue),
    (.status, "Kandas", "kandas", nil), (.status, "қандас", "kandas", nil),
    (.status, "oralman", nil, .fieldValue), (.status, "citizen", nil, .fieldValue),
    (.residence, "temporary-work", "temporary-work", nil),
    (.residence, "permanent", "permanent", nil), (.residence, "temporary", nil, .fieldValue),
    (.abroad, "chn", "CHN", nil), (.abroad, "KAZ", nil, .fieldValue),
    (.abroad, "China", nil, .countryUnknown),
    (.education, "secondary_special", "secondary_special", nil),
    (.education, "Higher", nil, .fieldValue),
    (.occupation, "4110-9", "4110-9", nil), (.occupation, "4110-9 clerk", "4110-9 clerk", nil),
    (.occupation, "41", "41", nil), (.occupation, "X1", "X1", nil),
    (.occupation, "shepherd", "shepherd", nil), (.occupation, "0110", nil, .fieldValue),
    (.occupation, "41105", nil, .fieldValue), (.occupation, "411-9", nil, .fieldValue),
    (.occupation, "4110-91", nil, .fieldValue), (.occupation, "4110-9-1", nil, .fieldValue),
    (.phone, "+7 (701) 000-00-01", "+7 (701) 000-00-01", nil), (.phone, "1234", nil, .fieldValue),
    (.phone, "1234567890123456", nil, .fieldValue), (.phone, "77010x0001", nil, .fieldValue),
    (.email, "a.b@example.kz", "a.b@example.kz", nil), (.email, "a@b", nil, .fieldValue),
    (.email, "@b.kz", nil, .fieldValue), (.email, "a@b@c.kz", nil, .fieldValue),
    (.email, "a b@c.kz", nil, .fieldValue), (.email, "a@c..kz", nil, .fieldValue),
    (.occupation, "a\u{7}", nil, .fieldValue), (.death, "Almaty", nil, .fieldValue),
    (.occupation, String(repeating: "я", count: 200), String(repeating: "я", count: 200), nil),
    (.occupation, String(repeating: "я", count: 201), nil, .fieldTooLong),
  ]

  @Test func `values are taken or refused by their kind`() throws {
    let values = try Self.values.get()
    for (kind, text, kept, code) in Self.cases {
      do throws(Failure) {
        #expect(try values.value(text, of: kind) == kept, "\(kind) \(text)")
      } catch {
        #expect(error.code == code, "\(kind) \(text)")
      }
    }
  }

  @Test func `the lists are those of the standards, with their standing`() throws {
    let values = try Self.values.get()
    #expect(
      values.languages.all.map(\.code) == [
        "kaz", "rus", "zho", "cmn", "uig", "mon", "khk", "uzb", "tuk", "kir", "tur", "eng",
      ])
    #expect(
      values.needs.all.map(\.code) == [
        "CR", "SC", "WR", "ER", "SP", "DS", "SM", "FU", "LP", "TR", "SV", "GB",
      ])
    #expect(
      values.statuses.all.map(\.code) == [
        "kandas", "business-immigrant", "refugee", "asylum-seeker", "humanitarian", "sentenced",
        "trafficking-victim", "permanent-resident",
      ])
    // The purposes of the facts, and settling for good.
    #expect(
      values.residences.all.map(\.code) == [
        "temporary-work", "temporary-study", "temporary-family", "temporary-treatment",
        "temporary-business", "temporary-mission", "permanent",
      ])
    for term in values.statuses.all + values.residences.all {
      #expect([.official, .press].contains(term.citation.standing), "\(term.code)")
    }
    for term in values.languages.all + values.needs.all {
      #expect(term.citation.standing == .unconfirmed)
      #expect(term.name.kk != term.name.en && term.name.ru != term.name.en, "\(term.code)")
    }
    let first = try #require(values.needs.all.first)
    #expect(throws: Failure.self) { try FactTerms([first, first]) }
  }
}
