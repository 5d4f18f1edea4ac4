package import Domain
package import Storage

/// Ends a sitting with its protocol, and carries out what it decided: all in one act.
///
/// A reservation that was refused gives its places back first; then what was approved is carried out
/// in the order of the agenda. What cannot be, for want of places or for a rule, stays written with
/// the reason; the family keeps its turn, and the protocol can be named later, once.
package struct CloseSitting: SittingUseCase {
  package static let name = "sitting.close"

  package var sitting: Number<Sitting>
  package var protocolNumber: String
  /// Nil takes the day of the sitting.
  package var protocolDate: LocalDate?
  /// Where the video of the sitting is kept.
  package var recording: String?

  package init(
    sitting: Number<Sitting>, protocolNumber: String, protocolDate: LocalDate? = nil,
    recording: String? = nil
  ) {
    self.sitting = sitting
    self.protocolNumber = protocolNumber
    self.protocolDate = protocolDate
    self.recording = recording
  }

  package var detail: String { "\(sitting), protocol \(protocolNumber)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let head = try SittingTable.open(sitting, in: transaction)
    let day = try facts.day(head.heldOn)
    let dossier = try SittingDossier.load(sitting, in: transaction)
    try checkQuorum(of: dossier)
    try checkVotes(of: dossier)
    let closing = try closing(of: dossier, in: transaction)
    for item in dossier.items where item.outcome?.isApproved == false {
      try release(item.item, closing, on: day, in: transaction, given: facts)
    }
    for item in dossier.items {
      guard let outcome = item.outcome else { continue }
      let result: SittingDecision.Result = outcome.isApproved ? .approved : .refused
      var (inclusion, obstacle): (Number<Inclusion>?, SittingDecision.Obstacle?) = (nil, nil)
      if outcome.isApproved {
        let carried = try transaction.attempt { () throws(Failure) in
          try carryOut(item.item, closing, on: day, in: transaction, given: facts)
        }
        switch carried {
        case .success(let number): inclusion = number
        case .failure(let failure):
          obstacle = SittingDecision.Obstacle(
            code: failure.code.rawValue, detail: failure.detail)
        }
      }
      try SittingTable.insert(
        SittingDecision(
          item: item.item.id, result: result, votesFor: item.count(.for),
          votesAgainst: item.count(.against), votesAbstained: item.count(.abstained),
          isByChair: outcome.isByChair, inclusion: inclusion, obstacle: obstacle),
        in: transaction)
    }
    try SittingTable.insert(closing, of: head, in: transaction)
    return sitting.raw
  }

  private func checkQuorum(of dossier: SittingDossier) throws(Failure) {
    let rule = try Reference.commissionRules().rule(on: dossier.head.heldOn)
    let needed = rule.quorum(of: dossier.voters.count)
    guard dossier.present.count >= needed else {
      throw Failure(
        .sittingQuorum,
        "\(dossier.present.count) of \(dossier.voters.count) members with a vote are present, "
          + "and \(needed) make a quorum (\(rule.quorum.part)/\(rule.quorum.whole))",
        hint: "kosh sitting attend \(sitting) records who is present", citation: rule.citation)
    }
    guard dossier.presiding != nil else {
      throw Failure(
        .sittingQuorum, "neither the chair nor a deputy is present at \(sitting)",
        citation: rule.citation)
    }
  }

  private func checkVotes(of dossier: SittingDossier) throws(Failure) {
    guard !dossier.items.isEmpty else {
      throw Failure(
        .sittingAgenda, "the agenda of \(sitting) is empty",
        hint: "kosh sitting add \(sitting) --waiting 10 puts matters on it")
    }
    guard let open = dossier.items.first(where: { $0.outcome == nil }) else { return }
    throw Failure(
      .sittingVotes,
      open.votes.isEmpty
        ? "item \(open.item.position) of \(sitting) has not been voted on"
        : "those who voted on item \(open.item.position) are not those who are present",
      hint: "kosh sitting vote \(sitting) --item \(open.item.position)")
  }

  private func closing(of dossier: SittingDossier, in transaction: Transaction) throws(Failure)
    -> SittingProtocol
  {
    let head = dossier.head
    guard !protocolNumber.isEmpty else {
      throw Failure(.fieldRequired, "the protocol has no number")
    }
    let date = protocolDate ?? head.heldOn
    guard date >= head.heldOn else {
      throw Failure(.dateOrder, "the protocol is of \(date), before the sitting of \(head.heldOn)")
    }
    let other = try SittingTable.find(
      protocolNumber: protocolNumber, region: head.region, year: head.heldOn.year, in: transaction)
    if let other {
      throw Failure(
        .protocolExists,
        "protocol \(protocolNumber) of \(head.region) in \(head.heldOn.year) is that of "
          + "\(other.number)")
    }
    return SittingProtocol(
      sitting: sitting, number: protocolNumber, date: date, recording: recording,
      members: dossier.voters.count, present: dossier.present.count)
  }

  /// Gives back what was reserved and is not confirmed, where it still holds.
  private func release(
    _ item: SittingItem, _ closing: SittingProtocol, on day: LocalDate,
    in transaction: Transaction, given facts: Facts
  ) throws(Failure) {
    guard item.matter == .include, let reserved = item.inclusion,
      let record = try InclusionTable.find(reserved, in: transaction), record.step == .reserved,
      record.holdsPlaces
    else { return }
    try ReleaseInclusion(
      inclusion: reserved, reason: "refused", protocolNumber: closing.number,
      protocolDate: closing.date, on: max(day, record.stepOn)
    ).release(in: transaction, given: facts)
  }

  private func carryOut(
    _ item: SittingItem, _ closing: SittingProtocol, on day: LocalDate,
    in transaction: Transaction, given facts: Facts
  ) throws(Failure) -> Number<Inclusion> {
    switch (item.matter, item.inclusion) {
    case (.include, let reserved?):
      try ConfirmInclusion(
        inclusion: reserved, protocolNumber: closing.number, protocolDate: closing.date, on: day
      ).confirm(in: transaction, given: facts)
      return reserved
    case (.include, nil):
      let isIncluded = try !FamilyParting.live(of: item.family, in: transaction).isEmpty
      return try IncludeFamily(
        family: item.family, kind: item.kind, year: item.year, region: item.region,
        protocolNumber: closing.number, protocolDate: closing.date,
        who: isIncluded ? .newcomers : .everyone, on: day
      ).include(in: transaction, given: facts)
    case (.release, let inclusion?):
      try ReleaseInclusion(
        inclusion: inclusion, reason: item.reason ?? "", protocolNumber: closing.number,
        protocolDate: closing.date, on: day
      ).release(in: transaction, given: facts)
      return inclusion
    case (.transfer, let inclusion?):
      return try TransferInclusion(
        inclusion: inclusion, region: item.region, reason: item.reason ?? "",
        protocolNumber: closing.number, protocolDate: closing.date, on: day
      ).transfer(in: transaction, given: facts)
    case (.release, nil), (.transfer, nil):
      throw .damaged("an inclusion on the agenda of \(closing.sitting)", "nothing")
    }
  }
}

