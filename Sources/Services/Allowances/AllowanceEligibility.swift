package import Domain
package import Storage

/// Asks of every scheme whether a family may have it on a day, and why not.
package struct AllowanceEligibility: Query {
  package static let name = "allowance.eligible"
  package static let permission = Permission.readFamilies
  package static let isPersonal = true

  package var family: Number<Family>
  /// Nil is the office's day.
  package var on: LocalDate?

  package init(of family: Number<Family>, on: LocalDate? = nil) {
    self.family = family
    self.on = on
  }

  package var detail: String { "\(family)" }

  /// In the order of ``AllowanceKind``.
  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> [Eligibility]
  {
    let day = try facts.day(on)
    let rules = try EligibilityRules.load(in: transaction)
    var found: [Eligibility] = []
    for kind in AllowanceKind.allCases {
      let applicant = try AllowanceCase.load(
        family, for: kind, on: day, rules.conditions, in: transaction)
      found.append(Eligibility.assess(kind, applicant, on: day, rules))
    }
    return found
  }
}
