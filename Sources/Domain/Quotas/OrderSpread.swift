/// What orders, one after the other, have given in the end: to the country, and to each region.
package struct OrderSpread: Hashable, Sendable {
  /// What is stated for the country; nil where the last order that names it leaves its number out.
  ///
  /// Where none names the country, it is what the regions have.
  package let total: Int64?
  /// What each region has, by its stable code; nil where an order names it without a number.
  package let regions: [String: Int64?]

  /// `orders` in the sequence in which they take effect.
  package init(_ orders: [some AllottingOrder]) {
    var regions: [String: Int64?] = [:]
    var national: OrderLine?
    for order in orders {
      for line in order.lines {
        if let region = line.region { regions[region] = line.amount } else { national = line }
      }
    }
    self.regions = regions
    let known = regions.values.reduce(Int64(0)) { $0 + ($1 ?? 0) }
    // A total, once stated, holds until another is; the country never has less than its regions.
    total = national.map { $0.amount.map { max($0, known) } } ?? known
  }

  /// The sum of the regions whose numbers are known.
  package var knownSum: Int64 { regions.values.reduce(0) { $0 + ($1 ?? 0) } }

  /// What of the country's total no order has given to a region whose number is known.
  package var undistributed: Int64 { total.map { $0 - knownSum } ?? 0 }

  /// Whether the region's number is left out.
  package func isUnknown(_ region: String) -> Bool { regions[region] == .some(nil) }

  /// What a region has; nil where it is not known, 0 where no order names it.
  package func amount(_ region: String) -> Int64? { regions[region] ?? 0 }
}
