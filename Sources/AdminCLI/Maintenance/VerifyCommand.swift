import Domain
import Reports
import Services

/// `kosh verify`: proves the register.
struct VerifyCommand: Command {
  static let words = "verify"
  static let summary = "Prove the register: the trail, the rows it wrote, and every invariant."
  static let details = """
    Reads the whole register. The data digest changes with every row that an act writes, and with \
    nothing else. The head is the number and hash of the last act: keep it elsewhere, and give it \
    back later with --head, and even a trail that was cut short or written anew is found.

    Exit code 1 means that something is wrong; the lines say what.
    """
  static let examples = [
    "kosh verify", "kosh verify --json", "kosh verify --head 1010:8bcbb84086d7",
  ]
  static let parameters: [CommandParameter] = [
    .option("head", "ACT:HASH", "a head noted earlier, whole or its beginning")
  ]

  private let head: (act: Int64, hash: String)?

  init(_ arguments: Arguments) throws(Failure) {
    head = try arguments.value("head", Self.head)
  }

  private static func head(_ text: String) throws(Failure) -> (act: Int64, hash: String) {
    let parts = text.lowercased().split(separator: ":")
    guard parts.count == 2, let act = Int64(parts[0]), parts[1].utf8.count >= 8 else {
      throw Failure(.usage, "“\(text)” is not ACT:HASH with at least eight digits of the hash")
    }
    return (act, String(parts[1]))
  }

  func run(in context: Context) throws(Failure) {
    let answer = try context.answer(VerifyRegister(head: head))
    context.console.answer(Self.json(answer), Self.text(answer))
    guard !answer.isClean else { return }
    let broken = answer.checks.filter { !$0.breaches.isEmpty }.map(\.name)
    throw Failure(
      .verifyFailed, "the register does not hold: \(broken.joined(separator: ", "))",
      hint: "keep the file as it is, and restore the last proven backup beside it")
  }

  static func text(_ answer: VerifyRegister.Answer) -> String {
    var lines: [String] = []
    for check in answer.checks {
      lines.append("\(check.breaches.isEmpty ? "ok  " : "BAD ")  \(check.name)")
      lines += check.breaches.map { "      \($0)" }
    }
    lines.append("")
    lines.append("families     \(answer.families.grouped)")
    lines.append("persons      \(answer.persons.grouped)")
    lines.append("acts         \(answer.trail.acts.grouped)")
    lines.append("rows         \(answer.trail.rows.grouped)")
    lines.append("data digest  \(answer.trail.dataDigest)")
    lines.append("head         \(answer.trail.acts):\(answer.trail.head)")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func json(_ answer: VerifyRegister.Answer) -> JSONValue {
    [
      "clean": .bool(answer.isClean),
      "checks": .array(
        answer.checks.map {
          ["name": .string($0.name), "breaches": .array($0.breaches.map(JSONValue.string))]
        }),
      "families": .count(answer.families), "persons": .count(answer.persons),
      "acts": .count(answer.trail.acts), "rows": .count(answer.trail.rows),
      "data_digest": .string(answer.trail.dataDigest),
      "head": .string("\(answer.trail.acts):\(answer.trail.head)"),
    ]
  }
}
