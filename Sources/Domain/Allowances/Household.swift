/// The people for whom an allowance is reckoned, by what the schemes tell apart.
package struct Household: Hashable, Sendable {
  /// 1, or 0 where members come without the head.
  package var head: Int
  package var spousesAndChildren: Int
  package var others: Int
  /// Of the spouses and children, the sons and daughters.
  package var children: Int

  package init(head: Int, spousesAndChildren: Int, others: Int, children: Int = 0) {
    self.head = head
    self.spousesAndChildren = spousesAndChildren
    self.others = others
    self.children = children
  }

  /// A head, and everyone else a spouse or child.
  package init(members: Int) {
    self.init(
      head: members >= 1 ? 1 : 0, spousesAndChildren: max(0, members - 1), others: 0)
  }

  /// People by what each is to the head.
  package init(relations: [Relation]) {
    self.init(head: 0, spousesAndChildren: 0, others: 0)
    for relation in relations { add(relation) }
  }

  /// One more person.
  package mutating func add(_ relation: Relation) {
    switch relation {
    case .head: head += 1
    case .spouse: spousesAndChildren += 1
    case .son, .daughter:
      spousesAndChildren += 1
      children += 1
    default: others += 1
    }
  }

  package var people: Int { head + spousesAndChildren + others }
}
