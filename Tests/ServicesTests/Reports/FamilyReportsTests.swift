import Domain
import Services
import Storage
import TestSupport
import Testing

/// States of the families of a register, counted by hand on ``FamilyDesk``.
@Suite struct FamilyReportsTests {
  static let days: [(day: String, lines: [String], total: String)] = [
    (
      "2026-03-31",
      [
        "KZ-10|Abai Region|1|2|2.00", "KZ-55|Pavlodar Region|2|6|3.00", "KZ-75|Almaty|1|2|2.00",
      ], "Total||4|10|2.50"
    ),
    (
      "2026-05-01", ["KZ-55|Pavlodar Region|4|11|2.75", "KZ-75|Almaty|1|2|2.00"],
      "Total||5|13|2.60"
    ),
  ]

  @Test(arguments: days) func `families by where they live on a day`(
    day: String, lines: [String], total: String
  ) throws {
    let desk = try FamilyDesk()
    try desk.move()
    let report = try desk.register.answer(FamiliesReport(on: FamilyDesk.day(day)))
    #expect(report.defects == [])
    #expect(report.lines == lines)
    #expect(report.total.map(Report.line) == total)
  }

  /// Heads are born in 1985, spouses in 1987; the son of A and B is 14 a day later.
  @Test func `people by age and sex`() throws {
    let desk = try FamilyDesk()
    let report = try desk.register.answer(AgesReport(on: FamilyDesk.day("2026-05-01")))
    #expect(report.defects == [])
    let some = report.lines.filter { !$0.hasSuffix("|0") }
    #expect(some == ["10–14|2|1|3", "35–39|0|4|4", "40–44|5|0|5", "65–69|0|1|1"])
    #expect(report.lines.count == 18)
    #expect(report.total.map(Report.line) == "Total|7|6|13")
    let abai = try desk.register.answer(
      AgesReport(on: FamilyDesk.day("2026-05-01"), region: "KZ-10"))
    #expect(abai.total.map(Report.line) == "Total|1|1|2")
  }

  /// Born in 1961 one is 64 or 65 on that day; in 1960, 65 for sure.
  @Test(arguments: [("1961", "Birth date leaves it open|1|0|1"), ("1960", "65–69|1|0|1")])
  func `a birth date without a day is of a step only where it must be`(
    birth: String, line: String
  ) throws {
    let register = try TestRegister(on: "2026-05-01", isDurable: false)
    try register.register(Samples.family("one", count: 1).with(.birthDate, birth))
    let report = try register.answer(AgesReport())
    #expect(report.lines.filter { !$0.hasSuffix("|0") } == [line])
  }

  /// A has places by protocol, B only reserved ones, and those of D were released.
  @Test func `resettlement counts confirmed places that are held`() throws {
    let desk = try FamilyDesk()
    try desk.register.include(desk.families[0], protocolNumber: "1", on: "2026-03-20")
    try desk.register.include(desk.families[1], on: "2026-04-25")
    let released = try desk.register.include(
      desk.families[3], protocolNumber: "2", on: "2026-03-21")
    try desk.register.perform(
      ReleaseInclusion(inclusion: released.number, reason: "left", protocolNumber: "3"))
    try desk.register.include(
      desk.families[2], kind: .settlers, region: "KZ-55", protocolNumber: "4", on: "2026-03-22")
    try desk.register.perform(
      RecordFact(
        person: .p(1), kind: .occupation, value: "driver", ground: FamilyDesk.ground("2026-04-01")))
    let report = try desk.register.answer(
      ResettlementReport(period: FamilyDesk.period("2026-03-01", "2026-05-01")))
    #expect(report.defects == [])
    #expect(report.lines == ["KZ-55|Pavlodar Region|2|7|5|2|4|1", "MNG|Mongolia|1|5|5|0|2|1"])
    let before = try desk.register.answer(
      ResettlementReport(period: FamilyDesk.period("2026-03-01", "2026-03-20")))
    #expect(before.lines == ["KZ-55|Pavlodar Region|1|5|5|0|2|0", "MNG|Mongolia|1|5|5|0|2|0"])
  }

