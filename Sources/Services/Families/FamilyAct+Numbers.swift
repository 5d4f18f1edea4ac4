internal import Domain
internal import Storage

/// A person may have several numbers; each row of the roll keeps the one it was entered under.
extension FamilyAct {
  /// The number under which a person stands in the family, given any of its numbers.
  ///
  /// Of several on the day it is the head's, else the given one. Where none stands in the family
  /// it is the given one.
  func entered(_ person: Number<Person>) throws(Failure) -> Number<Person> {
    let numbers = try PersonLinkTable.cluster(of: person, in: transaction)
    guard numbers.count > 1 else { return person }
    let rows = roll.members(on: day).filter { numbers.contains($0.person) }
    let row =
      rows.first { $0.relation == .head } ?? rows.first { $0.person == person } ?? rows.first
    if let row { return row.person }
    return try MembershipTable.entered(person, in: family, in: transaction)
  }

  func entered(_ person: Number<Person>?) throws(Failure) -> Number<Person>? {
    guard let person else { return nil }
    return try entered(person) as Number<Person>
  }

  func entered(_ stated: [StatedRelation]) throws(Failure) -> [StatedRelation] {
    var entered: [StatedRelation] = []
    for line in stated {
      entered.append(
        StatedRelation(person: try self.entered(line.person), relation: line.relation))
    }
    return entered
  }

  /// Whether two numbers are one person.
  func areOne(_ one: Number<Person>, _ other: Number<Person>) throws(Failure) -> Bool {
    if one == other { return true }
    return try PersonLinkTable.survivor(of: one, in: transaction)
      == PersonLinkTable.survivor(of: other, in: transaction)
  }

  /// The other of the two whom a marriage binds.
  func spouse(of person: Number<Person>, in marriage: Marriage) throws(Failure)
    -> Number<Person>
  {
    try areOne(marriage.person, person) ? marriage.spouse : marriage.person
  }
}

extension [Membership] {
  /// The number under which a person stands among these, given any of its numbers; the given one
  /// where none does.
  func entered(_ person: Number<Person>, in transaction: Transaction) throws(Failure)
    -> Number<Person>
  {
    let survivor = try PersonLinkTable.survivor(of: person, in: transaction)
    return first { $0.survivor == survivor }?.person ?? person
  }

  func entered(_ stated: [StatedRelation], in transaction: Transaction) throws(Failure)
    -> [StatedRelation]
  {
    var entered: [StatedRelation] = []
    for line in stated {
      entered.append(
        StatedRelation(
          person: try self.entered(line.person, in: transaction), relation: line.relation))
    }
    return entered
  }
}
