import AdminCLI
import Domain
import Services
import TestSupport

/// A command that says what it was given, and refuses when told to.
struct ProbeSendCommand: Command {
  static let words = "probe send"
  static let summary = "Send a probe to a region."
  static let details = """
    The first paragraph of the details
    is one paragraph.

    The second.
    """
  static let examples = ["kosh probe send KZ-10 --kind kandas", "kosh probe send KZ-10 'a b' -o -"]
  static let parameters: [CommandParameter] = [
    .argument("region", "where to"),
    .argument("file", "what to send", optional: true, repeated: true),
    .option("kind", "KIND", "of what kind", choices: ["kandas", "settlers"], default: "kandas"),
    .option("on", "DATE", "the day"),
    .option("places", "N", "how many places", short: "n"),
    .option("output", "FILE", "where to write", short: "o"),
    .option("tag", "TEXT", "a mark", repeated: true),
    .flag("force", "send it anyway", short: "f"),
    .flag("verbose", "say more", short: "v"),
  ]

  private let said: String
  private let refuses: Bool

  init(_ arguments: Arguments) throws(Failure) {
    let parts: [String?] = [
      arguments.text("region"), arguments.all("file").joined(separator: "+"),
      arguments.text("kind"), try arguments.date("on")?.description,
      try arguments.count("places", least: -5)?.description, arguments.text("output"),
      arguments.all("tag").joined(separator: "+"), arguments.flag("force") ? "force" : "",
      arguments.flag("verbose") ? "verbose" : "",
    ]
    said = parts.map { $0 ?? "nil" }.joined(separator: " ")
    refuses = arguments.text("region") == "full"
  }

  func run(in context: Context) throws(Failure) {
    guard refuses else { return context.console.write("\(said)\n") }
    throw Failure(
      .quotaExhausted, "no place is left", hint: "wait",
      citation: Citation("Order 92", article: "p. 3", standing: .law))
  }
}

/// A command whose words begin another's.
struct ProbeCommand: Command {
  static let words = "probe"
  static let summary = "Show the options of every command."
  static let examples = ["kosh probe"]

  private let global: GlobalOptions

  init(_ arguments: Arguments) throws(Failure) { global = arguments.global }

  func run(in context: Context) throws(Failure) {
    context.console.write(
      "\(global.database) \(context.user) \(global.language) \(global.isJSON) \(context.today)"
        + " \(global.isDryRun) \(global.key ?? "nil") \(global.progress)\n")
  }
}

/// One run of the router over the probes.
enum Probe {
  static let tree = CommandTree(
    [ProbeCommand.self, ProbeSendCommand.self], topics: ["probe": "Probes."])

  static let noOffice: OfficeOpener = { (path, _, _) throws(Failure) in
    throw Failure(.databaseNotFound, "the probes have no register at \(path)")
  }

  static func run(
    _ words: [String], environment: [String: String] = ["KOSH_USER": "aigul"],
    on console: CollectingConsole = CollectingConsole()
  ) -> (exit: Int32, out: String, errors: String) {
    // 2026-03-10T20:00:00Z is the 11th at the office.
    let clock = Clock { Instant(milliseconds: 1_773_172_800_000) }
    let router = Router(tree, version: "1.2.3", clock: clock, openOffice: noOffice)
    let exit = router.run(words, environment: environment, console: console.console)
    return (exit, console.out, console.errors)
  }
}
