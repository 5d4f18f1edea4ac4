package import Domain
import Glibc

/// Reads the files that a command line names.
package enum InputFile {
  /// Every byte of the file; `-` is standard input.
  package static func read(_ path: String) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    guard path != "-" else {
      let problem = FileDescriptor.read(STDIN_FILENO, into: &bytes)
      guard problem == 0 else { throw unreadable("standard input", problem) }
      return bytes
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    if fstat(descriptor, &status) == 0 { bytes.reserveCapacity(Int(max(0, status.st_size))) }
    let problem = FileDescriptor.read(descriptor, into: &bytes)
    guard problem == 0 else { throw unreadable(path, problem) }
    return bytes
  }

  private static func unreadable(_ path: String, _ problem: Int32) -> Failure {
    Failure(.fileUnreadable, "\(path) cannot be read: \(FileDescriptor.reason(problem))")
  }
}
