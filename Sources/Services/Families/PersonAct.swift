package import Domain
package import Storage

/// Something that an officer records about one person; it is told as the person's dossier.
package protocol PersonAct: UseCase where Outcome == PersonDossier {
  var person: Number<Person> { get }
  var ground: Ground { get }
}

extension PersonAct {
  package static var permission: Permission { .changeFamilies }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> PersonDossier
  {
    try PersonDossier.load(Number(raw: subject), on: facts.today, in: transaction)
  }

  /// The record of the person, by all of their numbers; what is written stands under the one that
  /// was given.
  ///
  /// Throws `person.not-found`, and `field.required` where the act has no reason.
  func known(in transaction: Transaction) throws(Failure) -> PersonRecord {
    try Ground.check(reason: ground.reason, for: "an act about a person")
    guard let record = try PersonTable.record(of: person, in: transaction) else {
      throw .personNotFound(person)
    }
    return record
  }

  /// The facts of a kind under all numbers of a person.
  func facts(
    _ kind: PersonFactKind, of person: Number<Person>, in transaction: Transaction
  ) throws(Failure) -> [PersonFact] {
    try PersonFactTable.all(of: person, in: transaction).filter { $0.kind == kind }
  }

  /// A line for the trail: what was recorded, why, and on what paper.
  func line(_ what: String) -> String {
    let paper = ground.document.map { ", \($0)" } ?? ""
    return "\(person) \(what): \(ground.reason)\(paper)"
  }
}
