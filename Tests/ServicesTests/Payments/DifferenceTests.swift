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

  /// Twelve months of 20 MCI for one person in a town: 86,500 tenge each.
  private static func renting() throws -> (PaymentDesk, Number<Grant>) {
    var desk = try PaymentDesk()
    try desk.add(1)
    let rent = GrantAllowance(
      family: desk.families[0], kind: .rent, terms: AllowanceTerms(place: .urban))
    return (desk, try desk.register.perform(rent).grant.number)
  }

  /// What fell due before a stop is paid though the later months are not, and so is another grant.
  @Test func `a stop holds back what falls due from its day on, and nothing else`() throws {
    let (desk, rent) = try Self.renting()
    try desk.register.move(to: "2026-08-10")
    for isFinal in [false, true] {
      try desk.register.perform(
        StopAllowance(
          grant: rent, cause: .departure, isFinal: isFinal,
          ground: Ground(on: LocalDate(iso: "2026-07-15"), reason: "left")))
      let draft = try desk.register.perform(DraftPayments(region: "KZ-55"))
      // The relocation payment, and May to July: 302,750 + 3 × 86,500.
      #expect(draft.record.amount.description == "562250.00")
      #expect(draft.leftOut.map(\.kind) == (isFinal ? [] : [.stopped]))
      try desk.register.perform(RejectPayments(register: draft.record.number, reason: "a look"))
      guard !isFinal else { continue }
      try desk.register.perform(ResumeAllowance(grant: rent, ground: Ground(reason: "a look")))
    }
    #expect(try desk.register.breaches() == [])
  }

  /// A law that raises the rate raises it for the months that are due, and for no others.
  @Test func `what a final stop called off is no arrears at a higher rate either`() throws {
    let (desk, rent) = try Self.renting()
    try desk.register.perform(
      StopAllowance(
        grant: rent, cause: .departure, isFinal: true,
        ground: Ground(on: LocalDate(iso: "2026-05-04"), reason: "left")))
    let text = String(decoding: try Rules.builtIn("rent/urban-one"), as: UTF8.self)
    let higher = text.replacing(#""value": 20"#, with: #""value": 22"#)
    #expect(higher != text)
    try desk.register.perform(
      AdoptRule(key: "rent/urban-one", bytes: Array(higher.utf8), document: "law 22"))
    #expect(try Self.known(desk, rent).isEmpty)
  }
}
