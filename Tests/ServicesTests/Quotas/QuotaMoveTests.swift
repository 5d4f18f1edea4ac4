import Domain
import Services
import Storage
import TestSupport
import Testing

@Suite struct QuotaMoveTests {
  /// A family of three bound for Pavlodar, on 1 May 2026.
  static func register() throws -> (TestRegister, Number<Family>) {
    let register = try TestRegister(on: "2026-05-01")
    return (register, try register.register(Samples.family("A-1")))
  }

  static func transfer(
    _ inclusion: Number<Inclusion>, to region: String = "KZ-27", protocolNumber: String? = nil
  ) -> TransferInclusion {
    TransferInclusion(
      inclusion: inclusion, region: region, reason: "kin", protocolNumber: protocolNumber)
  }

  @Test func `places go from one region to another in one act`() throws {
    let (register, family) = try Self.register()
    let held = try register.include(family, protocolNumber: "12")
    #expect(refusal { try register.perform(Self.transfer(held.number)) } == .inclusionConfirmed)
    let acts = try register.contents().acts
    let moved = try register.perform(Self.transfer(held.number, protocolNumber: "13"))
    #expect(try register.contents().acts == acts + 1)
    #expect(moved.region == "KZ-27" && moved.step == .confirmed && moved.places == 3)
    #expect(moved.protocolNumber == "13" && moved.family == family)
    #expect(try register.line("KZ-55").used == 0)
    #expect(try register.line("KZ-27").used == 3)
    let dossier = try register.answer(ShowFamily(family: family))
    #expect(dossier.inclusions.map(\.step) == [.released, .confirmed])
    #expect(dossier.inclusions.first?.reason == "goes to KZ-27: kin")
    #expect(try register.breaches() == [])
  }

  @Test func `a reservation that moves keeps its term`() throws {
    let (register, family) = try Self.register()
    let held = try register.include(family, expires: "2026-05-20")
    let moved = try register.perform(Self.transfer(held.number))
    #expect(moved.step == .reserved)
    try register.move(to: "2026-05-20")
    let confirm = ConfirmInclusion(inclusion: moved.number, protocolNumber: "14")
    #expect(refusal { try register.perform(confirm) } == .reservationExpired)
  }

  @Test func `a child without a place stays without one when the others move`() throws {
    let (register, family) = try Self.register()
    let held = try register.include(family, protocolNumber: "12")
    try register.perform(
      ReleaseInclusion(
        inclusion: held.number, people: [.p(3)], reason: "went back", protocolNumber: "13"))
    let moved = try register.perform(Self.transfer(held.number, protocolNumber: "14"))
    #expect(moved.places == 2)
  }

  @Test func `places of people who all left are not transferred`() throws {
    let (register, family) = try Self.register()
    let held = try register.include(family, protocolNumber: "12")
    try register.perform(
      ReleaseInclusion(
        inclusion: held.number, people: [.p(1), .p(2)], reason: "went back", protocolNumber: "13"))
    try register.perform(
      RemoveMember(family: family, person: .p(3), ground: ActRegister.ground("2026-05-01")))
    let transfer = Self.transfer(held.number, protocolNumber: "14")
    #expect(refusal { try register.perform(transfer) } == .familyMember)
    #expect(try register.line("KZ-55").used == 1)
  }

  /// Nothing moves where the other region cannot take the family.
  @Test func `a transfer that is refused changes nothing`() throws {
    let (register, family) = try Self.register()
    let held = try register.include(family, protocolNumber: "12")
    try register.order("cut", from: "2026-05-01", [("KZ-27", 2)])
    let before = try register.contents()
    for (region, code) in [
      ("KZ-27", Code.quotaExhausted), ("KZ-75", .quotaRegion), ("KZ-55", .quotaRegion),
      ("KZ-99", .regionUnknown),
    ] {
      let transfer = Self.transfer(held.number, to: region, protocolNumber: "13")
      #expect(refusal { try register.perform(transfer) } == code, "\(region)")
    }
    #expect(try register.contents() == before)
  }

