package import Domain
internal import Storage

/// Includes the families that wait, in the order of the waiting list, each in the quota of the
/// region it is bound for: one decision a family, so that one refusal holds nobody else back.
///
/// With a protocol their places are confirmed; without one they are reserved, and wait for it.
package struct IncludeWaiting: Sendable {
  package var kind: QuotaKind
  package var year: Int
  /// The stable code of a region; nil for every region.
  package var region: String?
  package var protocolNumber: String?
  package var protocolDate: LocalDate?
  /// The first day on which reservations no longer hold.
  package var expiresOn: LocalDate?
  /// Whether a family for which too few places are left holds back those behind it.
  package var isInTurn: Bool

  package init(
    kind: QuotaKind, year: Int, region: String? = nil, protocolNumber: String? = nil,
    protocolDate: LocalDate? = nil, expiresOn: LocalDate? = nil, isInTurn: Bool = false
  ) {
    self.kind = kind
    self.year = year
    self.region = region
    self.protocolNumber = protocolNumber
    self.protocolDate = protocolDate
    self.expiresOn = expiresOn
    self.isInTurn = isInTurn
  }
}

/// What a run over many families came to.
package struct BatchSummary<Entity: Numbered>: Sendable {
  package struct Refusal: Hashable, Sendable {
    package let family: Number<Family>
    package let failure: Failure
  }

  package var done: [Number<Entity>] = []
  package var refused: [Refusal] = []
  /// What an officer should look at beside what was done.
  package var doubts: [String] = []

  /// How many were refused for each reason, in the order of the codes.
  package var reasons: [(code: Code, count: Int)] {
    Code.allCases.compactMap { code in
      let count = refused.count { $0.failure.code == code }
      return count == 0 ? nil : (code, count)
    }
  }
}

extension Office {
  /// Each family is a transaction of its own; only refusals of a rule and conflicts are gathered,
  /// anything else ends the run.
  package func run(
    _ work: IncludeWaiting, as user: String, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(Failure) -> BatchSummary<Inclusion> {
    let waiting = try answer(WaitingFamilies(kind: work.kind, region: work.region), as: user)
    let regions = Dictionary(waiting.map { ($0.family, $0.region ?? "") }) { first, _ in first }
    // A region that takes nobody more is asked once, not once for each of those who wait for it.
    var closed: [String: Failure] = [:]
    var doubts: [String] = []
    var summary = try each(of: waiting.map(\.family), progress) { (family) throws(Failure) in
      let region = regions[family] ?? ""
      if let failure = closed[region] { throw failure }
      do throws(Failure) {
        let record = try self.perform(
          IncludeFamily(
            family: family, kind: work.kind, year: work.year, region: nil,
            protocolNumber: work.protocolNumber, protocolDate: work.protocolDate,
            expiresOn: work.expiresOn), as: user)
        doubts += record.doubts
        return record.number
      } catch {
        closed[region] = try self.closing(of: region, after: error, work, as: user)
        throw error
      }
    }
    summary.doubts = doubts
    return summary
  }

  /// Why nobody more can be included in a region, where that is so after a refusal.
  private func closing(
    of region: String, after failure: Failure, _ work: IncludeWaiting, as user: String
  ) throws(Failure) -> Failure? {
    if failure.code == .quotaRegion { return failure }
    guard failure.code == .quotaExhausted else { return nil }
    if work.isInTurn {
      return Failure(.quotaExhausted, "a family before it waits for more places than are left")
    }
    let usage = try answer(QuotaUsage(kind: work.kind, year: work.year), as: user)
    guard usage.lines.first(where: { $0.region == region })?.free == 0 else { return nil }
    return Failure(
      .quotaExhausted,
      "no place is left in \(region) in the quota of \(work.kind.rawValue) "
        + "\(work.year)")
  }

  func each<Entity>(
    of families: [Number<Family>], _ progress: (Int, Int) -> Void,
    do work: (Number<Family>) throws(Failure) -> Number<Entity>
  ) throws(Failure) -> BatchSummary<Entity> {
    var summary = BatchSummary<Entity>()
    for (index, family) in families.enumerated() {
      do {
        summary.done.append(try work(family))
      } catch {
        guard error.code.kind == .refused || error.code.kind == .conflict else { throw error }
        summary.refused.append(BatchSummary<Entity>.Refusal(family: family, failure: error))
      }
      progress(index + 1, families.count)
    }
    return summary
  }
}

/// Families that are bound for a region and hold no place, in the order of the waiting list.
struct WaitingFamilies: Query {
  static let name = "quota.waiting"
  static let permission = Permission.includeFamilies

  var kind: QuotaKind
  var region: String?

  var detail: String { "" }

  func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> [WaitingFamily] {
    let waiting = try ApplicationTable.waiting(
      for: kind.applied, region: region, on: facts.today, in: transaction)
    return try Reference.queuePriorities()
      .inOrder(waiting.filter { $0.region != nil }, on: facts.today)
  }
}
