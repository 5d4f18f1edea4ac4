import Domain
import Reports
import Services

/// `kosh audit list`: the newest acts of the trail.
struct AuditListCommand: Command {
  static let words = "audit list"
  static let summary = "List the newest acts: who did or read what, and when."
  static let examples = ["kosh audit list", "kosh audit list --limit 100 --json"]
  static let parameters: [CommandParameter] = [
    .option("limit", "N", "how many", default: "20")
  ]

  private let limit: Int64

  init(_ arguments: Arguments) throws(Failure) {
    limit = try arguments.count("limit", least: 1) ?? 20
  }

  func run(in context: Context) throws(Failure) {
    let acts = try context.answer(ListActs(limit: Int(clamping: limit)))
    let lines = acts.map { act in
      "\(act.id)  \(act.at)  \(act.user)  \(act.action)  \(act.detail)\n"
    }
    let values = acts.map { act -> JSONValue in
      [
        "id": .integer(act.id), "at": .string("\(act.at)"), "today": .date(act.today),
        "user": .string(act.user), "action": .string(act.action), "detail": .string(act.detail),
        "hash": .string(act.hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()),
      ]
    }
    context.console.answer(.array(values), lines.joined())
  }
}

/// `kosh audit verify`: the trail, by the same proof as `kosh verify`.
struct AuditVerifyCommand: Command {
  static let words = "audit verify"
  static let summary = "Prove the trail; the same proof as kosh verify."
  static let examples = ["kosh audit verify"]
  static let parameters = VerifyCommand.parameters

  private let verify: VerifyCommand

  init(_ arguments: Arguments) throws(Failure) { verify = try VerifyCommand(arguments) }

  func run(in context: Context) throws(Failure) { try verify.run(in: context) }
}
