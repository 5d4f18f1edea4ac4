import Domain
import Reports
import Services

/// Payment registers for people and as JSON.
enum PaymentText {
  // MARK: Accounts

  static func line(_ payer: Payer) -> String {
    DisplayWidth.safe(
      "\(payer.region ?? "the country")  \(payer.name), BIN \(payer.bin), \(payer.account)")
  }

  static func json(_ payer: Payer) -> JSONValue {
    [
      "region": .optional(payer.region), "name": .string(payer.name), "bin": .string(payer.bin),
      "account": .string(payer.account),
    ]
  }

  static func json(_ account: FamilyAccount) -> JSONValue {
    [
      "family": .string("\(account.family)"), "holder": .string("\(account.holder)"),
      "account": .string(account.iban),
    ]
  }

  // MARK: Registers

  static func line(_ record: PaymentRecord) -> String {
    let kind = record.kind?.rawValue ?? "every scheme"
    let lines = "\(record.lines) \(record.lines == 1 ? "line" : "lines")"
    return "\(record.number)  \(record.region), \(kind) up to \(record.through): \(lines), "
      + "\(record.amount.grouped) tenge, \(record.state.rawValue)"
  }

  static func head(_ record: PaymentRecord) -> [(String, JSONValue)] {
    [
      ("register", .string("\(record.number)")), ("state", .string(record.state.rawValue)),
      ("region", .string(record.region)), ("kind", .optional(record.kind?.rawValue)),
      ("through", .date(record.through)), ("lines", .count(record.lines)),
      ("amount", .money(record.amount)), ("currency", "KZT"), ("payer", json(record.payer)),
    ]
  }

  static func page(_ dossier: PaymentDossier) -> String {
    let rule = dossier.approval
    var text = "\(line(dossier.record))\n  payer     \(line(dossier.record.payer))\n"
    text += "  approval  \(dossier.approvals) of \(rule.approvals), "
    text += "\(AllowanceText.source(rule.citation))\n"
    for step in dossier.steps { text += "  \(self.step(step))\n" }
    if let export = dossier.export { text += self.text(export) }
    text += "\n" + dossier.lines.map(line).joined()
    text += section("Stands against it", dossier.findings.filter(\.kind.stops))
    text += section("To look at", dossier.findings.filter { !$0.kind.stops })
    return text + section("Left out", dossier.leftOut)
  }

  private static func step(_ step: PaymentDossier.Step) -> String {
    let word = step.step?.rawValue ?? "drafted"
    let reason = step.reason.map { ": \(DisplayWidth.safe($0))" } ?? ""
    return "\(word)  \(DisplayWidth.safe(step.user)), \(step.at)\(reason)"
  }

  static func text(_ export: PaymentExport) -> String {
    var text = "  to be paid on \(export.executeOn)\n  xml sha256 \(export.xmlDigest)\n"
    text += "  csv sha256 \(export.csvDigest)\n"
    text += export.signature.map { "  ed25519    \($0)\n" } ?? "  unsigned\n"
    return text
  }

  static func line(_ told: PaymentDossier.Line) -> String {
    let line = told.line
    var text = "  \(line.position)  \(line.family)  \(DisplayWidth.safe(line.holderName))  "
    text += "\(line.account)  \(line.amount.grouped)"
    if line.withheld > .zero { text += ", of it \(line.withheld.grouped) withheld" }
    if told.paid > .zero {
      text += told.paid == line.transferred ? ", paid" : ", paid \(told.paid.grouped)"
    } else if !told.isOpen {
      text += ", not paid"
    }
    return text + "\n"
  }

  private static func section(_ title: String, _ findings: [PaymentFinding]) -> String {
    guard !findings.isEmpty else { return "" }
    return "\n\(title)\n" + findings.map { "  \(DisplayWidth.safe($0.sentence))\n" }.joined()
  }

  static func json(_ dossier: PaymentDossier) -> JSONValue {
    .object(
      head(dossier.record) + [
        ("approvals", .count(dossier.approvals)),
        ("approvals_needed", .count(dossier.approval.approvals)),
        ("steps", .array(dossier.steps.map(json))),
        ("payments", .array(dossier.lines.map(json))),
        ("findings", .array(dossier.findings.map(json))),
        ("left_out", .array(dossier.leftOut.map(json))),
        ("export", dossier.export.map(json) ?? .null),
      ])
  }

  private static func json(_ step: PaymentDossier.Step) -> JSONValue {
    [
      "step": .string(step.step?.rawValue ?? "drafted"), "user": .string(step.user),
      "at": .string("\(step.at)"), "reason": .optional(step.reason),
    ]
  }

  static func json(_ told: PaymentDossier.Line) -> JSONValue {
    let line = told.line
    return [
      "reference": .string(line.reference), "family": .string("\(line.family)"),
      "holder": .string("\(line.holder)"), "name": .string(line.holderName),
      "iin": .optional(line.iin), "account": .string(line.account), "amount": .money(line.amount),
      "withheld": .money(line.withheld), "transferred": .money(line.transferred),
      "paid": .money(told.paid), "open": .bool(told.isOpen),
    ]
  }

  static func json(_ finding: PaymentFinding) -> JSONValue {
    [
      "finding": .string(finding.kind.rawValue), "stops": .bool(finding.kind.stops),
      "family": .string("\(finding.family)"),
      "grant": .optional(finding.grant.map { "\($0)" }), "detail": .string(finding.detail),
    ]
  }

  static func json(_ export: PaymentExport) -> JSONValue {
    [
      "made_at": .string("\(export.madeAt)"), "execute_on": .date(export.executeOn),
      "xml_sha256": .string(export.xmlDigest), "csv_sha256": .string(export.csvDigest),
      "signature": .optional(export.signature), "public_key": .optional(export.publicKey),
    ]
  }
}
