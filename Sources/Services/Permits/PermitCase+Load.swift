import Domain
import Storage

extension PermitCase {
  /// Gathers what the register holds of an application.
  ///
  /// `own` is the permit that was applied for, where it stands in the register already: it is not
  /// counted a second time.
  static func load(
    _ form: PermitForm, _ request: PermitRequest, of earlier: PermitRecord?, on day: LocalDate,
    today: LocalDate, own: PermitRecord? = nil, _ book: PermitBook, in transaction: Transaction
  ) throws(Failure) -> PermitCase {
    var found = PermitCase(form: form, request: request, day: day)
    let worker = try PersonDossier.load(form.person, on: day, in: transaction)
    found.birthDate = worker.record.birthDate
    found.askedOn = own?.appliedOn ?? day
    // What was known at the application stays; what was not may have become known since.
    found.citizenship = own?.citizenship ?? worker.citizenshipAtWork
    try found.loadEmployer(own: own, book, in: transaction)
    try found.loadNeed(of: worker)
    found.earlier = earlier
    if let earlier { found.chain = try PermitChain(through: earlier, in: transaction) }
    try found.loadOthers(own: own, in: transaction)
    try found.loadPlaces(own: own, today: today, book, in: transaction)
    return found
  }

  /// A worker is exempt where every post that takes this kind is.
  private mutating func loadNeed(of worker: PersonDossier) throws(Failure) {
    guard !worker.held(.citizenship).isEmpty else { return }
    let posts = try Reference.permitNeedRules().posts.filter { $0.kind == form.kind }
    let employers = employer.map { [$0.form.rawValue] }?.filter { word in
      word == EmployerForm.branch.rawValue || word == EmployerForm.representation.rawValue
    }
    for post in posts {
      let need = try worker.permitNeed(as: post.term.code, employers: employers ?? [])
      guard !need.isNeeded else {
        exemption = nil
        return
      }
      exemption = need.exemptions.first.map { ($0.name.en, $0.shownCitation) }
      exemption = exemption ?? ("a citizen of Kazakhstan is no foreigner", nil)
    }
  }

  private mutating func loadEmployer(
    own: PermitRecord?, _ book: PermitBook, in transaction: Transaction
  ) throws(Failure) {
    guard let number = form.employer else { return }
    employer = try EmployerTable.known(number, in: transaction)
    staff = try EmployerTable.staff(of: number, on: day, in: transaction)
    violations = try EmployerTable.violations(of: number, in: transaction)
    if request == .first, let staff, !form.kind.contentGroup.isEmpty {
      let count = try PermitTable.count(
        of: number, kinds: form.kind.contentKinds, after: staff.asOf, in: transaction)
      var isCounted = false
      if let own, own.appliedOn > staff.asOf {
        isCounted = try !PermitTable.places(of: own.number, in: transaction).isEmpty
      }
      permitsSinceCount = isCounted ? max(0, count - 1) : count
    }
    let limits: [PermitRuleName] = [.workers, .transferShare]
    if limits.contains(where: { book.rules.rule($0, of: form.kind, on: day) != nil }) {
      let count = try PermitTable.openCount(
        of: number, kind: form.kind, on: day, in: transaction)
      permitsAtOnce = own == nil ? count : max(0, count - 1)
    }
    if book.rules.word(.replacementDuty, of: form.kind, on: day)?.value == "yes" {
      notHandedOver = try PermitTable.notHandedOver(of: number, by: day, in: transaction)
    }
  }

  /// Looks at the worker's other permits of the kind.
  private mutating func loadOthers(own: PermitRecord?, in transaction: Transaction)
    throws(Failure)
  {
    guard request != .extension else { return }
    let people = try PersonLinkTable.cluster(of: form.person, in: transaction)
    let others = try PermitTable.all(of: people, in: transaction).filter { other in
      other.kind == form.kind && other.number != own?.number
    }
    let isHousehold = form.kind == .household
    pending =
      others.first { other in
        other.request != .extension && other.validity == nil && !other.state(on: day).isFinal
          && (isHousehold || other.form.employer == form.employer)
      }?.number
    guard isHousehold, request == .first else { return }
    lastDay = others.compactMap { $0.validity?.to }.max()?.adding(days: -1)
  }

  private mutating func loadPlaces(
    own: PermitRecord?, today: LocalDate, _ book: PermitBook, in transaction: Transaction
  ) throws(Failure) {
    guard
      let quota = PermitPlaces(
        form, citizenship: citizenship, year: (own?.appliedOn ?? day).year, on: day, today: today,
        book)
    else { return }
    isOfTreatyCountry = try quota.isOfTreatyCountry(in: transaction)
    var holds = try keepsPlace(quota.year, in: transaction)
    if let own {
      let held = try PermitTable.places(of: own.number, in: transaction)
      if !held.isEmpty { holds = true }
    }
    places =
      holds
      ? form.regions.map { PermitPlaceAnswer(region: $0, free: nil) }
      : try quota.answers(for: form.regions, on: day, in: transaction)
  }

  /// Whether the place of the earlier permit goes on: another worker takes it, or the extension is
  /// of the same year's quota.
  private func keepsPlace(_ year: Int, in transaction: Transaction) throws(Failure) -> Bool {
    guard let earlier else { return false }
    let places = try PermitTable.places(of: earlier.number, in: transaction)
    guard let place = places.first else { return false }
    guard request != .replacement else { return true }
    return try LedgerTable.year(of: place.account, in: transaction) == year
  }
}

extension PermitChain {
  /// Goes back from a permit to the first.
  init(through last: PermitRecord, in transaction: Transaction) throws(Failure) {
    self.init()
    var link: PermitRecord? = last
    while let permit = link {
      if permit.request == .extension { extensions += 1 }
      firstDay = permit.validity?.from ?? firstDay
      link = try PermitTable.earlier(of: permit, in: transaction)
    }
  }
}
