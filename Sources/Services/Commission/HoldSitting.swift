package import Domain
package import Storage

/// Records who is present at a sitting, in place of what was recorded before.
package struct RecordAttendance: SittingUseCase {
  package static let name = "sitting.attend"

  package enum Presence: Sendable {
    /// These members, by their numbers.
    case only([Int64])
    /// Everyone in office but these.
    case allBut([Int64])
  }

  package var sitting: Number<Sitting>
  package var presence: Presence

  package init(sitting: Number<Sitting>, presence: Presence) {
    self.sitting = sitting
    self.presence = presence
  }

  package var detail: String {
    switch presence {
    case .only(let members): "\(sitting): \(members.map(String.init).joined(separator: ", "))"
    case .allBut(let absent):
      absent.isEmpty
        ? "\(sitting): all"
        : "\(sitting): all but \(absent.map(String.init).joined(separator: ", "))"
    }
  }

  /// Throws `commission.role` for somebody who is not in office on the day.
  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let head = try SittingTable.open(sitting, in: transaction)
    let office = try CommissionTable.inOffice(head.region, on: head.heldOn, in: transaction)
    let named =
      switch presence {
      case .only(let members), .allBut(let members): members
      }
    for member in named where !office.contains(where: { $0.id == member }) {
      throw Failure(
        .commissionRole,
        "member \(member) is not in the commission of \(head.region) on \(head.heldOn)",
        hint: "kosh commission show \(head.region) --on \(head.heldOn) lists who is")
    }
    let present = office.map(\.id).filter { member in
      if case .only = presence { return named.contains(member) }
      return !named.contains(member)
    }
    try SittingTable.attend(sitting, members: present, in: transaction)
    return sitting.raw
  }
}

/// Records an open vote: everyone present is for it who is not named otherwise.
package struct RecordVotes: SittingUseCase {
  package static let name = "sitting.vote"

  package var sitting: Number<Sitting>
  /// Places on the agenda; empty means every item.
  package var positions: [Int]
  package var against: [Int64]
  package var abstained: [Int64]

  package init(
    sitting: Number<Sitting>, positions: [Int] = [], against: [Int64] = [], abstained: [Int64] = []
  ) {
    self.sitting = sitting
    self.positions = positions
    self.against = against
    self.abstained = abstained
  }

  package var detail: String {
    let items = positions.isEmpty ? "every item" : "items \(positions)"
    return "\(sitting), \(items): against \(against), abstained \(abstained)"
  }

  /// A vote replaces an earlier one on the same item.
  ///
  /// Throws `sitting.quorum` where nobody is present, and `sitting.votes` for a vote of somebody
  /// who is not present, has no vote, or has two.
  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    _ = try SittingTable.open(sitting, in: transaction)
    let dossier = try SittingDossier.load(sitting, in: transaction)
    let voting = dossier.present.map(\.member.id)
    guard !voting.isEmpty else {
      throw Failure(
        .sittingQuorum, "nobody is recorded as present at \(sitting)",
        hint: "kosh sitting attend \(sitting) --all comes first")
    }
    for member in against + abstained where !voting.contains(member) {
      throw Failure(
        .sittingVotes, "member \(member) is not present at \(sitting), or has no vote",
        hint: "kosh sitting show \(sitting) lists who is")
    }
    if let twice = against.first(where: abstained.contains) {
      throw Failure(.sittingVotes, "member \(twice) cannot vote twice")
    }
    let agenda = dossier.items.map(\.item)
    for position in positions where !agenda.contains(where: { $0.position == position }) {
      throw .noItem(position, of: sitting)
    }
    let items = agenda.filter { positions.isEmpty || positions.contains($0.position) }
    guard !items.isEmpty else {
      throw Failure(
        .sittingAgenda, "the agenda of \(sitting) is empty",
        hint: "kosh sitting add \(sitting) --waiting 10 puts matters on it")
    }
    let votes: [(member: Int64, vote: Vote)] = voting.map { member in
      let vote: Vote =
        against.contains(member) ? .against : abstained.contains(member) ? .abstained : .for
      return (member, vote)
    }
    for item in items { try SittingTable.vote(votes, on: item, in: transaction) }
    return sitting.raw
  }
}
