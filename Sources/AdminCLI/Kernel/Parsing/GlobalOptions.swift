package import Domain

/// The options that every command takes.
package struct GlobalOptions: Hashable, Sendable {
  /// How the progress of long work is shown.
  package enum ProgressStyle: String, Hashable, Sendable, CaseIterable {
    /// A bar on a terminal, nothing elsewhere.
    case auto
    /// A line every few seconds, for logs.
    case lines
    case none
  }

  package var database = "kosh.db"
  /// Who acts, where the line or the environment says so; else whoever is logged in.
  package var user: String?
  package var language = Language.en
  package var isJSON = false
  /// The day to act on, in place of the clock's.
  package var today: LocalDate?
  package var isDryRun = false
  /// Makes a write safe to repeat: the same key acts once.
  package var key: String?
  package var progress = ProgressStyle.auto

  package init() {}

  /// The line's values, then the environment's, then the defaults.
  init(_ values: [String: [String]], environment: [String: String]) throws(Failure) {
    func text(_ name: String) -> String? {
      let parameter = Self.parameters.first { $0.name == name }
      let fallback = parameter?.environment.flatMap { environment[$0] } ?? ""
      return values[name]?.first ?? (fallback.isEmpty ? nil : fallback)
    }
    database = text("db") ?? database
    user = text("as")
    language = text("lang").flatMap(Language.init(rawValue:)) ?? language
    isJSON = values["json"] != nil
    isDryRun = values["dry-run"] != nil
    key = text("key")
    progress = text("progress").flatMap(ProgressStyle.init(rawValue:)) ?? progress
    guard let day = text("today") else { return }
    do {
      today = try Arguments.date(day)
    } catch {
      throw Failure(error.code, "--today: \(error.detail)", hint: error.hint)
    }
  }

  /// Variables of the environment that stand in for no option.
  static let variables: [(name: String, meaning: String)] = [
    (
      "KOSH_BUSY_MS",
      "Milliseconds to wait while another process writes, before database.busy; 30000 without it."
    ),
    ("NO_COLOR", "Where set, words are not coloured."),
  ]

  static let parameters: [CommandParameter] = [
    .option("db", "FILE", "the database", default: "kosh.db", environment: "KOSH_DB"),
    .option("as", "USER", "who acts; without it, the login name", environment: "KOSH_USER"),
    .option(
      "lang", "LANGUAGE", "the language of reports", choices: Language.allCases.map(\.rawValue),
      default: "en"),
    .flag("json", "answer with one JSON value"),
    .option("today", "DATE", "act as on this day"),
    .flag("dry-run", "check everything and change nothing"),
    .option("key", "TEXT", "a key under which a repeated command acts once"),
    .option(
      "progress", "STYLE", "how to show progress",
      choices: ProgressStyle.allCases.map(\.rawValue), default: "auto"),
    .flag("help", "show this help", short: "h"),
  ]
}
