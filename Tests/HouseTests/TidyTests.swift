import Testing

/// The few rules of style that a reader would miss.
@Suite("Tidy sources")
struct TidyTests {
  static let folders = ["Sources", "Migrations", "Seeds", "Tests"]
  static let longestFile = 400

  /// What the compiler allows and this house does not, written in two halves so that this file
  /// does not name them.
  static let banned = [
    "try" + "!", "as" + "!", "fatal" + "Error(", "nonisolated" + "(unsafe)",
    "@unchecked" + " Sendable",
  ]

  /// Where a banned word stands for a reason.
  static let exceptions: [(path: String, word: String, reason: String)] = [
    (
      "Sources/Storage/Engine/Lock.swift", "@unchecked" + " Sendable",
      "the one lock: the library's own makes the thread sanitizer report races that are not there"
    )
  ]

  @Test("Banned calls stand only where a reason does", arguments: folders)
  func banned(folder: String) throws {
    for file in try SourceTree.swift(under: folder) {
      for word in Self.banned where file.lines.contains(where: { $0.contains(word) }) {
        let isAllowed = Self.exceptions.contains { $0.path == file.path && $0.word == word }
        #expect(isAllowed, "\(file.path) has \(word)")
      }
    }
  }

  @Test("Every exception is still needed", arguments: exceptions)
  func exception(path: String, word: String, reason: String) throws {
    #expect(try SourceTree.text(of: path).contains(word), "\(reason)")
  }

  @Test("A file is short enough to be read", arguments: folders)
  func length(folder: String) throws {
    for file in try SourceTree.swift(under: folder) {
      #expect(file.lines.count <= Self.longestFile + 1, "\(file.path)")
    }
  }
}
