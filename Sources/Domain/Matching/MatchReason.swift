/// Why two records are taken, or not taken, for one person: a stable code and words.
package struct MatchReason: Hashable, Sendable {
  package enum Code: String, Hashable, Sendable, CaseIterable {
    case given, surname, father, birth, sex, document, iin, country, place
    /// Others of the family match others of the candidate's family.
    case family
    /// Another candidate is as likely, or another person applies as the same one.
    case rival
  }

  package let code: Code
  /// A sentence without its stop, such as “birth day and month swapped: 1984-03-07 / 1984-07-03”.
  package let text: String
  /// What it adds to the evidence; negative where it speaks against.
  package let centibits: Int

  package init(_ code: Code, _ text: String, centibits: Int) {
    self.code = code
    self.text = text
    self.centibits = centibits
  }
}
