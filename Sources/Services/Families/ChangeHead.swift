package import Domain
package import Storage

/// Makes another member the head; what everyone else is, is said anew by kinship.
package struct ChangeHead: FamilyUseCase {
  package static let name = "family.head"

  package var family: Number<Family>
  package var person: Number<Person>
  /// Where kinship does not tell, or tells it wrongly.
  package var stated: [StatedRelation]
  package var ground: Ground

  package init(
    family: Number<Family>, person: Number<Person>, stated: [StatedRelation] = [], ground: Ground
  ) {
    self.family = family
    self.person = person
    self.stated = stated
    self.ground = ground
  }

  package var detail: String { "\(family), \(person)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    var act = try FamilyAct(family, ground, facts, in: transaction)
    let (person, stated) = (try act.entered(self.person), try act.entered(self.stated))
    let before = act.roll.head(on: act.day)?.person
    try act.handOver(to: person, on: act.day, stated: stated)
    var words = "\(try act.name(person)) became the head"
    if let before { words += " in place of \(try act.name(before))" }
    return try act.save(.head, of: person, words)
  }
}
