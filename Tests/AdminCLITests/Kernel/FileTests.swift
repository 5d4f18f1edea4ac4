import AdminCLI
import Domain
import Glibc
import Testing

/// Files are read whole and replaced in one step.
@Suite("Files of the command line")
struct FileTests {
  /// A folder of its own for each test, removed by the test.
  private static func folder() throws -> String {
    var template = Array("/tmp/kosh-files.XXXXXX".utf8CString)
    let made = mkdtemp(&template)
    return String(cString: try #require(made))
  }

  @Test("What is written is read, and no other file is left")
  func roundTrip() throws {
    let folder = try Self.folder()
    let path = "\(folder)/a.csv"
    try OutputFile.write("old", to: path)
    chmod(path, 0o640)
    try OutputFile.write("Сәуле", to: path)
    #expect(try InputFile.read(path) == Array("Сәуле".utf8))
    var status = stat()
    stat(path, &status)
    #expect(status.st_mode & 0o777 == 0o640)
    unlink(path)
    #expect(rmdir(folder) == 0)
  }

  @Test("A link keeps pointing, a device is not replaced")
  func links() throws {
    let folder = try Self.folder()
    symlink("\(folder)/real", "\(folder)/link")
    try OutputFile.write("1", to: "\(folder)/real")
    try OutputFile.write("2", to: "\(folder)/link")
    #expect(try InputFile.read("\(folder)/real") == [50])
    try OutputFile.write("x", to: "/dev/null")
    #expect(access("/dev/null", W_OK) == 0)
    unlink("\(folder)/link")
    unlink("\(folder)/real")
    #expect(rmdir(folder) == 0)
  }

  @Test("The system's reason is told")
  func refusals() {
    #expect(
      throws: Failure(
        .fileUnreadable, "/nowhere/a cannot be read: no such file or directory")
    ) { try InputFile.read("/nowhere/a") }
    #expect(throws: Failure(.fileUnreadable, "/tmp cannot be read: is a directory")) {
      try InputFile.read("/tmp")
    }
    #expect(
      throws: Failure(
        .fileUnwritable, "/nowhere/a cannot be written: no such file or directory")
    ) { try OutputFile.write("x", to: "/nowhere/a") }
  }
}
