package import Domain
package import Storage

/// Reckons grants anew by what is known now, and says by how much they differ; nothing is changed.
package struct AllowanceDifferences: Query {
  package static let name = "allowance.differences"
  package static let permission = Permission.grantAllowances
  package static let isPersonal = true

  package enum Subject: Hashable, Sendable {
    case grant(Number<Grant>)
    case family(Number<Family>)
    /// The grants of a region decided in a year.
    case region(String, year: Int)
  }

  package var subject: Subject

  package init(_ subject: Subject) { self.subject = subject }

  package var detail: String {
    switch subject {
    case .grant(let number): "\(number)"
    case .family(let number): "\(number)"
    case .region(let region, let year): "\(region), \(year)"
    }
  }

  /// Only grants that differ, and those that cannot be reckoned.
  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> [GrantDifference]
  {
    let rules = try Rules.book(in: transaction)
    var found: [GrantDifference] = []
    for grant in try grants(in: transaction, given: facts) {
      let reckoning = Reckoning(grant: grant, rules: rules)
      let difference = try reckoning.difference(
        of: reckoning.people(in: transaction), in: transaction)
      if !difference.lines.isEmpty || difference.problem != nil { found.append(difference) }
    }
    return found
  }

  private func grants(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> [GrantRecord]
  {
    switch subject {
    case .grant(let number): return [try GrantTable.known(number, in: transaction)]
    case .family(let number):
      _ = try FamilyTable.known(number, in: transaction)
      return try GrantTable.all(of: number, in: transaction)
    case .region(let region, let year):
      let code = try Reference.regions().resolve(region, on: facts.today).code
      return try GrantTable.all(region: code, year: year, in: transaction)
    }
  }
}
