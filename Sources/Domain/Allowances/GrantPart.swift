/// A part of a grant that can be due apart from the others: that of one of its people, or what was
/// granted to the family as a whole.
package struct GrantPart: Hashable, Sendable {
  /// Nil for what was granted to the family as a whole.
  package let person: Number<Person>?
  package let amount: Money

  package init(person: Number<Person>?, amount: Money) {
    self.person = person
    self.amount = amount
  }

  /// The parts of a grant, whose sum is its amount to the tiyn.
  ///
  /// They are the rate of each line that pays by the person, for each whom it was paid for, and the
  /// rest. A scheme that pays the family as a whole, such as rent, has one part.
  ///
  /// Throws `database.damaged` where the lines are not those that the scheme gives these people.
  package static func parts(
    of grant: GrantRecord, lines: [GrantLine],
    people: [(person: Number<Person>, relation: Relation)]
  ) throws(Failure) -> [GrantPart] {
    guard grant.kind.paysByPerson else {
      return [GrantPart(person: nil, amount: grant.amount)]
    }
    let household = Household(relations: people.map(\.relation))
    let items = grant.kind.items(for: household).filter { $0.quantity > 0 }
    guard items.map(\.quantity) == lines.map(\.quantity) else { throw damaged(grant) }
    var rates: [ParameterKey: Money] = [:]
    for (item, line) in zip(items, lines) where item.key.unit == .mciPerPerson {
      rates[item.key] = line.rate
    }
    var parts: [GrantPart] = []
    var sum = Money.zero
    for (person, relation) in people {
      var amount = Money.zero
      for item in grant.kind.items(for: Household(relations: [relation])) {
        guard let rate = rates[item.key] else { continue }
        amount = try amount.adding(rate.times(Int64(item.quantity)))
      }
      sum = try sum.adding(amount)
      if amount > .zero { parts.append(GrantPart(person: person, amount: amount)) }
    }
    let rest = Money(tiyn: grant.amount.tiyn - sum.tiyn)
    guard rest >= .zero else { throw damaged(grant) }
    if rest > .zero { parts.append(GrantPart(person: nil, amount: rest)) }
    return parts
  }

  private static func damaged(_ grant: GrantRecord) -> Failure {
    Failure(
      .databaseDamaged, "the lines of \(grant.number) are not those of its people",
      hint: "run kosh verify, and restore the last proven backup")
  }
}

/// How much of a grant is due to a family, and for how many of its people.
package struct GrantShare: Hashable, Sendable {
  package let family: Number<Family>
  package let people: Int
  package let amount: Money

  package init(family: Number<Family>, people: Int, amount: Money) {
    self.family = family
    self.people = people
    self.amount = amount
  }
}
