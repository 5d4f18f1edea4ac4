import Domain
import Services
import Storage
import TestSupport
import Testing

@Suite struct SettleInclusionTests {
  static func reserved(expires: String? = nil) throws -> (TestRegister, Number<Inclusion>) {
    let register = try TestRegister(on: "2026-05-01")
    let family = try register.register(Samples.family("A-1"))
    return (register, try register.include(family, expires: expires).number)
  }

  static func confirm(
    _ inclusion: Number<Inclusion>, _ protocolNumber: String = "12", on: String? = nil
  ) throws -> ConfirmInclusion {
    ConfirmInclusion(
      inclusion: inclusion, protocolNumber: protocolNumber, on: try TestRegister.day(on))
  }

  static func release(_ inclusion: Number<Inclusion>, on: String? = nil) throws -> ReleaseInclusion
  {
    ReleaseInclusion(
      inclusion: inclusion, reason: "left", protocolNumber: "99", on: try TestRegister.day(on))
  }

  static func places(_ register: TestRegister, on: String? = nil) throws -> [Int64] {
    let line = try register.line("KZ-55", on: on)
    return [line.reserved, line.used]
  }

  @Test func `places go from reserved to used to free, each by its day`() throws {
    let (register, inclusion) = try Self.reserved()
    try register.move(to: "2026-05-05")
    let confirmed = try register.perform(Self.confirm(inclusion))
    #expect(confirmed.step == .confirmed)
    try register.move(to: "2026-05-09")
    let released = try register.perform(Self.release(inclusion))
    #expect(released.step == .released)
    #expect(released.reason == "left")
    let days: [(on: String, places: [Int64])] = [
      ("2026-04-30", [0, 0]), ("2026-05-01", [3, 0]), ("2026-05-04", [3, 0]),
      ("2026-05-05", [0, 3]), ("2026-05-08", [0, 3]), ("2026-05-09", [0, 0]),
    ]
    for (on, places) in days { #expect(try Self.places(register, on: on) == places, "\(on)") }
    #expect(try register.contents().problems == [])
  }

  @Test func `what is settled is settled`() throws {
    let (register, inclusion) = try Self.reserved()
    try register.perform(Self.confirm(inclusion))
    #expect(
      refusal { try register.perform(Self.confirm(inclusion, "13")) } == .reservationSettled)
    try register.perform(Self.release(inclusion))
    #expect(refusal { try register.perform(Self.release(inclusion)) } == .reservationSettled)
    #expect(refusal { try register.perform(Self.confirm(inclusion)) } == .reservationSettled)
    let other = Number<Inclusion>(year: 2026, serial: 9)
    #expect(refusal { try register.perform(Self.confirm(other)) } == .inclusionNotFound)
    #expect(refusal { try register.perform(Self.release(other)) } == .inclusionNotFound)
  }

  static let confirmations: [(today: String, on: String?, number: String, code: Code?)] = [
    ("2026-05-19", nil, "12", nil),
    // The first day on which the reservation no longer holds.
    ("2026-05-20", nil, "12", .reservationExpired),
    ("2026-06-20", nil, "12", .reservationExpired),
    // The sitting was in time, the entry late.
    ("2026-05-25", "2026-05-19", "12", nil),
    ("2026-05-10", "2026-04-30", "12", .dateOrder),
    ("2026-05-10", "2026-05-11", "12", .dateOrder),
    ("2026-05-10", nil, "", .fieldRequired),
  ]

  @Test func `a reservation is confirmed while it holds`() throws {
    for (today, on, number, code) in Self.confirmations {
      let (register, inclusion) = try Self.reserved(expires: "2026-05-20")
      try register.move(to: today)
      let found = refusal { try register.perform(Self.confirm(inclusion, number, on: on)) }
      #expect(found == code, "\(today), on \(on ?? "the same day"), protocol \(number)")
    }
  }

  @Test func `a place is given back on a day that has come, not before it was taken`() throws {
    let (register, inclusion) = try Self.reserved()
    try register.move(to: "2026-05-10")
    #expect(
      refusal { try register.perform(Self.release(inclusion, on: "2026-04-30")) } == .dateOrder)
    #expect(
      refusal { try register.perform(Self.release(inclusion, on: "2026-05-11")) } == .dateOrder)
    #expect(refusal { try register.perform(Self.release(inclusion, on: "2026-05-01")) } == nil)
  }

  @Test func `places of a reservation that ran out serve the next family`() throws {
    let register = try TestRegister(on: "2026-05-01")
    try register.order("cut", from: "2026-02-01", [("KZ-27", 3)])
    let first = try register.register(Samples.family("A-1", region: "KZ-27"))
    let second = try register.register(Samples.family("A-2", region: "KZ-27"))
    try register.include(first, expires: "2026-05-20")
    try register.move(to: "2026-05-19")
    #expect(refusal { try register.include(second) } == .quotaExhausted)
    try register.move(to: "2026-05-20")
    #expect(try register.include(second).step == .reserved)
    let line = try register.line("KZ-27")
    #expect(line == QuotaLine(region: "KZ-27", allotted: 3, reserved: 3, used: 0))
    let dossier = try register.answer(ShowFamily(family: first))
    #expect(dossier.inclusions.map(\.step) == [.expired])
    // The first family may ask again, and finds the places gone.
    #expect(refusal { try register.include(first) } == .quotaExhausted)
    #expect(try register.contents().problems == [])
  }

  /// P-1 comes alone; of the family of three that comes later, P-3 turns out to be the same.
  @Test func `who was registered before under another number keeps the place`() throws {
    let register = try TestRegister(on: "2026-05-01")
    let alone = try register.register(Samples.family("A-1", count: 1))
    let family = try register.register(Samples.family("A-2"))
    try register.merge(.p(3), .p(1), leave: alone, despite: "the paper was another's")
    let inclusion = try register.include(family)
    #expect(try Self.places(register) == [3, 0])
    let confirmed = try register.perform(Self.confirm(inclusion.number))
    #expect(confirmed.people == 3 && confirmed.currentPeople == 3)
    #expect(try Self.places(register) == [0, 3])
    let moved = try register.perform(
      TransferInclusion(
        inclusion: inclusion.number, region: "KZ-27", reason: "kin", protocolNumber: "13"))
    #expect(moved.currentPeople == 3 && moved.step == .confirmed)
    #expect(try Self.places(register) == [0, 0])
    #expect(try register.line("KZ-27").used == 3)
    #expect(try register.breaches() == [])
  }
}
