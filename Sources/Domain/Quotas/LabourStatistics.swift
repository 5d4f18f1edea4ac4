/// What was printed of the quota of foreign labour of a year, at one point of it.
package struct LabourQuotaYear: Hashable, Sendable {
  package let year: Int
  /// When it was told so; nil where the source says only the year.
  package let asOf: PartialDate?
  /// What was set for the permits of employers, in percent of the labour force; to 2014 of the
  /// economically active population.
  package let share: ExactDecimal?
  package let permits: Int64?
  /// Permits by category and season; none where the source does not part them.
  package let categories: [QuotaKind: Int64]
  /// What of the share was used, in percent of the same base.
  package let usedShare: ExactDecimal?
  /// Permits that were issued and extended.
  package let used: Int64?
  /// In percent of the quota, as the source says.
  package let usedOfQuota: ExactDecimal?
  package let householdShare: ExactDecimal?
  package let household: Int64?
  package let householdUsed: Int64?
  package let citation: Citation
  package let note: LocalizedText?

  package init(
    year: Int, asOf: PartialDate?, share: ExactDecimal?, permits: Int64?,
    categories: [QuotaKind: Int64], usedShare: ExactDecimal?, used: Int64?,
    usedOfQuota: ExactDecimal?, householdShare: ExactDecimal?, household: Int64?,
    householdUsed: Int64?, citation: Citation, note: LocalizedText?
  ) {
    self.year = year
    self.asOf = asOf
    self.share = share
    self.permits = permits
    self.categories = categories
    self.usedShare = usedShare
    self.used = used
    self.usedOfQuota = usedOfQuota
    self.householdShare = householdShare
    self.household = household
    self.householdUsed = householdUsed
    self.citation = citation
    self.note = note
  }

  /// How often what was used goes into what was set, to a hundredth: 1.6 over 0.43 is 3.72.
  package var setOverUsed: ExactDecimal? {
    guard let share, let usedShare else { return nil }
    return share.over(usedShare, places: 2)
  }
}

/// How many foreigners held permits on a day, as it was printed.
package struct LabourStock: Hashable, Sendable {
  package let asOf: PartialDate
  package let total: Int64
  package let categories: [QuotaKind: Int64]
  /// Those moved within a company, who are outside the quota.
  package let intraCorporate: Int64?
  package let employers: Int64?
  package let citation: Citation
  package let note: LocalizedText?

  package init(
    asOf: PartialDate, total: Int64, categories: [QuotaKind: Int64], intraCorporate: Int64?,
    employers: Int64?, citation: Citation, note: LocalizedText?
  ) {
    self.asOf = asOf
    self.total = total
    self.categories = categories
    self.intraCorporate = intraCorporate
    self.employers = employers
    self.citation = citation
    self.note = note
  }

  /// What the parts leave of the total; nil where a part is not known.
  package var rest: Int64? {
    guard categories.count == QuotaKind.ofEmployers.count, let intraCorporate else { return nil }
    return total - intraCorporate - categories.values.reduce(0, +)
  }
}
