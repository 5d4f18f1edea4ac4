package import Domain
internal import Storage

/// What is done about people who are, or may be, registered already.
package enum Doubles: Hashable, Sendable {
  /// Nothing: whoever registers many at once looks for doubles afterwards.
  case unchecked
  /// Nobody is registered who is or may be known: `person.known`.
  case refused
  /// They are other people, or an officer is to decide it later; the words say why.
  case accepted(reason: String)
}

extension Doubles {
  /// A line of the trail, with the reason for taking people as new.
  func told(behind detail: String) -> String {
    guard case .accepted(let reason) = self else { return detail }
    return "\(detail); accepted as new: \(reason)"
  }

  /// Whom the register knows or may know, by the places of the form.
  ///
  /// Throws `person.known` where that is a reason to refuse; nothing has been written by then.
  func known(of form: FamilyForm, in transaction: Transaction) throws(Failure) -> [MatchResult] {
    guard self != .unchecked else { return [] }
    let desk = try MatchDesk.open(Reference.matchWeights(), in: transaction)
    let family = MatchFamily(form, ids: Array(form.members.indices))
    let candidates = try desk.candidates(for: family, in: transaction)
    let known = desk.matcher.decide(family, against: candidates).filter { $0.decision != .none }
    if self == .refused, !known.isEmpty {
      throw try Self.refusal(known, of: form, in: transaction)
    }
    return known
  }

  /// Who of a form is known, the surest first.
  private static func refusal(
    _ results: [MatchResult], of form: FamilyForm, in transaction: Transaction
  ) throws(Failure) -> Failure {
    let surest = results.sorted { ($1.score, $0.person) < ($0.score, $1.person) }
    var lines: [String] = []
    for result in surest { lines.append(try words(of: result, in: form, transaction)) }
    return Failure(
      .personKnown, lines.joined(separator: "; "),
      hint: "kosh person show shows a person; --accept-new REASON registers the people as others")
  }
}

extension Doubles {
  /// Who of a form is known, and by what.
  static func words(
    of result: MatchResult, in form: FamilyForm, _ transaction: Transaction
  ) throws(Failure) -> String {
    let name = form.members[Int(result.person)].names.first?.display ?? ""
    let verb = result.decision == .match ? "is" : "may be"
    let known = result.candidate.map { "\(Number<Person>(raw: $0))" } ?? "?"
    let family = try result.family(in: transaction).map { "\($0)" } ?? "no family"
    return "\(name) \(verb) \(known) of \(family), score \(MatchCases.score(result)) "
      + "(\(MatchCases.words(result.reasons)))"
  }
}

extension MatchResult {
  /// The family of the candidate; nil of one who belongs to none.
  ///
  /// A number without a family may have been merged into one that has: then it is that family.
  func family(in transaction: Transaction) throws(Failure) -> Number<Family>? {
    if let candidateFamily, candidateFamily > 0 { return Number(raw: candidateFamily) }
    guard let candidate else { return nil }
    return try MembershipTable.families(of: Number(raw: candidate), in: transaction).last?.family
  }
}

extension MatchFamily {
  /// A form as matching sees it; the identifiers are those of its members, in their order.
  package init(_ form: FamilyForm, ids: [Int]) {
    let members = zip(form.members, ids).map { MatchPerson($0, id: Int64($1), of: form) }
    self.init(id: Int64(ids.first ?? 0), members: members)
  }
}
