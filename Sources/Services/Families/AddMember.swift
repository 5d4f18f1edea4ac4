package import Domain
package import Storage

/// Someone who is registered already, or someone new.
package enum Newcomer: Hashable, Sendable {
  case known(Number<Person>)
  case new(MemberForm)
}

/// Adds a member to a family from a day on: a person of the register, or a new one.
package struct AddMember: FamilyUseCase {
  package static let name = "family.add-member"

  package var family: Number<Family>
  package var newcomer: Newcomer
  package var relation: Relation
  package var ground: Ground

  package init(
    family: Number<Family>, newcomer: Newcomer, relation: Relation, ground: Ground
  ) {
    self.family = family
    self.newcomer = newcomer
    self.relation = relation
    self.ground = ground
  }

  package var detail: String {
    if case .known(let person) = newcomer { return "\(family), \(person) as \(relation.rawValue)" }
    return "\(family), a new person as \(relation.rawValue)"
  }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    var act = try FamilyAct(family, ground, facts, in: transaction)
    let person = try act.admit(newcomer, as: relation, from: act.day)
    let name = try act.name(person)
    return try act.save(.addMember, of: person, "\(name) joined as \(relation.rawValue)")
  }
}

extension FamilyAct {
  /// Puts a person on the roll from a day on, registering who is new.
  ///
  /// Throws `person.not-found`, `person.dead`, `member.already`, `member.elsewhere`, `iin.taken`.
  mutating func admit(_ newcomer: Newcomer, as relation: Relation, from day: LocalDate)
    throws(Failure) -> Number<Person>
  {
    let person: Number<Person>
    switch newcomer {
    case .known(let number):
      _ = try record(of: number)
      let number = try entered(number)
      try checkAlive(number)
      if let row = roll.row(of: number, on: day) {
        throw Failure(
          .memberAlready,
          "\(number) is a member of \(family) on \(day) already, as \(row.relation.rawValue)",
          hint: "kosh family correct \(family) --member \(number) --relation R corrects that")
      }
      try checkElsewhere(number, during: Period(from: day))
      person = number
    case .new(let form):
      person = try register(form)
    }
    let sex = try record(of: person).sex
    roll.add(person, as: relation, sex, from: day, reason: ground.reason)
    return person
  }
}
