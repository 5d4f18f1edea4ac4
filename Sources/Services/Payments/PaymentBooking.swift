internal import Domain
internal import Storage

/// Books what the bank did to the claims of a line: always by new entries.
struct PaymentBooking {
  let line: PaymentLine
  let entry: Int64
  let day: LocalDate

  /// Counts what an entry was read as.
  func book(_ match: BankMatch, in transaction: Transaction) throws(Failure) {
    switch match.verdict {
    case .paid, .partial, .over:
      // What the line withholds is paid with the first money that moves.
      let withheld = try BankTable.paid(by: line, in: transaction) == .zero ? line.withheld : .zero
      try pay(match.counted.adding(withheld), in: transaction)
      try Withholding.settle(line, on: day, in: transaction)
    case .returned where match.counted < .zero:
      let back = Money(tiyn: -match.counted.tiyn)
      let paid = try BankTable.paid(by: line, in: transaction)
      let isAll = back.tiyn + line.withheld.tiyn == paid.tiyn
      let again = try takeBack(isAll ? paid : back, in: transaction)
      // The debt first: its money is among what came back.
      if isAll { try Withholding.restore(line, on: day, in: transaction) }
      try GrantMoney.setAsideAgain(again, on: day, in: transaction)
    case .returned: try Self.giveUp(line, in: transaction)
    default: break
    }
  }

  /// Counts money that was paid, claim after claim in their order.
  ///
  /// A claim that is paid in full is closed.
  private func pay(_ amount: Money, in transaction: Transaction) throws(Failure) {
    var left = amount
    for due in try PaymentTable.dues(of: line, in: transaction) where left > .zero {
      let paid = try BankTable.paid(of: due, in: transaction)
      let open = Money(tiyn: due.amount.tiyn - paid.tiyn)
      let part = min(left, open)
      guard part > .zero else { continue }
      try BankTable.insert(part, of: due, by: line, entry: entry, on: day, in: transaction)
      try GrantMoney.pay(part, of: due, on: day, in: transaction)
      if part == open { try DueTable.close(due, in: transaction) }
      left = Money(tiyn: left.tiyn - part.tiyn)
    }
    guard left == .zero else {
      throw Failure(.fault, "line \(line.reference) was paid \(left) beyond what it claims")
    }
  }

  /// Counts money that came back, from the last claim to the first.
  ///
  /// What is not paid of them is due again, and the line claims nothing more. Gives what came back
  /// of each.
  private func takeBack(_ amount: Money, in transaction: Transaction) throws(Failure) -> [Due] {
    var left = amount
    var again: [Due] = []
    for due in try PaymentTable.dues(of: line, in: transaction).reversed() where left > .zero {
      let paid = try BankTable.paid(of: due, in: transaction)
      let part = min(left, paid)
      guard part > .zero else { continue }
      try BankTable.insert(
        Money(tiyn: -part.tiyn), of: due, by: line, entry: entry, on: day, in: transaction)
      try GrantMoney.giveBack(part, of: due, on: day, in: transaction)
      again.append(Due(grant: due.grant, key: due.key, dueOn: due.dueOn, amount: part))
      if paid == due.amount { try Self.dueAgain(part, of: due, in: transaction) }
      left = Money(tiyn: left.tiyn - part.tiyn)
    }
    guard left == .zero else {
      throw Failure(.fault, "line \(line.reference) gave back \(left) beyond what was paid of it")
    }
    try Self.giveUp(line, in: transaction)
    return again
  }

  /// Frees what a line claims and was not paid: of a claim that was paid in part, the rest is due
  /// anew.
  static func giveUp(_ line: PaymentLine, in transaction: Transaction) throws(Failure) {
    for due in try PaymentTable.openDues(of: line, in: transaction) {
      let paid = try BankTable.paid(of: due, in: transaction)
      guard paid > .zero else { continue }
      try DueTable.close(due, in: transaction)
      try dueAgain(Money(tiyn: due.amount.tiyn - paid.tiyn), of: due, in: transaction)
    }
    try PaymentTable.closeItems(of: line, in: transaction)
    try Withholding.giveUp(line, in: transaction)
  }

  private static func dueAgain(_ amount: Money, of due: Due, in transaction: Transaction)
    throws(Failure)
  {
    let grant = try GrantTable.known(due.grant, in: transaction)
    try DueTable.insert(
      Due(grant: due.grant, key: due.key, dueOn: due.dueOn, amount: amount),
      region: grant.region, in: transaction)
  }
}