  @Test func `unused places go back to the country, and from there to another region`() throws {
    let (register, family) = try Self.register()
    try register.include(family, region: "KZ-27", protocolNumber: "12")
    func back(_ places: Int64, _ document: String) throws(Failure) -> QuotaOrder {
      try register.perform(
        ReturnPlaces(
          kind: .kandas, year: 2026, region: "KZ-27", places: places, document: document,
          reason: "no applications"))
    }
    let failure = failure { try back(28, "7") }
    #expect(failure?.code == .quotaExhausted)
    #expect(failure?.detail.contains("has 27 unused places") == true)
    #expect(refusal { try back(0, "7") } == .quotaExhausted)
    #expect(try back(20, "7").lines.map(\.amount) == [10])
    #expect(refusal { try back(1, "7") } == .orderExists)
    let line = try register.line("KZ-27")
    #expect(line == QuotaLine(region: "KZ-27", allotted: 10, reserved: 0, used: 3))
    var usage = try register.usage()
    #expect(usage.total.allotted == 2281 && usage.undistributed == 20)
    try register.order("given", from: "2026-05-01", [("KZ-10", 284)])
    usage = try register.usage()
    #expect(usage.total.allotted == 2281 && usage.undistributed == 0)
    #expect(try register.line("KZ-10").allotted == 284)
    // As it was, it can still be told.
    #expect(try register.line("KZ-27", on: "2026-04-30").allotted == 30)
  }

  @Test func `an order is shown with what it changed`() throws {
    let register = try TestRegister()
    let august = try register.answer(QuotaOrders(number: "2024-08"))
    #expect(august.map(\.order.kind) == [.kandas, .settlers])
    #expect(august.map(\.before.total) == [2433, 7050])
    #expect(august.map(\.after.total) == [3033, 6450])
    let all = try register.answer(QuotaOrders())
    #expect(all.count == 71)
    #expect(try register.answer(QuotaOrders(kind: .kandas, year: 2026)).count == 1)
    let of2007 = try #require(try register.answer(QuotaOrders(year: 2007)).first)
    #expect(of2007.after.regions.count == 16 && of2007.after.knownSum == 15_000)
    #expect(refusal { try register.answer(QuotaOrders(number: "9-9")) } == .orderNotFound)
  }

  @Test func `two orders are compared quota by quota`() throws {
    let register = try TestRegister()
    let pairs = try register.answer(CompareQuotaOrders("kandas-2024", "2024-08"))
    #expect(pairs.map(\.quota.kind) == [.kandas, .settlers])
    // The settlers' quota is none of the first order's: it has what held on its day.
    #expect(pairs.map { $0.one?.total } == [2433, 7050])
    #expect(pairs.map { $0.other?.total } == [3033, 6450])
    let years = try register.answer(CompareQuotaOrders("kandas-2025", "kandas-2026"))
    #expect(years.map(\.year) == [2025, 2026])
    #expect(years.map { $0.one == nil } == [false, true])
  }

  @Test func `whom a cut concerns: reservations first, then the latest protocol`() throws {
    let register = try TestRegister(on: "2026-05-01")
    var numbers: [Number<Inclusion>] = []
    for (reference, count, number) in [("A-1", 2, "12"), ("A-2", 3, "13"), ("A-3", 1, nil)] {
      let family = try register.register(
        Samples.family(reference, count: count, region: "KZ-27"))
      numbers.append(try register.include(family, protocolNumber: number).number)
    }
    #expect(try register.answer(QuotaOverrun(kind: .kandas, year: 2026)) == [])
    try register.order("cut", from: "2026-06-01", [("KZ-27", 4)])
    // Known before it takes effect.
    let day = try TestRegister.day("2026-06-01")
    let coming = try register.answer(QuotaOverrun(kind: .kandas, year: 2026, on: day))
    #expect(coming.map(\.line.overrun) == [2])
    #expect(coming.first?.inclusions.map(\.number) == [numbers[2], numbers[1]])
    try register.order("more", from: "2026-06-01", [("KZ-27", 5)])
    let less = try register.answer(QuotaOverrun(kind: .kandas, year: 2026, on: day))
    #expect(less.first?.inclusions.map(\.number) == [numbers[2]])
  }
}
