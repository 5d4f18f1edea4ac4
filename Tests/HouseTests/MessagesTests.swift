import Domain
import Testing

/// The message files against the code that asks for their words.
@Suite("Messages")
struct MessagesTests {
  /// Where the code asks for a message: its key, and the names of the values that it gives.
  struct Use {
    let path: String
    let key: String
    let values: Set<String>
  }

  static func uses() throws -> [Use] {
    try SourceTree.swift(under: "Sources").flatMap { file in
      let text = file.lines.filter { !$0.contains("///") }.joined(separator: "\n")
      return text.split(separator: ".message(", omittingEmptySubsequences: false).dropFirst()
        .map { use(after: $0, in: file.path) }
    }
  }

  /// The key is the first literal of the call, the names of values those with a colon after them.
  private static func use(after call: Substring, in path: String) -> Use {
    var depth = 1
    let arguments = call.prefix { letter in
      if letter == "(" { depth += 1 }
      if letter == ")" { depth -= 1 }
      return depth > 0
    }
    let parts = arguments.split(separator: "\"", omittingEmptySubsequences: false)
    let literals = parts.indices.filter { !$0.isMultiple(of: 2) }
    let names = literals.filter { $0 + 1 < parts.count && parts[$0 + 1].hasPrefix(":") }
    return Use(
      path: path, key: literals.first.map { String(parts[$0]) } ?? "",
      values: Set(names.map { String(parts[$0]) }))
  }

  @Test("Every key that the code asks for stands in the files, and none stands there for nobody")
  func keys() throws {
    let uses = try Self.uses().filter { $0.path != "Sources/Domain/Kernel/Messages.swift" }
    #expect(uses.filter { $0.key.isEmpty }.map(\.path) == [], "a key is a literal in its place")
    let asked = Set(uses.map(\.key))
    let there = Set(Messages.all(in: .en).map(\.key))
    #expect(asked.subtracting(there).sorted() == [], "missing")
    #expect(there.subtracting(asked).sorted() == [], "unused")
  }

  @Test("Every language has the same keys, each once, in order, and no text is empty")
  func languages() {
    let keys = Messages.all(in: .en).map(\.key)
    #expect(keys == Set(keys).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(keys.count > 400)
    for language in Language.allCases {
      let messages = Messages.all(in: language)
      #expect(messages.map(\.key) == keys, "\(language)")
      for (key, text) in messages where key != "format.percent-sign" {
        #expect(!text.isEmpty && text.trimmed == text, "\(key) in \(language)")
      }
    }
  }

  @Test("A message has the same places in every language, and the forms that each of them needs")
  func places() throws {
    for (key, text) in Messages.all(in: .en) {
      let places = try #require(MessagePattern(text), "\(key)").places
      for language in Language.allCases {
        let message = LocalizedText.message(key)[language]
        let own = try #require(MessagePattern(message), "\(key) in \(language)").places
        #expect(Set(own.keys) == Set(places.keys), "\(key) in \(language)")
        for forms in own.values where !forms.isEmpty {
          #expect(forms == PluralForm.needed(in: language), "\(key) in \(language)")
        }
      }
    }
  }

  @Test("The code gives each message the values that it has places for")
  func values() throws {
    for use in try Self.uses() where use.path != "Sources/Domain/Kernel/Messages.swift" {
      let places = MessagePattern(LocalizedText.message(use.key).en)?.places.keys ?? [:].keys
      #expect(use.values == Set(places), "\(use.key) in \(use.path)")
    }
  }

  @Test("No words stand in the code where they belong into the files")
  func none() throws {
    for file in try SourceTree.swift(under: "Sources") {
      for (index, line) in file.lines.enumerated() {
        let words = line.trimmingPrefix { $0 == " " }
        let isText = words.hasPrefix("en: \"") || words == "en:" || words.contains("(en: \"")
        if isText { Issue.record("\(file.path):\(index + 1)") }
      }
    }
  }
}
