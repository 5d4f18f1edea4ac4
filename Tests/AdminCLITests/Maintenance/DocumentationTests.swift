import AdminCLI
import Domain
import TestSupport
import Testing

/// Pages and scripts follow from the declarations, so the declarations must be sound.
@Suite("Documentation from declarations")
struct DocumentationTests {
  @Test("Every command is declared soundly, and its examples parse")
  func defects() {
    #expect(CommandTree(Program.commands, topics: Program.topics).defects == [])
    #expect(Probe.tree.defects == [])
  }

  struct Crooked: Command {
    static let words = "crooked"
    static let summary = "No full stop"
    static let examples = ["kosh crooked --bent", "mv a b"]
    static let parameters: [CommandParameter] = [
      .argument("first", "f", optional: true), .argument("second", ""),
      .option("db", "X", "twice", choices: ["a"], default: "b"),
    ]

    init(_ arguments: Arguments) throws(Failure) {}
    func run(in context: Context) throws(Failure) {}
  }

  @Test("A crooked declaration is named")
  func crooked() {
    #expect(
      CommandTree([Crooked.self]).defects == [
        "“crooked” has no summary sentence",
        "“crooked” does not explain SECOND",
        "“crooked”: the default of --db is none of its choices",
        "“crooked” declares --db twice",
        "“crooked”: nothing may follow FIRST",
        "kosh crooked --bent: unknown option --bent",
        "an example does not start with kosh: mv a b",
      ])
  }

  private static func output(of words: [String]) -> String {
    let console = CollectingConsole()
    let tree = CommandTree(Program.commands + [ProbeSendCommand.self])
    let router = Router(tree, version: "1", openOffice: Probe.noOffice)
    let exit = router.run(words, environment: [:], console: console.console)
    #expect(exit == 0)
    return console.out
  }

  static let parts: [(words: [String], part: String)] = [
    (
      ["docs", "cli"],
      "\n### kosh probe send\n\nSend a probe to a region.\n\n```\nkosh probe send REGION"
    ),
    (["docs", "cli"], "- `-o`, `--output FILE`: where to write\n"),
    (["docs", "cli"], "| 4 | The law or a quota says no. |"),
    (["docs", "man"], ".Ss probe send\n"),
    (["docs", "man"], ".It Fl o , Fl -output Ar FILE\nWhere to write.\n"),
    (["docs", "problems"], "\n### `quota.exhausted`\n\nThe region has fewer free places"),
    (["docs", "problems", "--json"], "{\"page\":\"problems\",\"text\":\"# Problems\\n"),
    (["completions", "bash"], "    'probe send --kind') echo 'kandas settlers' ;;\n"),
    (["completions", "bash"], "    'probe') echo 'send' ;;\n"),
    (["completions", "bash"], "    *\" --db\") echo 'FILE' ;;\n"),
    (["completions", "zsh"], "'--force:send it anyway'"),
    (
      ["completions", "fish"],
      "complete -c kosh -n '__kosh_at \"probe send\"' -l output -s o -r -F -d 'where to write'\n"
    ),
  ]

  @Test("A page has", arguments: parts)
  func page(words: [String], part: String) {
    #expect(Self.output(of: words).contains(part))
  }

  @Test("Every code has its meaning and its remedy", arguments: Code.allCases)
  func codes(code: Code) {
    #expect(code.meaning.hasSuffix("."))
    #expect(code.remedy.hasSuffix("."))
    #expect(Self.output(of: ["docs", "problems"]).contains("### `\(code.rawValue)`\n"))
  }
}
