package import Domain
import Glibc

/// Writes the files that a command line names, whole or not at all.
package enum OutputFile {
  /// Replaces the file in one step, by way of a new one beside it.
  ///
  /// A device or a pipe is written to in place. A link keeps pointing where it points.
  package static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      return try writeInPlace(bytes, to: path)
    }
    let target = resolved(path)
    var template = Array("\(target).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw unwritable(path, errno) }
    let problem = fill(descriptor, with: bytes, mode: status.st_mode)
    guard problem == 0, rename(template, target) == 0 else {
      let reason = problem == 0 ? errno : problem
      unlink(template)
      throw unwritable(path, reason)
    }
  }

  package static func write(_ text: String, to path: String) throws(Failure) {
    try write(Array(text.utf8), to: path)
  }

  /// Writes a new file that only its owner can read; one that exists is left as it is.
  package static func writeSecret(_ text: String, to path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw unwritable(path, errno) }
    let problem = fill(descriptor, with: Array(text.utf8), mode: 0o600)
    guard problem == 0 else {
      unlink(path)
      throw unwritable(path, problem)
    }
  }

  /// Writes, syncs and closes; 0 or `errno`.
  private static func fill(_ descriptor: Int32, with bytes: [UInt8], mode: mode_t) -> Int32 {
    var problem = FileDescriptor.write(bytes, to: descriptor)
    // A new file opens to whom the person's umask allows; a replaced one keeps its rights.
    let rights = mode == 0 ? 0o666 & ~currentMask() : mode & 0o777
    if problem == 0, fchmod(descriptor, rights) != 0 { problem = errno }
    if problem == 0, fsync(descriptor) != 0 { problem = errno }
    if close(descriptor) != 0, problem == 0 { problem = errno }
    return problem
  }

  static func currentMask() -> mode_t {
    let mask = umask(0o077)
    umask(mask)
    return mask
  }

  static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func writeInPlace(_ bytes: [UInt8], to path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unwritable(path, errno) }
    let problem = FileDescriptor.write(bytes, to: descriptor)
    close(descriptor)
    guard problem == 0 else { throw unwritable(path, problem) }
  }

  static func unwritable(_ path: String, _ problem: Int32) -> Failure {
    Failure(.fileUnwritable, "\(path) cannot be written: \(FileDescriptor.reason(problem))")
  }
}
