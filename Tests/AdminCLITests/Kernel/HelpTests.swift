import AdminCLI
import Testing

/// Help is a tested text: what it shows is what people type.
@Suite("Help")
struct HelpTests {
  static let globals = """
    Options of every command:
      --db FILE         the database (else $KOSH_DB; default: kosh.db)
      --as USER         who acts; without it, the login name (else $KOSH_USER)
      --lang LANGUAGE   the language of reports: en, kk, ru (default: en)
      --json            answer with one JSON value
      --today DATE      act as on this day
      --dry-run         check everything and change nothing
      --key TEXT        a key under which a repeated command acts once
      --progress STYLE  how to show progress: auto, lines, none (default: auto)
      -h, --help        show this help
    """

  static let send = """
    kosh probe send: Send a probe to a region.

    Usage: kosh probe send REGION [FILE …] [--kind KIND] [--on DATE] [--places N] [--output
           FILE] [--tag TEXT …] [--force] [--verbose]

    The first paragraph of the details is one paragraph.

    The second.

    Arguments:
      REGION  where to
      FILE    what to send (may be repeated)

    Options:
      --kind KIND        of what kind: kandas, settlers (default: kandas)
      --on DATE          the day
      -n, --places N     how many places
      -o, --output FILE  where to write
      --tag TEXT         a mark (may be repeated)
      -f, --force        send it anyway
      -v, --verbose      say more

    \(globals)

    Examples:
      kosh probe send KZ-10 --kind kandas
      kosh probe send KZ-10 'a b' -o -

    """

  static let probe = """
    kosh probe: Show the options of every command.

    Usage: kosh probe

    Commands:
      send  Send a probe to a region.

    \(globals)

    Example:
      kosh probe

    """

  static let top = """
    kosh: the registry of returnee families, their places, allowances and permits.

    Usage: kosh COMMAND [ARGUMENTS] [OPTIONS]

    Commands:
      probe  Show the options of every command.

    Example:
      kosh probe

    `kosh COMMAND --help` tells more of a command.

    """

  static let lines: [(line: [String], out: String)] = [
    ([], top), (["help"], top), (["--help"], top), (["-h"], top), (["--json"], top),
    (["help", "probe"], probe), (["probe", "--help"], probe),
    (["help", "probe", "send"], send), (["probe", "send", "-h"], send),
    (["probe", "send", "--nonsense", "--help"], send),
    (["probe", "--lang", "kk", "send", "--help"], send),
  ]

  @Test("Help at every level", arguments: lines)
  func help(line: [String], out: String) {
    let answer = Probe.run(line)
    #expect(answer.out == out)
    #expect(answer.errors == "")
    #expect(answer.exit == 0)
  }

  @Test("The version is one line")
  func version() {
    #expect(Probe.run(["--version"]).out == "kosh 1.2.3\n")
  }
}
