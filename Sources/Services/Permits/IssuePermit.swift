package import Domain
package import Storage

/// Tells the employer what to pay; unpaid, the application lapses after the days that the rules give.
package struct NoticePermit: PermitUseCase {
  package static let name = "permit.notice"

  package var permit: Number<WorkPermit>
  package var document: String?
  package var on: LocalDate?

  package init(permit: Number<WorkPermit>, document: String? = nil, on: LocalDate? = nil) {
    self.permit = permit
    self.document = document
    self.on = on
  }

  package var detail: String { "\(permit)\(document.map { ", \($0)" } ?? "")" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let desk = try PermitDesk.open(permit, on: on, facts, in: transaction)
    let transition = try desk.transition(.notice)
    try desk.take(transition, document: document, in: transaction)
    let deadline = try PermitTable.deadline(of: permit, in: transaction)
    try PermitPlaces.hold(
      permit, until: freeAgain(unlessPaidBy: deadline?.dueOn, desk, in: transaction),
      in: transaction)
    // A notice that is entered late may have lapsed by now.
    try EndPermits.run(on: facts.today, in: transaction)
    return permit.raw
  }

  /// The place of an extension is that of the permit before it, while that one holds.
  private func freeAgain(
    unlessPaidBy payBy: LocalDate?, _ desk: PermitDesk, in transaction: Transaction
  ) throws(Failure) -> LocalDate? {
    guard let lapses = payBy?.adding(days: 1), desk.record.request == .extension,
      let end = try desk.earlier(in: transaction)?.validity?.to
    else { return payBy?.adding(days: 1) }
    return max(lapses, end)
  }
}

/// Counts what was paid for a permit: it must be the very amount of the day on which it was paid, to
/// the budget of each of its regions.
package struct PayPermit: PermitUseCase {
  package static let name = "permit.pay"

  package var permit: Number<WorkPermit>
  package var amount: Money
  /// To whose budget; nil for the only region left to pay.
  package var region: String?
  package var document: String
  package var on: LocalDate?

  package init(
    permit: Number<WorkPermit>, amount: Money, region: String? = nil, document: String,
    on: LocalDate? = nil
  ) {
    self.permit = permit
    self.amount = amount
    self.region = region
    self.document = document
    self.on = on
  }

  package var detail: String { "\(permit): \(amount), \(document)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let desk = try PermitDesk.open(permit, on: on, facts, in: transaction)
    let transition = try desk.transition(.pay)
    try Ground.check(reason: document, for: "a payment without its receipt")
    if let payBy = desk.record.payBy, desk.day > payBy {
      throw Failure(.permitLate, "\(permit) had to be paid for by \(payBy)")
    }
    let code = try unpaidRegion(desk, in: transaction)
    let quote = try PermitQuote.make(
      desk.record.kind, section: desk.record.form.section, term: desk.record.form.term,
      on: desk.day, desk.book, Rules.indices(in: transaction))
    guard amount == quote.amount else {
      throw Failure(
        .permitAmount,
        "\(permit) costs \(quote.amount.grouped) tenge on \(desk.day) (\(quote.arithmetic)), not "
          + "\(amount.grouped)",
        hint: "the fee is counted in the MCI of the day on which it is paid",
        citation: quote.citation)
    }
    let isWhole = try owed(desk, in: transaction) == [code]
    // Paid in time and entered late: the places went back meanwhile, and are taken again.
    if isWhole, desk.state == .lapsed, try PermitTable.hadPlaces(permit, in: transaction) {
      let lapsedOn = desk.record.payBy?.adding(days: 1) ?? desk.day
      try desk.reserveMissing(on: max(desk.day, lapsedOn), in: transaction)
    }
    try PermitTable.insert(
      PermitPayment(
        region: code, amount: amount, arithmetic: quote.arithmetic, paidOn: desk.day,
        document: document,
        citation: Citation("\(quote.citation)", standing: quote.standing)), of: permit,
      in: transaction)
    if isWhole { try PermitPlaces.hold(permit, until: nil, in: transaction) }
    // It is paid on the day of its last payment, in whatever order they are entered.
    let last = try PermitTable.payments(of: permit, in: transaction).map(\.paidOn).max()
    try desk.take(
      transition, staying: !isWhole, on: isWhole ? last : nil, region: code, document: document,
      in: transaction)
    return permit.raw
  }

  /// The regions whose budgets wait for the fee; a household's prepayment goes to one.
  private func owed(_ desk: PermitDesk, in transaction: Transaction) throws(Failure) -> [String] {
    let paid = try PermitTable.payments(of: permit, in: transaction).map(\.region)
    return desk.record.form.regions.filter { !paid.contains($0) }
  }

  private func unpaidRegion(_ desk: PermitDesk, in transaction: Transaction) throws(Failure)
    -> String
  {
    let owed = try owed(desk, in: transaction)
    guard let region else {
      guard owed.count == 1 else {
        throw Failure(
          .fieldRequired,
          "\(permit) is paid for to \(owed.joined(separator: " and ")), each by itself",
          hint: "say --region")
      }
      return owed[0]
    }
    let code = try Reference.regions().resolve(region, on: desk.day).code
    guard owed.contains(code) else {
      throw Failure(.permitRegion, "nothing is owed to \(code) for \(permit)")
    }
    return code
  }
}

