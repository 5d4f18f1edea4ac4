/// An order that gives what can run out to the country and its regions: places, or money.
///
/// It is kept as it was issued, and never edited: a change comes as another order.
package protocol AllottingOrder: Hashable, Sendable {
  var number: String { get }
  /// The first day on which its amounts hold.
  var effectiveFrom: LocalDate { get }
  var lines: [OrderLine] { get set }

  /// What an order is refused with whose regions do not sum to what it states.
  static var sumCode: Code { get }
  /// Whether the country may keep back a part that its regions, all named, do not have.
  static var mayKeepBack: Bool { get }
  /// An amount in the order's unit, for people.
  func shown(_ amount: Int64) -> String
  /// True for two lines of one order.
  func isSame(as other: Self) -> Bool
}

/// One region's new total by an order.
package struct OrderLine: Hashable, Sendable {
  /// The stable code of the region; nil for the whole country.
  package var region: String?
  /// Places, or tiyn; nil where the source names the region without its number.
  package var amount: Int64?
  /// The line in the file, from 1.
  package var line: Int

  package init(region: String?, amount: Int64?, line: Int) {
    self.region = region
    self.amount = amount
    self.line = line
  }
}

extension AllottingOrder {
  /// The sum of the regions whose numbers are known.
  package var knownSum: Int64 { lines.reduce(0) { $0 + ($1.region == nil ? 0 : $1.amount ?? 0) } }

  /// The total the order states for the whole country, where it does.
  package var statedTotal: Int64? { lines.first { $0.region == nil }?.amount }
}
