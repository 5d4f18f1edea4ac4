package import Domain
package import Storage

/// Takes an application for a permit: it is checked in the order of the law, and the places of its
/// quotas are reserved.
///
/// What a check refuses is not registered, unless `isForRecord`: then it is registered without a place,
/// so that the refusal is decided and stands on record.
package struct ApplyForPermit: PermitUseCase {
  package static let name = "permit.apply"

  package var form: PermitForm
  /// The employer as it was named; nil where the form has its number, or none.
  package var employer: EmployerReference?
  package var isForRecord: Bool
  package var on: LocalDate?

  package init(
    form: PermitForm, employer: EmployerReference? = nil, isForRecord: Bool = false,
    on: LocalDate? = nil
  ) {
    self.form = form
    self.employer = employer
    self.isForRecord = isForRecord
    self.on = on
  }

  package var detail: String {
    let named = employer ?? form.employer.map(EmployerReference.number)
    let employer = named.map { ", \($0)" } ?? ""
    return "\(form.kind.rawValue) for \(form.person)\(employer), \(form.region)"
  }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    try EndPermits.run(on: facts.today, in: transaction)
    let form = try form.of(employer, in: transaction)
    return try PermitApplication(
      form: form, request: .first, earlier: nil, isForRecord: isForRecord
    )
    .register(on: facts.day(on), today: facts.today, in: transaction).raw
  }
}

/// Asks for an extension of a permit.
package struct ExtendPermit: PermitUseCase {
  package static let name = "permit.extend"

  package var permit: Number<WorkPermit>
  package var term: PermitTerm
  package var papers: [String]
  package var on: LocalDate?

  package init(
    permit: Number<WorkPermit>, term: PermitTerm, papers: [String], on: LocalDate? = nil
  ) {
    self.permit = permit
    self.term = term
    self.papers = papers
    self.on = on
  }

  package var detail: String { "\(permit) for \(term)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let desk = try PermitDesk.open(permit, on: on, facts, in: transaction)
    try desk.checkExtends()
    try desk.checkNoOther(.extension, in: transaction)
    var form = desk.record.form
    form.term = term
    form.papers = papers
    form.isQualified = nil
    (form.vacancy, form.vacancyOn) = (nil, nil)
    return try PermitApplication(form: form, request: .extension, earlier: desk.record)
      .register(on: desk.day, today: facts.today, in: transaction).raw
  }
}

/// Asks for the rest of a permit for another worker.
package struct ReplaceWorker: PermitUseCase {
  package static let name = "permit.replace"

  package var permit: Number<WorkPermit>
  package var person: Number<Person>
  package var papers: [String]
  package var isQualified: Bool?
  package var on: LocalDate?

  package init(
    permit: Number<WorkPermit>, person: Number<Person>, papers: [String],
    isQualified: Bool? = nil, on: LocalDate? = nil
  ) {
    self.permit = permit
    self.person = person
    self.papers = papers
    self.isQualified = isQualified
    self.on = on
  }

  package var detail: String { "\(permit): \(person)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let desk = try PermitDesk.open(permit, on: on, facts, in: transaction)
    _ = try desk.transition(.replace)
    try desk.checkNoOther(.replacement, in: transaction)
    let numbers = try PersonLinkTable.cluster(of: person, in: transaction)
    guard !numbers.contains(desk.record.form.person) else {
      throw Failure(.permitStep, "\(person) holds \(permit) already")
    }
    var form = desk.record.form
    form.person = person
    form.papers = papers
    form.isQualified = isQualified
    return try PermitApplication(form: form, request: .replacement, earlier: desk.record)
      .register(on: desk.day, today: facts.today, in: transaction).raw
  }
}

extension PermitForm {
  /// The form of an employer that was named; throws `employer.not-found`.
  func of(_ employer: EmployerReference?, in transaction: Transaction) throws(Failure)
    -> PermitForm
  {
    var form = self
    form.employer = try EmployerTable.number(of: employer, in: transaction) ?? self.employer
    return form
  }
}

