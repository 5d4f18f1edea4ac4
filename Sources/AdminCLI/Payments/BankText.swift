import Domain
import Reports
import Services

/// What banks answered, for people and as JSON.
enum BankText {
  static func line(_ file: BankFile) -> String {
    let message = file.messageID.map { ", message \($0)" } ?? ""
    return DisplayWidth.safe(
      "\(file.id)  \(file.name), \(file.format.rawValue)\(message), sha256 \(file.digest.prefix(16))…"
    )
  }

  static func members(_ file: BankFile) -> [(String, JSONValue)] {
    [
      ("file", .integer(file.id)), ("name", .string(file.name)),
      ("format", .string(file.format.rawValue)), ("message", .optional(file.messageID)),
      ("sha256", .string(file.digest)),
    ]
  }

  static func page(_ answer: BankAnswer) -> String {
    var text = "\(line(answer.file))\n"
    for record in answer.entries { text += "  \(line(record))\n" }
    let counts = BankVerdict.allCases.filter { answer.count($0) > 0 }
      .map { "\($0.rawValue) \(answer.count($0))" }
    text += counts.joined(separator: ", ") + "\n"
    if !answer.isNew { text += "This file was read before; nothing was counted again.\n" }
    return text
  }

  static func json(_ answer: BankAnswer) -> JSONValue {
    let counts = BankVerdict.allCases.map { verdict -> (String, JSONValue) in
      (verdict.rawValue, .count(answer.count(verdict)))
    }
    return .object(
      members(answer.file) + [
        ("new", .bool(answer.isNew)), ("verdicts", .object(counts)),
        ("entries", .array(answer.entries.map(json))),
      ])
  }

  static func line(_ record: BankRecord) -> String {
    let entry = record.entry
    var text = "\(record.id)  \(entry.reference)  \(entry.endToEndID ?? "no identifier")  "
    text += "\(entry.direction == .debit ? "paid" : "back") \(entry.amount.grouped)"
    if let booked = entry.booked { text += " on \(booked)" }
    if let account = entry.account { text += ", \(account)" }
    let reason = [entry.returnReason?.code, entry.returnReason?.text].compactMap(\.self)
    if !reason.isEmpty { text += " (\(reason.joined(separator: ": ")))" }
    text += ": \(record.match.verdict.rawValue)"
    if record.match.verdict == .over {
      let excess = Money(tiyn: entry.amount.tiyn - record.match.counted.tiyn)
      text += ", \(excess.grouped) too much"
    }
    if let resolution = record.resolution {
      text += "; \(resolution.action.rawValue): \(resolution.reason)"
    }
    return DisplayWidth.safe(text)
  }

  static func json(_ record: BankRecord) -> JSONValue {
    let entry = record.entry
    return [
      "entry": .integer(record.id), "reference": .string(entry.reference),
      "end_to_end": .optional(entry.endToEndID), "direction": .string(entry.direction.rawValue),
      "amount": .money(entry.amount), "account": .optional(entry.account),
      "booked": .optional(entry.booked.map { "\($0)" }),
      "reason_code": .optional(entry.returnReason?.code),
      "reason": .optional(entry.returnReason?.text),
      "verdict": .string(record.match.verdict.rawValue), "counted": .money(record.match.counted),
      "line": .optional(record.line?.reference), "open": .money(record.open),
      "resolution": record.resolution.map {
        [
          "action": .string($0.action.rawValue), "reason": .string($0.reason),
          "counted": .money($0.counted),
        ]
      } ?? .null,
    ]
  }
}
