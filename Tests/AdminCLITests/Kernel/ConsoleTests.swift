import AdminCLI
import Domain
import TestSupport
import Testing

/// Results on one stream, words on the other, and an exit code that tells the class.
@Suite("Console")
struct ConsoleTests {
  @Test("A refusal is told in words, with its hint and its law")
  func words() {
    let answer = Probe.run(["probe", "send", "full"])
    #expect(answer.exit == 4)
    #expect(answer.out == "")
    #expect(
      answer.errors == """
        error: quota.exhausted: no place is left
        hint: wait
        citation: Order 92, p. 3

        """)
  }

  @Test("With --json the answer is the refusal too")
  func json() {
    let answer = Probe.run(["probe", "send", "full", "--json"])
    #expect(answer.exit == 4)
    #expect(answer.errors.hasPrefix("error: quota.exhausted: no place is left\n"))
    #expect(
      answer.out == """
        {"error":{"code":"quota.exhausted","message":"no place is left","hint":"wait",\
        "citation":{"source":"Order 92","article":"p. 3","standing":"law"}}}

        """)
  }

  @Test("A line that cannot be parsed is answered in JSON when it asks for that")
  func unparsed() {
    let out = Probe.run(["probe", "send", "R", "--db", "--json"]).out
    #expect(out.hasPrefix("{\"error\":{\"code\":\"usage\",\"message\":\"--db needs a value"))
  }

  static let exits: [(kind: Code.Kind, exit: Int32)] = [
    (.fault, 1), (.invalid, 2), (.notFound, 3), (.refused, 4), (.conflict, 5), (.forbidden, 6),
    (.busy, 7),
  ]

  @Test("Exit codes are the contract's", arguments: exits)
  func exit(kind: Code.Kind, exit: Int32) {
    #expect(kind.exit == exit)
  }

  static let colours: [(isTerminal: Bool, environment: [String: String], start: String)] = [
    (false, [:], "error: usage"),
    (true, [:], "\u{1B}[31;1merror:\u{1B}[0m usage"),
    (true, ["NO_COLOR": "1"], "error: usage"),
    (true, ["NO_COLOR": ""], "\u{1B}[31;1merror:\u{1B}[0m usage"),
    (true, ["TERM": "dumb"], "error: usage"),
  ]

  @Test("Colour only for a terminal that wants it", arguments: colours)
  func colour(isTerminal: Bool, environment: [String: String], start: String) {
    let console = CollectingConsole(isTerminal: isTerminal, environment: environment)
    console.console.report(Failure(.usage, "x"))
    #expect(console.errors.hasPrefix(start))
  }

  // 28 is ENOSPC and 32 is EPIPE.
  static let writes: [(problem: Int32, exit: Int32, errors: String)] = [
    (32, 0, ""),
    (28, 1, "error: fault: the answer could not be written: no space left on device\n"),
  ]

  @Test("A full disk is a fault, a closed pipe is not", arguments: writes)
  func write(problem: Int32, exit: Int32, errors: String) {
    let answer = Probe.run(["probe"], on: CollectingConsole(outError: problem))
    #expect(answer.exit == exit)
    #expect(answer.errors == errors)
  }

  @Test("Words cannot drive the terminal")
  func safe() {
    let console = CollectingConsole()
    console.console.warn("a\u{1B}[2Jb\nerror: x")
    #expect(console.errors == "warning: a\u{FFFD}[2Jb error: x\n")
  }
}

/// Progress is quiet for short work and for pipes.
@Suite("Progress")
struct ProgressTests {
  @Test("A bar after a second, redrawn at most ten times a second, and taken away")
  func bar() {
    let console = CollectingConsole(isTerminal: true)
    let progress = console.console.progress("Importing", unit: "families", of: 4000)
    console.advance(milliseconds: 900)
    progress.update(900)
    #expect(console.errors == "")
    console.advance(milliseconds: 1100)
    progress.update(1000)
    console.advance(milliseconds: 50)
    progress.update(1100)
    let line = "Importing  ██████░░░░░░░░░░░░░░░░░░  25%  1\u{A0}000 of 4\u{A0}000 families"
    #expect(console.errors == "\r\u{1B}[K\(line)  500/s  0:06 left")
    console.console.note("One family was refused.")
    progress.finish()
    #expect(console.errors.hasSuffix("\r\u{1B}[KOne family was refused.\n"))
  }

  @Test("Lines for a log, with the last count at the end")
  func lines() {
    let console = CollectingConsole()
    console.console.progressStyle = .lines
    let progress = console.console.progress("Importing", unit: "families", of: 4000)
    console.advance(milliseconds: 5000)
    progress.update(1000)
    console.advance(milliseconds: 5000)
    progress.update(4000)
    progress.finish()
    progress.finish()
    #expect(
      console.errors == """
        Importing  25%  1\u{A0}000 of 4\u{A0}000 families  200/s  0:15 left
        Importing  100%  4\u{A0}000 of 4\u{A0}000 families  400/s  0:00 left
        Importing  100%  4\u{A0}000 of 4\u{A0}000 families  400/s  0:00 left

        """)
  }

  @Test("Nothing on a pipe, and nothing where none is wanted")
  func silent() {
    for (isTerminal, style) in [(false, GlobalOptions.ProgressStyle.auto), (true, .none)] {
      let console = CollectingConsole(isTerminal: isTerminal)
      console.console.progressStyle = style
      let progress = console.console.progress("Importing", unit: "families")
      console.advance(milliseconds: 60_000)
      progress.update(10)
      progress.finish()
      #expect(console.errors == "")
    }
  }
}
