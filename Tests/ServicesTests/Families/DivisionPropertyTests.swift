import Domain
import Services
import Storage
import TestSupport
import Testing

/// Whatever an office does to a few families in whatever order: no place and no tenge is lost or
/// found, and the register verifies after each act.
@Suite struct DivisionPropertyTests {
  static let seeds: [UInt64] = [1, 2, 3]
  static let actsEach = 30

  /// Refusals that an act drawn at random may meet; anything else is a defect.
  static let allowed: Set<Code> = [
    .placeHeld, .allowanceGranted, .allowanceNotIncluded, .allowanceFamily, .reservationSettled,
    .familyMember, .familyNoHead, .familyPlacesApart, .familyWithdrawn, .undoNothing,
    .undoBuiltUpon, .familySplit,
  ]

  @Test func `places and money are kept through any sequence of acts`() throws {
    for seed in Self.seeds {
      var run = try Run(seed: seed)
      for _ in 0..<Self.actsEach { try run.act() }
      // A sequence in which nothing was divided would prove nothing.
      #expect(run.done["split", default: 0] >= 2, "seed \(seed): \(run.done)")
      #expect(run.done["undo", default: 0] >= 1, "seed \(seed): \(run.done)")
    }
  }

  struct Run {
    let seed: UInt64
    let register: TestRegister
    var random: SeededRandom
    var families: [Number<Family>] = []
    var inclusions: [Number<Inclusion>] = []
    var granted: Int64 = 0
    var done: [String: Int] = [:]
    var trace: [String] = []

    init(seed: UInt64) throws {
      self.seed = seed
      register = try TestRegister(on: "2026-05-01")
      random = SeededRandom(seed: seed)
      for index in 1...3 {
        families.append(try register.register(Samples.family("A-\(index)", count: index + 2)))
      }
    }

    mutating func act() throws {
      let names = [
        "include", "split", "split", "join", "confirm", "release", "grant", "undo", "undo",
      ]
      let name = names[random.below(names.count)]
      let before = try register.line("KZ-55")
      do {
        try make(name)
        done[name, default: 0] += 1
      } catch let failure as Failure {
        #expect(DivisionPropertyTests.allowed.contains(failure.code), "\(name): \(failure)")
      }
      trace.append(name)
      if ["split", "join", "undo"].contains(name) {
        #expect(try register.line("KZ-55") == before, "seed \(seed): \(trace)")
      }
      let breaches = try register.breaches()
      #expect(breaches == [], "seed \(seed): \(trace)")
      var due: Int64 = 0
      for family in families {
        due +=
          try dossier(family)?.divided.reduce(0) {
            $0 + $1.amount(dueTo: family).tiyn / 100
          } ?? 0
      }
      #expect(due == granted, "seed \(seed): \(trace)")
    }

    private mutating func make(_ name: String) throws {
      let family = families[random.below(families.count)]
      switch name {
      case "include":
        let record = try register.include(
          family, protocolNumber: random.chance(500) ? "12" : nil)
        inclusions.append(record.number)
      case "confirm":
        guard let inclusion = draw() else { return }
        try register.perform(ConfirmInclusion(inclusion: inclusion, protocolNumber: "13"))
      case "release":
        guard let inclusion = draw() else { return }
        try register.perform(
          ReleaseInclusion(inclusion: inclusion, reason: "left", protocolNumber: "99"))
      case "grant":
        let dossier = try register.perform(GrantAllowance(family: family, kind: .relocation))
        granted += dossier.grant.amount.tiyn / 100
      case "split":
        let members = try dossier(family)?.members.map(\.membership) ?? []
        let people = members.map(\.person.serial)
        let leaving = people.filter { _ in random.chance(400) }
        let staying = people.filter { !leaving.contains($0) }
        let headLeaves = members.contains {
          $0.relation == .head && leaving.contains($0.person.serial)
        }
        families.append(
          try register.split(family, leaving, newHead: headLeaves ? staying.first : nil))
      case "join": try register.join(family, into: families[random.below(families.count)])
      default: try register.undo(family)
      }
      if name == "split" || name == "join" { try gatherInclusions() }
    }

    private mutating func gatherInclusions() throws {
      for family in families {
        inclusions += (try dossier(family)?.inclusions.map(\.number) ?? [])
          .filter { !inclusions.contains($0) }
      }
    }

    /// Read without a line in the trail, which costs a commit; nil for a number that was withdrawn.
    private func dossier(_ family: Number<Family>) throws -> FamilyDossier? {
      let facts = register.office.facts
      do {
        return try register.database.read { (transaction) throws(Failure) in
          try ShowFamily(family: family).answer(in: transaction, given: facts)
        }
      } catch {
        guard error.code == .familyWithdrawn else { throw error }
        return nil
      }
    }

    private mutating func draw() -> Number<Inclusion>? {
      inclusions.isEmpty ? nil : inclusions[random.below(inclusions.count)]
    }
  }
}
