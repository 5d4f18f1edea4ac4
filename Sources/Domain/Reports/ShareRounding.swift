/// How the shares of a column are rounded to a tenth of a percent.
///
/// Counts stand beside shares always, so that either rule can be checked against the other.
package enum ShareRounding: String, Hashable, Sendable, CaseIterable {
  /// Each share for itself, halves away from zero; the column need not come to 100.0.
  case plain
  /// As the ministry's tables do: all but the last line for themselves, and the last line takes
  /// what they leave of 100.0, but never less than nothing.
  case ministry

  /// The shares of parts in a whole, in their order.
  ///
  /// A share of nothing is empty; one too large for a report is unknown.
  package func shares(of parts: [Int64], in whole: Int64) -> [Cell] {
    var shares = parts.map { Cell.share($0, of: whole) }
    guard self == .ministry, whole != 0, let last = shares.indices.last else { return shares }
    var rest: Int64 = 1000
    for share in shares.dropLast() {
      guard case .percent(let tenths) = share else { return shares }
      rest -= tenths
    }
    shares[last] = .percent(tenths: max(0, rest))
    return shares
  }

  package var name: LocalizedText {
    switch self {
    case .plain: .message("share-rounding.plain")
    case .ministry: .message("share-rounding.ministry")
    }
  }

  package static let title = LocalizedText.message("share-rounding.title")

  /// What the rule does to the column, for the notes of a report.
  package var note: LocalizedText {
    switch self {
    case .plain: .message("share-rounding.note.plain")
    case .ministry:
      .message("share-rounding.note.ministry")
    }
  }
}
