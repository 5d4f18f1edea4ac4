import AdminCLI
import Domain
import Testing

/// Everything that an office can do can be asked for, and every refusal can happen.
@Suite("Parity")
struct ParityTests {
  /// Use cases and questions whose command has other words than their name, or that have none.
  static let elsewhere: [(name: String, reason: String)] = [
    ("quota.waiting", "kosh quota include --waiting"),
    ("allowance.waiting", "kosh allowance grant --waiting"),
    ("report.allowances", "kosh report allowances"),
    ("report.allowance-summary", "kosh report allowance-summary"),
    ("report.arrivals", "kosh report arrivals"),
    ("report.data-quality", "kosh report data-quality"),
    ("report.data-worklist", "kosh report data-worklist"),
    ("report.ages", "kosh report ages"),
    ("report.families", "kosh report families"),
    ("report.integration", "kosh report integration"),
    ("report.regional-bulletin", "kosh report regional-bulletin"),
    ("report.resettlement", "kosh report resettlement"),
    ("report.issue", "kosh report NAME --issue"),
    ("report.vantage", "kosh report NAME --known-at TIME"),
    ("report.labour-quota", "kosh report labour-quota"),
    ("report.local-content", "kosh report local-content"),
    ("report.payments", "kosh report payments"),
    ("report.permit-fees", "kosh report permit-fees"),
    ("report.permits", "kosh report permits"),
    ("report.permits-expiring", "kosh report permits-expiring"),
    ("report.quota-kinds", "kosh report quota-usage --by kind"),
    ("report.recoveries", "kosh report recoveries"),
    ("report.violations", "kosh report violations"),
    ("register.set-up", "kosh init"),
    ("register.verify", "kosh verify"),
  ]

  /// The names in Services, each behind `static let name = `.
  private static func names() throws -> [String] {
    try SourceTree.swift(under: "Sources/Services").flatMap { file in
      file.lines.compactMap { line -> String? in
        let parts = line.split(separator: "static let name = \"", maxSplits: 1)
        guard parts.count == 2, line.contains("static let name") else { return nil }
        return parts[1].split(separator: "\"").first.map(String.init)
      }
    }
  }

  @Test("Every use case has a command, or a stated one")
  func commands() throws {
    let words = Set(Program.commands.map { $0.words })
    let names = try Self.names()
    #expect(names.count >= 18)
    #expect(Set(names).count == names.count)
    for name in names {
      let isStated = Self.elsewhere.contains { $0.name == name }
      let hasCommand = words.contains(name.replacing(".", with: " "))
      #expect(hasCommand != isStated, "\(name)")
    }
    for (name, reason) in Self.elsewhere { #expect(names.contains(name), "\(name): \(reason)") }
  }

  /// Codes that no line of Swift throws by name.
  static let raised: [(code: Code, reason: String)] = []

  @Test("Every code is thrown somewhere")
  func codes() throws {
    let files = try ["Sources", "Seeds", "Migrations"].flatMap(SourceTree.swift)
      .filter { !$0.path.hasPrefix("Sources/Domain/Kernel/Code") }
    let text = files.flatMap(\.lines).joined(separator: "\n")
    let kernel = try SourceTree.text(of: "Sources/Domain/Kernel/Code.swift")
    for code in Code.allCases {
      let name = try #require(Self.name(of: code, in: kernel), "\(code)")
      // `.iinInvalid`, and not the start of a longer name.
      let isThrown = text.split(separator: ".\(name)", omittingEmptySubsequences: false)
        .dropFirst().contains { $0.first.map { !$0.isLetter && !$0.isNumber } ?? true }
      let isStated = Self.raised.contains { $0.code == code }
      #expect(isThrown != isStated, "\(code.rawValue)")
    }
  }

  /// The name of a case: `case iinInvalid = "iin.invalid"`.
  private static func name(of code: Code, in kernel: String) -> String? {
    kernel.split(separator: "\n").first { $0.hasSuffix("= \"\(code.rawValue)\"") }
      .flatMap { $0.split(separator: " ").dropFirst().first }.map(String.init)
  }

  @Test("Every command is declared soundly, and its examples are accepted")
  func declarations() {
    #expect(CommandTree(Program.commands, topics: Program.topics).defects == [])
  }

  @Test("Every noun has a sentence, and every sentence a noun")
  func topics() {
    let paths = Program.commands.map { $0.words.split(separator: " ").map(String.init) }
    let nouns = Set(paths.filter { $0.count > 1 }.map { $0[0] })
    #expect(Set(Program.topics.keys) == nouns)
    #expect(Program.topics.values.allSatisfy { $0.hasSuffix(".") })
  }
}