/// What a protocol of a recorded sitting has decided; other protocols are taken at their word.
enum ProtocolGround {
  /// Throws `protocol.undecided` where the sitting did not approve this, or it was carried out.
  static func check(
    _ protocolNumber: String?, of date: LocalDate?, on day: LocalDate, region: String,
    _ matter: SittingMatter, _ family: Number<Family>, in transaction: Transaction
  ) throws(Failure) {
    guard let protocolNumber,
      let head = try SittingTable.find(
        protocolNumber: protocolNumber, region: region, year: (date ?? day).year, in: transaction),
      let closing = head.closing
    else { return }
    let name = "protocol \(closing.number) of \(region), \(closing.date)"
    let show = "kosh sitting show \(head.number) tells what it decided"
    if let date, date != closing.date {
      throw Failure(.protocolUndecided, "\(name) is not of \(date)", hint: show)
    }
    let agenda = try SittingTable.agenda(of: head.number, in: transaction)
    let decisions = try SittingTable.decisions(of: head.number, in: transaction)
    // A family that others have joined may stand there more than once.
    let items = agenda.filter { $0.family == family && $0.matter == matter }
    let approved = items.compactMap { decisions[$0.id] }.filter { $0.result == .approved }
    guard !approved.isEmpty else {
      throw Failure(
        .protocolUndecided,
        items.isEmpty
          ? "\(family) is not on the agenda of \(name) (\(matter.rawValue))"
          : "\(name) refused this of \(family)", hint: show)
    }
    let used = try count(matter, by: protocolNumber, for: family, region, in: transaction)
    guard used < approved.count else {
      throw Failure(
        .protocolUndecided, "\(name) was carried out for \(family) already", hint: show)
    }
  }

  /// How often the protocol was carried out for a family: at once, or later when places had come
  /// free.
  private static func count(
    _ matter: SittingMatter, by protocolNumber: String, for family: Number<Family>,
    _ region: String, in transaction: Transaction
  ) throws(Failure) -> Int {
    let step: InclusionStep = matter == .release ? .released : .confirmed
    var count = 0
    for record in try InclusionTable.all(of: family, in: transaction) where record.region == region
    {
      let steps = try InclusionTable.steps(of: record.number, in: transaction)
      if steps.contains(where: { $0.step == step && $0.protocolNumber == protocolNumber }) {
        count += 1
      }
    }
    return count
  }
}
