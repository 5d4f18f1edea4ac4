import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// A command that is stopped leaves no half of what it was to write.
@Suite("Commands that are interrupted")
struct InterruptionTests {
  private static func names(_ kosh: Kosh) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: kosh.folder)
  }

  /// Comes back when some files of the pack are there, and it has not yet its name.
  private static func waitForFiles(in kosh: Kosh) throws {
    for _ in 0..<3000 {
      let draft = try names(kosh).first { $0.hasPrefix("pack.") }
      if let draft, try FileManager.default.contentsOfDirectory(atPath: kosh.path(draft)).count > 2
      {
        return
      }
      usleep(10_000)
    }
    Issue.record("the pack was not begun")
  }

  @Test("A pack leaves no folder, and ends by the signal", arguments: [SIGINT, SIGTERM, SIGHUP])
  func pack(signal: Int32) throws {
    let kosh = try Kosh.withRegister()
    let words = ["report", "pack", "--format", "html,xlsx,pdf", "-o", "pack", "--on", Kosh.today]
    let running = try kosh.start(words)
    try Self.waitForFiles(in: kosh)
    kill(running.process, signal)
    #expect(try running.wait().exit == -signal)
    #expect(try Self.names(kosh).filter { $0.hasPrefix("pack") } == [])
    #expect(try kosh.run("verify").exit == 0)
  }

  /// As a program under `nohup` is.
  @Test("A pack that was started without the signal goes on")
  func ignored() throws {
    let kosh = try Kosh.withRegister()
    let words = ["report", "pack", "--format", "html", "-o", "pack", "--on", Kosh.today]
    let running = try kosh.start(words, prelude: "trap '' HUP")
    try Self.waitForFiles(in: kosh)
    kill(running.process, SIGHUP)
    #expect(try running.wait().exit == 0)
    #expect(try Self.names(kosh).filter { $0.hasPrefix("pack") } == ["pack"])
  }
}
