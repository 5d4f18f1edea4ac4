import FoundationEssentials
import Testing

/// The project's own files, as the tests of the house read them.
enum SourceTree {
  struct File: Sendable {
    /// From the root of the project: `Sources/Domain/Kernel/Code.swift`.
    let path: String
    let lines: [Substring]

    /// The modules it imports.
    var imports: [String] {
      lines.compactMap { line in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 1, words.count > place + 1 else {
          return nil
        }
        return words[(place + 1)...].first { !["struct", "enum", "func"].contains($0) }
          .map(String.init)
      }
    }
  }

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// Every Swift file under a folder of the project.
  static func swift(under folder: String) throws -> [File] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(folder)")
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      let path = "\(folder)/\(name)"
      let lines = try text(of: path).split(separator: "\n", omittingEmptySubsequences: false)
      return File(path: path, lines: lines)
    }
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(root)/\(path)")
  }

  static func text(of path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(path)")), as: UTF8.self)
  }
}
