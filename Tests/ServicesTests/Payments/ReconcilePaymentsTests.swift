import Domain
import Services
import TestSupport
import Testing

@Suite("The bank's answer") struct ReconcilePaymentsTests {
  private static func verdicts(_ answer: BankAnswer) -> [BankVerdict] {
    answer.entries.map(\.match.verdict)
  }

  /// A file with everything that can be in one: two registers, and what is not ours.
  @Test func `every entry lands where it should`() throws {
    var desk = try PaymentDesk()
    for people in [1, 2, 3, 4, 5, 1, 1] { try desk.add(people) }
    let first = try desk.send()
    try desk.add(2)
    let second = try desk.send()
    let one = PaymentDesk.rate
    let answer = try desk.read([
      .init(reference: "\(first)-1", amount: one, bank: "B1"),
      .init(reference: "\(first)-2", amount: one, bank: "B2"),
      .init(reference: "\(first)-3", amount: 3 * one + 7, bank: "B3"),
      .init(reference: "\(first)-4", amount: 4 * one, status: "returned", bank: "B4"),
      .init(reference: "INV-9", amount: 500, bank: "B5"),
      .init(reference: "\(first)-1", amount: one, bank: "B6"),
      .init(reference: "\(first)-5", amount: 5 * one, bank: "B7"),
      .init(reference: "\(first)-5", amount: 5 * one, status: "reversed", bank: "B8"),
      .init(reference: "\(second)-1", amount: 2 * one, bank: "B9"),
      .init(
        reference: "\(first)-6", amount: one, account: PaymentDesk.account(90), bank: "B10"),
      .init(reference: "\(first)-7", amount: one, bank: "B11", day: "2026-05-01"),
    ])
    #expect(
      Self.verdicts(answer) == [
        .paid, .partial, .over, .returned, .unknown, .duplicate, .paid, .returned, .paid,
        .otherAccount, .tooEarly,
      ])
    #expect(try desk.register.answer(ShowPayments(register: second)).record.state == .settled)
    #expect(try desk.register.answer(ShowPayments(register: first)).record.state == .exported)
    // 7 tenge too much, the unknown 500, the second payment, and the two that went astray.
    let suspense = try desk.register.answer(ListSuspense())
    #expect(suspense.map(\.open.tiyn) == [700, 50_000, one * 100, one * 100, one * 100])
    #expect(try desk.register.breaches() == [])
  }

  @Test func `a file read twice is counted once`() throws {
    var desk = try PaymentDesk()
    try desk.add(2)
    let register = try desk.send()
    let told = PaymentDesk.Told(
      reference: "\(register)-1", amount: 2 * PaymentDesk.rate, bank: "B1")
    #expect(try desk.read([told]).isNew)
    let again = try desk.read([told])
    #expect(!again.isNew && Self.verdicts(again) == [.paid])
    // The same booking told by another file, beside another one.
    let other = try desk.read(
      [told, .init(reference: "X", amount: 1, bank: "B2")], as: "month.csv")
    #expect(Self.verdicts(other) == [.repeated, .unknown])
    #expect(try desk.register.integer("SELECT sum(amount) FROM payment_entry") == 60_550_000)
    #expect(try desk.register.answer(ListSuspense()).count == 1)
  }

  @Test func `what comes back is due again and goes to the corrected account`() throws {
    var desk = try PaymentDesk()
    try desk.add(3)
    let first = try desk.send()
    let amount = 3 * PaymentDesk.rate
    _ = try desk.read([.init(reference: "\(first)-1", amount: amount, bank: "B1")])
    #expect(throws: (any Error).self) { try desk.draft() }
    _ = try desk.read([
      .init(reference: "\(first)-1", amount: amount, status: "returned", bank: "B2")
    ])
    try desk.register.perform(
      SetFamilyAccount(
        family: desk.families[0], account: PaymentDesk.account(77), reason: "a closed account"))
    let second = try desk.register.perform(DraftPayments(region: "KZ-55"))
    #expect(second.lines.map(\.line.account) == [PaymentDesk.account(77)])
    #expect(second.record.amount.tiyn == amount * 100)
    #expect(try desk.register.answer(ShowPayments(register: first)).record.state == .settled)
    #expect(try desk.register.breaches() == [])
  }

  @Test func `the rest of a short payment is due again when the register is cancelled`() throws {
    var desk = try PaymentDesk()
    try desk.add(2)
    let first = try desk.send()
    _ = try desk.read([.init(reference: "\(first)-1", amount: 400_000, bank: "B1")])
    try desk.register.perform(CancelPayments(register: first, reason: "no more is paid"))
    // 2 × 302,750 = 605,500, of which 400,000 were paid.
    #expect(
      try desk.register.perform(DraftPayments(region: "KZ-55")).record.amount.tiyn == 20_550_000)
    #expect(try desk.register.breaches() == [])
  }

  @Test func `suspense empties by named decisions only`() throws {
    var desk = try PaymentDesk()
    try desk.add(1)
    let register = try desk.send()
    _ = try desk.read([.init(reference: "R-mistyped", amount: PaymentDesk.rate, bank: "B1")])
    let entry = try #require(try desk.register.answer(ListSuspense()).first)
    #expect(
      refusal {
        try desk.register.perform(
          ResolveSuspense(entry: entry.id, action: .foreign, reason: " "))
      } == .fieldRequired)
    let assigned = try desk.register.perform(
      ResolveSuspense(
        entry: entry.id, action: .assigned, line: "\(register)-1", reason: "a wrong identifier"))
    #expect(assigned.resolution?.counted.tiyn == PaymentDesk.rate * 100)
    #expect(try desk.register.answer(ListSuspense()).isEmpty)
    #expect(try desk.register.answer(ShowPayments(register: register)).record.state == .settled)
    #expect(
      refusal {
        try desk.register.perform(
          ResolveSuspense(entry: entry.id, action: .refunded, reason: "once more"))
      } == .paymentState)
  }
}
