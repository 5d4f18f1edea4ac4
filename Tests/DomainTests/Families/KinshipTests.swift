import Domain
import Testing

@Suite struct KinshipTests {
  /// By what the new head is to the old one: what each is then, a man and a woman alike, as
  /// `old relation: of a man/of a woman`; whoever is not named is not certain.
  static let cases: [(newHead: Relation, answers: [Relation: (Relation, Relation)])] = [
    (
      .spouse,
      [
        .head: (.spouse, .spouse), .son: (.son, .daughter), .daughter: (.son, .daughter),
        .grandchild: (.grandchild, .grandchild),
      ]
    ),
    (.son, ofChild), (.daughter, ofChild), (.father, ofParent), (.mother, ofParent),
    (.brother, ofSibling), (.sister, ofSibling),
    (
      .grandchild,
      [.head: (.grandparent, .grandparent), .spouse: (.grandparent, .grandparent)]
    ),
    (
      .grandparent,
      [
        .head: (.grandchild, .grandchild), .brother: (.grandchild, .grandchild),
        .sister: (.grandchild, .grandchild),
      ]
    ),
    (.other, [:]), (.head, [:]),
  ]

  static let ofChild: [Relation: (Relation, Relation)] = [
    .head: (.father, .mother), .spouse: (.father, .mother), .son: (.brother, .sister),
    .daughter: (.brother, .sister), .father: (.grandparent, .grandparent),
    .mother: (.grandparent, .grandparent),
  ]

  static let ofParent: [Relation: (Relation, Relation)] = [
    .head: (.son, .daughter), .father: (.spouse, .spouse), .mother: (.spouse, .spouse),
    .son: (.grandchild, .grandchild), .daughter: (.grandchild, .grandchild),
    .brother: (.son, .daughter), .sister: (.son, .daughter),
  ]

  static let ofSibling: [Relation: (Relation, Relation)] = [
    .head: (.brother, .sister), .father: (.father, .mother), .mother: (.father, .mother),
    .brother: (.brother, .sister), .sister: (.brother, .sister),
    .grandparent: (.grandparent, .grandparent),
  ]

  @Test func `everyone's relation to the new head`() {
    #expect(Set(Self.cases.map(\.newHead)) == Set(Relation.allCases))
    for (newHead, answers) in Self.cases {
      for member in Relation.allCases {
        let (man, woman) = (answers[member]?.0, answers[member]?.1)
        let found = (
          Kinship.relation(of: member, .male, when: newHead),
          Kinship.relation(of: member, .female, when: newHead)
        )
        #expect(found == (man, woman), "\(member) when \(newHead) becomes the head")
      }
    }
  }

  static let ofOtherSex: [(was: Relation, male: Relation, female: Relation)] = [
    (.son, .son, .daughter), (.daughter, .son, .daughter), (.father, .father, .mother),
    (.mother, .father, .mother), (.brother, .brother, .sister), (.sister, .brother, .sister),
    (.head, .head, .head), (.spouse, .spouse, .spouse), (.grandchild, .grandchild, .grandchild),
    (.grandparent, .grandparent, .grandparent), (.other, .other, .other),
  ]

  @Test func `a relation follows the sex`() {
    #expect(Set(Self.ofOtherSex.map(\.was)) == Set(Relation.allCases))
    for (was, male, female) in Self.ofOtherSex {
      #expect(Kinship.relation(was, of: .male) == male, "\(was)")
      #expect(Kinship.relation(was, of: .female) == female, "\(was)")
    }
  }
}
