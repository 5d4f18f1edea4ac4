package import Domain

/// Something that was entered under one number of a person and goes to the other at an unmerge.
package struct PersonGift: Hashable, Sendable {
  /// What can be given; places go with their family.
  package static let kinds: [PersonEntry.Kind] = [.document, .name, .fact, .family]

  package let kind: PersonEntry.Kind
  package let key: String
  package let to: Number<Person>

  package init(kind: PersonEntry.Kind, key: String, to: Number<Person>) {
    self.kind = kind
    self.key = key
    self.to = to
  }

  /// Reads `document:E1234567=P-2026-000001-8`.
  package init(_ text: String) throws(Failure) {
    let halves = text.split(separator: "=", omittingEmptySubsequences: false)
    let words = halves[0].split(separator: ":", maxSplits: 1)
    guard halves.count == 2, words.count == 2,
      let kind = Self.kinds.first(where: { $0.rawValue == words[0] })
    else {
      let kinds = Self.kinds.map(\.rawValue).joined(separator: ", ")
      throw Failure(
        .usage, "“\(text)” is not WHAT:WHICH=PERSON, where WHAT is one of \(kinds)",
        hint: "such as document:E1234567=P-2026-000123-P")
    }
    self.kind = kind
    key = String(words[1])
    to = try Number<Person>(String(halves[1]))
  }

  /// Whether it names an entry, in whatever case.
  func names(_ entry: PersonEntry) -> Bool {
    entry.kind == kind && entry.key.uppercased() == key.uppercased()
  }
}
