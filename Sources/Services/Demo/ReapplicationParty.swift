internal import Domain

/// The people of one application, the head first.
struct ReapplicationParty {
  var people: [PaperPerson]
  let country: String
  /// Where the family lived before; may be empty.
  var place = ""

  var head: PaperPerson { people[0] }

  /// The readable rows of a family of the intake; nil where it has no head.
  init?(_ rows: [IntakeRow], names: NameLookup) {
    guard let head = rows.first(where: { $0[.relation] == Relation.head.rawValue }) else {
      return nil
    }
    country = head[.originCountry].isEmpty ? head[.citizenship] : head[.originCountry]
    place = head[.originPlace]
    people = []
    for row in rows {
      guard let person = PaperPerson(row, names: names, country: country) else { return nil }
      people.insert(person, at: person.relation == .head ? 0 : people.count)
    }
  }

  init(_ people: [PaperPerson], country: String) {
    self.people = people
    self.country = country
  }

  /// Puts another member at the head; everybody's relation follows.
  mutating func lead(_ index: Int) {
    let seat = people[index].relation
    for place in people.indices where place != index {
      people[place].relation = Self.relation(of: people[place], to: seat)
    }
    people[index].relation = .head
    people.insert(people.remove(at: index), at: 0)
  }

  /// What a member is to the new head, who was `seat` to the old one.
  private static func relation(of member: PaperPerson, to seat: Relation) -> Relation {
    func by(_ male: Relation, _ female: Relation) -> Relation { member.isFemale ? female : male }
    switch (seat, member.relation) {
    case (.head, let old): return old
    case (.spouse, .head): return .spouse
    case (.spouse, .son), (.spouse, .daughter), (.spouse, .grandchild): return member.relation
    case (.son, .head), (.daughter, .head), (.son, .spouse), (.daughter, .spouse):
      return by(.father, .mother)
    case (.son, .son), (.daughter, .son), (.son, .daughter), (.daughter, .daughter):
      return by(.brother, .sister)
    case (.son, .father), (.son, .mother), (.daughter, .father), (.daughter, .mother):
      return .grandparent
    case (.father, .head), (.mother, .head): return by(.son, .daughter)
    case (.father, .mother), (.mother, .father): return .spouse
    case (.father, .son), (.father, .daughter), (.mother, .son), (.mother, .daughter):
      return .grandchild
    case (.father, .brother), (.father, .sister), (.mother, .brother), (.mother, .sister):
      return by(.son, .daughter)
    case (.brother, .head), (.sister, .head): return by(.brother, .sister)
    case (.brother, .father), (.brother, .mother), (.sister, .father), (.sister, .mother),
      (.brother, .brother), (.brother, .sister), (.sister, .brother), (.sister, .sister):
      return member.relation
    case (.grandchild, .head), (.grandchild, .spouse): return .grandparent
    default: return .other
    }
  }
}
