import Domain
import Services
import TestSupport
import Testing

@Suite struct BudgetOrderTests {
  static func load(
    _ register: TestRegister, _ number: String, from day: String,
    source: BudgetSource = .national, _ lines: [(region: String?, tenge: Int64)]
  ) throws {
    try register.perform(
      LoadBudgetOrder(order: Samples.budget(number, from: day, source: source, lines)))
  }

  @Test func `an order states new totals, and the country keeps what no region has`() throws {
    let register = try TestRegister()
    try Self.load(
      register, "1", from: "2026-01-01", [(nil, 1000), ("KZ-55", 600), ("KZ-27", 100)])
    try Self.load(register, "2", from: "2026-04-01", [("KZ-55", 700)])
    #expect(
      try register.money(on: "2026-03-31") == [
        "KZ national: 300 = 0 committed + 0 paid - 0 returned + 300 free",
        "KZ-27 national: 100 = 0 committed + 0 paid - 0 returned + 100 free",
        "KZ-55 national: 600 = 0 committed + 0 paid - 0 returned + 600 free",
      ])
    #expect(
      try register.money(on: "2026-04-01") == [
        "KZ national: 200 = 0 committed + 0 paid - 0 returned + 200 free",
        "KZ-27 national: 100 = 0 committed + 0 paid - 0 returned + 100 free",
        "KZ-55 national: 700 = 0 committed + 0 paid - 0 returned + 700 free",
      ])
    #expect(try register.breaches() == [])
  }

  @Test func `without a stated total the country has what its regions have`() throws {
    let register = try TestRegister()
    try Self.load(register, "1", from: "2026-01-01", source: .local, [("KZ-55", 600)])
    #expect(
      try register.money() == ["KZ-55 local: 600 = 0 committed + 0 paid - 0 returned + 600 free"])
  }

  static let refused:
    [(number: String, day: String, lines: [(region: String?, tenge: Int64)], code: Code)] = [
      ("1", "2026-04-01", [("KZ-55", 1)], .orderExists),
      ("2", "2026-03-31", [("KZ-55", 1)], .dateOrder),
      ("2", "2026-04-01", [(nil, 599)], .budgetSum),
      ("2", "2026-04-01", [(nil, 1000), ("KZ-27", 401)], .budgetSum),
    ]

  @Test(arguments: refused.indices) func `an order that does not fit is refused`(
    index: Int
  ) throws {
    let example = Self.refused[index]
    let register = try TestRegister()
    try Self.load(register, "1", from: "2026-04-01", [(nil, 1000), ("KZ-55", 600)])
    let before = try register.contents()
    let code = refusal {
      try Self.load(register, example.number, from: example.day, example.lines)
    }
    #expect(code == example.code)
    #expect(try register.contents() == before)
    // The same order of another source is another order.
    try Self.load(
      register, example.number, from: example.day, source: .other, [("KZ-55", 1)])
  }

  /// One line after the header of a file.
  static let lines: [(line: String, code: Code, detail: String)] = [
    (
      ",2026-01-01,2026-01-01,resettlement,2026,national,,1", .fieldRequired,
      "f.csv, line 2, order_number: the order has no number"
    ),
    (
      "1,2026-01-01,2026-01-01,housing,2026,national,,1", .fieldValue,
      "f.csv, line 2, programme: “housing” is no programme of the budget: resettlement, mobility, "
        + "repatriates, employment-2020, nurly-kosh"
    ),
    (
      "1,2026-01-01,2026-01-01,resettlement,2026,state,,1", .fieldValue,
      "f.csv, line 2, source: “state” is none of national, local, other"
    ),
    (
      "1,2026-01-01,,resettlement,2026,national,,1", .fieldRequired,
      "f.csv, line 2, effective_from: the order has no day of effect"
    ),
    (
      "1,2026-01-01,2026-01-01,resettlement,2026,national,,1.005", .moneyInvalid,
      "f.csv, line 2, amount: “1.005” is not an amount in tenge"
    ),
    (
      "1,2026-01-01,2026-01-01,resettlement,2026,national,,-1", .moneyInvalid,
      "f.csv, line 2, amount: “-1” is not an amount in tenge"
    ),
    (
      "1,2026-01-01,2026-01-01,resettlement,2026,national,,", .fieldRequired,
      "f.csv, line 2, amount: the order gives no amount"
    ),
    (
      "1,2026-01-01,2026-01-01,resettlement,2026,national,,1\n"
        + "1,2026-01-01,2026-01-01,resettlement,2026,national,KZ,2",
      .fieldValue, "f.csv, line 3, region: the order names KZ twice"
    ),
  ]

  @Test(arguments: lines.indices) func `a fault of a file is named with line and field`(
    index: Int
  ) throws {
    let example = Self.lines[index]
    let header =
      "order_number,order_date,effective_from,programme,year,source,region,amount\n"
    let failure = failure {
      try BudgetOrderFile.read(
        Array("\(header)\(example.line)\n".utf8), name: "f.csv", regions: Reference.regions(),
        programmes: Reference.budgetProgrammes())
    }
    #expect(failure?.code == example.code)
    #expect(failure?.detail == example.detail)
  }

  @Test func `what was entered later is left out of what was known`() throws {
    let register = try TestRegister()
    try Self.load(register, "1", from: "2026-01-01", [("KZ-55", 600)])
    let known = register.clock.now
    register.advance(milliseconds: 1000)
    try Self.load(register, "2", from: "2026-01-01", [("KZ-55", 700)])
    let then = try register.answer(BudgetExecution(year: 2026, knownAt: known))
    #expect(then.total.appropriated == Money(tenge: 600))
    #expect(
      try register.answer(BudgetExecution(year: 2026)).total.appropriated == Money(tenge: 700))
  }
}
