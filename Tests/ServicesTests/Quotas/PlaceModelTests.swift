import Domain
import Glibc
import Services
import TestSupport
import Testing

/// Random moves against a small model of what they must come to.
///
/// `KOSH_MOVES` says how many, and `KOSH_SEED` from which seed.
@Suite struct PlaceModelTests {
  static let seed = number("KOSH_SEED") ?? 20_260_504
  static let moves = number("KOSH_MOVES") ?? 1_500

  private static func number(_ name: String) -> Int? {
    getenv(name).flatMap { Int(String(cString: $0)) }
  }

  @Test func `no move leaves the register other than the model`() throws {
    print("\(Self.moves) moves of places and people from seed \(Self.seed)")
    var run = try PlaceRun(seed: UInt64(Self.seed))
    for number in 1...Self.moves {
      try run.move()
      // The cost of proving everything grows with the register, so it is done now and then.
      if number % max(250, Self.moves / 40) == 0 { try run.prove("after \(number) moves") }
    }
    try run.prove("at the end")
    run.tell()
    // Every kind of move was made, and every refusal met.
    for (_, name) in PlaceRun.moves {
      #expect(run.done[name, default: 0] > 0, "\(name): \(run.done)")
    }
    for (name, codes) in PlaceRun.refusals {
      for code in codes {
        #expect(run.refused[name]?[code] ?? 0 > 0, "\(name) \(code)")
      }
    }
    #expect(run.overruns > 0)
  }
}

extension PlaceRun {
  /// Refusals that even a short run meets.
  static let refusals: [(String, [Code])] = [
    ("include", [.placeHeld, .quotaExhausted]),
    ("confirm", [.reservationSettled, .reservationExpired]),
    ("release", [.reservationSettled, .inclusionConfirmed]),
    ("transfer", [.reservationSettled, .quotaExhausted, .quotaRegion]),
    ("return", [.quotaExhausted]),
    ("split", [.familySplit]), ("join", [.familyPlacesApart]), ("undo", [.undoBuiltUpon]),
    ("merge", [.placeHeld, .personFamilies, .familyNoHead]),
  ]

  /// What `kosh verify` says, and what each family holds by `kosh family show`.
  mutating func prove(_ moment: Comment) throws {
    let proof = try register.answer(VerifyRegister())
    for check in proof.checks { #expect(check.breaches == [], "\(check.name) \(moment)") }
    for year in Set(model.allotted.keys.map(\.year)) { try compare(year, after: "\(moment)") }
    for family in cohorts.flatMap(\.families) {
      let dossier = try register.dossier(family)
      let members = dossier.members.map(\.membership.person)
      #expect(members == model.members(of: family).map(\.person), "\(family) \(moment)")
      let held = dossier.inclusions.filter(\.holdsPlaces).map {
        "\($0.number) \($0.step) \($0.currentPlaces)"
      }
      let expected = model.lives(of: family).compactMap { number in
        model.holdings[number].map { "\(number) \($0.step) \($0.people.count)" }
      }
      #expect(held == expected, "\(family) \(moment)")
    }
  }

  /// How many moves of each kind were accepted, and how many refused and why.
  func tell() {
    for name in Set(done.keys).union(refused.keys).sorted() {
      let reasons = refused[name, default: [:]].sorted { $0.key.rawValue < $1.key.rawValue }
        .map { "\($0.key.rawValue) \($0.value)" }
      print("\(name): \(done[name, default: 0]) done; \(reasons.joined(separator: ", "))")
    }
    print("\(acts.count) acts to \(model.today); \(overruns) overruns seen")
  }
}
