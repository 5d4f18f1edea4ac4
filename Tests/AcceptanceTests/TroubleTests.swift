import Domain
import SQLiteEngine
import Storage
import TestSupport
import Testing

/// A full disk, a locked, damaged, foreign or newer database: a clear error, and nothing changed.
@Suite("Trouble with the database")
struct TroubleTests {
  /// What stands at the path, and how Kosh answers.
  struct Trouble: Sendable, CustomTestStringConvertible {
    let name: String
    let command: String
    let exit: Int32
    let err: String
    /// Makes the file out of a good one.
    let make: @Sendable (Kosh) throws -> Void

    var testDescription: String { name }
  }

  static let troubles: [Trouble] = [
    Trouble(
      name: "a text file", command: "verify", exit: 2,
      err: "error: database.foreign: the file is not a Kosh database\n",
      make: {
        try $0.write(String(repeating: "Not a database at all.\n", count: 99), to: "kosh.db")
      }
    ),
    Trouble(
      name: "an empty file", command: "quota usage --year 2026", exit: 2,
      err: """
        error: database.foreign: the file is not a Kosh database
        hint: name another file with --db, or make a new one with kosh init

        """, make: { try $0.write("", to: "kosh.db") }),
    Trouble(
      name: "a database of another program", command: "family find Нұрлан", exit: 2,
      err: """
        error: database.foreign: the file is not a Kosh database
        hint: name another file with --db, or make a new one with kosh init

        """, make: { try changed($0, by: "PRAGMA application_id = 7") }),
    Trouble(
      name: "a newer schema", command: "verify", exit: 2,
      err: """
        error: database.newer: the database has schema 99, and this program knows 25 steps
        hint: use the Kosh that wrote it, or a later one

        """, make: { try changed($0, by: "PRAGMA user_version = 99") }),
    Trouble(
      name: "half a database", command: "verify", exit: 1,
      err: """
        error: database.damaged: the database file is damaged (database disk image is malformed)
        hint: keep the file as it is and restore the last proven backup

        """,
      make: { kosh in
        let bytes = try kosh.bytes(of: "kosh.db")
        try kosh.write(Array(bytes.prefix(bytes.count / 2)), to: "kosh.db")
      }),
    Trouble(
      name: "the first hundred bytes of a database", command: "quota usage --year 2026", exit: 1,
      err: """
        error: database.damaged: the database file is damaged (database disk image is malformed)
        hint: keep the file as it is and restore the last proven backup

        """,
      make: { try $0.write(Array($0.bytes(of: "kosh.db").prefix(100)), to: "kosh.db") }),
  ]

  private static func changed(_ kosh: Kosh, by sql: String) throws {
    try SQLiteEngine(path: kosh.path("kosh.db")).script(sql)
  }

  @Test("Refused with its own code, and left as it was", arguments: troubles)
  func refused(trouble: Trouble) throws {
    let kosh = try Kosh.withRegister()
    try trouble.make(kosh)
    let before = try kosh.bytes(of: "kosh.db")
    let answer = try kosh.run(trouble.command)
    #expect(answer.err == trouble.err)
    #expect(answer.exit == trouble.exit)
    #expect(answer.out == "")
    #expect(try kosh.bytes(of: "kosh.db") == before)
  }

  @Test("Setting up never touches a file of another program")
  func initOverForeign() throws {
    let kosh = try Kosh()
    try kosh.write(String(repeating: "A letter.\n", count: 200), to: "kosh.db")
    let before = try kosh.bytes(of: "kosh.db")
    #expect(try kosh.run("init").exit == 2)
    #expect(try kosh.bytes(of: "kosh.db") == before)
  }

  @Test("While another process writes, a writer is told so and a reader reads")
  func locked() throws {
    let kosh = try Kosh.withRegister()
    let other = try SQLiteEngine(path: kosh.path("kosh.db"))
    try other.script("BEGIN IMMEDIATE")
    let before = try Proof.of(kosh)
    let writer = try kosh.run("user add dana", environment: ["KOSH_BUSY_MS": "50"])
    #expect(writer.exit == 7)
    #expect(
      writer.err == """
        error: database.busy: another process is writing to the database
        hint: run the same command again; nothing is half saved

        """)
    try other.script("ROLLBACK")
    #expect(try Proof.of(kosh) == before)
    #expect(try kosh.run("user add dana", environment: ["KOSH_BUSY_MS": "50"]).exit == 0)
    #expect(try kosh.run("user list", environment: ["KOSH_BUSY_MS": "soon"]).exit == 2)
  }

  @Test("A disk without room is told of, and nothing is changed")
  func fullDisk() throws {
    let kosh = try Kosh.withRegister()
    try kosh.write(Kosh.sample("families.csv"), to: "families.csv")
    let before = try Proof.of(kosh)
    let file = try kosh.bytes(of: "kosh.db")
    // Blocks of 512 bytes: the shared memory beside the database fits, the log of the import not.
    let answer = try kosh.start(
      ["family", "import", "families.csv"], prelude: "ulimit -f 200"
    ).wait()
    #expect(answer.exit == 1)
    #expect(
      answer.err == """
        error: fault: the disk could not be read or written (disk I/O error, 778)
        hint: see whether it is full or failing, and repeat; nothing is half saved

        """)
    #expect(try kosh.bytes(of: "kosh.db") == file)
    #expect(try Proof.of(kosh) == before)
    #expect(try kosh.run("family import families.csv").exit == 0)
    #expect(try Proof.of(kosh).families == 60)
  }

  @Test("An answer that cannot be written is a fault")
  func fullOutput() throws {
    let kosh = try Kosh()
    let answer = try kosh.start(["region", "list"], prelude: "exec > /dev/full").wait()
    #expect(answer.exit == 1)
    #expect(
      answer.err == "error: fault: the answer could not be written: no space left on device\n")
  }

  @Test("Without its fonts no paper is made, and the other forms are")
  func fonts() throws {
    let kosh = try Kosh.withRegister()
    let bare = ["KOSH_FONTS": kosh.folder]
    let answer = try kosh.run("report quota-usage -o usage.pdf", environment: bare)
    #expect(answer.exit == 1)
    #expect(
      answer.err == """
        error: report.fonts: no PDF can be made: neither Noto Sans nor DejaVu Sans is in \(kosh.folder)
        hint: on Debian and Ubuntu: apt install fonts-noto-core; or name a folder in $KOSH_FONTS

        """)
    #expect(throws: (any Error).self) { try kosh.bytes(of: "usage.pdf") }
    #expect(try kosh.run("report quota-usage -o usage.xlsx", environment: bare).exit == 0)
    #expect(try kosh.run("report quota-usage -o usage.pdf").exit == 0)
    #expect(try kosh.bytes(of: "usage.pdf").starts(with: Array("%PDF-".utf8)))
  }
}
