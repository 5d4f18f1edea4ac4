extension Relation {
  /// What someone is to a new head, where that is certain, and else `other`.
  ///
  /// `self` is what the person was to the old head, and `head` what the new head was. The children
  /// of a couple are taken to be children of either of them; whoever knows better says so.
  package func restated(toHeadWhoWas head: Relation) -> Relation {
    switch (head, self) {
    case (.head, _): self
    case (.spouse, .head): .spouse
    case (.spouse, .son), (.spouse, .daughter): self
    default: .other
    }
  }
}

/// What an officer says that a member is to the head of a family.
package struct StatedRelation: Hashable, Sendable {
  package let person: Number<Person>
  package let relation: Relation

  package init(person: Number<Person>, relation: Relation) {
    self.person = person
    self.relation = relation
  }
}
