import Domain
import Glibc
import Services
import Storage
import TestSupport
import Testing

/// Random moves against a small model of what they must come to.
///
/// `KOSH_MOVES` says how many; the cost of a move grows with the trail it leaves behind.
@Suite struct PlaceModelTests {
  static let seed: UInt64 = 20_260_504
  static let moves = getenv("KOSH_MOVES").flatMap { Int(String(cString: $0)) } ?? 1_500
  static let regions = ["KZ-10", "KZ-23", "KZ-27"]
  static let families = 40

  @Test func `no move leaves the ledger other than the model`() throws {
    print("\(Self.moves) moves of places from seed \(Self.seed)")
    var run = try Run(seed: Self.seed)
    for number in 1...Self.moves {
      try run.move()
      // The cost of proving everything grows with the register, so it is done now and then.
      if number % max(250, Self.moves / 40) == 0 {
        #expect(try run.register.breaches() == [], "after \(number) moves")
      }
    }
    #expect(try run.register.contents().problems == [])
    // Every kind of move was made, and every refusal met.
    for name in Run.names { #expect(run.done[name, default: 0] > 0, "\(name): \(run.done)") }
    let met: [Code] = [
      .placeHeld, .quotaExhausted, .reservationSettled, .reservationExpired, .inclusionConfirmed,
    ]
    for code in met { #expect(run.refused[code, default: 0] > 0, "\(code): \(run.refused)") }
    #expect(run.overruns > 0)
  }

  struct Run {
    static let names = [
      "include", "include", "include", "confirm", "confirm", "release", "part", "transfer",
      "order", "day",
    ]

    let register: TestRegister
    var random: SeededRandom
    var model: PlaceModel
    var members: [Number<Family>: [Number<Person>]] = [:]
    var families: [Number<Family>] = []
    var orders = 0
    var done: [String: Int] = [:]
    var refused: [Code: Int] = [:]
    var overruns = 0

    init(seed: UInt64) throws {
      register = try TestRegister(on: "2026-01-05")
      random = SeededRandom(seed: seed)
      model = PlaceModel(today: register.office.facts.today, allotted: [:])
      for region in PlaceModelTests.regions {
        model.allotted[region] = try register.line(region).allotted
      }
      var serial = 0
      for index in 1...PlaceModelTests.families {
        let count = 1 + random.below(5)
        let family = try register.register(
          Samples.family("A-\(index)", count: count, arrival: "2026-01-02"))
        families.append(family)
        members[family] = (1...count).map { .p(serial + $0) }
        serial += count
      }
    }

    mutating func move() throws {
      let name = Self.names[random.below(Self.names.count)]
      switch name {
      case "include": try include()
      case "confirm": try confirm()
      case "release": try release()
      case "part": try releasePart()
      case "transfer": try transfer()
      case "order": try order()
      default: try nextDay()
      }
      for region in PlaceModelTests.regions {
        let (line, expected) = (try register.line(region), model.line(region))
        #expect(line == expected, "\(name) at \(done)")
        if line.overrun > 0 { overruns += 1 }
      }
    }

    private mutating func note(_ name: String, _ found: Code?, _ expected: Code?) {
      #expect(found == expected, "\(name)")
      if let found { refused[found, default: 0] += 1 } else { done[name, default: 0] += 1 }
    }

    private mutating func region() -> String {
      PlaceModelTests.regions[random.below(PlaceModelTests.regions.count)]
    }

    /// Most of the time one that holds places.
    private mutating func inclusion() -> Number<Inclusion>? {
      let held = model.known.filter { model.holdings[$0] != nil }
      let all = held.isEmpty || random.chance(150) ? model.known : held
      return all.isEmpty ? nil : all[random.below(all.count)]
    }

    private mutating func include() throws {
      let family = families[random.below(families.count)]
      let region = region()
      let isConfirmed = random.chance(300)
      let expires = isConfirmed ? nil : model.today.adding(days: 1 + random.below(6))
      var before = model
      before.expire()
      let expected = before.refusal(members[family] ?? [], in: region)
      let useCase = IncludeFamily(
        family: family, kind: .kandas, year: 2026, region: region,
        protocolNumber: isConfirmed ? "1" : nil, expiresOn: expires)
      var made: Number<Inclusion>?
      let found = refusal { made = try register.perform(useCase).number }
      note("include", found, expected)
      guard let made else { return }
      model = before
      model.known.append(made)
      model.holdings[made] = PlaceModel.Holding(
        family: family, region: region, people: Set(members[family] ?? []),
        isConfirmed: isConfirmed, expires: expires)
    }

    private mutating func confirm() throws {
      guard let inclusion = inclusion() else { return }
      let useCase = ConfirmInclusion(inclusion: inclusion, protocolNumber: "2")
      let found = refusal { try register.perform(useCase) }
      note("confirm", found, model.refusal(ofConfirming: inclusion))
      if found == nil { model.holdings[inclusion]?.isConfirmed = true }
    }

    private mutating func release() throws {
      guard let inclusion = inclusion() else { return }
      let isByProtocol = random.chance(500)
      let useCase = ReleaseInclusion(
        inclusion: inclusion, reason: "left", protocolNumber: isByProtocol ? "3" : nil)
      let found = refusal { try register.perform(useCase) }
      note("release", found, model.refusal(ofReleasing: inclusion, isByProtocol: isByProtocol))
      if found == nil { model.holdings[inclusion] = nil }
    }

    private mutating func releasePart() throws {
      guard let inclusion = inclusion(), let holding = model.holdings[inclusion] else { return }
      let people = holding.people.sorted()
      let leaver = people[random.below(people.count)]
      let useCase = ReleaseInclusion(
        inclusion: inclusion, people: [leaver], reason: "left", protocolNumber: "4")
      let found = refusal { try register.perform(useCase) }
      note("part", found, nil)
      model.holdings[inclusion]?.people.remove(leaver)
      if people.count == 1 { model.holdings[inclusion] = nil }
    }

    private mutating func transfer() throws {
      guard let inclusion = inclusion() else { return }
      let region = region()
      let holding = model.holdings[inclusion]
      var after = model
      after.holdings[inclusion] = nil
      after.expire()
      let useCase = TransferInclusion(
        inclusion: inclusion, region: region, reason: "kin", protocolNumber: "5")
      var made: Number<Inclusion>?
      let found = refusal { made = try register.perform(useCase).number }
      // An inclusion that ended names its region still, which the model has forgotten.
      guard let holding else {
        note("transfer", found == .quotaRegion ? .reservationSettled : found, .reservationSettled)
        return
      }
      var expected: Code?
      if holding.region == region {
        expected = .quotaRegion
      } else if model.isOverdue(holding) {
        expected = .reservationExpired
      } else {
        expected = after.refusal(holding.people.sorted(), in: region)
      }
      note("transfer", found, expected)
      guard let made else { return }
      model = after
      model.known.append(made)
      model.holdings[made] = holding
      model.holdings[made]?.region = region
    }

    private mutating func order() throws {
      orders += 1
      let region = region()
      let places = Int64(random.below(40))
      try register.order("r-\(orders)", from: "\(model.today)", [(region, places)])
      model.allotted[region] = places
      done["order", default: 0] += 1
    }

    private mutating func nextDay() throws {
      done["day", default: 0] += 1
      let next = model.today.adding(days: 1)
      // The quota of a year ends with it.
      guard next < LocalDate(year: 2026, month: 12, day: 30) ?? next else { return }
      model.today = next
      try register.move(to: "\(next)")
    }
  }
}
