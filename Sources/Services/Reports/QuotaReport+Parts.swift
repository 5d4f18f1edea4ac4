import Domain

/// What a paper on a quota of permits says of its parts and categories.
extension QuotaReport {
  static let usedPermits = LocalizedText.message("quota.used-permits")

  static func partNotes(of usage: QuotaUsage.Answer) -> [LocalizedText] {
    guard !usage.lines.isEmpty else { return [noParts] }
    var notes = [parts]
    let given = usage.lines.reduce(Int64(0)) { $0 + ($1.allotted ?? 0) }
    guard let total = usage.total.allotted, given != total,
      usage.lines.allSatisfy({ $0.allotted != nil })
    else { return notes }
    notes.append(given < total ? inNoPart(total - given) : tooMany(given - total))
    return notes
  }

  private static let noParts = LocalizedText.message("quota.no-parts")

  private static let parts = LocalizedText.message("quota.parts")

  private static func inNoPart(_ places: Int64) -> LocalizedText {
    .message("quota.in-no-part", ["places": .count(places)])
  }

  private static func tooMany(_ places: Int64) -> LocalizedText {
    .message("quota.parts-exceed", ["places": .count(places)])
  }

  static let categories = LocalizedText.message("quota.categories")

  static let unspread = LocalizedText.message("quota.unspread")
}
