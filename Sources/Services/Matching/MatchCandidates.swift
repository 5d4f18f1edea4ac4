package import Domain
package import Storage

/// Who of the register a person of the register may be as well, with scores and reasons.
package struct MatchCandidates: Query {
  package static let name = "match.candidates"
  package static let permission = Permission.readFamilies
  package static let isPersonal = true

  package var person: Number<Person>
  package var limit: Int

  package init(person: Number<Person>, limit: Int = 10) {
    self.person = person
    self.limit = limit
  }

  package var detail: String { "\(person)" }

  package struct Candidate: Hashable, Sendable {
    package let person: Number<Person>
    /// Nil of one who belongs to none.
    package let family: Number<Family>?
    /// As its first paper writes it.
    package let name: String
    package let birthDate: PartialDate?
    /// In thousandths.
    package let score: Int
    package let decision: MatchDecision
    package let reasons: [MatchReason]
    /// Why an officer has decided that they are two people; nil where nobody has.
    package let difference: String?
  }

  /// The likeliest first; throws `person.not-found`.
  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> [Candidate]
  {
    let known = try PersonTable.known(person, in: transaction)
    var own = MatchFamily.alone(person.raw)
    try MatchFamilyTable.families(of: person.raw, in: transaction) { own = $0 }
    let desk = try MatchDesk.open(Reference.matchWeights(), in: transaction)
    guard let family = try desk.load(own, in: transaction),
      let place = family.members.firstIndex(where: { $0.id == known.raw })
    else { return [] }
    let others = try desk.candidates(for: family, besides: own, in: transaction)
    let lists = desk.matcher.candidates(for: family, among: others, most: limit)
    var found: [Candidate] = []
    for result in lists[place] {
      guard let candidate = result.candidate, candidate != known.raw else { continue }
      found.append(try self.candidate(result, Number(raw: candidate), in: transaction))
    }
    return found
  }

  private func candidate(
    _ result: MatchResult, _ number: Number<Person>, in transaction: Transaction
  ) throws(Failure) -> Candidate {
    let record = try PersonTable.record(of: number, in: transaction)
    let name = try PersonTable.names(of: number, in: transaction).first?.display
    return Candidate(
      person: number, family: try result.family(in: transaction), name: name ?? "",
      birthDate: record?.birthDate, score: result.score, decision: result.decision,
      reasons: result.reasons,
      difference: try MatchCaseTable.difference(
        between: PersonLinkTable.cluster(of: person, in: transaction),
        and: PersonLinkTable.cluster(of: number, in: transaction), in: transaction))
  }
}
