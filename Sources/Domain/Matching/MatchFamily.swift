/// The people of one family, of a form or of the register.
package struct MatchFamily: Sendable {
  /// The family's number in the register, or the line of its head in a file; of someone who
  /// belongs to no family ``alone(_:)``.
  package let id: Int64
  package let members: [MatchPerson]

  /// Members learn their father's name from the father, where he is among them.
  package init(id: Int64, members: [MatchPerson]) {
    self.id = id
    let couple = members.filter { $0.relation == .head || $0.relation == .spouse }
    let fatherOfChildren = couple.first { $0.sex == .male }
    let fatherOfHead = members.first { $0.relation == .father }
    self.members = members.map { member in
      let father =
        switch member.relation {
        case .son, .daughter: fatherOfChildren
        case .head, .brother, .sister: fatherOfHead
        default: nil as MatchPerson?
        }
      return father.map { member.with(father: $0) } ?? member
    }
  }

  /// What stands in place of a family's number for a person who belongs to none.
  ///
  /// Matching takes such a person for a family of one. It is below zero, as no family's number is.
  package static func alone(_ person: Int64) -> Int64 { -person }

  /// The person who is a family of one under this number; nil where it is a family's.
  package static func person(alone number: Int64) -> Int64? { number < 0 ? -number : nil }

  /// The place of the husband or wife of a member: head and spouse are married to each other.
  func spouse(of member: Int) -> Int? {
    switch members[member].relation {
    case .head: members.firstIndex { $0.relation == .spouse }
    case .spouse: members.firstIndex { $0.relation == .head }
    default: nil
    }
  }

  /// False where two members are known to be kin: parent and child, brother and sister.
  func mayBeCouple(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (members[one], members[other])
    let relation =
      switch (first.relation, second.relation) {
      case (.head, let relation), (let relation, .head): relation
      default: Kinship.relation(of: second.relation, second.sex, when: first.relation) ?? .other
      }
    return relation == .spouse || relation == .other
  }
}
