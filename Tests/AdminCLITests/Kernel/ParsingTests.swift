import AdminCLI
import Testing

/// What may be typed, and what is answered when it is wrong.
@Suite("Parsing the command line")
struct ParsingTests {
  static let good: [(line: [String], out: String)] = [
    (["R"], "R  kandas nil nil nil   "),
    (["R", "a", "b"], "R a+b kandas nil nil nil   "),
    (["R", "--kind=settlers"], "R  settlers nil nil nil   "),
    (["--kind", "settlers", "R"], "R  settlers nil nil nil   "),
    (["R", "--on", "2026-02-28"], "R  kandas 2026-02-28 nil nil   "),
    (["R", "--places", "-5"], "R  kandas nil -5 nil   "),
    (["R", "-n", "-5"], "R  kandas nil -5 nil   "),
    (["R", "-n7"], "R  kandas nil 7 nil   "),
    (["R", "-n=7"], "R  kandas nil 7 nil   "),
    (["-3", "-"], "-3 - kandas nil nil nil   "),
    (["R", "-o", "-"], "R  kandas nil nil -   "),
    (["R", "--output", "x=y"], "R  kandas nil nil x=y   "),
    (["R", "--output="], "R  kandas nil nil    "),
    (["R", "--tag", "a", "--tag=b"], "R  kandas nil nil nil a+b  "),
    (["R", "--tag=--force"], "R  kandas nil nil nil --force  "),
    (["R", "-fv"], "R  kandas nil nil nil  force verbose"),
    (["R", "-vfn3"], "R  kandas nil 3 nil  force verbose"),
    (["--", "--force", "-h"], "--force -h kandas nil nil nil   "),
  ]

  @Test("Accepted", arguments: good)
  func accepted(line: [String], out: String) {
    let answer = Probe.run(["probe", "send"] + line)
    #expect(answer.out == out + "\n")
    #expect(answer.errors == "")
    #expect(answer.exit == 0)
  }

  static let bad: [(line: [String], errors: String)] = [
    (["R", "--knd", "kandas"], "usage: unknown option --knd\nhint: did you mean --kind?"),
    (["R", "--jsno"], "usage: unknown option --jsno\nhint: did you mean --json?"),
    (
      ["R", "--zzzzzz"],
      "usage: unknown option --zzzzzz\nhint: `kosh probe send --help` lists the options"
    ),
    (["R", "-force"], "usage: unknown option -force\nhint: did you mean --force?"),
    (["R", "-k"], "usage: unknown option -k\nhint: `kosh probe send --help` lists the options"),
    (["R", "-o"], "usage: --output needs a value: --output FILE"),
    (
      ["R", "--kind", "settler"],
      "usage: --kind: “settler” is not one of kandas, settlers\nhint: did you mean settlers?"
    ),
    (["R", "--kind"], "usage: --kind needs a value: --kind KIND"),
    (
      ["R", "--on", "--force"],
      "usage: --on needs a value: --on DATE\n"
        + "hint: to give “--force” as its value, write --on=--force"
    ),
    (["R", "--force=yes"], "usage: --force takes no value"),
    (["R", "-f", "--force"], "usage: --force is given twice"),
    (["R", "--db", "a", "--db", "b"], "usage: --db is given twice"),
    (
      [],
      "usage: REGION is missing\nhint: usage: kosh probe send REGION [FILE …] [--kind KIND]"
        + " [--on DATE] [--places N] [--output FILE] [--tag TEXT …] [--force] [--verbose]"
    ),
    (
      ["R", "--on", "2026-02-29"],
      "date.invalid: --on: “2026-02-29” is not a day of the calendar\n"
        + "hint: write it as YYYY-MM-DD, such as 2026-03-01"
    ),
    (
      ["R", "--places", "-6"],
      "field.value: --places: “-6” is not a whole number from -5 up"
    ),
    (
      ["R", "--today", "soon"],
      "date.invalid: --today: “soon” is not a day of the calendar\n"
        + "hint: write it as YYYY-MM-DD, such as 2026-03-01"
    ),
  ]

  @Test("Refused", arguments: bad)
  func refused(line: [String], errors: String) {
    let answer = Probe.run(["probe", "send"] + line)
    #expect(answer.errors == "error: \(errors)\n")
    #expect(answer.out == "")
    #expect(answer.exit == 2)
  }

  static let globals: [(line: [String], out: String)] = [
    (["probe"], "kosh.db aigul en false 2026-03-11 false nil auto"),
    (["--db", "x", "probe", "--lang=kk"], "x aigul kk false 2026-03-11 false nil auto"),
    (["probe", "--as", "dana", "--dry-run"], "kosh.db dana en false 2026-03-11 true nil auto"),
    (
      ["--json", "probe", "--today", "2025-01-01", "--key", "k1", "--progress", "lines"],
      "kosh.db aigul en true 2025-01-01 false k1 lines"
    ),
  ]

  @Test("Options of every command may stand before and behind the words", arguments: globals)
  func global(line: [String], out: String) {
    #expect(Probe.run(line).out == out + "\n")
  }

  @Test("The environment stands in for what the line leaves out, unless it is empty")
  func environment() {
    let set = ["KOSH_DB": "/srv/kosh.db", "KOSH_USER": "dana"]
    let expected = "en false 2026-03-11 false nil auto\n"
    #expect(Probe.run(["probe"], environment: set).out == "/srv/kosh.db dana \(expected)")
    #expect(
      Probe.run(["probe", "--db", "b"], environment: set).out == "b dana \(expected)")
    let empty = ["KOSH_DB": "", "KOSH_USER": "dana"]
    #expect(Probe.run(["probe"], environment: empty).out == "kosh.db dana \(expected)")
  }

  static let commands: [(line: [String], errors: String)] = [
    (["prob"], "usage: “kosh prob” is not a command\nhint: did you mean `kosh probe`?"),
    (["xyzzy"], "usage: “kosh xyzzy” is not a command\nhint: `kosh --help` lists what there is"),
    (
      ["probe", "sned"],
      "usage: “kosh probe sned” is not a command\nhint: did you mean `kosh probe send`?"
    ),
    (
      ["--db", "x", "prob"],
      "usage: “kosh prob” is not a command\nhint: did you mean `kosh probe`?"
    ),
    (
      ["probe", "--sned", "x"],
      "usage: unknown option --sned\nhint: `kosh probe --help` lists the options"
    ),
    (["help", "prob"], "usage: “kosh prob” is not a command\nhint: did you mean `kosh probe`?"),
    (["--verbos"], "usage: unknown option --verbos\nhint: `kosh --help` lists what there is"),
  ]

  @Test("No such command", arguments: commands)
  func unknownCommand(line: [String], errors: String) {
    let answer = Probe.run(line)
    #expect(answer.errors == "error: \(errors)\n")
    #expect(answer.exit == 2)
  }
}
