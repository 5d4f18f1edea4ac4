/// One thing that was written about a person under one of its numbers.
package struct PersonEntry: Hashable, Sendable {
  /// What it is.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case record, name, document, fact, family, marriage, place, allowance
  }

  package let kind: Kind
  /// The row's own identifier.
  package let id: Int64
  package let act: Int64
  /// The number under which it was entered.
  package let number: Number<Person>
  /// What an officer names it by: the document's number, the name, the family.
  package let key: String
  /// In words, without the kind.
  package let text: String
  /// The act from which it no longer held.
  package let closedBy: Int64?

  package init(
    kind: Kind, id: Int64, act: Int64, number: Number<Person>, key: String, text: String,
    closedBy: Int64?
  ) {
    self.kind = kind
    self.id = id
    self.act = act
    self.number = number
    self.key = key
    self.text = text
    self.closedBy = closedBy
  }
}
