import Domain

extension LabourQuotaReport {
  static let title = LocalizedText.message("labour-quota.title")

  static let base = LocalizedText.message("labour-quota.base")

  static let quotient = LocalizedText.message("labour-quota.quotient")

  static let told = LocalizedText.message("labour-quota.told")

  static let register = LocalizedText.message("labour-quota.register")

  static let columns = [
    Report.Column("year", .message("word.year"), .code),
    Report.Column("as_of", Words.stateDate, .code),
    Report.Column("share_set", .message("labour-quota.column.share-set"), .decimal),
    Report.Column("share_used", .message("labour-quota.column.share-used"), .decimal),
    Report.Column("set_over_used", .message("labour-quota.column.set-over-used"), .decimal),
    Report.Column("permits", .message("labour-quota.column.permits"), .count),
    Report.Column("issued", .message("labour-quota.column.issued"), .count),
    Report.Column("share_issued", .message("labour-quota.column.share-issued"), .percent),
    Report.Column(
      "share_issued_told",
      .message("labour-quota.column.share-issued-told"), .decimal),
    Report.Column("by_orders", .message("labour-quota.column.by-orders"), .count),
    Report.Column("in_use", .message("labour-quota.column.in-use"), .count),
    Report.Column(
      "household_share",
      .message("labour-quota.column.household-share"), .decimal),
    Report.Column(
      "household_permits",
      .message("labour-quota.column.household-permits"),
      .count),
    Report.Column(
      "household_issued",
      .message("labour-quota.column.household-issued"), .count),
    Report.Column("standing", .message("word.standing"), .text),
  ]
}
