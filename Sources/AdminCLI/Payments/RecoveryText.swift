import Domain
import Reports
import Services

/// What is owed back, for people and as JSON.
enum RecoveryText {
  static func line(_ record: RecoveryRecord) -> String {
    "\(record.number)  \(record.family), \(record.grant), \(record.ground.rawValue): "
      + "\(record.open.grouped) of \(record.amount.grouped) tenge owed"
  }

  static func page(_ dossier: RecoveryDossier) -> String {
    let record = dossier.record
    var text = "\(line(record))\n  since     \(record.on), \(DisplayWidth.safe(record.reason))\n"
    if let bound = record.boundUntil { text += "  bound     until \(bound)\n" }
    text += "  rule      \(AllowanceText.source(record.citation))\n"
    if record.expected > .zero {
      text += "  under way \(record.expected.grouped) withheld by registers\n"
    }
    for entry in dossier.entries {
      let amount = Money(tiyn: abs(entry.amount.tiyn)).grouped
      let sign = entry.amount < .zero ? "undone " : ""
      text += "  \(sign)\(entry.move.rawValue)  \(entry.on)  \(amount), "
      text += DisplayWidth.safe(entry.document ?? entry.reason) + "\n"
    }
    for (index, part) in dossier.plan.enumerated() {
      text += "  plan \(index + 1)  \(part.dueOn)  \(part.amount.grouped)\n"
    }
    return text
  }

  static func members(_ record: RecoveryRecord) -> [(String, JSONValue)] {
    [
      ("recovery", .string("\(record.number)")), ("family", .string("\(record.family)")),
      ("grant", .string("\(record.grant)")), ("ground", .string(record.ground.rawValue)),
      ("on", .date(record.on)), ("bound_until", .optional(record.boundUntil.map { "\($0)" })),
      ("reason", .string(record.reason)), ("document", .optional(record.document)),
      ("amount", .money(record.amount)), ("repaid", .money(record.repaid)),
      ("withheld", .money(record.withheld)), ("waived", .money(record.waived)),
      ("under_way", .money(record.expected)), ("open", .money(record.open)),
      ("citation", .string(record.citation.source)),
      ("standing", .string(record.citation.standing.rawValue)),
    ]
  }

  static func json(_ dossier: RecoveryDossier) -> JSONValue {
    let entries = dossier.entries.map { entry -> JSONValue in
      [
        "move": .string(entry.move.rawValue), "amount": .money(entry.amount),
        "on": .date(entry.on), "ground": .optional(entry.ground),
        "reason": .string(entry.reason), "document": .optional(entry.document),
      ]
    }
    let plan = dossier.plan.map { part -> JSONValue in
      ["due_on": .date(part.dueOn), "amount": .money(part.amount)]
    }
    return .object(
      members(dossier.record) + [("entries", .array(entries)), ("plan", .array(plan))])
  }
}
