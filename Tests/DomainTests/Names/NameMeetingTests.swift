import Domain
import Testing

@Suite struct NameMeetingTests {
  static func word(_ text: String) throws -> NameWord {
    try #require(NameQuery(text).words.first?.word)
  }

  static let cases: [(sought: String, borne: String, kind: NameMeeting.Kind?)] = [
    ("нурлан", "Нұрлан", .same), ("NUERLAN", "Нұрлан", .sound), ("Нурланов", "Нұрлан", .sound),
    ("Нрулан", "Нұрлан", .letter), ("Нурлаан", "Нұрлан", .sound), ("Нулан", "Нұрлан", .letter),
    ("Мурлан", "Нұрлан", .letter), ("Нур", "Нұрлан", .beginning), ("Н", "Нұрлан", .beginning),
    ("Nurs", "Нұрсұлтан", .beginning), ("Нурлан", "Нұр", nil), ("Ерлан", "Арлан", .letter),
    ("Нұрлан", "NURZHAN", nil), ("Ли", "Ан", nil),
  ]

  @Test(arguments: cases)
  func `a word meets another`(sought: String, borne: String, kind: NameMeeting.Kind?) throws {
    let met = NameMeeting(try Self.word(sought), try Self.word(borne))
    #expect(met?.kind == kind)
    #expect(met.map { (1...1000).contains($0.weight) } ?? true)
    #expect((met?.weight == 1000) == (kind == .same))
  }

  static let slips = ["нулан", "нурлаан", "нурлат", "нрулан", "урлан", "нурла", "нурланн"]

  @Test(arguments: slips)
  func `a slip leaves a key in common`(slip: String) {
    #expect(!Set(NameKeys.letters(of: slip)).isDisjoint(with: NameKeys.letters(of: "нурлан")))
  }

  @Test func `keys by letters and by sounds never meet`() throws {
    let keys = NameKeys.all(of: try Self.word("нурлан"))
    // NLN is 7, 5 and 7 by three bits; without each of six letters, and whole.
    #expect(keys.first == 0o757)
    #expect(keys.count == 8)
    #expect(keys.dropFirst().allSatisfy { $0 >= 1 << 62 })
    #expect(NameKeys.letters(of: "ли").isEmpty)
    // The same on every machine, as it is stored: FNV-1a of а, б, в over code points.
    #expect(NameKeys.letters(of: "абв").count == 4)
  }

  @Test func `neighbours of a skeleton are one class away`() {
    // NLN: six others in each of three places, three left out, insertions, two exchanges.
    let near = NameKeys.neighbours(of: Skeleton(code: 0o757)).map(\.description)
    for expected in ["LN", "NN", "NL", "NTN", "PLN", "NLNP", "NLLN", "LNN", "NNL"] {
      #expect(near.contains(expected), "\(expected)")
    }
    #expect(!near.contains("NLN"))
    #expect(Set(near).count == near.count)
    #expect(NameKeys.longer(than: Skeleton(code: 7)).first == 56...63)
  }

  @Test func `a word of a name is met once`() throws {
    let query = NameQuery("Асан Асан")
    #expect(query.hasTwins)
    let one = PersonName(script: .cyrillic, familyName: "Садыков", givenName: "Асан")
    let latin = PersonName(script: .latin, familyName: "SADYKOV", givenName: "ASAN")
    #expect(query.meet([one, latin], rarities: [1, 1]) == nil)
    let two = PersonName(script: .cyrillic, familyName: "Асан", givenName: "Асан")
    #expect(query.meet([two], rarities: [1, 1])?.score == 1000)
    let hit = try #require(NameQuery("asan садыков").meet([one], rarities: [1, 3]))
    #expect(hit.score == (990 + 3000) / 4)
    #expect(hit.spelled(by: [one]).met.map(\.borne) == ["Асан", "Садыков"])
  }
}
