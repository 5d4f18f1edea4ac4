/// What two persons' names say for and against their being one person.
///
/// A likeness is 0...1000 (see ``NameComparison/likeness(_:_:)``); nil where one side has no such
/// name, which says nothing either way.
package struct NameEvidence: Hashable, Sendable {
  /// Two words that were held against each other.
  package struct Pair: Hashable, Sendable {
    package let some: NameWord
    package let other: NameWord

    package init(some: NameWord, other: NameWord) {
      self.some = some
      self.other = other
    }
  }

  package var given: Int?
  package var family: Int?
  /// The father's given name, wherever the papers put it: a patronymic, or the second part of a
  /// name from China.
  package var father: Int?
  /// The given name of one stands where the other has the family name, and the other way round.
  package var isCrossed: Bool

  package var givenPair: Pair?
  package var familyPair: Pair?
  package var fatherPair: Pair?
  /// Words of the first person that found no partner.
  package var leftOver: [NameWord]
  /// Words of the second person that found no partner.
  package var otherLeftOver: [NameWord]

  /// Names that were not there to compare.
  package static let none = NameEvidence()

  /// Every pair that was compared: given, family, father.
  package var pairs: [Pair] { [givenPair, familyPair, fatherPair].compactMap(\.self) }

  package init(
    given: Int? = nil, family: Int? = nil, father: Int? = nil, isCrossed: Bool = false,
    givenPair: Pair? = nil, familyPair: Pair? = nil, fatherPair: Pair? = nil,
    leftOver: [NameWord] = [], otherLeftOver: [NameWord] = []
  ) {
    self.given = given
    self.family = family
    self.father = father
    self.isCrossed = isCrossed
    self.givenPair = givenPair
    self.familyPair = familyPair
    self.fatherPair = fatherPair
    self.leftOver = leftOver
    self.otherLeftOver = otherLeftOver
  }
}
