/// What is asked for in an application.
package struct PermitForm: Hashable, Sendable {
  package var kind: PermitKind
  /// Nil for a certificate of independent employment.
  package var employer: Number<Employer>?
  package var person: Number<Person>
  /// The stable code of the administrative unit.
  package var region: String
  /// Others, in which it is to hold too.
  package var otherRegions: [String]
  /// The OKED section of the activity; nil where nobody said.
  package var section: String?
  package var post: String
  /// A code of the classifier of occupations.
  package var occupation: String?
  package var term: PermitTerm
  /// Codes of the papers that were handed in.
  package var papers: [String]
  /// The number under which the vacancy was published, and the day.
  package var vacancy: String?
  package var vacancyOn: LocalDate?
  /// What an official found of the worker's qualification; nil before anyone looked.
  package var isQualified: Bool?
  /// What it cost the worker to find the work, and what it pays in the first month (SDG 10.7.1).
  package var recruitmentCost: Money?
  package var monthlyIncome: Money?

  package init(
    kind: PermitKind, employer: Number<Employer>?, person: Number<Person>, region: String,
    otherRegions: [String] = [], section: String? = nil, post: String, occupation: String? = nil,
    term: PermitTerm, papers: [String] = [], vacancy: String? = nil, vacancyOn: LocalDate? = nil,
    isQualified: Bool? = nil, recruitmentCost: Money? = nil, monthlyIncome: Money? = nil
  ) {
    self.kind = kind
    self.employer = employer
    self.person = person
    self.region = region
    self.otherRegions = otherRegions
    self.section = section
    self.post = post
    self.occupation = occupation
    self.term = term
    self.papers = papers
    self.vacancy = vacancy
    self.vacancyOn = vacancyOn
    self.isQualified = isQualified
    self.recruitmentCost = recruitmentCost
    self.monthlyIncome = monthlyIncome
  }

  /// Every region in which it is to hold, the administrative unit first.
  package var regions: [String] { [region] + otherRegions }
}

/// A permit as the register holds it.
package struct PermitRecord: Hashable, Sendable {
  package let number: Number<WorkPermit>
  package let act: Int64
  package let form: PermitForm
  package let request: PermitRequest
  /// Which permit it extends, or takes the rest of.
  package let of: Number<WorkPermit>?
  /// Alpha-3, on the day of the application.
  package let citizenship: String?
  package let appliedOn: LocalDate
  /// In the order in which they were taken.
  package var steps: [PermitStep]
  /// The days for which it holds, once it is issued.
  package var validity: Period?

  package init(
    number: Number<WorkPermit>, act: Int64, form: PermitForm, request: PermitRequest,
    of: Number<WorkPermit>?, citizenship: String?, appliedOn: LocalDate, steps: [PermitStep],
    validity: Period?
  ) {
    self.number = number
    self.act = act
    self.form = form
    self.request = request
    self.of = of
    self.citizenship = citizenship
    self.appliedOn = appliedOn
    self.steps = steps
    self.validity = validity
  }

  package var kind: PermitKind { form.kind }

  /// By the steps alone.
  package var stepped: PermitState { steps.last { $0.state != nil }?.state ?? .applied }

  /// The last day on which what is due can still be paid.
  package var payBy: LocalDate? { steps.last { $0.action == .notice }?.dueOn }

  /// On a day: what the steps say, and what the days that have passed make of it.
  package func state(on day: LocalDate) -> PermitState {
    switch stepped {
    case .noticed: payBy.map { day > $0 } ?? false ? .lapsed : .noticed
    case .issued, .suspended:
      validity?.to.map { day >= $0 } ?? false ? .expired : stepped
    default: stepped
    }
  }

  /// Whether somebody may work by it on a day.
  package func isInForce(on day: LocalDate) -> Bool {
    state(on: day) == .issued && validity?.contains(day) == true
  }
}

/// One step of a permit's life.
package struct PermitStep: Hashable, Sendable {
  package let action: PermitAction
  /// Where it led; nil for what changes no state.
  package let state: PermitState?
  package let on: LocalDate
  /// The region that agreed or was paid.
  package let region: String?
  /// The code of a ground.
  package let ground: String?
  package let reason: String?
  package let document: String?
  /// By when the next step is due, and by which version of the calendar.
  package let dueOn: LocalDate?
  package let calendar: String?
  package let act: Int64

  package init(
    _ action: PermitAction, to state: PermitState?, on: LocalDate, region: String? = nil,
    ground: String? = nil, reason: String? = nil, document: String? = nil, dueOn: LocalDate? = nil,
    calendar: String? = nil, act: Int64 = 0
  ) {
    self.action = action
    self.state = state
    self.on = on
    self.region = region
    self.ground = ground
    self.reason = reason
    self.document = document
    self.dueOn = dueOn
    self.calendar = calendar
    self.act = act
  }
}

/// What was paid for a permit, to the budget of one region.
package struct PermitPayment: Hashable, Sendable {
  package let region: String
  package let amount: Money
  package let arithmetic: String
  package let paidOn: LocalDate
  package let document: String
  package let citation: Citation

  package init(
    region: String, amount: Money, arithmetic: String, paidOn: LocalDate, document: String,
    citation: Citation
  ) {
    self.region = region
    self.amount = amount
    self.arithmetic = arithmetic
    self.paidOn = paidOn
    self.document = document
    self.citation = citation
  }
}

/// Days in another region than the permit's.
package struct PermitTrip: Hashable, Sendable {
  package let region: String
  /// Its last day is the day before `to`.
  package let period: Period

  package init(region: String, period: Period) {
    self.region = region
    self.period = period
  }

  /// How many of its days are in a year.
  package func days(in year: Int) -> Int {
    guard let first = LocalDate(year: year, month: 1, day: 1),
      let next = LocalDate(year: year + 1, month: 1, day: 1), let to = period.to
    else { return 0 }
    let (start, end) = (max(first, period.from), min(next, to))
    return max(0, Int(end.dayNumber) - Int(start.dayNumber))
  }
}

/// What is due of a permit, and by when.
package struct PermitDeadline: Hashable, Sendable {
  package enum What: String, Hashable, Sendable, CaseIterable {
    case decide, pay, send
  }

  package let what: What
  package let dueOn: LocalDate
  /// The version of the working calendar that says so.
  package let calendar: String

  package init(what: What, dueOn: LocalDate, calendar: String) {
    self.what = what
    self.dueOn = dueOn
    self.calendar = calendar
  }
}

/// By what reports count permits.
package enum PermitGrouping: String, Hashable, Sendable, CaseIterable {
  case kind, section, region, country
}
