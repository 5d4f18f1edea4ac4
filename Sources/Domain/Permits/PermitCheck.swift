/// One question that the law asks before a permit, with its answer.
package struct PermitCheck: Hashable, Sendable {
  /// In the order in which they are asked.
  package enum Subject: String, Hashable, Sendable, CaseIterable {
    case kind, need, holder, double, term, window, papers, vacancy, quota, content, violations
    case qualification, replacement, transfer, workers, pause, age
  }

  package enum Verdict: String, Hashable, Sendable, CaseIterable {
    case yes, no
    /// What it asks is not in the register yet.
    case open
    /// Does not hold for this kind, employer or day.
    case exempt
  }

  package let subject: Subject
  package let verdict: Verdict
  /// One sentence for people.
  package let detail: String
  package let citation: Citation?
  /// What an application is refused with, where the verdict is no.
  package let failure: Failure?

  package init(
    _ subject: Subject, _ verdict: Verdict, _ detail: String, _ citation: Citation? = nil
  ) {
    self.subject = subject
    self.verdict = verdict
    self.detail = detail
    self.citation = citation
    failure = nil
  }

  package init(_ subject: Subject, _ failure: Failure) {
    self.subject = subject
    self.verdict = .no
    detail = failure.detail
    citation = failure.citation
    self.failure = failure
  }
}

/// What is known when a permit is asked for: the facts that the checks look at.
package struct PermitCase: Sendable {
  package var form: PermitForm
  package var request: PermitRequest
  package var day: LocalDate
  /// The day of the application, which some terms go by when it is decided on later.
  package var askedOn: LocalDate
  package var citizenship: String?
  package var birthDate: PartialDate?
  /// Why the worker needs no permit; nil where one is needed, or nobody knows.
  package var exemption: (words: String, citation: Citation?)?
  package var employer: EmployerRecord?
  package var staff: StaffCount?
  package var violations: [EmployerViolation] = []
  /// Permits of the employer in the same categories that came after the count of its staff.
  package var permitsSinceCount = 0
  /// Permits of the employer of this kind that hold places or are in force.
  package var permitsAtOnce = 0
  /// Permits of category 4 that ended, and whose post no citizen took yet.
  package var notHandedOver: [Number<WorkPermit>] = []
  /// Another application for the same worker, employer and kind; of households, of any employer.
  package var pending: Number<WorkPermit>?
  /// The permit that is extended, or of which the rest is asked for.
  package var earlier: PermitRecord?
  package var chain = PermitChain()
  /// The last day of the worker's last permit of this kind, which may be to come.
  package var lastDay: LocalDate?
  /// Whether the worker has a quota of the worker's own country.
  package var isOfTreatyCountry = false
  /// Places by region; nil where the kind takes none.
  package var places: [PermitPlaceAnswer]?

  package init(form: PermitForm, request: PermitRequest, day: LocalDate) {
    self.form = form
    self.request = request
    self.day = day
    askedOn = day
  }
}

/// Whether a region's quota has a place.
package struct PermitPlaceAnswer: Sendable {
  package let region: String
  /// Nil where it holds a place already.
  package let free: Int64?
  package let failure: Failure?

  package init(region: String, free: Int64?, failure: Failure? = nil) {
    self.region = region
    self.free = free
    self.failure = failure
  }
}

/// Permits of which each extends the one before it, or takes the rest of it.
package struct PermitChain: Hashable, Sendable {
  /// How often the first was extended.
  package var extensions = 0
  /// The first day of all; nil before any was issued.
  package var firstDay: LocalDate?

  package init() {}

  /// Whether the rules would let one that ends on a day be extended again.
  package func extends(
    _ kind: PermitKind, endingOn end: LocalDate, on day: LocalDate, _ rules: PermitRules
  ) -> Bool {
    switch rules.rule(.extensions, of: kind, on: day)?.value {
    case .count(let most)? where extensions >= most: return false
    case nil: return false
    default: break
    }
    guard let firstDay, let most = rules.count(.mostMonths, of: kind, on: day) else { return true }
    return end < firstDay.adding(months: most.value)
  }
}
