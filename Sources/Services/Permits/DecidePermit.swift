package import Domain
package import Storage

/// Approves an application: every check is made again, and none may say no or wait for an answer.
package struct ApprovePermit: PermitUseCase {
  package static let name = "permit.approve"

  package var permit: Number<WorkPermit>
  /// What an official found of the worker's qualification; nil leaves what was said before.
  package var isQualified: Bool?
  package var document: String?
  package var on: LocalDate?

  package init(
    permit: Number<WorkPermit>, isQualified: Bool? = nil, document: String? = nil,
    on: LocalDate? = nil
  ) {
    self.permit = permit
    self.isQualified = isQualified
    self.document = document
    self.on = on
  }

  package var detail: String { "\(permit)\(document.map { ", \($0)" } ?? "")" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    if let isQualified {
      _ = try PermitTable.known(permit, in: transaction)
      try PermitTable.judge(permit, isQualified: isQualified, in: transaction)
    }
    let desk = try PermitDesk.open(permit, on: on, facts, in: transaction)
    let transition = try desk.transition(.approve)
    let found = try desk.checkAgain(in: transaction)
    // What was registered for the record only has no place yet.
    if found.places?.contains(where: { $0.free != nil }) == true {
      try desk.reserveMissing(in: transaction)
    }
    try desk.take(transition, document: document, in: transaction)
    return permit.raw
  }
}

extension PermitDesk {
  /// Throws what the first check says no with, or `permit.open` for one that waits for an answer.
  ///
  /// The days to ask in are those of the application; everything else is looked at anew.
  fileprivate func checkAgain(in transaction: Transaction) throws(Failure) -> PermitCase {
    try checkRegions()
    let found = try PermitCase.load(
      record.form, record.request, of: earlier(in: transaction), on: day, today: facts.today,
      own: record, book,
      in: transaction)
    for check in found.assess(book) where check.subject != .window {
      if let failure = check.failure { throw failure }
      guard check.verdict != .open else {
        throw Failure(
          .permitOpen, "\(check.subject.rawValue): \(check.detail)",
          hint: check.subject == .qualification ? "say --qualified yes or --qualified no" : nil,
          citation: check.citation)
      }
    }
    return found
  }

  /// Takes the places of an application that holds none: an extension those of the permit before it.
  func reserveMissing(on other: LocalDate? = nil, in transaction: Transaction) throws(Failure) {
    let (day, year) = (other ?? day, record.appliedOn.year)
    guard try PermitTable.places(of: record.number, in: transaction).isEmpty else { return }
    if record.request == .extension, let earlier = record.of,
      let place = try PermitTable.places(of: earlier, in: transaction).first,
      try LedgerTable.year(of: place.account, in: transaction) == year
    {
      return try PermitPlaces.pass(
        from: earlier, to: record.number, until: nil, in: transaction)
    }
    let quota = PermitPlaces(
      record.form, citizenship: record.citizenship, year: year, on: day, today: facts.today, book)
    try quota?.reserve(for: record.number, in: record.form.regions, on: day, transaction)
  }

  private func checkRegions() throws(Failure) {
    let agreed = record.steps.filter { $0.action == .agree }.compactMap(\.region)
    let missing = record.form.otherRegions.filter { !agreed.contains($0) }
    guard missing.isEmpty else {
      throw Failure(
        .permitOpen, "\(missing.joined(separator: ", ")) has not agreed to \(record.number)",
        hint: "kosh permit agree \(record.number) --region \(missing[0]) --document TEXT")
    }
  }
}

/// Records that another region agrees to a permit that is to hold in it too.
package struct AgreeToPermit: PermitUseCase {
  package static let name = "permit.agree"

  package var permit: Number<WorkPermit>
  /// Any code of the region.
  package var region: String
  package var document: String
  package var on: LocalDate?

  package init(
    permit: Number<WorkPermit>, region: String, document: String, on: LocalDate? = nil
  ) {
    self.permit = permit
    self.region = region
    self.document = document
    self.on = on
  }

  package var detail: String { "\(permit): \(region), \(document)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let desk = try PermitDesk.open(permit, on: on, facts, in: transaction)
    let transition = try desk.transition(.agree)
    let code = try Reference.regions().resolve(region, on: desk.day).code
    guard desk.record.form.otherRegions.contains(code) else {
      throw Failure(.permitRegion, "\(permit) is not to hold in \(code)")
    }
    guard !desk.record.steps.contains(where: { $0.action == .agree && $0.region == code }) else {
      throw Failure(.permitStep, "\(code) has agreed to \(permit) already")
    }
    try desk.take(transition, region: code, document: document, in: transaction)
    return permit.raw
  }
}

/// Takes an application back, at the applicant's wish; its places are free again.
package struct WithdrawPermit: PermitUseCase {
  package static let name = "permit.withdraw"

  package var permit: Number<WorkPermit>
  package var reason: String
  package var on: LocalDate?

  package init(permit: Number<WorkPermit>, reason: String, on: LocalDate? = nil) {
    self.permit = permit
    self.reason = reason
    self.on = on
  }

  package var detail: String { "\(permit): \(reason)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    try Ground.check(reason: reason, for: "a withdrawal")
    let desk = try PermitDesk.open(permit, on: on, facts, in: transaction)
    let transition = try desk.transition(.withdraw)
    try PermitPlaces.release(desk.record, on: desk.day, in: transaction)
    try desk.take(transition, reason: reason, in: transaction)
    return permit.raw
  }
}
