package import Domain
internal import FoundationEssentials

/// A folder that is removed, with what is in it, when nothing holds it any more.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws(Failure) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kosh-\(UUID())")
    path = folder.path()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure(.fault, "no temporary folder at \(path): \(error)")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  package func file(_ name: String) -> String { "\(path)/\(name)" }

  /// The bytes of a file; none where there is no such file.
  package func bytes(of name: String) -> [UInt8] {
    FileManager.default.contents(atPath: file(name)).map { Array($0) } ?? []
  }

  package func write(_ bytes: [UInt8], to name: String) throws(Failure) {
    guard FileManager.default.createFile(atPath: file(name), contents: Data(bytes)) else {
      throw Failure(.fault, "\(name) cannot be written")
    }
  }

  package var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }
}
