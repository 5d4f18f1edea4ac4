package import Domain
package import Storage

/// Where an order has cut a region below what is reserved and used: by how much, and whom it
/// concerns.
package struct QuotaOverrun: Query {
  package static let name = "quota.overrun"
  package static let permission = Permission.readReports

  package var kind: QuotaKind
  /// The part of a quota of permits; nil for the whole.
  package var part: QuotaPart?
  package var year: Int
  /// The stable code of a region; nil for all.
  package var region: String?
  package var on: LocalDate?

  package init(
    kind: QuotaKind, part: QuotaPart? = nil, year: Int, region: String? = nil,
    on: LocalDate? = nil
  ) {
    self.kind = kind
    self.part = part
    self.year = year
    self.region = region
    self.on = on
  }

  package var detail: String {
    "\(QuotaName(kind: kind, part: part)) \(year)\(region.map { ", \($0)" } ?? "")"
  }

  package struct Concerned: Hashable, Sendable {
    package let line: QuotaLine
    /// Reservations before confirmed ones, the latest first, until they cover the overrun: those
    /// that would not have found a place had the order come first.
    package let inclusions: [InclusionRecord]
    /// Of quotas of permits, in the same order: those that hold a place each.
    package let permits: [Number<WorkPermit>]
  }

  /// Nothing is taken from anybody; in the official order of regions.
  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> [Concerned]
  {
    let usage = try QuotaUsage(kind: kind, part: part, year: year, on: on)
      .answer(in: transaction, given: facts)
    var found: [Concerned] = []
    for line in usage.lines where line.overrun > 0 && (region ?? line.region) == line.region {
      found.append(
        Concerned(
          line: line,
          inclusions: kind.isForFamilies ? try inclusions(beyond: line, in: transaction) : [],
          permits: kind.isForFamilies ? [] : try permits(beyond: line, usage, in: transaction)))
    }
    return found
  }

  private func inclusions(beyond line: QuotaLine, in transaction: Transaction) throws(Failure)
    -> [InclusionRecord]
  {
    let holding = try InclusionTable.holding(
      kind: kind, year: year, region: line.region, in: transaction)
    let reserved = holding.filter { $0.step == .reserved }
    let confirmed = holding.filter { $0.step == .confirmed }
    var inclusions: [InclusionRecord] = []
    var covered: Int64 = 0
    for record in reserved + confirmed where covered < line.overrun {
      inclusions.append(record)
      covered += record.currentPlaces
    }
    return inclusions
  }

  private func permits(
    beyond line: QuotaLine, _ usage: QuotaUsage.Answer, in transaction: Transaction
  ) throws(Failure) -> [Number<WorkPermit>] {
    let book = LedgerTable.Book(
      quota: QuotaName(kind: kind, part: part), year: year, unit: usage.unit)
    guard
      let account = try LedgerTable.find(.region, region: line.region, of: book, in: transaction)
    else { return [] }
    return try PermitTable.holding(
      in: account, on: usage.on, limit: Int(line.overrun), in: transaction)
  }
}
