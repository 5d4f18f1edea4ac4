package import Domain
internal import Storage

/// Everything that advice rests on, as the register holds it on a day: the places of the regions,
/// and the families that wait for them.
package struct PlacementBoard: Hashable, Sendable {
  /// A region that receives families of the kind, with a number of places that is known.
  package struct Region: Hashable, Sendable {
    package let code: String
    package let name: LocalizedText
    /// As `quota usage` tells it.
    package let free: Int
    /// What of the free places families need for whom the region is decided already.
    package var setAside = 0

    /// What is left to plan with.
    package var open: Int { free - setAside }
  }

  /// A family that waits, and for which an officer has decided where it goes.
  package struct Decided: Hashable, Sendable {
    package let family: PlacementFamily
    package let decision: PlacementDecision
    /// Whether the region's free places are enough for it, after those decided for before it.
    package let hasPlaces: Bool
  }

  package let kind: QuotaKind
  package let year: Int
  package let unit: QuotaUnit
  package let on: LocalDate
  /// In the official order.
  package var regions: [Region] = []
  /// How many of the queue come after those that are planned for.
  package var notPlanned = 0
  /// Those not decided for, in the order of the queue; whoever asks without waiting stands last.
  package var families: [PlacementFamily] = []
  /// In the order of the queue.
  package var decided: [Decided] = []
  package let factors: PlacementFactors
  package let weights: [PlacementWeights.Weight]
  /// What each region is worth to each of ``families``.
  package var worths: [[RegionWorth]] = []

  /// - Parameters:
  ///   - first: how many of the queue are planned for, at most ``PlacementProblem/mostFamilies``.
  ///   - asking: a family that is advised as if nothing were decided for it, and whether it stands
  ///     among them or not.
  ///
  /// Throws `quota.year-closed` and `quota.unknown` where the quota gives no places on the day.
  static func load(
    _ kind: QuotaKind, year: Int, factors: PlacementFactors, first: Int? = nil,
    asking: Number<Family>? = nil, in transaction: Transaction, given facts: Facts
  ) throws(Failure) -> PlacementBoard {
    let day = facts.today
    guard try Reference.quotaTerms().days(kind, year: year)?.contains(day) == true else {
      throw Failure(
        .quotaYearClosed, "the quota \(kind.rawValue) of \(year) is not open on \(day)",
        hint: "unused places lapse at the end of their year")
    }
    let usage = try QuotaUsage(kind: kind, year: year, on: day)
      .answer(in: transaction, given: facts)
    let weights = try Reference.placementWeights()
    var board = PlacementBoard(
      kind: kind, year: year, unit: usage.unit, on: day, factors: factors,
      weights: weights.inForce(on: day))
    board.regions = try regions(of: usage)
    var queue = try WaitingList.families(for: kind, on: day, in: transaction)
    let most = min(first ?? .max, PlacementProblem.mostFamilies - 1)
    if queue.count > most {
      board.notPlanned = queue.count - most
      queue.removeLast(board.notPlanned)
    }
    if let asking, !queue.contains(asking) { queue.append(asking) }
    for number in queue {
      let decision = try PlacementTable.standing(
        of: number, kind: kind, year: year, in: transaction)
      let family = try PlacementFamily.load(
        number, wish: decision?.wished, of: usage.unit, on: day, in: transaction)
      guard let family else { continue }
      if let decision, number != asking {
        board.setAside(for: family, by: decision)
      } else {
        board.families.append(family)
        board.worths.append(
          board.regions.map {
            family.worth(of: $0.code, weights: weights, factors: factors, on: day)
          })
      }
    }
    return board
  }

  /// Regions that settle people of the kind; one whose number is not known has no places to advise.
  private static func regions(of usage: QuotaUsage.Answer) throws(Failure) -> [Region] {
    let settling = try usage.kind.settling.flatMap { (kind) throws(Failure) in
      try Reference.settlement().regions(kind: kind, on: usage.on)
    }
    var regions: [Region] = []
    for line in usage.lines {
      guard let free = line.free, settling?.codes.contains(line.region) ?? true else { continue }
      regions.append(
        Region(
          code: line.region, name: usage.names[line.region] ?? LocalizedText(line.region),
          free: Int(clamping: max(0, free))))
    }
    return regions
  }

  private mutating func setAside(for family: PlacementFamily, by decision: PlacementDecision) {
    let index = regions.firstIndex { $0.code == decision.chosen }
    let hasPlaces = index.map { family.places <= regions[$0].open } ?? false
    if hasPlaces, let index { regions[index].setAside += family.places }
    decided.append(Decided(family: family, decision: decision, hasPlaces: hasPlaces))
  }
}

/// The one place that says who waits for places of a quota, and in which order.
enum WaitingList {
  static func families(
    for kind: QuotaKind, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) -> [Number<Family>] {
    let waiting = try ApplicationTable.waiting(for: kind.applied, on: day, in: transaction)
    return try Reference.queuePriorities().inOrder(waiting, on: day).map(\.family)
  }
}
