package import Domain
internal import Storage

/// Grants an allowance to every family whose inclusion is confirmed and who has not had it.
package struct GrantWaiting: Sendable {
  package var allowance: AllowanceKind
  package var quota: QuotaKind
  package var year: Int
  package var decision: String?
  /// Whose money is set aside; nil is, for each, the first source that has enough.
  package var source: BudgetSource?

  package init(
    allowance: AllowanceKind, quota: QuotaKind, year: Int, decision: String? = nil,
    source: BudgetSource? = nil
  ) {
    self.allowance = allowance
    self.quota = quota
    self.year = year
    self.decision = decision
    self.source = source
  }
}

extension Office {
  /// Each family is a transaction of its own, as in ``run(_:as:progress:)`` for inclusions.
  package func run(
    _ work: GrantWaiting, as user: String, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(Failure) -> BatchSummary<Grant> {
    let query = UngrantedFamilies(allowance: work.allowance, quota: work.quota, year: work.year)
    return try each(of: try answer(query, as: user), progress) { (family) throws(Failure) in
      try self.perform(
        GrantAllowance(
          family: family, kind: work.allowance, decision: work.decision, source: work.source),
        as: user
      ).grant.number
    }
  }
}

/// Families with a confirmed inclusion and without a grant of an allowance.
struct UngrantedFamilies: Query {
  static let name = "allowance.waiting"
  static let permission = Permission.grantAllowances

  var allowance: AllowanceKind
  var quota: QuotaKind
  var year: Int

  var detail: String { "" }

  func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> [Number<Family>] {
    try InclusionTable.confirmedWithout(
      grantOf: allowance, kind: quota, year: year, in: transaction)
  }
}
