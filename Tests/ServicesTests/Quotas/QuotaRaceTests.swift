import Domain
import Services
import Storage
import TestSupport
import Testing

/// However many ask at once, no more places go than the order gives.
@Suite struct QuotaRaceTests {
  struct Race: Sendable {
    let people: Int
    let places: Int64
    let winners: Int
    let isOneOffice: Bool
  }

  static let races: [Race] = [
    Race(people: 1, places: 5, winners: 5, isOneOffice: true),
    Race(people: 3, places: 10, winners: 3, isOneOffice: true),
    Race(people: 1, places: 5, winners: 5, isOneOffice: false),
    Race(people: 3, places: 2, winners: 0, isOneOffice: false),
  ]

  @Test(arguments: races) func `eight threads ask for the last places`(_ race: Race) throws {
    let register = try TestRegister()
    try register.order("last", from: "2026-05-01", [("KZ-27", race.places)])
    let families = try (0..<8).map { index in
      try register.register(
        Samples.family("A-\(index)", count: race.people, region: "KZ-27"))
    }
    let offices = try (0..<8).map { _ in
      race.isOneOffice ? register.office : try register.otherOffice()
    }
    let codes = Lock<[Code?]>([])
    Threads.run(8) { index in
      let useCase = IncludeFamily(
        family: families[index], kind: .kandas, year: 2026, region: nil, protocolNumber: "12")
      let code = refusal { try offices[index].perform(useCase, as: "tester") }
      codes.with { $0.append(code) }
    }
    let answers = codes.with { $0 }
    #expect(answers.count { $0 == nil } == race.winners)
    #expect(answers.count { $0 == .quotaExhausted } == 8 - race.winners)
    let line = try register.line("KZ-27")
    #expect(line.used == Int64(race.winners * race.people))
    #expect(line.overrun == 0)
    #expect(try register.contents().problems == [])
  }

  @Test func `eight threads include one family once`() throws {
    let register = try TestRegister()
    let family = try register.register(Samples.family("A-1"))
    let codes = Lock<[Code?]>([])
    Threads.run(8) { _ in
      let code = refusal { try register.include(family, protocolNumber: "12") }
      codes.with { $0.append(code) }
    }
    let answers = codes.with { $0 }
    #expect(answers.count { $0 == nil } == 1)
    #expect(answers.count { $0 == .placeHeld } == 7)
    #expect(try register.line("KZ-55").used == 3)
  }

  @Test func `eight threads under one key make one record`() throws {
    let register = try TestRegister()
    let form = try register.office.form(Samples.family("A-1"))
    let numbers = Lock<[Number<Family>]>([])
    Threads.run(8) { _ in
      let useCase = RegisterFamily(form: form)
      if let made = try? register.office.perform(useCase, as: "tester", key: "k") {
        numbers.with { $0.append(made.family.number) }
      }
    }
    #expect(numbers.with { $0 } == Array(repeating: Number(year: 2026, serial: 1), count: 8))
    #expect(try register.integer("SELECT count(*) FROM family") == 1)
  }
}
