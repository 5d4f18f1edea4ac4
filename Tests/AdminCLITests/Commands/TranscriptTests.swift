import AdminCLI
import FoundationEssentials
import TestSupport
import Testing

/// What every command answers, to the letter.
@Suite("Transcripts of commands")
struct TranscriptTests {
  static let names = [
    "access", "acts", "allowances", "budgets", "bulletins", "checks", "divisions", "doubles",
    "employers",
    "families", "households", "labour", "maintenance", "matching", "measuring", "names", "payments",
    "permits", "permits-needed", "persons", "places", "quotas", "recoveries", "regions", "reports",
    "rules", "sittings", "statistics", "timeline", "waiting", "workers",
  ]

  @Test("A dialogue goes as it is written", arguments: names)
  func dialogue(name: String) throws {
    let transcript = try Transcript(name)
    let now = transcript.replayed(at: try DeskFiles.desk())
    if Transcript.isUpdating { try transcript.save(now) }
    #expect(transcript.text == now, "UPDATE_SNAPSHOTS=1 writes Transcripts/\(name).txt anew")
  }

  /// Commands whose pages have tests of their own.
  static let elsewhere = ["completions", "docs", "payment new-key"]

  @Test("Every command is in a dialogue, in words and as JSON")
  func coverage() throws {
    let lines = try Self.names.flatMap { try Transcript($0).entries }
      .compactMap { $0.hasPrefix("$ kosh ") ? $0.dropFirst("$ kosh ".count) : nil }
    for command in Program.commands where !Self.elsewhere.contains(command.words) {
      let own = lines.filter { $0 == command.words || $0.hasPrefix("\(command.words) ") }
      #expect(own.contains { !$0.contains("--json") }, "\(command.words)")
      #expect(own.contains { $0.contains("--json") }, "\(command.words) --json")
    }
  }

  @Test("Every --json answer is one JSON value", arguments: names)
  func json(name: String) throws {
    let desk = try DeskFiles.desk()
    for entry in try Transcript(name).entries where entry.hasPrefix("$ kosh ") {
      let answer = desk.run(String(entry.dropFirst("$ kosh ".count)))
      guard entry.contains("--json") else { continue }
      #expect(throws: Never.self, "\(entry)") { try JSON(answer.out) }
    }
  }
}