  /// Five people at 302,750 tenge.
  @Test func `the bulletin of a region`() throws {
    let desk = try FamilyDesk()
    try desk.move()
    let budget = try Samples.budget("1", from: "2026-01-01", [("KZ-55", 5_000_000)])
    try desk.register.perform(LoadBudgetOrder(order: budget))
    try desk.register.include(desk.families[0], protocolNumber: "1")
    try desk.register.perform(GrantAllowance(family: desk.families[0], kind: .relocation))
    let report = try desk.register.answer(
      RegionalBulletin(
        from: FamilyDesk.day("2026-01-01"), through: FamilyDesk.day("2026-05-01"), region: "KZ-55"))
    #expect(report.defects == [])
    #expect(
      report.lines == [
        "MNG|Mongolia|1|5|", "CHN|China|1|3|", "|Ekibastuz|1|5|", "|not said|1|3|",
        "relocation|Relocation payment|1|5|1513750.00",
      ])
    #expect(
      report.groups.compactMap(\.subtotal).map(Report.line) == [
        "Subtotal||2|8|", "Subtotal||2|8|", "Subtotal||||1513750.00",
      ])
  }

  /// Nobody has an IIN but one whose birth date differs; the mother of A is born in 1958, the
  /// passport of D ran out.
  @Test func `data to look at`() throws {
    let register = try TestRegister(on: "2026-05-01", isDurable: false)
    try register.register(
      Samples.family("A", count: 5).with(.iin, "850615300012").with(.birthDate, "1985-06-16"))
    try register.register(
      Samples.family("D", count: 1).with(.documentExpires, "2026-05-31"))
    try register.move(to: "2026-06-01")
    let report = try register.answer(DataQualityReport())
    #expect(report.defects == [])
    #expect(
      report.lines == [
        "tester|iin-missing|No IIN|5", "tester|iin-differs|IIN of another birth date|1",
        "tester|birth-partial|Birth date without a day|1",
        "tester|papers-expired|All papers expired|1",
      ])
    #expect(report.total.map(Report.line) == "Total|||8")
    #expect(try register.answer(DataQualityReport(region: "KZ-10")).lines == [])
    let list = try register.answer(DataWorklist(region: "KZ-55"))
    #expect(list.defects == [])
    let family = Number<Family>(year: 2026, serial: 1)
    let other = Number<Family>(year: 2026, serial: 2)
    func person(_ serial: Int) -> Number<Person> { .p(serial) }
    #expect(
      list.lines == [
        "\(family)|\(person(2))||tester", "\(family)|\(person(3))||tester",
        "\(family)|\(person(4))||tester", "\(family)|\(person(5))||tester",
        "\(other)|\(person(6))||tester",
        "\(family)|\(person(1))|850615300012, 1985-06-16|tester",
        "\(family)|\(person(5))|1958|tester", "\(other)|\(person(6))|2026-05-31|tester",
      ])
  }

  /// A lost its head and C got a second one, which no act of Kosh does; F came in 1990.
  @Test func `families with no head or two, and impossible days`() throws {
    let desk = try FamilyDesk()
    try desk.register.register(
      Samples.family("F", count: 1, region: "KZ-71", arrival: "1990-12-31"))
    try desk.register.perform(
      SpoilHeads(without: desk.families[0], withTwo: desk.families[2], second: .p(10)))
    #expect(
      try desk.register.answer(DataQualityReport()).lines == [
        "tester|several-heads|More than one head|1", "tester|iin-missing|No IIN|2",
        "tester|no-head|No head of the family|1", "tester|iin-missing|No IIN|8",
        "tester|birth-partial|Birth date without a day|1",
        "tester|arrival-impossible|Arrival before 1991 or still to come|1",
        "tester|iin-missing|No IIN|1", "tester|iin-missing|No IIN|2",
      ])
    let family = desk.families[2]
    #expect(
      try desk.register.answer(DataWorklist(region: "KZ-10")).lines.first == "\(family)||2|tester")
    #expect(
      try desk.register.answer(DataWorklist(region: "KZ-55")).lines.first
        == "\(desk.families[0])||0|tester")
    let last = Number<Family>(year: 2026, serial: 6)
    #expect(
      try desk.register.answer(DataWorklist(region: "KZ-71")).lines.first
        == "\(last)||1990-12-31|tester")
  }

  /// Nobody said where the second is bound.
  @Test func `families of no region have a list too`() throws {
    let register = try TestRegister(on: "2026-05-01", isDurable: false)
    try register.register(Samples.family("A", count: 1))
    try register.register(Samples.family("B", count: 2).with(.destinationRegion, ""))
    let family = Number<Family>(year: 2026, serial: 2)
    let list = try register.answer(DataWorklist(region: nil))
    #expect(list.defects == [])
    #expect(list.lines.filter { !$0.hasPrefix("\(family)|") } == [])
    #expect(list.lines.count { $0.hasSuffix("||tester") } == 2)
    #expect(list.facts.first?.value.raw(.en) == "not said")
  }

  /// C moved, the mother of A died, the son of B left his family.
  ///
  /// The head of A is a citizen with an occupation, her spouse lives abroad, and so did that of B.
  @Test func `what became of those who arrived`() throws {
    let desk = try FamilyDesk()
    try desk.move()
    let ground = try FamilyDesk.ground("2026-04-25")
    try desk.register.perform(
      RecordDeath(family: desk.families[0], person: .p(5), ground: ground))
    try desk.register.perform(
      RemoveMember(family: desk.families[1], person: .p(8), ground: ground))
    for (kind, value) in [(PersonFactKind.citizenship, "KAZ"), (.occupation, "driver")] {
      try desk.register.perform(
        RecordFact(person: .p(1), kind: kind, value: value, ground: ground))
    }
    for person in [Number<Person>.p(2), .p(7)] {
      try desk.register.perform(
        RecordFact(person: person, kind: .abroad, value: "CHN", ground: ground))
    }
    try desk.register.perform(
      EndFact(person: .p(7), kind: .abroad, ground: FamilyDesk.ground("2026-04-28")))
    let report = try desk.register.answer(
      IntegrationReport(period: FamilyDesk.period("2025-01-01", "2026-05-01")))
    #expect(report.defects == [])
    #expect(
      report.lines == [
        "2025|1|1|1|1000‰|0|0|0|0|0|0‰|0", "2026|4|12|7|583‰|2|1|1|1|1|83‰|1",
      ])
  }

  /// The spouse of A came again with another family, which she left: one person, of two families on
  /// the day of arrival.
  @Test func `a person under two numbers counts once`() throws {
    let desk = try FamilyDesk()
    let again = try desk.register.register(
      Samples.family("A2", count: 2).with(.originCountry, "CHN"))
    try desk.register.perform(
      RemoveMember(family: again, person: .p(15), ground: FamilyDesk.ground("2026-04-25")))
    let period = try FamilyDesk.period("2026-03-10", "2026-03-10")
    let apart = try desk.register.answer(ArrivalsReport(period: period))
    #expect(apart.total.map(Report.line) == "Total||2|7|1000‰")
    try desk.register.perform(
      MergePersons(person: .p(15), into: .p(2), ground: Ground(reason: "same passport")))
    let arrivals = try desk.register.answer(ArrivalsReport(period: period))
    #expect(arrivals.lines == ["MNG|Mongolia|1|5|833‰", "CHN|China|1|2|333‰"])
    #expect(arrivals.total.map(Report.line) == "Total||2|6|1000‰")
    let integration = try desk.register.answer(IntegrationReport(period: period))
    #expect(integration.lines == ["2026|2|6|6|1000‰|0|0|0|0|0|0‰|0"])
  }
}

/// Takes the head from one family, and gives another a second one.
private struct SpoilHeads: UseCase {
  static let name = "test.heads"
  static let permission = Permission.registerFamilies

  var without: Number<Family>
  var withTwo: Number<Family>
  var second: Number<Person>

  var detail: String { "\(without), \(withTwo)" }

  func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    for member in try MembershipTable.members(of: without, in: transaction)
    where member.relation == .head {
      try MembershipTable.close(member, in: transaction)
    }
    try MembershipTable.insert(
      second, in: withTwo, as: .head, during: Period(from: facts.today), reason: "a test",
      in: transaction)
    return without.raw
  }

  func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts) -> Int64 {
    subject
  }
}
