/// One question that a scheme asks of a family, with its answer.
package struct EligibilityCheck: Hashable, Sendable {
  /// In the order in which they are asked.
  package enum Subject: String, Hashable, Sendable, CaseIterable {
    case scheme, inclusion, people, status, region, dates, term, granted, job, terms
  }

  package enum Verdict: String, Hashable, Sendable, CaseIterable {
    case yes, no
    /// What it asks is not in the register, or depends on an answer that is no.
    case unknown
  }

  package let subject: Subject
  package let verdict: Verdict
  /// One sentence for people.
  package let detail: String
  package let citation: Citation?
  /// What a grant is refused with, where the verdict is no.
  package let failure: Failure?

  static func yes(_ subject: Subject, _ detail: String, _ citation: Citation? = nil)
    -> EligibilityCheck
  {
    EligibilityCheck(
      subject: subject, verdict: .yes, detail: detail, citation: citation, failure: nil)
  }

  static func unknown(_ subject: Subject, _ detail: String, _ citation: Citation? = nil)
    -> EligibilityCheck
  {
    EligibilityCheck(
      subject: subject, verdict: .unknown, detail: detail, citation: citation, failure: nil)
  }

  static func no(_ subject: Subject, _ failure: Failure) -> EligibilityCheck {
    EligibilityCheck(
      subject: subject, verdict: .no, detail: failure.detail, citation: failure.citation,
      failure: failure)
  }
}

/// Whether a family may be granted an allowance on a day, check by check.
package struct Eligibility: Hashable, Sendable {
  package let kind: AllowanceKind
  package let on: LocalDate
  /// Every check that the scheme asks for, in order.
  package let checks: [EligibilityCheck]
  /// What it would be granted; nil where that cannot be reckoned.
  package let quote: AllowanceQuote?
  /// The terms with what the rules say where nothing was given.
  package let terms: AllowanceTerms

  /// The first check that says no: what the family is told.
  package var refusal: EligibilityCheck? { checks.first { $0.verdict == .no } }

  /// The first doubt; a grant is not refused for it.
  package var doubt: EligibilityCheck? { checks.first { $0.verdict == .unknown } }
}

/// What is known of a family when an allowance is asked for: the facts that the checks look at.
package struct AllowanceCase: Sendable {
  package struct Earlier: Hashable, Sendable {
    package let person: Number<Person>
    package let grant: GrantRecord

    package init(person: Number<Person>, grant: GrantRecord) {
      self.person = person
      self.grant = grant
    }
  }

  package let family: Number<Family>
  package var arrival: LocalDate?
  /// The family's members on the day.
  package var members: [Membership] = []
  /// Confirmed by the day, in a quota that the scheme asks for.
  package var inclusion: InclusionRecord?
  /// True where places of such a quota are reserved only.
  package var isReserved = false
  /// The other quotas in which it holds confirmed places.
  package var otherQuotas: [QuotaKind] = []
  /// The members who hold the inclusion's places.
  package var people: [Membership] = []
  /// Of these, who is known as a citizen, and since when.
  package var citizens: [Number<Person>: LocalDate] = [:]
  /// Grants of the scheme that counted one of them before, in whatever family.
  package var earlier: [Earlier] = []
  /// Dated occupations of members that hold on the day.
  package var jobs: [PersonFact] = []

  package init(family: Number<Family>) { self.family = family }
}

/// The rules that the checks are made by.
package struct EligibilityRules: Sendable {
  package let book: RuleBook
  package let conditions: AllowanceConditions
  package let settlement: SettlementRegions
  package let regions: RegionRegister

  package init(
    book: RuleBook, conditions: AllowanceConditions, settlement: SettlementRegions,
    regions: RegionRegister
  ) {
    self.book = book
    self.conditions = conditions
    self.settlement = settlement
    self.regions = regions
  }
}
