import Domain
import Glibc
import Services

/// A folder that a command fills: it is there whole, or not at all.
///
/// Files go to a new folder beside it, which takes its name at the end. What is not finished is
/// removed, when the process is interrupted too.
final class OutputFolder {
  private let path: String
  private let target: String
  /// Its passing name.
  private let draft: String
  private let interruption: Interruption

  /// Throws `file.unwritable` where something is there that is not an empty folder.
  init(_ path: String) throws(Failure) {
    var stem = path
    while stem.count > 1, stem.hasSuffix("/") { stem.removeLast() }
    self.path = path
    target = OutputFile.resolved(stem)
    try Self.check(path)
    var template = Array("\(target).XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw OutputFile.unwritable(path, errno) }
    let draft = template.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
    self.draft = draft
    interruption = Interruption { Self.remove(draft) }
  }

  deinit { Self.remove(draft) }

  func write(_ bytes: [UInt8], to name: String) throws(Failure) {
    try interruption.apart { () throws(Failure) in
      try OutputFile.write(bytes, to: "\(draft)/\(name)")
    }
  }

  /// Gives the folder its name; an empty one that is there makes way.
  func finish() throws(Failure) {
    let isNamed = interruption.apart {
      chmod(draft, 0o777 & ~OutputFile.currentMask()) == 0 && rename(draft, target) == 0
    }
    guard isNamed else { throw OutputFile.unwritable(path, errno) }
  }

  /// Nothing is there under the passing name once the folder has its own.
  private static func remove(_ draft: String) {
    for name in names(in: draft) ?? [] { unlink("\(draft)/\(name)") }
    rmdir(draft)
  }

  /// Nil where it cannot be read.
  private static func names(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func check(_ path: String) throws(Failure) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw Failure(.fileUnwritable, "\(path) is a file, and no folder")
    }
    guard let names = names(in: path) else { throw OutputFile.unwritable(path, errno) }
    guard names.isEmpty else {
      throw Failure(
        .fileUnwritable, "\(path) holds files already", hint: "name a folder that is new or empty")
    }
  }
}
