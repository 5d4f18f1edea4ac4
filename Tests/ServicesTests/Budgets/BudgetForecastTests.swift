import Domain
import Services
import TestSupport
import Testing

/// On 2026-05-01 the relocation payment of a person is 302,750 tenge.
@Suite struct BudgetForecastTests {
  /// Three and two wait in Pavlodar; there one has a place and no grant, and three have both.
  ///
  /// In West Kazakhstan two have only a reservation.
  static func register() throws -> TestRegister {
    let register = try TestRegister()
    _ = try register.granted("granted", count: 3)
    for (reference, count) in [("waits", 3), ("waits too", 2)] {
      try register.register(Samples.family(reference, count: count))
    }
    let one = try register.register(Samples.family("has a place", count: 1))
    try register.include(one, protocolNumber: "12")
    let two = try register.register(Samples.family("reserved", count: 2, region: "KZ-27"))
    try register.include(two)
    return register
  }

  /// `KZ-55: 2 families of 5 wait, 1513750; 1 of 1 included, 302750; free 0, lacking 1816500`.
  static func text(_ line: BudgetForecast.Line) -> String {
    func tenge(_ money: Money) -> Int64 { money.tiyn / 100 }
    return "\(line.region ?? "all"): \(line.waiting.families) families of "
      + "\(line.waiting.people) wait, \(tenge(line.waiting.cost)); \(line.included.families) of "
      + "\(line.included.people) included, \(tenge(line.included.cost)); "
      + "free \(tenge(line.money.free)), lacking \(tenge(line.lacking))"
  }

  @Test func `without money all of it is lacking`() throws {
    let answer = try Self.register().answer(BudgetForecast(year: 2026))
    #expect(answer.each == Money(tenge: 302_750))
    #expect(answer.standing == .press)
    #expect(
      answer.lines.map(Self.text) == [
        "KZ-27: 0 families of 0 wait, 0; 1 of 2 included, 605500; free 0, lacking 605500",
        "KZ-55: 2 families of 5 wait, 1513750; 1 of 1 included, 302750; free 0, lacking 1816500",
      ])
    #expect(
      Self.text(answer.total)
        == "all: 2 families of 5 wait, 1513750; 2 of 3 included, 908250; free 0, lacking 2422000")
    #expect(answer.total.runsOutOn == nil)
  }

  @Test func `what is free, what is lacking and when it runs out`() throws {
    let register = try Self.register()
    try BudgetOrderTests.load(
      register, "1", from: "2026-01-01",
      [(nil, 5_000_000), ("KZ-55", 1_210_000), ("KZ-27", 700_000)])
    let dossier = try register.perform(
      GrantAllowance(family: Number(year: 2026, serial: 4), kind: .relocation))
    #expect(dossier.commitments.map(\.amount) == [Money(tenge: 302_750)])
    let answer = try register.answer(BudgetForecast(year: 2026))
    #expect(
      answer.lines.map(Self.text) == [
        "KZ-27: 0 families of 0 wait, 0; 1 of 2 included, 605500; free 700000, lacking 0",
        "KZ-55: 2 families of 5 wait, 1513750; 0 of 0 included, 0; free 907250, lacking 606500",
      ])
    // 302,750 in the 121 days to 1 May; 907,250 are left for 362.6 days more, beyond the year.
    #expect(answer.lines.map(\.runsOutOn) == [nil, nil])
    // Of all there is, 4,697,250 are free, the country's 3,090,000 among them.
    #expect(answer.total.money.free == Money(tenge: 4_697_250))
    try BudgetOrderTests.load(register, "2", from: "2026-05-01", [("KZ-55", 605_500)])
    let later = try register.answer(BudgetForecast(year: 2026, region: "KZ-55"))
    // As much again is free, and lasts as long again: 121 days.
    #expect(later.lines.map(\.runsOutOn) == [LocalDate(iso: "2026-08-30")])
  }

  @Test func `a programme without a queue has no forecast`() throws {
    let register = try TestRegister()
    #expect(
      refusal { try register.answer(BudgetForecast(year: 2026, programme: "mobility")) }
        == .fieldValue)
    #expect(
      refusal { try register.answer(BudgetForecast(year: 2026, programme: "housing")) }
        == .fieldValue)
    // A day of which no source gives the rate.
    #expect(
      refusal {
        try register.answer(BudgetForecast(year: 2021, on: LocalDate(iso: "2021-06-01")))
      } == .allowanceRateUnknown)
  }
}
