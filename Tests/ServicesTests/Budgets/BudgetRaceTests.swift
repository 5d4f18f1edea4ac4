import Domain
import Services
import Storage
import TestSupport
import Testing

/// However many grant at once, no more money goes than is appropriated.
@Suite struct BudgetRaceTests {
  /// Money for three of 302,750 tenge each, and a tiyn too little for the fourth.
  static let money: [(source: BudgetSource, tiyn: Int64)] = [
    (.national, 2 * 30_275_000), (.local, 2 * 30_275_000 - 1),
  ]

  @Test(arguments: [true, false]) func `eight threads grant against the last money`(
    isOneOffice: Bool
  ) throws {
    let register = try TestRegister()
    for (source, tiyn) in Self.money {
      var order = try Samples.budget("1", from: "2026-01-01", source: source, [])
      order.lines = [OrderLine(region: "KZ-55", amount: tiyn, line: 2)]
      try register.perform(LoadBudgetOrder(order: order))
    }
    let families = try (0..<8).map { index in
      let family = try register.register(Samples.family("A-\(index)", count: 1))
      try register.include(family, protocolNumber: "12")
      return family
    }
    let offices = try (0..<8).map { _ in
      isOneOffice ? register.office : try register.otherOffice()
    }
    let codes = Lock<[Code?]>([])
    Threads.run(8) { index in
      let useCase = GrantAllowance(family: families[index], kind: .relocation)
      let code = refusal { try offices[index].perform(useCase, as: "tester") }
      codes.with { $0.append(code) }
    }
    let answers = codes.with { $0 }
    #expect(answers.count { $0 == nil } == 3)
    #expect(answers.count { $0 == .budgetExhausted } == 5)
    #expect(
      try register.money() == [
        "KZ-55 national: 605500 = 605500 committed + 0 paid - 0 returned + 0 free",
        "KZ-55 local: 605499.99 = 302750 committed + 0 paid - 0 returned + 302749.99 free",
      ])
    #expect(try register.integer("SELECT count(*) FROM allowance_grant") == 3)
    #expect(try register.breaches() == [])
  }
}
