package import Domain
package import Storage

/// A step of a sitting: what is told afterwards is the sitting.
package protocol SittingUseCase: UseCase where Outcome == SittingDossier {}

extension SittingUseCase {
  package static var permission: Permission { .includeFamilies }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> SittingDossier
  {
    try SittingDossier.load(Number(raw: subject), in: transaction)
  }
}

/// Calls a sitting of a region's commission; the day may be to come.
package struct OpenSitting: SittingUseCase {
  package static let name = "sitting.open"

  /// Any code of the region.
  package var region: String
  package var heldOn: LocalDate?

  package init(region: String, heldOn: LocalDate? = nil) {
    self.region = region
    self.heldOn = heldOn
  }

  package var detail: String { "\(region)\(heldOn.map { " on \($0)" } ?? "")" }

  /// Throws `commission.role` where nobody with a vote is in office on the day.
  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let day = heldOn ?? facts.today
    let region = try Reference.regions().resolve(region, on: day)
    _ = try Reference.commissionRules().rule(on: day)
    let office = try CommissionTable.inOffice(region.code, on: day, in: transaction)
    guard office.contains(where: \.role.hasVote) else {
      throw Failure(
        .commissionRole, "nobody is in the commission of \(region.code) on \(day)",
        hint: "kosh commission appoint NAME --region \(region.code) --role chair --body TEXT")
    }
    return try SittingTable.insert(
      region: region.code, heldOn: day, registered: facts.today.year, in: transaction
    ).raw
  }
}

