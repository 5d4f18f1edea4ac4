/// What orders, one after the other, have given in the end: to the country, and to each region.
package struct QuotaSpread: Hashable, Sendable {
  /// What is stated for the country; nil where the last order that names it leaves its number out.
  ///
  /// Where none names the country, it is what the regions have.
  package let total: Int64?
  /// What each region has, by its stable code; nil where an order names it without a number.
  package let regions: [String: Int64?]

  /// `orders` in the sequence in which they take effect.
  package init(_ orders: [QuotaOrder]) {
    var regions: [String: Int64?] = [:]
    var national: QuotaOrder?
    for order in orders {
      for line in order.lines {
        if let region = line.region { regions[region] = line.places } else { national = order }
      }
    }
    self.regions = regions
    let known = regions.values.reduce(Int64(0)) { $0 + ($1 ?? 0) }
    // A total, once stated, holds until another is; the country never has less than its regions.
    total = national.map { $0.statedTotal.map { max($0, known) } } ?? known
  }

  /// The sum of the regions whose numbers are known.
  package var knownSum: Int64 { regions.values.reduce(0) { $0 + ($1 ?? 0) } }

  /// What of the country's places no order has given to a region whose number is known.
  package var undistributed: Int64 { total.map { $0 - knownSum } ?? 0 }

  /// Whether the region's number is left out.
  package func isUnknown(_ region: String) -> Bool { regions[region] == .some(nil) }

  /// The places of a region; nil where they are not known, 0 where no order names it.
  package func places(_ region: String) -> Int64? { regions[region] ?? 0 }
}
