package import Domain
package import Storage

/// A permit with its worker, its employer, what was paid and what can be done next.
package struct PermitDossier: Hashable, Sendable {
  package let record: PermitRecord
  package let state: PermitState
  package let workerName: String
  package let employer: EmployerRecord?
  package let payments: [PermitPayment]
  package let trips: [PermitTrip]
  package let deadline: PermitDeadline?
  /// Extensions and replacements that were asked for.
  package let following: [Number<WorkPermit>]
  /// What can be done with it now.
  package let actions: [PermitAction]

  static func load(
    _ number: Number<WorkPermit>, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) -> PermitDossier {
    let record = try PermitTable.known(number, in: transaction)
    let state = record.state(on: day)
    let book = try Permits.book(in: transaction)
    return PermitDossier(
      record: record, state: state,
      workerName: try PersonTable.shownName(of: record.form.person, in: transaction),
      employer: try record.form.employer.map { (number) throws(Failure) in
        try EmployerTable.known(number, in: transaction)
      },
      payments: try PermitTable.payments(of: number, in: transaction),
      trips: try PermitTable.trips(of: number, in: transaction).map(\.trip),
      deadline: state == .lapsed ? nil : try PermitTable.deadline(of: number, in: transaction),
      following: try PermitTable.following(number, in: transaction).map(\.number),
      actions: book.transitions.actions(from: state, of: record.kind, record.request)
        .filter { !$0.isOfDays })
  }
}

/// Something that is done with permits; it is told as the permit's dossier.
package protocol PermitUseCase: UseCase where Outcome == PermitDossier {}

extension PermitUseCase {
  package static var permission: Permission { .issuePermits }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> PermitDossier
  {
    try PermitDossier.load(Number(raw: subject), on: facts.today, in: transaction)
  }
}

/// A permit in the hands of an official who takes a step with it.
package struct PermitDesk {
  let record: PermitRecord
  let book: PermitBook
  let day: LocalDate
  let facts: Facts
  /// By the day of the step; what lapsed in between is told by the steps.
  let state: PermitState

  /// Ends first what has ended by itself.
  ///
  /// Throws `permit.not-found`, and `date.order` for a day before the last step, or to come.
  static func open(
    _ number: Number<WorkPermit>, on day: LocalDate?, _ facts: Facts, in transaction: Transaction
  ) throws(Failure) -> PermitDesk {
    try EndPermits.run(on: facts.today, except: number, in: transaction)
    let day = try facts.day(day)
    let record = try PermitTable.known(number, in: transaction)
    let book = try Permits.book(in: transaction)
    // A trip or an agreement that was entered meanwhile holds no step up.
    let last = record.steps.last { $0.state != nil && $0.action != .lapse }
    guard day >= last?.on ?? record.appliedOn else {
      throw Failure(
        .dateOrder,
        "\(number) was \(last.map { "\($0.action.rawValue)" } ?? "applied for") on "
          + "\(last?.on ?? record.appliedOn), after \(day)")
    }
    return PermitDesk(
      record: record, book: book, day: day, facts: facts, state: record.state(on: day))
  }

  /// The permit that this one extends or takes the rest of; nil for a first one.
  func earlier(in transaction: Transaction) throws(Failure) -> PermitRecord? {
    try PermitTable.earlier(of: record, in: transaction)
  }

  /// Throws `permit.step` for a step that the table does not have.
  func transition(_ action: PermitAction) throws(Failure) -> PermitTransition {
    if let found = book.transitions.transition(action, from: state, of: record.kind, record.request)
    {
      return found
    }
    let others = book.transitions.actions(from: state, of: record.kind, record.request)
    let known = others.filter { !$0.isOfDays }
    throw Failure(
      .permitStep,
      "\(record.number) (\(record.kind.rawValue)) is \(state.name.en) on \(day): it takes no step "
        + "“\(action.rawValue)”",
      hint: known.isEmpty
        ? "nothing more can be done with it"
        : "what can be done: \(known.map(\.rawValue).joined(separator: ", "))")
  }

  /// Writes the step, and what is due after it.
  func take(
    _ transition: PermitTransition, staying: Bool = false, on other: LocalDate? = nil,
    region: String? = nil,
    ground: String? = nil, reason: String? = nil, document: String? = nil,
    in transaction: Transaction
  ) throws(Failure) {
    let (day, next) = (other ?? day, staying ? nil : transition.deadline)
    let deadline = try PermitDeadline.after(next, of: record.kind, on: day, book)
    try PermitTable.add(
      PermitStep(
        transition.action, to: staying || transition.to == transition.from ? nil : transition.to,
        on: day, region: region, ground: ground, reason: reason, document: document,
        dueOn: deadline?.dueOn, calendar: deadline?.calendar), to: record.number,
      in: transaction)
    let isMoved = !staying && transition.to != transition.from
    if isMoved { try PermitTable.set(deadline, of: record.number, in: transaction) }
  }
}

extension PermitDeadline {
  /// What a rule says is due so many working days after a day; nil where there is no such rule.
  static func after(
    _ rule: PermitRuleName?, of kind: PermitKind, on day: LocalDate, _ book: PermitBook
  ) throws(Failure) -> PermitDeadline? {
    guard let rule, let days = book.rules.count(rule, of: kind, on: day) else { return nil }
    let calendar = try Reference.calendar()
    let what: What =
      switch rule {
      case .pay: .pay
      case .send: .send
      default: .decide
      }
    return PermitDeadline(
      what: what, dueOn: try calendar.adding(workingDays: days.value, to: day),
      calendar: calendar.version)
  }
}
