package import Domain
package import Storage

/// A grant with everything it rested on, as it was frozen when it was decided.
package struct GrantDossier: Hashable, Sendable {
  package struct Counted: Hashable, Sendable {
    package let person: Number<Person>
    package let relation: Relation
    package let name: String
  }

  package let grant: GrantRecord
  package let lines: [GrantLine]
  package let people: [Counted]
  package let inclusion: InclusionRecord
  /// Who decided, and when it became known.
  package let act: Act

  static func load(_ number: Number<Grant>, in transaction: Transaction) throws(Failure)
    -> GrantDossier
  {
    guard let grant = try GrantTable.find(number, in: transaction) else {
      throw Failure(.grantNotFound, "no grant is numbered \(number)")
    }
    var people: [Counted] = []
    for (person, relation) in try GrantTable.people(of: number, in: transaction) {
      let names = try PersonTable.names(of: person, in: transaction)
      people.append(
        Counted(person: person, relation: relation, name: names.first?.display ?? ""))
    }
    guard let act = try ActTable.find(grant.act, in: transaction) else {
      throw .damaged("the act \(grant.act)", "nothing")
    }
    return GrantDossier(
      grant: grant, lines: try GrantTable.lines(of: number, in: transaction), people: people,
      inclusion: try InclusionTable.known(grant.inclusion, in: transaction), act: act)
  }
}

/// Explains a grant, or each grant of a family.
package struct ExplainAllowance: Query {
  package static let name = "allowance.explain"
  package static let permission = Permission.grantAllowances
  package static let isPersonal = true

  package enum Subject: Hashable, Sendable {
    case grant(Number<Grant>)
    case family(Number<Family>)
  }

  package var subject: Subject

  package init(_ subject: Subject) { self.subject = subject }

  package var detail: String {
    switch subject {
    case .grant(let number): "\(number)"
    case .family(let number): "\(number)"
    }
  }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> [GrantDossier]
  {
    switch subject {
    case .grant(let number):
      return [try GrantDossier.load(number, in: transaction)]
    case .family(let number):
      guard try FamilyTable.find(number, in: transaction) != nil else {
        throw .familyNotFound(number)
      }
      var dossiers: [GrantDossier] = []
      for grant in try GrantTable.all(of: number, in: transaction) {
        dossiers.append(try GrantDossier.load(grant.number, in: transaction))
      }
      guard !dossiers.isEmpty else {
        throw Failure(
          .grantNotFound, "\(number) has been granted no allowance",
          hint: "kosh allowance grant \(number) --kind relocation")
      }
      return dossiers
    }
  }
}

/// Reckons an allowance without a family and without the database.
package enum QuoteAllowance {
  package static func quote(_ kind: AllowanceKind, _ household: Household, on day: LocalDate)
    throws(Failure) -> AllowanceQuote
  {
    try AllowanceQuote.make(kind, household, on: day, Reference.rules())
  }
}
