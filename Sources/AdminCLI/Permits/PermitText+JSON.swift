import Domain
import Reports
import Services

extension PermitText {
  static func members(_ entry: PermitEntry) -> [(String, JSONValue)] {
    members(entry.record, entry.state)
      + [("name", .string(entry.workerName)), ("employer_name", .optional(entry.employerName))]
  }

  private static func members(_ record: PermitRecord, _ state: PermitState)
    -> [(String, JSONValue)]
  {
    let form = record.form
    return [
      ("permit", .string("\(record.number)")), ("kind", .string(record.kind.rawValue)),
      ("request", .string(record.request.rawValue)), ("state", .string(state.rawValue)),
      ("of", .optional(record.of.map { "\($0)" })),
      ("person", .string("\(form.person)")), ("citizenship", .optional(record.citizenship)),
      ("employer", .optional(form.employer.map { "\($0)" })),
      ("regions", .array(form.regions.map(JSONValue.string))),
      ("section", .optional(form.section)), ("post", .string(form.post)),
      ("occupation", .optional(form.occupation)), ("applied_on", .date(record.appliedOn)),
      ("term", .string("\(form.term)")),
      ("from", .optional(record.validity.map { "\($0.from)" })),
      (
        "until",
        .optional(record.validity.flatMap { $0.to.map { "\($0.adding(days: -1))" } })
      ),
    ]
  }

  static func json(_ dossier: PermitDossier) -> JSONValue {
    let record = dossier.record
    let form = record.form
    let steps = record.steps.map { step -> JSONValue in
      [
        "action": .string(step.action.rawValue), "state": .optional(step.state?.rawValue),
        "on": .date(step.on), "region": .optional(step.region),
        "ground": .optional(step.ground), "reason": .optional(step.reason),
        "document": .optional(step.document), "due_on": .optional(step.dueOn.map { "\($0)" }),
        "calendar": .optional(step.calendar),
      ]
    }
    let payments = dossier.payments.map { payment -> JSONValue in
      [
        "region": .string(payment.region), "amount": .money(payment.amount),
        "arithmetic": .string(payment.arithmetic), "paid_on": .date(payment.paidOn),
        "document": .string(payment.document), "citation": .string("\(payment.citation)"),
        "standing": .string(payment.citation.standing.rawValue),
      ]
    }
    let trips = dossier.trips.map { trip -> JSONValue in
      [
        "region": .string(trip.region), "from": .date(trip.period.from),
        "until": .optional(trip.period.to.map { "\($0.adding(days: -1))" }),
      ]
    }
    return .object(
      members(record, dossier.state) + [
        ("name", .string(dossier.workerName)),
        ("employer_name", .optional(dossier.employer?.name)),
        ("papers", .array(form.papers.map(JSONValue.string))),
        ("vacancy", .optional(form.vacancy)),
        ("vacancy_on", .optional(form.vacancyOn.map { "\($0)" })),
        ("qualified", form.isQualified.map { .bool($0) } ?? .null),
        ("recruitment_cost", form.recruitmentCost.map { .money($0) } ?? .null),
        ("monthly_income", form.monthlyIncome.map { .money($0) } ?? .null),
        ("due", deadline(dossier.deadline)), ("steps", .array(steps)),
        ("payments", .array(payments)), ("trips", .array(trips)),
        ("followed_by", .array(dossier.following.map { .string("\($0)") })),
        ("actions", .array(dossier.actions.map { .string($0.rawValue) })),
      ])
  }

  static func deadline(_ deadline: PermitDeadline?) -> JSONValue {
    guard let deadline else { return .null }
    return [
      "what": .string(deadline.what.rawValue), "by": .date(deadline.dueOn),
      "calendar": .string(deadline.calendar),
    ]
  }
}