extension PermitDesk {
  /// A kind that is never extended is refused by its rule, with the source.
  fileprivate func checkExtends() throws(Failure) {
    let rule = book.rules.rule(.extensions, of: record.kind, on: day)
    if state == .issued, let rule, rule.value == .count(0) {
      throw Failure(
        .permitNoExtension, "\(record.kind.rawValue) is not extended", hint: rule.note,
        citation: rule.citation)
    }
    _ = try transition(.extend)
  }

  /// Of several applications after one permit, which may lapse and be paid late, one is issued.
  func checkAlone(after earlier: Number<WorkPermit>, in transaction: Transaction) throws(Failure) {
    let others = try PermitTable.following(earlier, in: transaction)
    let issued = others.first { $0.number != record.number && $0.validity != nil }
    guard let issued, !issued.state(on: day).isFinal else { return }
    throw Failure(
      .permitStep, "\(earlier) is followed by \(issued.number) already, which was issued")
  }

  /// One application at a time may ask for what follows a permit.
  fileprivate func checkNoOther(_ request: PermitRequest, in transaction: Transaction)
    throws(Failure)
  {
    let others = try PermitTable.following(record.number, in: transaction)
    guard let other = others.first(where: { !$0.state(on: day).isFinal }) else { return }
    throw Failure(
      .permitStep, "\(record.number) has an application after it already: \(other.number)",
      hint: "kosh permit show \(other.number)")
  }
}

/// An application on its way into the register.
struct PermitApplication {
  let form: PermitForm
  let request: PermitRequest
  let earlier: PermitRecord?
  var isForRecord = false

  func register(on day: LocalDate, today: LocalDate, in transaction: Transaction)
    throws(Failure) -> Number<WorkPermit>
  {
    let book = try Permits.book(in: transaction)
    try checkWords(book)
    let found = try PermitCase.load(
      form, request, of: earlier, on: day, today: today, book, in: transaction)
    let refusal = found.assess(book).compactMap(\.failure).first
    if let refusal, !isForRecord { throw refusal }
    let number = try PermitTable.insert(
      PermitTable.Draft(
        form: form, request: request, of: earlier?.number, citizenship: found.citizenship,
        appliedOn: day), registered: today.year, in: transaction)
    if refusal == nil {
      let isFree = found.places?.contains { $0.free != nil } ?? false
      let quota = PermitPlaces(
        form, citizenship: found.citizenship, year: day.year, on: day, today: today, book)
      if isFree, let quota {
        try quota.reserve(for: number, in: form.regions, on: day, transaction)
      } else if let earlier, request == .extension {
        // It goes on with the place from now on, whenever it is decided.
        try PermitPlaces.pass(from: earlier.number, to: number, until: nil, in: transaction)
      }
    }
    let rule: PermitRuleName =
      switch request {
      case .first: .decide
      case .extension: .decideExtension
      case .replacement: .decideReplacement
      }
    let deadline = try PermitDeadline.after(rule, of: form.kind, on: day, book)
    try PermitTable.set(deadline, of: number, in: transaction)
    return number
  }

  private func checkWords(_ book: PermitBook) throws(Failure) {
    let agreeing = book.transitions.transition(.agree, from: .applied, of: form.kind, request)
    guard form.otherRegions.isEmpty || agreeing != nil else {
      throw Failure(.permitRegion, "a permit \(form.kind.rawValue) holds in one region")
    }
    guard form.post.contains(where: { !$0.isWhitespace }) else {
      throw Failure(.fieldRequired, "the application names no post")
    }
    if let section = form.section { _ = try Reference.sections().resolve(section) }
    guard Set(form.regions).count == form.regions.count else {
      throw Failure(.fieldValue, "the application names a region twice")
    }
  }
}
