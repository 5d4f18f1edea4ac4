package import Domain
package import Storage

/// Grants an allowance to a family that is included in a quota: for each of its people once.
///
/// What ``Eligibility`` asks is asked here, by the same checks; the first that says no is the
/// refusal.
package struct GrantAllowance: UseCase {
  package static let name = "allowance.grant"
  package static let permission = Permission.grantAllowances

  package var family: Number<Family>
  package var kind: AllowanceKind
  /// The day of the decision, which decides the MCI; nil is the office's day.
  package var on: LocalDate?
  /// The office's own number of the decision.
  package var decision: String?
  /// What the scheme depends on beside the people.
  package var terms: AllowanceTerms
  /// Whose money is set aside for it; nil is the first source that has enough.
  package var source: BudgetSource?

  package init(
    family: Number<Family>, kind: AllowanceKind, on: LocalDate? = nil, decision: String? = nil,
    terms: AllowanceTerms = .none, source: BudgetSource? = nil
  ) {
    self.family = family
    self.kind = kind
    self.on = on
    self.decision = decision
    self.terms = terms
    self.source = source
  }

  package var detail: String {
    "\(family), \(kind.rawValue)\(decision.map { ", decision \($0)" } ?? "")"
      + (source.map { ", \($0.rawValue) money" } ?? "")
  }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let draft = try draft(on: facts.day(on), in: transaction)
    let number = try GrantTable.insert(draft, registered: facts.today.year, in: transaction)
    let dues = try writeDues(of: number, in: transaction)
    try setAside(dues, for: number, draft, in: transaction)
    return number.raw
  }

  /// Throws what the first check says that is not met.
  private func draft(on day: LocalDate, in transaction: Transaction) throws(Failure)
    -> GrantTable.Draft
  {
    let rules = try EligibilityRules.load(in: transaction)
    let applicant = try AllowanceCase.load(
      family, for: kind, on: day, rules.conditions, in: transaction)
    let found = Eligibility.assess(kind, applicant, terms, on: day, isDecided: true, rules)
    if let refusal = found.refusal?.failure { throw refusal }
    guard let quote = found.quote, let inclusion = applicant.inclusion else {
      throw Failure(.fault, "\(kind.rawValue) for \(family) was neither refused nor reckoned")
    }
    return GrantTable.Draft(
      family: family, inclusion: inclusion, quote: quote, decision: decision,
      people: applicant.people, terms: found.terms)
  }

  /// What the grant comes to, part by part, and where it is paid by the month, month by month.
  private func writeDues(of number: Number<Grant>, in transaction: Transaction) throws(Failure)
    -> [Due]
  {
    let grant = try GrantTable.known(number, in: transaction)
    let parts = try GrantPart.parts(
      of: grant, lines: GrantTable.lines(of: number, in: transaction),
      people: GrantTable.people(of: number, in: transaction))
    let dues = Due.schedule(
      parts, of: number, decidedOn: grant.decidedOn, months: grant.terms.paidMonths)
    for due in dues { try DueTable.insert(due, region: grant.region, in: transaction) }
    return dues
  }

  /// The money of each year in which something is due.
  private func setAside(
    _ dues: [Due], for number: Number<Grant>, _ draft: GrantTable.Draft,
    in transaction: Transaction
  ) throws(Failure) {
    for (year, amount) in try dues.sums() {
      try Commitments.commit(
        grant: number, kind: kind, region: draft.inclusion.region, year: year, amount: amount,
        source: source, on: draft.quote.on, in: transaction)
    }
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> GrantDossier
  {
    try GrantDossier.load(Number(raw: subject), in: transaction)
  }
}
