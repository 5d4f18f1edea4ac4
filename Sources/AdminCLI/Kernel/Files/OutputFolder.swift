import Domain
import Glibc

/// A folder that a command fills: it is there whole, or not at all.
///
/// Files go to a new folder beside it, which takes its name at the end. What is not finished is
/// removed.
final class OutputFolder {
  private let path: String
  private let target: String
  private let draft: String
  private var names: [String] = []
  private var isFinished = false

  /// Throws `file.unwritable` where something is there that is not an empty folder.
  init(_ path: String) throws(Failure) {
    var stem = path
    while stem.count > 1, stem.hasSuffix("/") { stem.removeLast() }
    self.path = path
    target = OutputFile.resolved(stem)
    try Self.check(path)
    var template = Array("\(target).XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw OutputFile.unwritable(path, errno) }
    draft = template.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
  }

  deinit {
    guard !isFinished else { return }
    for name in names { unlink("\(draft)/\(name)") }
    rmdir(draft)
  }

  func write(_ bytes: [UInt8], to name: String) throws(Failure) {
    names.append(name)
    try OutputFile.write(bytes, to: "\(draft)/\(name)")
  }

  /// Gives the folder its name; an empty one that is there makes way.
  func finish() throws(Failure) {
    guard chmod(draft, 0o777 & ~OutputFile.currentMask()) == 0, rename(draft, target) == 0 else {
      throw OutputFile.unwritable(path, errno)
    }
    isFinished = true
  }

  private static func check(_ path: String) throws(Failure) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw Failure(.fileUnwritable, "\(path) is a file, and no folder")
    }
    guard let stream = opendir(path) else { throw OutputFile.unwritable(path, errno) }
    defer { closedir(stream) }
    var entries = 0
    while readdir(stream) != nil { entries += 1 }
    // The folder itself and the one above it are always listed.
    guard entries <= 2 else {
      throw Failure(
        .fileUnwritable, "\(path) holds files already", hint: "name a folder that is new or empty")
    }
  }
}
