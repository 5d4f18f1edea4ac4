import Domain
import Services
import TestSupport
import Testing

/// What becomes known after a decision changes nothing by itself.
@Suite("Differences of grants") struct DifferenceTests {
  private static func known(_ desk: PaymentDesk, _ grant: Number<Grant>) throws
    -> [DifferenceLine]
  {
    try desk.register.answer(AllowanceDifferences(.grant(grant))).flatMap(\.lines)
  }

  private static func born(
    _ desk: PaymentDesk, on day: String
  ) throws {
    var child = try desk.register.office.form(Samples.family("child", count: 3)).members[2]
    child.birthDate = PartialDate(iso: day)
    try desk.register.perform(
      RecordBirth(
        family: desk.families[0], child: child, relation: .son,
        ground: Ground(reason: "certificate")))
    try desk.register.perform(
      IncludeFamily(
        family: desk.families[0], kind: .kandas, year: 2026, region: nil, protocolNumber: "9",
        who: .newcomers))
  }

  @Test func `a child born before the decision is owed its part once it is decided`() throws {
    var desk = try PaymentDesk()
    let grant = try desk.add(2)
    try desk.register.move(to: "2026-06-01")
    try Self.born(desk, on: "2026-04-20")
    let lines = try Self.known(desk, grant)
    #expect(lines.map(\.amount.description) == ["302750.00"])
    // Nothing is due more than was decided: 2 × 302,750.
    #expect(
      try desk.register.perform(DraftPayments(region: "KZ-55")).record.amount.tiyn == 60_550_000)
    let adjusted = try desk.register.perform(
      ApproveDifference(grant: grant, reason: "entered late"))
    #expect(adjusted.due.description == "908250.00")
    #expect(try Self.known(desk, grant).isEmpty)
    #expect(
      refusal {
        try desk.register.perform(ApproveDifference(grant: grant, reason: "again"))
      } == .allowanceNoDifference)
    // It is counted now, so that nobody grants it once more.
    #expect(
      refusal {
        try desk.register.perform(
          GrantAllowance(family: desk.families[0], kind: .relocation))
      } == .allowanceGranted)
    #expect(try desk.register.breaches() == [])
  }

  @Test func `a child born after the decision is no difference`() throws {
    var desk = try PaymentDesk()
    let grant = try desk.add(2)
    try desk.register.move(to: "2026-06-01")
    try Self.born(desk, on: "2026-05-20")
    #expect(try Self.known(desk, grant).isEmpty)
  }

  @Test func `who died before the decision is taken from what is not paid`() throws {
    var desk = try PaymentDesk()
    let grant = try desk.add(3)
    let members = try desk.register.answer(ShowFamily(family: desk.families[0])).members
    try desk.register.perform(
      RecordDeath(
        family: desk.families[0], person: members[2].membership.person,
        ground: Ground(on: LocalDate(iso: "2026-04-25"), reason: "certificate")))
    #expect(try Self.known(desk, grant).map(\.amount.description) == ["-302750.00"])
    // Until somebody decides, nothing is paid to the family: 3 × 302,750 would be too much.
    let left = refusal { try desk.register.perform(DraftPayments(region: "KZ-55")) }
    #expect(left == .paymentNothing)
    let adjusted = try desk.register.perform(
      ApproveDifference(grant: grant, reason: "died before"))
    #expect(adjusted.due.description == "605500.00" && adjusted.recoveries.isEmpty)
    #expect(
      try desk.register.perform(DraftPayments(region: "KZ-55")).record.amount.tiyn == 60_550_000)
    #expect(try desk.register.breaches() == [])
  }

  @Test func `a claim on a register is not changed under it`() throws {
    var desk = try PaymentDesk()
    let grant = try desk.add(3)
    _ = try desk.draft()
    let members = try desk.register.answer(ShowFamily(family: desk.families[0])).members
    try desk.register.perform(
      RemoveMember(
        family: desk.families[0], person: members[2].membership.person,
        ground: Ground(on: LocalDate(iso: "2026-04-25"), reason: "never came")))
    #expect(
      refusal {
        try desk.register.perform(ApproveDifference(grant: grant, reason: "never came"))
      } == .paymentState)
  }

  @Test func `a final stop calls off what is due and frees the money`() throws {
    var desk = try PaymentDesk()
    let grant = try desk.add(2)
    let stopped = try desk.register.perform(
      StopAllowance(
        grant: grant, cause: .departure, isFinal: true, ground: Ground(reason: "left")))
    #expect(stopped.due == .zero)
    #expect(try Self.known(desk, grant).isEmpty)
    let budget = try desk.register.answer(BudgetExecution(year: 2026)).rows
    #expect(budget.allSatisfy { $0.line.committed == .zero })
    #expect(refusal { try desk.draft() } == .paymentNothing)
    #expect(try desk.register.breaches() == [])
  }
}
