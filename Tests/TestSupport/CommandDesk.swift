internal import AdminCLI
package import Domain
import FoundationEssentials
import Migrations
import SQLiteEngine
import Services
import Storage

/// The program's own router over a register in a folder of its own, without a process.
package final class CommandDesk {
  /// 2026-11-02, nine in the morning in Kazakhstan, until a test says that time went on.
  package var moment = Instant(milliseconds: 1_793_592_000_000)

  package struct Answer {
    package let exit: Int32
    package let out: String
    package let err: String
  }

  package let folder: String

  /// With a register that has been set up, unless told not to.
  package init(isSetUp: Bool = true) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "kosh-desk-\(UUID())")
    folder = url.path()
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    guard isSetUp else { return }
    let answer = run("init")
    guard answer.exit == 0 else { throw Failure(.fault, answer.err) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  package func path(_ name: String) -> String { "\(folder)/\(name)" }

  package func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
  }

  package func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(name))), as: UTF8.self)
  }

  /// Runs a line as a shell would split it; `@` starts the name of a file in the folder.
  package func run(_ line: String, isTerminal: Bool = false) -> Answer {
    let words = (ShellWords.split(line) ?? []).map { word in
      word.hasPrefix("@") ? path(String(word.dropFirst())) : word
    }
    // Colours are for eyes, and would be in the way here.
    let console = CollectingConsole(isTerminal: isTerminal, environment: ["NO_COLOR": "1"])
    let tree = CommandTree(Program.commands, topics: Program.topics)
    let router = Router(
      tree, version: Program.version, clock: Clock { [moment] in moment }, openOffice: Self.open)
    let environment = ["KOSH_DB": path("kosh.db"), "KOSH_USER": "tester"]
    let exit = router.run(words, environment: environment, console: console.console)
    // The folder has another name each time.
    return Answer(
      exit: exit, out: console.out.replacing(folder, with: "@"),
      err: console.errors.replacing(folder, with: "@"))
  }

  private static let open: OfficeOpener = { (path, creating, clock) throws(Failure) in
    let mode = creating ? SQLiteEngine.Mode.create : .existing
    let first = Connection(try SQLiteEngine(path: path, mode: mode))
    try Migrator(Migrations.sqlite).prepare(first, at: clock.now())
    let database = try Database { () throws(Failure) in
      Connection(try SQLiteEngine(path: path))
    }
    return Office(database, clock: clock)
  }
}
