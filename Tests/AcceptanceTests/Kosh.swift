import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// The program as people run it: the executable that was built beside the tests, in a folder of
/// its own, with a register `kosh.db` there unless a test says otherwise.
final class Kosh: Sendable {
  /// The user of every command that names no other.
  static let user = "tester"
  /// The day on which the samples are at home.
  static let today = "2026-11-02"

  let folder: String

  init() throws {
    var template = Array("/tmp/kosh-acceptance.XXXXXX".utf8CString)
    folder = String(cString: try #require(mkdtemp(&template)))
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// A folder with a register that has been set up.
  static func withRegister() throws -> Kosh {
    let kosh = try Kosh()
    let answer = try kosh.run("init")
    try #require(answer.exit == 0, "\(answer.err)")
    return kosh
  }

  static let executable: String = {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count - 1)
    let runner = String(decoding: path.prefix(max(0, count)).map(UInt8.init), as: UTF8.self)
    let folders = [runner, CommandLine.arguments.first ?? ""].map { file in
      file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        .joined(separator: "/")
    }
    let places = folders.map { "\($0)/kosh" }
    return places.first { access($0, X_OK) == 0 } ?? places.first ?? "kosh"
  }()

  // MARK: Files

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
  }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func bytes(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  func text(of name: String) throws -> String {
    String(decoding: try bytes(of: name), as: UTF8.self)
  }

  /// A file that ships with these tests.
  static func sample(_ name: String) throws -> [UInt8] {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return Array(try Data(contentsOf: here.appending(path: "Samples/\(name)")))
  }

  // MARK: Running

  struct Answer {
    let exit: Int32
    let out: String
    let err: String

    func json() throws -> JSON { try JSON(out) }
  }

  /// Runs words that are parted by spaces, on the samples' day.
  func run(_ words: String, stdin: String? = nil, environment: [String: String] = [:]) throws
    -> Answer
  {
    try run(words.split(separator: " ").map(String.init), stdin: stdin, environment: environment)
  }

  func run(_ words: [String], stdin: String? = nil, environment: [String: String] = [:]) throws
    -> Answer
  {
    try start(words, stdin: stdin, environment: environment).wait()
  }

  /// Starts the program and comes back at once; `prelude` is shell for a limit, say.
  func start(
    _ words: [String], prelude: String = ":", stdin: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Running {
    var words = words
    if words.first?.hasPrefix("-") == false, !words.contains("--today") {
      words += ["--today", Self.today]
    }
    // The shell goes to the folder, so that messages name files as they were typed, and gives its
    // process over to the program.
    let script = "\(prelude); cd \"$0\" && exec \"$@\""
    return try spawn(
      "/bin/sh", ["-c", script, folder, Self.executable] + words, stdin: stdin,
      environment: environment)
  }

  /// Starts a program; what it writes goes to files, which outlive a kill.
  private func spawn(
    _ program: String, _ words: [String], stdin: String?, environment: [String: String]
  ) throws -> Running {
    let name = UUID().uuidString
    if let stdin { try write(stdin, to: "\(name).in") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let input = stdin == nil ? "/dev/null" : path("\(name).in")
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 1, path("\(name).out"), flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, path("\(name).err"), flags, 0o600)
    var variables = ["KOSH_USER": Self.user, "PATH": "/usr/bin:/bin"]
    variables.merge(environment) { $1 }
    var arguments = ([program] + words).map { strdup($0) } + [nil]
    var values = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + values { free(text) } }
    var process: pid_t = 0
    let result = posix_spawn(&process, program, &actions, nil, &arguments, &values)
    try #require(result == 0, "\(program) cannot be started: \(result)")
    return Running(process: process, name: name, kosh: self)
  }

  /// A process that was started.
  struct Running {
    let process: pid_t
    fileprivate let name: String
    fileprivate let kosh: Kosh

    func kill() { _ = Glibc.kill(process, SIGKILL) }

    /// Waits for its end; a process that was killed has the exit code of its signal, below zero.
    func wait() throws -> Answer {
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0 { try #require(errno == EINTR) }
      let signal = status & 0x7F
      let answer = Answer(
        exit: signal == 0 ? (status >> 8) & 0xFF : -signal,
        out: try kosh.text(of: "\(name).out"), err: try kosh.text(of: "\(name).err"))
      for ending in ["in", "out", "err"] { unlink(kosh.path("\(name).\(ending)")) }
      return answer
    }
  }
}

/// What the register proves about itself.
struct Proof: Hashable {
  let isClean: Bool
  let families: Int64
  let persons: Int64
  let digest: String

  static func of(_ kosh: Kosh) throws -> Proof {
    let answer = try kosh.run("verify --json")
    let json = try answer.json()
    return Proof(
      isClean: json["clean"] == true && answer.exit == 0,
      families: try #require(json["families"].number, "\(answer.err)"),
      persons: try #require(json["persons"].number),
      digest: try #require(json["data_digest"].text))
  }
}
