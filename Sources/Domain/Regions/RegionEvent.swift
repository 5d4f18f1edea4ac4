/// One dated line of what became of a region, or of what it came from.
package struct RegionEvent: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Known from independence on; nothing is said of the time before.
    case begun
    /// Made out of other regions, whole or in part.
    case formed(outOf: [String])
    case renamed(from: LocalizedText, to: LocalizedText)
    /// Went on with less land; these were made out of it.
    case reduced(by: [String])
    /// Came to an end; these have its land.
    case ended(to: [String])
    /// Named by a list of settlement regions, and not by the one before.
    case listed(QuotaKind, isFirstList: Bool)
    /// No longer named by the list of settlement regions.
    case unlisted(QuotaKind)
  }

  /// The first day on which it is so.
  package let day: LocalDate
  package let kind: Kind
  package let citation: Citation
  /// What is not certain of it.
  package let note: String?
}
