import Domain

/// What a column of counts or amounts adds up to, so that a total becomes a formula only where the
/// formula gives the same: people who stand in two rows are one in the total.
struct XLSXSum {
  private let isSummable: Bool
  /// Nil where it does not fit, or where a cell is no plain number.
  private var whole: Int64?
  private var group: Int64?
  /// Whether every subtotal so far is a formula, which the sum of the whole passes over.
  private var isClear = true

  init(_ kind: Report.Column.Kind) {
    isSummable = kind == .count || kind == .money
    whole = 0
    group = 0
  }

  mutating func beginGroup() { group = 0 }

  mutating func add(_ cell: Cell) {
    guard isSummable, let number = Self.number(cell) else { return }
    whole = Self.sum(whole, number)
    group = Self.sum(group, number)
  }

  /// Whether the subtotal is the sum of its group.
  mutating func endGroup(given subtotal: Cell) -> Bool {
    let isSum = isSummable && group != nil && Self.number(subtotal) == group
    if !isSum, XLSXNumber.of(subtotal) != nil { isClear = false }
    return isSum
  }

  /// Whether the total is the sum of all rows, as a formula over them would find it.
  func isSum(_ total: Cell) -> Bool {
    isSummable && isClear && whole != nil && Self.number(total) == whole
  }

  /// Counts and tiyn that the format keeps to the digit.
  private static func number(_ cell: Cell) -> Int64? {
    guard XLSXNumber.of(cell) != nil else { return nil }
    switch cell {
    case .count(let number): return number
    case .money(let amount): return amount.tiyn
    default: return nil
    }
  }

  private static func sum(_ left: Int64?, _ right: Int64) -> Int64? {
    guard let left else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : sum
  }
}

/// The number that a spreadsheet keeps of a cell.
enum XLSXNumber {
  /// Fifteen digits are as many as a double keeps of every decimal.
  private static let limit: UInt64 = 999_999_999_999_999

  /// Nil for texts, and for figures with more digits than the format keeps.
  static func of(_ cell: Cell) -> Double? {
    switch cell {
    case .count(let number): number.magnitude <= limit ? Double(number) : nil
    case .money(let amount): amount.tiyn.magnitude <= limit ? Double(amount.tiyn) / 100 : nil
    // A share is kept as one, and shown as a percentage.
    case .percent(let tenths): tenths.magnitude <= limit ? Double(tenths) / 1000 : nil
    case .decimal(let decimal):
      decimal.digits.magnitude <= limit ? Double(decimal.digits) / power(decimal.places) : nil
    case .text, .localized, .date, .moment, .unknown, .suppressed, .empty: nil
    }
  }

  private static func power(_ places: Int) -> Double {
    (0..<places).reduce(1) { power, _ in power * 10 }
  }
}
