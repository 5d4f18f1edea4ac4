import Domain
import Services
import Storage
import TestSupport
import Testing

/// A register and its model, to which the same random moves are made.
///
/// Each year's families come with its order, and leave when the year after has ended.
struct PlaceRun {
  static let regions = ["KZ-10", "KZ-23", "KZ-27"]
  /// Families that come in a year.
  static let families = 30

  struct Cohort {
    let year: Int
    var families: [Number<Family>] = []
    var inclusions: [Number<Inclusion>] = []
  }

  /// What an act wrote about, and which act it took back.
  struct Entry {
    let subjects: Set<PlaceModel.Subject>
    let undoes: Int?
  }

  /// An act that stands in the history of families.
  enum FamilyAct {
    case parting(PlaceModel.Parting)
    case merge(Number<Person>)
  }

  let register: TestRegister
  var random: SeededRandom
  var model: PlaceModel
  /// The last year's and this year's.
  var cohorts: [Cohort] = []
  /// Accepted acts, oldest first, and those of them that were on families.
  var acts: [Entry] = []
  var histories: [Number<Family>: [Int]] = [:]
  var familyActs: [Int: FamilyAct] = [:]
  /// Numbers that were merged into others.
  var doubles: [Number<Person>] = []
  var papers = 0
  var done: [String: Int] = [:]
  var refused: [String: [Code: Int]] = [:]
  var overruns = 0

  init(seed: UInt64) throws {
    register = try TestRegister(on: "2026-07-01", isDurable: false)
    random = SeededRandom(seed: seed)
    model = PlaceModel(today: register.office.facts.today)
    for region in Self.regions {
      for role in [CommissionRole.chair, .member, .member] {
        try register.perform(
          AppointMember(member: "Асан", region: region, body: "akimat", role: role))
      }
    }
    try openYear()
  }

  /// How often each kind of move is made.
  static let moves: [(weight: Int, name: String)] = [
    (5, "include"), (4, "confirm"), (3, "release"), (1, "release of one"), (3, "transfer"),
    (1, "order"), (1, "return"), (1, "promotion"), (1, "sitting"), (3, "split"), (2, "join"),
    (3, "undo"), (3, "merge"), (2, "unmerge"), (2, "day"),
  ]
  static let deck = moves.flatMap { Array(repeating: $0.name, count: $0.weight) }

  mutating func move() throws {
    let name = Self.deck[random.below(Self.deck.count)]
    switch name {
    case "include": try include()
    case "confirm": try confirm()
    case "release": try release()
    case "release of one": try releaseOne()
    case "transfer": try transfer()
    case "order": try order()
    case "return": try giveBack()
    case "promotion": try promote()
    case "sitting": try sit()
    case "split": try split()
    case "join": try join()
    case "undo": try undo()
    case "merge": try merge()
    case "unmerge": try unmerge()
    default: try nextDay()
    }
    try compare(model.today.year, after: name)
  }

  /// Every figure of `quota usage`, reckoned anew.
  mutating func compare(_ year: Int, after name: String) throws {
    // Of a year that has ended too, with what was given back since.
    let usage = try register.usage(year: year, on: "\(model.today)")
    for region in Self.regions {
      let quota = PlaceModel.Quota(year: year, region: region)
      let (reserved, used) = (model.reserved(quota), model.used(quota))
      let over = reserved + used - model.allotted[quota, default: 0]
      let expected = [
        model.allotted[quota, default: 0], reserved, used, max(0, -over), max(0, over),
      ]
      let line = usage.lines.first { $0.region == region }
      let found = [line?.allotted, line?.reserved, line?.used, line?.free, line?.overrun]
      try #require(found == expected, "\(region) \(year) after \(name), \(acts.count) acts")
      if over > 0 { overruns += 1 }
    }
  }

  // MARK: Accounts of what was done

  /// Compares what Kosh said with what the model says; true where both did it.
  mutating func agree(_ name: String, _ found: Code?, _ expected: Code?) throws -> Bool {
    try #require(found == expected, "\(name), \(acts.count) acts")
    if let found {
      refused[name, default: [:]][found, default: 0] += 1
    } else {
      done[name, default: 0] += 1
    }
    return found == nil && expected == nil
  }

  @discardableResult
  mutating func log(_ subjects: Set<PlaceModel.Subject>, undoes: Int? = nil) -> Int {
    acts.append(Entry(subjects: subjects, undoes: undoes))
    return acts.count - 1
  }

  func code<Result>(_ body: () throws(PlaceModel.Refused) -> Result) -> Code? {
    do {
      _ = try body()
      return nil
    } catch {
      return error.code
    }
  }

  // MARK: Whom and what a move is about

  /// Mostly this year's.
  mutating func cohort() -> Int { cohorts.count > 1 && random.chance(250) ? 0 : cohorts.count - 1 }

  mutating func region() -> String { Self.regions[random.below(Self.regions.count)] }

  mutating func quota() -> PlaceModel.Quota {
    PlaceModel.Quota(year: model.today.year, region: region())
  }

  /// Mostly one that has members.
  mutating func family(of cohort: Int) -> Number<Family> {
    let families = cohorts[cohort].families
    var family = families[random.below(families.count)]
    for _ in 0..<3 where model.families[family]?.isEmpty != false && random.chance(950) {
      family = families[random.below(families.count)]
    }
    return family
  }

  /// Mostly one that holds places.
  mutating func inclusion() -> Number<Inclusion>? {
    let cohort = cohorts[cohort()]
    let own = Set(cohort.families)
    let live = model.live.filter { model.holdings[$0].map { own.contains($0.family) } ?? false }
    let all = live.isEmpty || random.chance(150) ? cohort.inclusions : live
    return all.isEmpty ? nil : all[random.below(all.count)]
  }

  mutating func paper() -> String {
    papers += 1
    return "n-\(papers)"
  }

  /// An inclusion that Kosh made, for the model.
  mutating func note(_ inclusion: Number<Inclusion>?) {
    guard let inclusion, let family = model.holdings[inclusion]?.family else { return }
    let index = cohorts.firstIndex { $0.families.contains(family) }
    if let index { cohorts[index].inclusions.append(inclusion) }
  }

  /// Stands for the number of an inclusion that Kosh did not make.
  static let none = Number<Inclusion>(year: 1, serial: 1)
}
