/// A number that was found to be another's person.
package struct PersonLink: Hashable, Sendable {
  package let id: Int64
  /// The act that merged.
  package let act: Int64
  /// The old number, which resolves from then on.
  package let person: Number<Person>
  package let into: Number<Person>
  package let reason: String
  package let document: String?
  /// The act that took it apart again.
  package let closedBy: Int64?

  package init(
    id: Int64, act: Int64, person: Number<Person>, into: Number<Person>, reason: String,
    document: String?, closedBy: Int64?
  ) {
    self.id = id
    self.act = act
    self.person = person
    self.into = into
    self.reason = reason
    self.document = document
    self.closedBy = closedBy
  }
}
