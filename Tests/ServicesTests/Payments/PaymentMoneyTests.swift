import Domain
import Services
import TestSupport
import Testing

/// The money for what goes out is there before it goes out, and stays there until the bank answers.
@Suite("Money behind payments") struct PaymentMoneyTests {
  /// Two people of one family, granted before anything was appropriated; one of them has left with
  /// her part.
  private static func parted() throws -> (PaymentDesk, Number<Grant>) {
    var desk = try PaymentDesk(appropriated: 0)
    let grant = try desk.add(2)
    let members = try desk.register.answer(ShowFamily(family: desk.families[0])).members
    let leaving = members[1].membership.person
    let change = try desk.register.perform(
      SplitFamily(
        family: desk.families[0], leaving: [leaving], head: leaving,
        ground: Ground(reason: "divorce")))
    let other = try #require(change.sides.last?.family)
    try desk.register.perform(SetFamilyAccount(family: other, account: PaymentDesk.account(40)))
    return (desk, grant)
  }

  private static func approve(_ desk: PaymentDesk, _ register: Number<PaymentRegister>) -> Code? {
    refusal {
      try desk.register.office.perform(
        ApprovePayments(register: register), as: PaymentDesk.checker)
    }
  }

  /// Each line alone would find its 302,750; both together do not.
  @Test func `two families paid of one grant need money for both`() throws {
    let (desk, _) = try Self.parted()
    try desk.appropriate(400_000)
    let register = try desk.draft()
    #expect(Self.approve(desk, register) == .budgetExhausted)
    try desk.appropriate(605_500)
    #expect(Self.approve(desk, register) == nil)
    #expect(try desk.committed() == 605_500)
  }

  /// Two registers that are under way at once need money for both.
  @Test func `a second register does not lean on the money of the first`() throws {
    let (desk, _) = try Self.parted()
    try desk.appropriate(400_000)
    let family = desk.families[0]
    let first = try desk.register.perform(
      DraftPayments(region: "KZ-55", families: [family])
    ).record.number
    #expect(Self.approve(desk, first) == nil)
    let second = try desk.draft()
    #expect(Self.approve(desk, second) == .budgetExhausted)
  }

  /// Money was set aside for the part that is under way only, and stays there.
  @Test func `what is called off frees no money that waits for the bank`() throws {
    let (desk, grant) = try Self.parted()
    try desk.appropriate(400_000)
    let first = try desk.register.perform(
      DraftPayments(region: "KZ-55", families: [desk.families[0]])
    ).record.number
    #expect(Self.approve(desk, first) == nil)
    let text = String(decoding: try Rules.builtIn("relocation/spouse-or-child"), as: UTF8.self)
    let lower = text.replacing(
      #""from": "2023-07-01",\#n      "value": 70"#, with: #""from": "2023-07-01", "value": 20"#)
    #expect(lower != text)
    try desk.register.perform(
      AdoptRule(
        key: "relocation/spouse-or-child", bytes: Array(lower.utf8), document: "law 20"))
    // 70 × 4,325 become 20 × 4,325: 216,250 are called off, and none of the 302,750 is freed.
    try desk.register.perform(ApproveDifference(grant: grant, reason: "law 20"))
    #expect(try desk.committed() == 302_750)
    #expect(try desk.register.breaches() == [])
  }
}