/// Issues a permit: from then on its worker may work, to the last day of its term.
///
/// An extension begins on the day on which the earlier permit ends; another worker has the rest of it.
package struct IssuePermit: PermitUseCase {
  package static let name = "permit.issue"

  package var permit: Number<WorkPermit>
  /// The first day; nil for the day of the issue, or of what it follows.
  package var from: LocalDate?
  /// The number on the paper.
  package var document: String?
  package var on: LocalDate?

  package init(
    permit: Number<WorkPermit>, from: LocalDate? = nil, document: String? = nil,
    on: LocalDate? = nil
  ) {
    self.permit = permit
    self.from = from
    self.document = document
    self.on = on
  }

  package var detail: String { "\(permit)\(document.map { ", \($0)" } ?? "")" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let desk = try PermitDesk.open(permit, on: on, facts, in: transaction)
    let transition = try desk.transition(.issue)
    let earlier = try desk.earlier(in: transaction)
    if let earlier { try desk.checkAlone(after: earlier.number, in: transaction) }
    let days = try days(desk, earlier)
    if desk.record.request != .extension {
      try checkAlone(desk.record, days, in: transaction)
    }
    try takePlaces(desk, earlier, days, in: transaction)
    if let earlier, desk.record.request == .replacement {
      try endReplaced(earlier, desk, in: transaction)
    }
    try PermitTable.hold(
      desk.record, from: days.from, to: days.to, isCut: false, in: transaction)
    try desk.take(transition, document: document, in: transaction)
    return permit.raw
  }

  private func days(_ desk: PermitDesk, _ earlier: PermitRecord?) throws(Failure)
    -> (from: LocalDate, to: LocalDate)
  {
    let term = desk.record.form.term
    guard let earlier else {
      let first = from ?? desk.day
      guard first >= desk.day else {
        throw Failure(.dateOrder, "a permit issued on \(desk.day) cannot hold from \(first) on")
      }
      let latest = latest(desk)
      guard first <= latest else {
        throw Failure(
          .dateOrder, "\(permit) begins by \(latest), and not on \(first)",
          hint: desk.book.rules.quota(of: desk.record.kind, on: desk.day) == nil
            ? nil : "a place of a quota is taken up in its year, or on the day of the issue")
      }
      return (first, term.end(from: first))
    }
    guard from == nil else {
      throw Failure(
        .usage, "the first day of \(permit) follows from \(earlier.number): it takes no --from")
    }
    let state = earlier.state(on: desk.day)
    guard let held = earlier.validity, let end = held.to,
      state == .issued || state == .expired && desk.record.request == .extension
    else {
      throw Failure(
        .permitStep, "\(earlier.number), which \(permit) follows, is \(state.name.en)")
    }
    guard desk.record.request == .replacement else { return (end, term.end(from: end)) }
    return (max(held.from, desk.day), end)
  }

  /// The last day on which a first permit may begin.
  private func latest(_ desk: PermitDesk) -> LocalDate {
    guard desk.book.rules.quota(of: desk.record.kind, on: desk.day) != nil else {
      return desk.day.adding(months: 12)
    }
    let year = desk.record.appliedOn.year
    return LocalDate(year: year, month: 12, day: 31).map { max(desk.day, $0) } ?? desk.day
  }

  /// Nobody has two permits of one employer and kind on one day.
  private func checkAlone(
    _ record: PermitRecord, _ days: (from: LocalDate, to: LocalDate), in transaction: Transaction
  ) throws(Failure) {
    let people = try PersonLinkTable.cluster(of: record.form.person, in: transaction)
    let other = try PermitTable.all(of: people, in: transaction).first { other in
      guard other.number != record.number, other.kind == record.kind,
        other.form.employer == record.form.employer, let held = other.validity, let to = held.to
      else { return false }
      return held.from < days.to && days.from < to
    }
    guard let other, let end = other.validity?.to else { return }
    throw Failure(
      .permitDouble,
      "\(other.number) of the same worker, employer and kind holds to \(end.adding(days: -1)); "
        + "\(permit) would hold from \(days.from) on",
      hint: record.request == .first ? "kosh permit issue \(permit) --from \(end)" : nil)
  }

  /// Confirms what is reserved.
  ///
  /// Another worker has the place of the earlier permit; where an extension
  /// has none, one is taken anew.
  private func takePlaces(
    _ desk: PermitDesk, _ earlier: PermitRecord?, _ days: (from: LocalDate, to: LocalDate),
    in transaction: Transaction
  ) throws(Failure) {
    if let earlier, desk.record.request == .replacement {
      return try PermitPlaces.pass(
        from: earlier.number, to: permit, until: days.to, in: transaction)
    }
    try desk.reserveMissing(in: transaction)
    try PermitPlaces.confirm(
      permit, on: desk.day, until: max(days.to, desk.day), in: transaction)
  }

  private func endReplaced(
    _ earlier: PermitRecord, _ desk: PermitDesk, in transaction: Transaction
  ) throws(Failure) {
    guard let held = earlier.validity else { return }
    try PermitTable.hold(
      earlier, from: held.from, to: max(held.from, desk.day), isCut: true, in: transaction)
    try PermitTable.add(
      PermitStep(.succeed, to: .replaced, on: desk.day, reason: "the rest of it is \(permit)"),
      to: earlier.number, in: transaction)
  }
}
