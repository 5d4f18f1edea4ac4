/// One value in a report.
package enum Cell: Hashable, Sendable {
  case text(String)
  // Indirect, because three strings in line would triple the size of every cell of a register.
  indirect case localized(LocalizedText)
  case count(Int64)
  case money(Money)
  /// A share in tenths of a percent: `percent(tenths: 123)` is 12.3 %.
  case percent(tenths: Int64)
  /// A figure with the digits of its source: `0.20`.
  case decimal(ExactDecimal)
  case date(LocalDate)
  /// People read it on the clocks of Kazakhstan, machines in UTC.
  case moment(Instant)
  /// There is a value, and nobody knows it.
  case unknown
  /// There is a value, and it is not published.
  case suppressed
  /// Nothing belongs here.
  case empty
}

extension Cell {
  /// The share of `part` in `whole`, rounded to a tenth of a percent, halves away from zero.
  ///
  /// The only place where a report rounds a share. A share of nothing is empty; one too large
  /// for the register is unknown.
  package static func share(_ part: Int64, of whole: Int64) -> Cell {
    guard whole != 0 else { return .empty }
    let divisor = whole.magnitude
    let product = part.magnitude.multipliedFullWidth(by: 1000)
    guard product.high < divisor else { return .unknown }
    let (floor, remainder) = divisor.dividingFullWidth(product)
    let roundsUp = remainder >= divisor - remainder
    guard let tenths = Int64(exactly: floor), tenths < .max else { return .unknown }
    let magnitude = roundsUp ? tenths + 1 : tenths
    let isNegative = (part < 0) != (whole < 0)
    return .percent(tenths: isNegative ? -magnitude : magnitude)
  }

  /// Whether a column of this kind may hold the cell.
  package func fits(_ kind: Report.Column.Kind) -> Bool {
    switch self {
    case .unknown, .suppressed, .empty: true
    case .text, .localized: kind == .text || kind == .code
    case .count: kind == .count
    case .money: kind == .money
    case .percent: kind == .percent
    case .decimal: kind == .decimal
    case .date: kind == .date
    case .moment: kind == .text || kind == .code
    }
  }

  /// The bare value for files: `833815.00`, `12.3`, ISO dates; nil where there is none.
  package func raw(_ language: Language) -> String? {
    switch self {
    case .text(let text): text
    case .localized(let text): text[language]
    case .count(let number): String(number)
    case .money(let amount): amount.description
    case .percent(let tenths): Self.decimal(tenths: tenths)
    case .decimal(let decimal): decimal.description
    case .date(let day): day.description
    case .moment(let moment): moment.description
    case .suppressed: "×"
    case .unknown, .empty: nil
    }
  }

  private static func decimal(tenths: Int64) -> String {
    let (whole, tenth) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return "\(tenths < 0 ? "-" : "")\(whole).\(tenth)"
  }
}
