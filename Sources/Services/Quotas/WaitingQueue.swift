package import Domain
package import Storage

/// Who waits for the places of a quota, in the order in which they come to be included.
package struct WaitingQueue: Query {
  package static let name = "quota.queue"
  package static let permission = Permission.includeFamilies

  package var kind: QuotaKind
  package var year: Int
  /// The stable code of a region; nil for every region, and for those who have named none.
  package var region: String?
  package var on: LocalDate?

  package init(kind: QuotaKind, year: Int, region: String? = nil, on: LocalDate? = nil) {
    self.kind = kind
    self.year = year
    self.region = region
    self.on = on
  }

  package var detail: String { "\(kind.rawValue) \(year)" }

  package struct Line: Hashable, Sendable {
    package let waiting: WaitingFamily
    /// From 1, among those bound for the same region.
    package let position: Int
    /// The priority that is in force on the day.
    package let priority: QueuePriorities.Priority?
    /// Whether places are left for it when those before it, for whom there were enough, have theirs;
    /// nil where the region's places are not known, or it has none in this quota.
    package let fits: Bool?
  }

  package struct Answer: Hashable, Sendable {
    package let kind: QuotaKind
    package let year: Int
    package let on: LocalDate
    /// Region by region in the official order, and those without a region at the end.
    package let lines: [Line]
    /// The free places of each region on the day; nil where they are not known.
    package let free: [String: Int64]
  }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Answer {
    let day = try facts.day(on)
    let waiting = try ApplicationTable.waiting(
      for: kind.applied, region: region, on: day, in: transaction)
    let priorities = try Reference.queuePriorities()
    let inForce = priorities.priorities(on: day)
    let usage = try usage(on: day, in: transaction, given: facts)
    var free: [String: Int64] = [:]
    for line in usage?.lines ?? [] { free[line.region] = line.free }
    let isByFamily = usage?.unit == .family
    var (left, positions) = (free, [String?: Int]())
    let lines = priorities.inOrder(waiting, on: day).map { family in
      let position = positions[family.region, default: 0] + 1
      positions[family.region] = position
      var fits: Bool?
      if let region = family.region, let places = left[region] {
        let needed = isByFamily ? 1 : Int64(family.people)
        fits = needed <= places
        if needed <= places { left[region] = places - needed }
      }
      return Line(
        waiting: family, position: position,
        priority: inForce.first { $0.code == family.priority }, fits: fits)
    }
    var order: [String: Int] = [:]
    for region in try Reference.regions().all { order[region.code] = order.count }
    func place(_ line: Line) -> Int { line.waiting.region.flatMap { order[$0] } ?? order.count }
    return Answer(
      kind: kind, year: year, on: day,
      lines: lines.sorted { (place($0), $0.position) < (place($1), $1.position) }, free: free)
  }

  /// Nil where no order in force gives places.
  private func usage(on day: LocalDate, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> QuotaUsage.Answer?
  {
    do {
      return try QuotaUsage(kind: kind, year: year, on: day).answer(in: transaction, given: facts)
    } catch {
      guard error.code == .quotaUnknown else { throw error }
      return nil
    }
  }
}
