package import Domain
internal import Services

/// A labour department by its use cases, without words.
extension TestRegister {
  /// Loads an order that gives so many places of a quota to each of some regions, for a year.
  package func order(_ kind: QuotaKind, _ year: Int, _ places: [String: Int])
    throws(Failure)
  {
    let text = Samples.permitOrder(kind.rawValue, year, places)
    let orders = try QuotaOrderFile.read(
      Array(text.utf8), name: "order.csv", regions: Reference.regions())
    for order in orders { try perform(LoadQuotaOrder(order: order)) }
  }

  /// Registers an employer in Pavlodar, with so many citizens of every category.
  package func employer(
    _ identifier: String = "190740000011", form: EmployerForm = .company, citizens: Int = 100
  ) throws(Failure) -> Number<Employer> {
    let record = try perform(
      RegisterEmployer(
        identifier: identifier, title: "Qurylys", region: "KZ-55", section: "P", form: form,
        size: .large)
    ).record
    guard citizens > 0 else { return record.number }
    let lines = (1...4).map { StaffLine(category: $0, citizenship: "KAZ", people: citizens) }
    try perform(
      CountStaff(
        employer: .number(record.number), asOf: clock.clock.day(at: clock.now), lines: lines))
    return record.number
  }

  /// An application with every paper that its kind asks for.
  package func form(
    _ kind: PermitKind, of employer: Number<Employer>?, for person: Number<Person>,
    _ term: PermitTerm, otherRegions: [String] = []
  ) throws(Failure) -> PermitForm {
    let day = clock.clock.day(at: clock.now)
    let papers = try Reference.permits().rules.words(.papers, of: kind, on: day)
    return PermitForm(
      kind: kind, employer: employer, person: person, region: "KZ-55",
      otherRegions: otherRegions, section: "P", post: "teacher", term: term,
      papers: papers?.value ?? [], vacancy: "V-1", vacancyOn: day.adding(days: -20),
      isQualified: true)
  }

  /// What a permit costs on the clock's day.
  package func fee(of permit: Number<WorkPermit>) throws(Failure) -> Money {
    let record = try answer(ShowPermit(permit: permit)).record
    return try PermitQuote.make(
      record.kind, section: record.form.section, term: record.form.term,
      on: clock.clock.day(at: clock.now), Reference.permits(), Reference.rules()
    ).amount
  }

  /// Everything between the application and the issue that the kind asks for.
  package func finish(_ permit: Number<WorkPermit>) throws(Failure) {
    for _ in 0..<5 {
      let dossier = try answer(ShowPermit(permit: permit))
      if dossier.actions.contains(.pay), dossier.state != .lapsed {
        try perform(PayPermit(permit: permit, amount: fee(of: permit), document: "receipt"))
      } else if dossier.actions.contains(.approve) {
        try perform(ApprovePermit(permit: permit))
      } else if dossier.actions.contains(.notice) {
        try perform(NoticePermit(permit: permit))
      } else if dossier.actions.contains(.issue) {
        try perform(IssuePermit(permit: permit))
      } else {
        return
      }
    }
  }

  /// A season of an office, so that every table of permits has rows and some are closed.
  func playPermits(for people: [Number<Person>]) throws(Failure) {
    let employer = try employer("210340000073")
    try order(.seasonal, 2026, ["KZ-55": 5, "KZ-11": 5])
    let season = PermitTerm(90, .days)
    let first = try perform(
      ApplyForPermit(
        form: form(
          .seasonal, of: employer, for: people[0], season, otherRegions: ["KZ-11"]))
    ).record.number
    try perform(AgreeToPermit(permit: first, region: "KZ-11", document: "letter 1"))
    try perform(ApprovePermit(permit: first))
    try perform(NoticePermit(permit: first))
    let fee = try fee(of: first)
    for region in ["KZ-11", "KZ-55"] {
      try perform(PayPermit(permit: first, amount: fee, region: region, document: "receipt"))
    }
    try perform(IssuePermit(permit: first))
    let today = clock.clock.day(at: clock.now)
    for shift in [0, 20] {
      try perform(
        RecordPermitTrip(
          permit: first, region: "KZ-10", from: today.adding(days: shift),
          through: today.adding(days: shift + 5)))
    }
    try perform(CancelPermitTrip(permit: first, from: today, reason: "was not made"))
    let second = try perform(
      ApplyForPermit(form: form(.seasonal, of: employer, for: people[1], season))
    ).record.number
    try finish(second)
    try perform(
      RevokePermit(permit: second, ground: "EMPLOYER_APPLICATION", reason: "the work is done"))
    // One that waits for its decision.
    try perform(ApplyForPermit(form: form(.seasonal, of: employer, for: people[1], season)))
  }
}
