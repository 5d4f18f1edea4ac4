/// What people are to a new head of the family, from what they were to the old one.
///
/// The form knows ten relations to the head and no step-child: the children of a couple count as
/// those of both. Where two answers are possible (a grandchild's new head may be its father or
/// its uncle) there is none, and an officer has to state it.
package enum Kinship {
  /// What a member is to the new head; nil where that is not certain.
  ///
  /// - Parameters:
  ///   - member: what the member is to the old head; `head` for the old head itself.
  ///   - sex: the member's.
  ///   - newHead: what the new head is to the old one.
  package static func relation(of member: Relation, _ sex: Sex, when newHead: Relation)
    -> Relation?
  {
    table[newHead]?[member]?.relation(sex)
  }

  /// The same relation of a person of that sex: what was a son is a daughter.
  package static func relation(_ relation: Relation, of sex: Sex) -> Relation {
    switch relation {
    case .son, .daughter: Kin.child.relation(sex)
    case .father, .mother: Kin.parent.relation(sex)
    case .brother, .sister: Kin.sibling.relation(sex)
    default: relation
    }
  }

  private enum Kin {
    case spouse, child, parent, sibling, grandchild, grandparent

    func relation(_ sex: Sex) -> Relation {
      switch self {
      case .spouse: .spouse
      case .child: sex == .male ? .son : .daughter
      case .parent: sex == .male ? .father : .mother
      case .sibling: sex == .male ? .brother : .sister
      case .grandchild: .grandchild
      case .grandparent: .grandparent
      }
    }
  }

  /// By what the new head is to the old one, then by what a member is to the old one.
  private static let table: [Relation: [Relation: Kin]] = [
    .spouse: [.head: .spouse, .son: .child, .daughter: .child, .grandchild: .grandchild],
    .son: fromChild, .daughter: fromChild,
    .father: fromParent, .mother: fromParent,
    .brother: fromSibling, .sister: fromSibling,
    .grandchild: [.head: .grandparent, .spouse: .grandparent],
    .grandparent: [.head: .grandchild, .brother: .grandchild, .sister: .grandchild],
  ]

  private static let fromChild: [Relation: Kin] = [
    .head: .parent, .spouse: .parent, .son: .sibling, .daughter: .sibling,
    .father: .grandparent, .mother: .grandparent,
  ]

  private static let fromParent: [Relation: Kin] = [
    .head: .child, .father: .spouse, .mother: .spouse, .son: .grandchild,
    .daughter: .grandchild, .brother: .child, .sister: .child,
  ]

  private static let fromSibling: [Relation: Kin] = [
    .head: .sibling, .father: .parent, .mother: .parent, .brother: .sibling,
    .sister: .sibling, .grandparent: .grandparent,
  ]
}

/// What an officer states of one member, where kinship alone does not tell.
package struct StatedRelation: Hashable, Sendable {
  package var person: Number<Person>
  package var relation: Relation

  package init(person: Number<Person>, relation: Relation) {
    self.person = person
    self.relation = relation
  }
}
