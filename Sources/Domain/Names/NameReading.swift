/// All words of one ``PersonName``, each with the role it has on the paper.
package struct NameReading: Hashable, Sendable {
  package enum Role: String, Hashable, Sendable { case family, given, father, unknown }

  /// A word and where it stands.
  package struct Part: Hashable, Sendable {
    package let role: Role
    package let word: NameWord

    package init(role: Role, word: NameWord) {
      self.role = role
      self.word = word
    }
  }

  package let script: NameScript
  /// In the order of the paper: family, given, father, or as the full name has them.
  package let words: [Part]

  package init(_ name: PersonName) {
    script = name.script
    var parts: [Part] = []
    let fields: [(Role, String?)] = [
      (.family, name.familyName), (.given, name.givenName), (.father, name.patronymic),
    ]
    for (role, text) in fields {
      for word in NameFolding.tokens(text ?? "") { parts.append(Self.part(role, word)) }
    }
    if parts.isEmpty {
      for word in NameFolding.tokens(name.fullName ?? "") {
        parts.append(Self.part(.unknown, word))
      }
    }
    words = parts
  }

  private static func part(_ role: Role, _ text: String) -> Part {
    let cells = text.unicodeScalars.map { Sound.cell($0) }.filter { $0 != 0 }
    return Part(
      role: role,
      word: NameWord(folded: text, script: NameScript.of(text), cells: cells, ending: nil))
  }
}
