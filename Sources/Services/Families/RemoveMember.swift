package import Domain
package import Storage

/// Ends a membership: the day is the first on which the person no longer belongs to the family.
///
/// The day may be to come; the end then takes effect by itself.
package struct RemoveMember: FamilyUseCase {
  package static let name = "family.remove-member"

  package var family: Number<Family>
  package var person: Number<Person>
  /// Who becomes the head where the head leaves and others stay.
  package var newHead: Number<Person>?
  package var stated: [StatedRelation]
  package var ground: Ground

  package init(
    family: Number<Family>, person: Number<Person>, newHead: Number<Person>? = nil,
    stated: [StatedRelation] = [], ground: Ground
  ) {
    self.family = family
    self.person = person
    self.newHead = newHead
    self.stated = stated
    self.ground = ground
  }

  package var detail: String { "\(family), \(person)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    var act = try FamilyAct(family, ground, mayCome: true, facts, in: transaction)
    let person = try act.entered(self.person)
    let (newHead, stated) = (try act.entered(self.newHead), try act.entered(self.stated))
    try act.checkCanLeave(person)
    try act.leave(person, on: act.day, newHead: newHead, stated: stated)
    var words = "\(try act.name(person)) left the family"
    if let newHead { words += "; \(try act.name(newHead)) is its head" }
    return try act.save(.removeMember, of: person, words)
  }
}
