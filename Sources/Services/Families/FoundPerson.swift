package import Domain

/// A person whom a text met, and by what.
package struct FoundPerson: Hashable, Sendable {
  /// What of the person the text met.
  package enum Way: String, Hashable, Sendable { case name, iin, document, number }

  package let record: PersonRecord
  /// Of all papers.
  package let names: [PersonName]
  package let by: Way
  /// 0...1000; 1000 where the text is the person's own number, paper or name, letter for letter.
  package let score: Int
  /// How each word of the text met a name; empty where it met something else.
  package let met: [NameHit.Met]
  /// The IIN, document or number that was met; nil for names.
  package let key: String?
}
