package import Domain

/// Permits to work: what was asked for, and every step since.
package enum PermitTable {
  static let permits = Layout(
    67, "work_permit", isNumbered: true,
    [
      "kind", "request", "of_permit", "employer_id", "person_id", "region", "section", "post",
      "occupation", "citizenship", "applied_on", "term", "term_unit", "papers", "vacancy",
      "vacancy_on", "recruitment_cost", "monthly_income",
    ])
  static let regions = Layout(68, "permit_region", ["permit_id", "region"])
  static let steps = Layout(
    69, "permit_step",
    [
      "permit_id", "action", "state", "on_date", "region", "ground", "reason", "document",
      "due_on", "calendar",
    ])
  static let qualifications = Layout(70, "permit_qualification", ["permit_id", "fits"])
  static let validities = Layout(
    71, "permit_validity", closes: true,
    [
      "permit_id", "employer_id", "person_id", "kind", "region", "from_date", "to_date", "is_cut",
    ])
  static let places = Layout(
    72, "permit_place", closes: true,
    ["permit_id", "account_id", "transfer_id", "region", "ends_on"])
  static let payments = Layout(
    73, "permit_payment",
    ["permit_id", "region", "amount", "arithmetic", "paid_on", "document", "source", "standing"])
  static let trips = Layout(
    74, "permit_trip", closes: true, ["permit_id", "region", "from_date", "to_date"])
  static let deadlines = Layout(
    75, "permit_deadline", closes: true, ["permit_id", "what", "due_on", "calendar"])

  // MARK: Writing

  package struct Draft {
    package let form: PermitForm
    package let request: PermitRequest
    package let of: Number<WorkPermit>?
    package let citizenship: String?
    package let appliedOn: LocalDate

    package init(
      form: PermitForm, request: PermitRequest, of: Number<WorkPermit>? = nil,
      citizenship: String?, appliedOn: LocalDate
    ) {
      self.form = form
      self.request = request
      self.of = of
      self.citizenship = citizenship
      self.appliedOn = appliedOn
    }
  }

  package static func insert(_ draft: Draft, registered: Int, in transaction: Transaction)
    throws(Failure) -> Number<WorkPermit>
  {
    let number: Number<WorkPermit> = try transaction.nextNumber(in: permits, year: registered)
    let form = draft.form
    let row = try transaction.row(in: permits, id: number.raw)
    row.add(word: form.kind)
    row.add(word: draft.request)
    row.add(draft.of?.raw)
    row.add(form.employer?.raw)
    row.add(form.person)
    row.add(form.region)
    row.add(form.section)
    row.add(form.post)
    row.add(form.occupation)
    row.add(draft.citizenship)
    row.add(draft.appliedOn)
    row.add(form.term.count)
    row.add(word: form.term.unit)
    row.add(form.papers.joined(separator: " "))
    row.add(form.vacancy)
    row.add(form.vacancyOn)
    row.add(form.recruitmentCost?.tiyn)
    row.add(form.monthlyIncome?.tiyn)
    try row.insert()
    for region in form.otherRegions {
      let (row, _) = try transaction.row(in: regions)
      row.add(number)
      row.add(region)
      try row.insert()
    }
    if let isQualified = form.isQualified {
      try judge(number, isQualified: isQualified, in: transaction)
    }
    return number
  }

  package static func judge(
    _ permit: Number<WorkPermit>, isQualified: Bool, in transaction: Transaction
  ) throws(Failure) {
    let (row, _) = try transaction.row(in: qualifications)
    row.add(permit)
    row.add(isQualified ? 1 : 0)
    try row.insert()
  }

  package static func add(
    _ step: PermitStep, to permit: Number<WorkPermit>, in transaction: Transaction
  ) throws(Failure) {
    let (row, _) = try transaction.row(in: steps)
    row.add(permit)
    row.add(word: step.action)
    row.add(step.state?.rawValue)
    row.add(step.on)
    row.add(step.region)
    row.add(step.ground)
    row.add(step.reason)
    row.add(step.document)
    row.add(step.dueOn)
    row.add(step.calendar)
    try row.insert()
  }

  // MARK: Reading

  package static func find(_ number: Number<WorkPermit>, in transaction: Transaction)
    throws(Failure) -> PermitRecord?
  {
    try transaction.first(
      "SELECT \(raw: columns) FROM work_permit AS p WHERE p.id = \(number)", Self.head
    ).map { (record) throws(Failure) in try whole(record, in: transaction) }
  }

  /// Throws `permit.not-found`.
  package static func known(_ number: Number<WorkPermit>, in transaction: Transaction)
    throws(Failure) -> PermitRecord
  {
    guard let record = try find(number, in: transaction) else {
      throw Failure(
        .permitNotFound, "no permit is numbered \(number)", hint: "kosh permit list shows them")
    }
    return record
  }

  /// The permit that another extends or takes the rest of; nil for a first one.
  package static func earlier(of record: PermitRecord, in transaction: Transaction)
    throws(Failure) -> PermitRecord?
  {
    guard let number = record.of else { return nil }
    return try known(number, in: transaction)
  }

  /// Which permits to read.
  package struct Choice: Hashable, Sendable {
    package var employer: Number<Employer>?
    package var person: Number<Person>?
    package var region: String?
    package var kind: PermitKind?
    /// Read from this number on, oldest first.
    package var after: Number<WorkPermit>?
    package var limit: Int

    package init(
      employer: Number<Employer>? = nil, person: Number<Person>? = nil, region: String? = nil,
      kind: PermitKind? = nil, after: Number<WorkPermit>? = nil, limit: Int = 100
    ) {
      self.employer = employer
      self.person = person
      self.region = region
      self.kind = kind
      self.after = after
      self.limit = limit
    }

    package func meets(_ record: PermitRecord) -> Bool {
      let form = record.form
      return employer.map { $0 == form.employer } ?? true
        && region.map { $0 == form.region } ?? true && kind.map { $0 == form.kind } ?? true
        && after.map { $0 < record.number } ?? true
    }
  }

  /// By number; at most `limit` of them.
  ///
  /// Of a person everything else is left to ``Choice/meets(_:)``.
  package static func all(_ choice: Choice, in transaction: Transaction) throws(Failure)
    -> [PermitRecord]
  {
    let heads: [PermitRecord]
    let after = choice.after?.raw ?? 0
    let region = choice.region
    let kind = choice.kind?.rawValue
    if let person = choice.person {
      heads = try transaction.all(
        """
        SELECT \(raw: columns) FROM work_permit AS p WHERE p.person_id = \(person)
          AND p.id > \(after) ORDER BY p.id LIMIT \(choice.limit)
        """, head)
    } else if let employer = choice.employer {
      heads = try transaction.all(
        """
        SELECT \(raw: columns) FROM work_permit AS p WHERE p.employer_id = \(employer)
          AND p.id > \(after) AND p.kind = coalesce(\(kind), p.kind)
          AND p.region = coalesce(\(region), p.region) ORDER BY p.id LIMIT \(choice.limit)
        """, head)
    } else {
      heads = try transaction.all(
        """
        SELECT \(raw: columns) FROM work_permit AS p WHERE p.id > \(after)
          AND p.kind = coalesce(\(kind), p.kind) AND p.region = coalesce(\(region), p.region)
        ORDER BY p.id LIMIT \(choice.limit)
        """, head)
    }
    return try whole(heads, in: transaction)
  }

  /// Every permit under any number of a person, by number.
  package static func all(of people: [Number<Person>], in transaction: Transaction) throws(Failure)
    -> [PermitRecord]
  {
    var records: [PermitRecord] = []
    for person in people {
      records += try all(Choice(person: person, limit: Int.max), in: transaction)
    }
    return records.sorted { $0.number < $1.number }
  }

  /// The extensions and replacements that were asked for of a permit, by number.
  package static func following(_ permit: Number<WorkPermit>, in transaction: Transaction)
    throws(Failure) -> [PermitRecord]
  {
    let heads = try transaction.all(
      "SELECT \(raw: columns) FROM work_permit AS p WHERE p.of_permit = \(permit) ORDER BY p.id",
      head)
    return try whole(heads, in: transaction)
  }

  private static let columns: StaticString = """
    p.id, p.act, p.kind, p.request, p.of_permit, p.employer_id, p.person_id, p.region, p.section,
    p.post, p.occupation, p.citizenship, p.applied_on, p.term, p.term_unit, p.papers, p.vacancy,
    p.vacancy_on, p.recruitment_cost, p.monthly_income,
    (SELECT fits FROM permit_qualification WHERE permit_id = p.id ORDER BY id DESC LIMIT 1)
    """

  private static func head(_ row: inout Row) throws(Failure) -> PermitRecord {
    let (number, act): (Number<WorkPermit>, Int64) = (row.number(), row.integer())
    let kind: PermitKind = try row.word()
    let request: PermitRequest = try row.word()
    let of: Number<WorkPermit>? = row.optionalNumber()
    var form = PermitForm(
      kind: kind, employer: row.optionalNumber(), person: row.number(), region: row.text(),
      section: row.optionalText(), post: row.text(), occupation: row.optionalText(),
      term: PermitTerm(1, .months))
    let citizenship = row.optionalText()
    let appliedOn = try row.date()
    let count = row.int()
    form.term = PermitTerm(count, try row.word())
    form.papers = row.text().split(separator: " ").map(String.init)
    form.vacancy = row.optionalText()
    form.vacancyOn = try row.optionalDate()
    form.recruitmentCost = row.optionalInteger().map(Money.init(tiyn:))
    form.monthlyIncome = row.optionalInteger().map(Money.init(tiyn:))
    form.isQualified = row.optionalInteger().map { $0 == 1 }
    return PermitRecord(
      number: number, act: act, form: form, request: request, of: of, citizenship: citizenship,
      appliedOn: appliedOn, steps: [], validity: nil)
  }

  private static func whole(_ heads: [PermitRecord], in transaction: Transaction)
    throws(Failure) -> [PermitRecord]
  {
    var records: [PermitRecord] = []
    for head in heads { records.append(try whole(head, in: transaction)) }
    return records
  }

  private static func whole(_ head: PermitRecord, in transaction: Transaction) throws(Failure)
    -> PermitRecord
  {
    var form = head.form
    form.otherRegions = try transaction.all(
      "SELECT region FROM permit_region WHERE permit_id = \(head.number) ORDER BY id"
    ) { (row: inout Row) throws(Failure) in row.text() }
    return PermitRecord(
      number: head.number, act: head.act, form: form, request: head.request, of: head.of,
      citizenship: head.citizenship, appliedOn: head.appliedOn,
      steps: try steps(of: head.number, in: transaction),
      validity: try validity(of: head.number, in: transaction))
  }

  private static func steps(of permit: Number<WorkPermit>, in transaction: Transaction)
    throws(Failure) -> [PermitStep]
  {
    try transaction.all(
      """
      SELECT action, state, on_date, region, ground, reason, document, due_on, calendar, act
      FROM permit_step WHERE permit_id = \(permit) ORDER BY id
      """
    ) { (row: inout Row) throws(Failure) in
      PermitStep(
        try row.word(), to: try row.optionalWord(), on: try row.date(),
        region: row.optionalText(), ground: row.optionalText(), reason: row.optionalText(),
        document: row.optionalText(), dueOn: try row.optionalDate(),
        calendar: row.optionalText(), act: row.integer())
    }
  }
}