/// Puts matters on a sitting's agenda.
package struct AddToAgenda: SittingUseCase {
  package static let name = "sitting.add"

  package enum Matters: Sendable {
    /// Places for these families, or the confirmation of those they have reserved.
    case families([Number<Family>])
    /// Places for the first so many who wait for the region.
    case waiting(Int)
    /// The confirmation of every reservation in the region that holds.
    case reservations
    /// The places of these inclusions are given back.
    case release([Number<Inclusion>], reason: String)
    /// These inclusions come from other regions.
    case transfer([Number<Inclusion>], reason: String)
  }

  package var sitting: Number<Sitting>
  package var matters: Matters
  package var kind: QuotaKind
  /// Nil takes the year of the sitting.
  package var year: Int?

  package init(
    sitting: Number<Sitting>, matters: Matters, kind: QuotaKind = .kandas, year: Int? = nil
  ) {
    self.sitting = sitting
    self.matters = matters
    self.kind = kind
    self.year = year
  }

  package var detail: String {
    switch matters {
    case .families(let families): "\(sitting): \(NumberList.text(families))"
    case .waiting(let count): "\(sitting): the first \(count) who wait"
    case .reservations: "\(sitting): what is reserved"
    case .release(let inclusions, let reason):
      "\(sitting): release of \(NumberList.text(inclusions)), \(reason)"
    case .transfer(let inclusions, let reason):
      "\(sitting): transfer of \(NumberList.text(inclusions)), \(reason)"
    }
  }

  /// Throws `sitting.agenda` for what stands on an agenda already or concerns another region, and
  /// where nobody waits and nothing is reserved.
  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let head = try SittingTable.open(sitting, in: transaction)
    let drafts = try drafts(for: head, in: transaction, given: facts)
    guard !drafts.isEmpty else {
      throw Failure(
        .sittingAgenda, "there is nothing to put on the agenda of \(sitting)",
        hint: "kosh quota queue --region \(head.region) shows who waits")
    }
    for (index, draft) in drafts.enumerated() {
      if let pending = try SittingTable.pending(draft.family, in: transaction) {
        throw Failure(
          .sittingAgenda,
          "\(draft.family) stands on the agenda of \(pending.sitting) (\(pending.matter.rawValue))",
          hint: "kosh sitting show \(pending.sitting)")
      }
      // A family that others have joined may have several inclusions, each a matter of its own.
      let isNamed = drafts.prefix(index).contains {
        $0.family == draft.family && $0.inclusion == draft.inclusion
      }
      guard !isNamed else {
        throw Failure(.sittingAgenda, "\(draft.family) was named twice for the same matter")
      }
    }
    for draft in drafts { _ = try SittingTable.insert(draft, into: sitting, in: transaction) }
    return sitting.raw
  }

  private func drafts(
    for head: SittingHead, in transaction: Transaction, given facts: Facts
  ) throws(Failure) -> [SittingTable.Draft] {
    let year = year ?? head.heldOn.year
    var drafts: [SittingTable.Draft] = []
    switch matters {
    case .families(let families):
      for family in families {
        drafts.append(try include(family, year, head, in: transaction, given: facts))
      }
    case .waiting(let count):
      let waiting = try WaitingFamilies(kind: kind, region: head.region)
        .answer(in: transaction, given: facts)
      for family in waiting where drafts.count < count {
        guard try SittingTable.pending(family.family, in: transaction) == nil else { continue }
        drafts.append(
          SittingTable.Draft(
            .include, family.family, kind: kind, year: year, region: head.region))
      }
    case .reservations:
      let held = try InclusionTable.holding(
        kind: kind, year: year, region: head.region, in: transaction)
      for record in held.filter({ $0.step == .reserved }).sorted(by: { $0.number < $1.number }) {
        guard try SittingTable.pending(record.family, in: transaction) == nil else { continue }
        drafts.append(
          SittingTable.Draft(
            .include, record.family, kind: kind, year: year, region: head.region,
            inclusion: record.number))
      }
    case .release(let inclusions, let reason):
      try Ground.check(reason: reason, for: "a release")
      for number in inclusions {
        drafts.append(try settle(.release, number, reason, head, in: transaction))
      }
    case .transfer(let inclusions, let reason):
      try Ground.check(reason: reason, for: "a transfer")
      for number in inclusions {
        drafts.append(try settle(.transfer, number, reason, head, in: transaction))
      }
    }
    return drafts
  }

  /// A family that has reserved places in this quota has them confirmed.
  private func include(
    _ family: Number<Family>, _ year: Int, _ head: SittingHead,
    in transaction: Transaction, given facts: Facts
  ) throws(Failure) -> SittingTable.Draft {
    _ = try FamilyTable.known(family, in: transaction)
    let held = try FamilyParting.live(of: family, in: transaction)
    let reserved = held.first {
      $0.step == .reserved && $0.kind == kind && $0.year == year && $0.region == head.region
    }
    if reserved == nil, let other = held.first {
      let isHere = other.region == head.region && other.kind == kind
      let day = min(head.heldOn, facts.today)
      guard isHere, try hasNewcomers(family, on: day, in: transaction) else {
        throw Failure(
          .placeHeld,
          "\(family) holds places of \(other.kind.rawValue) \(other.year) in \(other.region) "
            + "by \(other.number)",
          hint: isHere
            ? nil
            : "kosh sitting add \(sitting) --transfer \(other.number) --reason TEXT brings it here")
      }
    }
    return SittingTable.Draft(
      .include, family, kind: kind, year: year, region: head.region, inclusion: reserved?.number)
  }

  /// Whether somebody of a family that has places has none.
  private func hasNewcomers(
    _ family: Number<Family>, on day: LocalDate, in transaction: Transaction
  ) throws(Failure) -> Bool {
    for member in try MembershipTable.members(of: family, on: day, in: transaction) {
      if try InclusionTable.holding(member.person, in: transaction) == nil { return true }
    }
    return false
  }

  private func settle(
    _ matter: SittingMatter, _ number: Number<Inclusion>, _ reason: String,
    _ head: SittingHead, in transaction: Transaction
  ) throws(Failure) -> SittingTable.Draft {
    let record = try InclusionTable.known(number, in: transaction)
    guard (record.region == head.region) == (matter == .release) else {
      throw Failure(
        .sittingAgenda,
        "\(number) is of \(record.region), and the sitting of \(head.region)",
        hint: matter == .release
          ? "the commission of its own region releases places"
          : "the commission of the region that receives decides on a transfer")
    }
    guard record.holdsPlaces else {
      throw Failure(
        .reservationSettled, "\(number) was \(record.step.rawValue) on \(record.stepOn)")
    }
    return SittingTable.Draft(
      matter, record.family, kind: record.kind, year: record.year, region: head.region,
      inclusion: number, reason: reason)
  }
}

/// Takes a matter off a sitting's agenda, with the votes on it.
package struct DropFromAgenda: SittingUseCase {
  package static let name = "sitting.drop"

  package var sitting: Number<Sitting>
  /// The place on the agenda.
  package var position: Int
  package var reason: String

  package init(sitting: Number<Sitting>, position: Int, reason: String) {
    self.sitting = sitting
    self.position = position
    self.reason = reason
  }

  package var detail: String { "\(sitting), item \(position): \(reason)" }

  /// Throws `sitting.not-found` where the agenda has no such item.
  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    try Ground.check(reason: reason, for: "a matter that is dropped")
    _ = try SittingTable.open(sitting, in: transaction)
    let agenda = try SittingTable.agenda(of: sitting, in: transaction)
    guard let item = agenda.first(where: { $0.position == position }) else {
      throw .noItem(position, of: sitting)
    }
    try SittingTable.drop(item, in: transaction)
    return sitting.raw
  }
}

extension Failure {
  static func noItem(_ position: Int, of sitting: Number<Sitting>) -> Failure {
    Failure(
      .sittingNotFound, "the agenda of \(sitting) has no item \(position)",
      hint: "kosh sitting show \(sitting) shows it")
  }
}
