internal import Domain
internal import Glibc

/// A directory that is gone when its holder is.
final class TemporaryDirectory {
  let path: String

  init() throws(Failure) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/kosh-bench-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer -> String? in
      guard let start = buffer.baseAddress, let path = mkdtemp(start) else { return nil }
      return String(cString: path)
    }
    guard let made else { throw Failure(.fault, "no directory could be made in \(parent)") }
    path = made
  }

  deinit {
    if let directory = opendir(path) {
      while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        unlink("\(path)/\(name)")
      }
      closedir(directory)
    }
    rmdir(path)
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }
}

/// Whole files.
enum TemporaryFile {
  /// Reads a file into as many bytes as it has, or for files without a size, to their end.
  static func read(_ path: String) throws(Failure) -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw Failure(.fault, "\(path) cannot be opened") }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let size = ftell(file)
    rewind(file)
    return [UInt8](unsafeUninitializedCapacity: size > 0 ? size : 65_536) { buffer, count in
      count = fread(buffer.baseAddress, 1, buffer.count, file)
    }
  }

  static func write(_ text: String, to path: String) throws(Failure) {
    var rest = text
    try write(path) { bytes in
      bytes += Array(rest.utf8)
      rest = ""
    }
  }

  /// Writes what `fill` adds, piece by piece, until it adds nothing.
  static func write(_ path: String, _ fill: (inout [UInt8]) -> Void) throws(Failure) {
    guard let file = fopen(path, "wb") else { throw Failure(.fault, "\(path) cannot be made") }
    var piece: [UInt8] = []
    var isWhole = true
    repeat {
      piece.removeAll(keepingCapacity: true)
      fill(&piece)
      isWhole = piece.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) } == piece.count
    } while isWhole && !piece.isEmpty
    guard fclose(file) == 0, isWhole else {
      throw Failure(.fault, "\(path) cannot be written")
    }
  }
}
