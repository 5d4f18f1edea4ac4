import Domain
import Services
import TestSupport
import Testing

/// What a family owes, and what its later payments keep back of it.
@Suite("Recoveries") struct RecoveryTests {
  /// A single person who was paid 302,750 tenge, left the region, and has a child for whom another
  /// 302,750 are granted.
  private static func owing() throws -> (PaymentDesk, Number<Recovery>) {
    var desk = try PaymentDesk()
    let grant = try desk.add(1)
    let register = try desk.send()
    _ = try desk.read([
      .init(reference: "\(register)-1", amount: PaymentDesk.rate, bank: "B1")
    ])
    let recovery = try desk.register.perform(
      RecoverAllowance(grant: grant, ground: Ground(reason: "moved to Almaty")))
    try desk.register.move(to: "2026-06-10")
    let family = desk.families[0]
    var child = try desk.register.office.form(Samples.family("child", count: 3)).members[2]
    child.birthDate = PartialDate(iso: "2026-06-01")
    try desk.register.perform(
      RecordBirth(
        family: family, child: child, relation: .son, ground: Ground(reason: "certificate")))
    try desk.register.perform(
      IncludeFamily(
        family: family, kind: .kandas, year: 2026, region: nil, protocolNumber: "9",
        who: .newcomers))
    try desk.register.perform(GrantAllowance(family: family, kind: .relocation))
    return (desk, recovery.record.number)
  }

  @Test func `the whole of what was paid comes back within five years`() throws {
    let (desk, number) = try Self.owing()
    let record = try desk.register.answer(ShowRecovery(recovery: number)).record
    #expect(record.amount.description == "302750.00")
    #expect(record.boundUntil?.description == "2031-05-04")
    #expect(record.citation.standing == .unconfirmed)
  }

  /// Half of each payment is the family's in any case.
  @Test func `a payment keeps back what is owed, and never of the protected half`() throws {
    let (desk, number) = try Self.owing()
    let sent = try desk.register.perform(DraftPayments(region: "KZ-55"))
    let line = try #require(sent.lines.first).line
    #expect(line.amount.description == "302750.00")
    #expect(line.withheld.description == "151375.00")
    let waiting = try desk.register.answer(ShowRecovery(recovery: number)).record
    #expect(waiting.open.description == "302750.00" && waiting.free.description == "151375.00")
    // What a register is to withhold cannot be paid back or waived beside it.
    #expect(
      refusal {
        try desk.register.perform(
          RepayRecovery(recovery: number, amount: Money(tiyn: 15_137_501), document: "1"))
      } == .recoveryAmount)
    _ = try desk.register.office.perform(
      ApprovePayments(register: sent.record.number), as: PaymentDesk.checker)
    try desk.register.perform(ExportPayments(register: sent.record.number))
    let paid = PaymentDesk.Told(
      reference: line.reference, amount: 151_375, bank: "B2", day: "2026-06-11")
    #expect(try desk.read([paid]).entries.map(\.match.verdict) == [.paid])
    let after = try desk.register.answer(ShowRecovery(recovery: number)).record
    #expect(after.withheld.description == "151375.00" && after.open.description == "151375.00")
    #expect(
      try desk.register.answer(ShowPayments(register: sent.record.number)).record.state == .settled)
    #expect(try desk.register.breaches() == [])

    // The money comes back: the family owes as before, and all of it is due again.
    var back = paid
    (back.status, back.bank) = ("returned", "B3")
    #expect(try desk.read([back]).entries.map(\.match.verdict) == [.returned])
    let restored = try desk.register.answer(ShowRecovery(recovery: number)).record
    #expect(restored.open.description == "302750.00")
    let again = try desk.register.perform(DraftPayments(region: "KZ-55"))
    #expect(again.lines.map(\.line.withheld.description) == ["151375.00"])
    #expect(try desk.register.breaches() == [])
  }

  @Test func `a register that is refused withholds nothing`() throws {
    let (desk, number) = try Self.owing()
    let draft = try desk.register.perform(DraftPayments(region: "KZ-55")).record.number
    try desk.register.perform(RejectPayments(register: draft, reason: "not yet"))
    let record = try desk.register.answer(ShowRecovery(recovery: number)).record
    #expect(record.free == record.open && record.open.description == "302750.00")
  }

  /// What the bank paid too much, and the family keeps, is owed; the budget has no part in it.
  @Test func `too much from the bank is owed by a named decision`() throws {
    var desk = try PaymentDesk()
    try desk.add(1)
    let register = try desk.send()
    let read = try desk.read([
      .init(reference: "\(register)-1", amount: PaymentDesk.rate + 1_000, bank: "B1")
    ])
    try desk.register.perform(
      ResolveSuspense(entry: read.entries[0].id, action: .owed, reason: "spent already"))
    let owed = try desk.register.answer(ListRecoveries())
    #expect(owed.map(\.ground) == [.paidTwice])
    #expect(owed.map(\.amount.description) == ["1000.00"])
    try desk.register.perform(
      RepayRecovery(recovery: owed[0].number, amount: owed[0].amount, document: "receipt"))
    try desk.register.move(to: "2026-06-01")
    let budget = try desk.register.answer(BudgetExecution(year: 2026)).rows
    #expect(budget.map(\.line.paid.description).contains("302750.00"))
    #expect(budget.allSatisfy { $0.line.returned == .zero })
    #expect(try desk.register.breaches() == [])
  }

  @Test func `who was free to leave owes nothing`() throws {
    var desk = try PaymentDesk()
    let grant = try desk.add(1)
    let register = try desk.send()
    _ = try desk.read([
      .init(reference: "\(register)-1", amount: PaymentDesk.rate, bank: "B1")
    ])
    try desk.register.move(to: "2031-05-04")
    #expect(
      refusal {
        try desk.register.perform(
          RecoverAllowance(grant: grant, ground: Ground(reason: "moved to Almaty")))
      } == .recoveryNotBound)
  }

  /// A thousand too much from the bank is beside the grant: the whole of the grant is still claimed.
  @Test func `what the bank paid too much does not lessen what early leaving claims`() throws {
    var desk = try PaymentDesk()
    let grant = try desk.add(1)
    let register = try desk.send()
    let read = try desk.read([
      .init(reference: "\(register)-1", amount: PaymentDesk.rate + 1_000, bank: "B1")
    ])
    try desk.register.perform(
      ResolveSuspense(entry: read.entries[0].id, action: .owed, reason: "spent already"))
    let claim = try desk.register.perform(
      RecoverAllowance(grant: grant, ground: Ground(reason: "moved to Almaty")))
    #expect(claim.record.amount.description == "302750.00")
  }
}
