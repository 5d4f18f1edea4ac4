import Domain
import Reports
import Services

/// What became of a grant since its decision, for people and as JSON.
enum StandingText {
  static func page(_ standing: GrantStanding) -> String {
    let grant = standing.grant
    return "\(grant.number): \(grant.kind.rawValue) of \(grant.family), "
      + "\(grant.amount.grouped) tenge\n" + lines(standing).map { "  \($0)\n" }.joined()
  }

  /// One line for each thing that happened; none where nothing has.
  static func lines(_ standing: GrantStanding) -> [String] {
    var lines: [String] = []
    lines += sums(
      standing.payments.map { payment in
        let word = payment.amount < .zero ? "came back" : "paid"
        return ("\(word)  \(payment.on)", payment.reference, Int64(abs(payment.amount.tiyn)))
      })
    lines += sums(
      standing.claims.map { claim in
        let place = claim.register.map { "on \($0)" } ?? ""
        return ("due  \(claim.due.dueOn)", place, claim.due.amount.tiyn)
      })
    if let stop = standing.stop {
      let end = stop.isFinal ? "ended" : "stopped"
      lines.append(
        "\(end)  \(stop.from)  \(stop.cause.rawValue): \(DisplayWidth.safe(stop.reason))")
    }
    for decided in standing.differences {
      lines.append(
        "adjusted  \(decided.number)  \(decided.amount.grouped): "
          + DisplayWidth.safe(decided.reason))
    }
    for recovery in standing.recoveries {
      lines.append(
        "owed  \(recovery.number)  \(recovery.open.grouped) of \(recovery.amount.grouped) by "
          + "\(recovery.family)")
    }
    lines.append(
      "paid \(standing.paid.grouped), due \(standing.due.grouped), owed "
        + "\(standing.owed.grouped) tenge")
    return lines
  }

  /// Claims of one day and place are told as their sum, so that a large family fits a screen.
  private static func sums(_ items: [(head: String, tail: String, tiyn: Int64)]) -> [String] {
    var order: [[String]] = []
    var amounts: [[String]: Int64] = [:]
    for item in items {
      let key = [item.head, item.tail]
      if amounts[key] == nil { order.append(key) }
      amounts[key, default: 0] += item.tiyn
    }
    return order.map { key in
      let amount = Money(tiyn: amounts[key] ?? 0).grouped
      return "\(key[0])  \(amount)\(key[1].isEmpty ? "" : ", \(key[1])")"
    }
  }

  static func members(_ standing: GrantStanding) -> [(String, JSONValue)] {
    [
      ("paid", .money(standing.paid)), ("due_total", .money(standing.due)),
      ("owed", .money(standing.owed)),
      ("payments", .array(standing.payments.map(json))),
      ("claims", .array(standing.claims.map(json))),
      ("stop", standing.stop.map(json) ?? .null),
      ("adjustments", .array(standing.differences.map(json))),
      ("recoveries", .array(standing.recoveries.map { .string("\($0.number)") })),
    ]
  }

  static func json(_ standing: GrantStanding) -> JSONValue {
    .object(
      [
        ("grant", .string("\(standing.grant.number)")),
        ("family", .string("\(standing.grant.family)")),
        ("kind", .string(standing.grant.kind.rawValue)), ("total", .money(standing.grant.amount)),
      ] + members(standing))
  }

  private static func key(_ key: DueKey) -> [(String, JSONValue)] {
    [
      ("person", .optional(key.person.map { "\($0)" })),
      ("month", .optional(key.month?.yearAndMonth)),
    ]
  }

  private static func json(_ payment: GrantStanding.Paid) -> JSONValue {
    .object(
      key(payment.key) + [
        ("amount", .money(payment.amount)), ("on", .date(payment.on)),
        ("reference", .string(payment.reference)),
      ])
  }

  private static func json(_ claim: GrantStanding.Claim) -> JSONValue {
    .object(
      key(claim.due.key) + [
        ("amount", .money(claim.due.amount)), ("due_on", .date(claim.due.dueOn)),
        ("register", .optional(claim.register.map { "\($0)" })),
      ])
  }

  private static func json(_ stop: AllowanceStop) -> JSONValue {
    [
      "cause": .string(stop.cause.rawValue), "from": .date(stop.from),
      "final": .bool(stop.isFinal), "reason": .string(stop.reason),
      "document": .optional(stop.document),
    ]
  }

  private static func json(_ decided: GrantAdjustment) -> JSONValue {
    [
      "difference": .string("\(decided.number)"), "amount": .money(decided.amount),
      "reason": .string(decided.reason), "document": .optional(decided.document),
      "lines": .array(decided.lines.map(json)),
    ]
  }

  static func json(_ line: DifferenceLine) -> JSONValue {
    .object(
      key(line.key) + [
        ("was", .money(line.was)), ("now", .money(line.now)), ("amount", .money(line.amount)),
        ("why", .string(line.why)),
      ])
  }
}
