import Domain
import Services
import TestSupport
import Testing

@Suite("Payment registers") struct PaymentRegisterTests {
  /// Every step from every state: those of the table are made, all others refused.
  @Test func `steps are those of the table`() {
    for state in PaymentState.allCases {
      for step in PaymentStep.allCases {
        let row = PaymentState.moves.filter { $0.from == state && $0.step == step }
        #expect(row.count <= 1)
        #expect(state.after(step) == row.first?.to)
      }
    }
    // From every state but the last ones something can be done.
    let ends: Set<PaymentState> = [.settled, .rejected, .cancelled]
    for state in PaymentState.allCases {
      #expect(!PaymentState.moves.contains { $0.from == state } == ends.contains(state))
    }
  }

  @Test func `who made a register does not approve it`() throws {
    var desk = try PaymentDesk()
    try desk.add(1)
    let number = try desk.draft()
    #expect(
      refusal { try desk.register.perform(ApprovePayments(register: number)) }
        == .paymentSameOfficial)
    let approved = try desk.register.office.perform(
      ApprovePayments(register: number), as: PaymentDesk.checker)
    #expect(approved.record.state == .approved)
  }

  /// From 50 million tenge two officials approve: 166 people × 302,750 = 50,256,500.
  @Test func `a large sum needs two approvals`() throws {
    var desk = try PaymentDesk()
    for _ in 0..<33 { try desk.add(5) }
    try desk.add(1)
    let number = try desk.draft()
    let checker = { (user: String) throws in
      try desk.register.office.perform(ApprovePayments(register: number), as: user)
    }
    #expect(try checker(PaymentDesk.checker).record.state == .draft)
    #expect(refusal { try checker(PaymentDesk.checker) } == .paymentSameOfficial)
    try desk.register.perform(AddUser(name: "erlan", fullName: "", roles: [.approver]))
    let last = try checker("erlan")
    #expect(last.record.state == .approved)
    #expect(last.record.amount.tiyn == 5_025_650_000)
  }

  @Test func `a claim stands on one register`() throws {
    var desk = try PaymentDesk()
    try desk.add(2)
    let first = try desk.draft()
    #expect(refusal { try desk.draft() } == .paymentNothing)
    try desk.register.perform(RejectPayments(register: first, reason: "not yet"))
    #expect(try desk.draft() != first)
    #expect(try desk.register.answer(ListPayments()).map(\.state) == [.draft, .rejected])
  }

  @Test func `a family with something against it is left out`() throws {
    var desk = try PaymentDesk()
    try desk.add(2)
    try desk.add(3)
    let members = try desk.register.answer(ShowFamily(family: desk.families[0])).members
    try desk.register.perform(
      RecordDeath(
        family: desk.families[0], person: members[0].membership.person,
        newHead: members[1].membership.person, ground: Ground(reason: "certificate")))
    let dossier = try desk.register.perform(DraftPayments(region: "KZ-55"))
    #expect(dossier.lines.map(\.line.family) == [desk.families[1]])
    #expect(dossier.leftOut.map(\.kind) == [.holderDead])
  }

  @Test func `what is found after the draft stops the approval`() throws {
    var desk = try PaymentDesk()
    try desk.add(2)
    let number = try desk.draft()
    try desk.register.perform(
      SetFamilyAccount(
        family: desk.families[0], account: PaymentDesk.account(50), reason: "another bank"))
    let failure = failure(of: {
      try desk.register.office.perform(
        ApprovePayments(register: number), as: PaymentDesk.checker)
    })
    #expect(failure?.code == .paymentFindings)
    #expect(failure?.detail.contains("line 1 pays") == true)
  }

  /// What the files say is what the register says was sent, however often they are made.
  @Test func `files are made anew to the byte`() throws {
    var desk = try PaymentDesk()
    try desk.add(2)
    let number = try desk.draft()
    _ = try desk.register.office.perform(
      ApprovePayments(register: number), as: PaymentDesk.checker)
    let key = try #require(SigningKey.make())
    let files = try desk.register.perform(
      ExportPayments(register: number, signingKey: key.privatePEM))
    try desk.register.move(to: "2026-06-01")
    let again = try desk.register.perform(ExportPayments(register: number))
    #expect(again.xml == files.xml && again.csv == files.csv)
    let check = try desk.register.answer(
      VerifyPayments(register: number, xml: files.xml, csv: files.csv))
    #expect(check.problems == [] && check.isSigned == true)
    let other = try desk.register.answer(
      VerifyPayments(register: number, xml: files.xml + [10], csv: files.csv))
    #expect(other.problems == ["the ISO 20022 file is not the one that was sent"])
    #expect(
      refusal {
        try desk.register.perform(ExportPayments(register: number, signingKey: "nothing"))
      } == nil)
  }
}
