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
  /// To whom what is not paid of it is due now.
  package let shares: [GrantShare]
  /// Whose money is set aside for it, and what became of that; empty where nothing is.
  package let commitments: [CommitmentRecord]
  /// By which rule it is divided, where it was; read in the rules of the day of decision.
  package let division: RuleBook.Dated<Follows>?
  /// Who decided, and when it became known.
  package let act: Act
  /// What became of it since.
  package let standing: GrantStanding

  static func load(_ number: Number<Grant>, in transaction: Transaction) throws(Failure)
    -> GrantDossier
  {
    let grant = try GrantTable.known(number, in: transaction)
    var people: [Counted] = []
    for (person, relation) in try GrantTable.people(of: number, in: transaction) {
      let names = try PersonTable.names(of: person, in: transaction)
      people.append(
        Counted(person: person, relation: relation, name: names.first?.display ?? ""))
    }
    guard let act = try ActTable.find(grant.act, in: transaction) else {
      throw .damaged("the act \(grant.act)", "nothing")
    }
    let shares = try DividedGrant.load(grant, in: transaction).shares
    let isDivided = shares.contains { $0.family != grant.family }
    let division =
      isDivided
      ? try Rules.book(in: transaction).division(grant.kind.division, on: grant.decidedOn) : nil
    return GrantDossier(
      grant: grant, lines: try GrantTable.lines(of: number, in: transaction), people: people,
      inclusion: try InclusionTable.known(grant.inclusion, in: transaction), shares: shares,
      commitments: try CommitmentTable.all(of: number, in: transaction), division: division,
      act: act, standing: try GrantStanding.load(number, in: transaction))
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
      _ = try FamilyTable.known(number, in: transaction)
      var dossiers: [GrantDossier] = []
      let own = try GrantTable.all(of: number, in: transaction).map(\.number)
      for grant in try own + GrantTable.others(dueTo: number, in: transaction) {
        dossiers.append(try GrantDossier.load(grant, in: transaction))
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
