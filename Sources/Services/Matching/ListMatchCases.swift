package import Domain
package import Storage

/// The pairs of numbers that wait for an officer's decision, the likeliest first.
package struct ListMatchCases: Query {
  package static let name = "match.list"
  package static let permission = Permission.resolveDoubles
  package static let isPersonal = true

  package var filter: MatchCaseTable.Filter
  package var skipping: Int
  package var limit: Int

  /// `decision` is `match` or `review`; `region` the stable code of the region that a family of
  /// either is bound for; `leastScore` in thousandths.
  package init(
    decision: String? = nil, region: String? = nil, leastScore: Int = 0, skipping: Int = 0,
    limit: Int = 20
  ) {
    filter = MatchCaseTable.Filter(decision: decision, region: region, leastScore: leastScore)
    self.skipping = skipping
    self.limit = limit
  }

  package var detail: String {
    [filter.decision, filter.region, "\(skipping + 1) to \(skipping + limit)"]
      .compactMap(\.self).joined(separator: ", ")
  }

  /// One of a pair, briefly.
  package struct Side: Hashable, Sendable {
    /// The number under which the person is known now.
    package let number: Number<Person>
    package let name: String
    package let birthDate: PartialDate?
    package let families: [Number<Family>]
  }

  package struct Line: Hashable, Sendable {
    package let match: MatchCase
    package let person: Side
    package let candidate: Side
  }

  package struct Answer: Hashable, Sendable {
    package let total: Int
    package let lines: [Line]
  }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Answer {
    var lines: [Line] = []
    for match in try MatchCaseTable.list(filter, skipping: skipping, limit: limit, in: transaction)
    {
      lines.append(
        Line(
          match: match, person: try side(match.person, in: transaction),
          candidate: try side(match.candidate, in: transaction)))
    }
    return Answer(total: try MatchCaseTable.count(filter, in: transaction), lines: lines)
  }

  private func side(_ person: Number<Person>, in transaction: Transaction) throws(Failure)
    -> Side
  {
    let numbers = try PersonLinkTable.cluster(of: person, in: transaction)
    let sheet = try PersonSheet.load(under: numbers, in: transaction)
    return Side(
      number: sheet.number, name: sheet.display, birthDate: sheet.record.birthDate,
      families: Set(sheet.families.map(\.family)).sorted())
  }
}
