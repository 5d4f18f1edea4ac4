import Domain
import Services
import Storage
import TestSupport
import Testing

@Suite struct QuotaOrderTests {
  static func total(_ usage: QuotaUsage.Answer) -> Int64? { usage.total.allotted }

  @Test func `an order of mid-year counts from its day`() throws {
    let register = try TestRegister(on: "2026-08-01")
    try register.order("mid-year", from: "2026-07-01", total: 2381, [("KZ-55", 1077)])
    #expect(try register.line("KZ-55", on: "2026-06-30").allotted == 977)
    #expect(try register.line("KZ-55", on: "2026-07-01").allotted == 1077)
    #expect(try register.line("KZ-27", on: "2026-07-01").allotted == 30)
    #expect(try Self.total(register.usage(on: "2026-06-30")) == 2281)
    #expect(try Self.total(register.usage(on: "2026-07-01")) == 2381)
    #expect(
      try register.usage(on: "2026-07-01").orders.map(\.number) == ["kandas-2026", "mid-year"])
  }

  @Test func `an order still to come gives nothing yet`() throws {
    let register = try TestRegister(on: "2026-05-01")
    try register.order("small", from: "2026-04-01", [("KZ-27", 2)])
    try register.order("more", from: "2026-06-01", [("KZ-27", 5)])
    let family = try register.register(Samples.family("A-1", region: "KZ-27"))
    #expect(refusal { try register.include(family) } == .quotaExhausted)
    try register.move(to: "2026-06-01")
    #expect(refusal { try register.include(family) } == nil)
  }

  @Test func `an order below the use shows an overrun and refuses more`() throws {
    let register = try TestRegister(on: "2026-05-01")
    let first = try register.register(Samples.family("A-1", count: 5, region: "KZ-27"))
    let second = try register.register(Samples.family("A-2", count: 1, region: "KZ-27"))
    let inclusion = try register.include(first, protocolNumber: "12")
    try register.order("cut", from: "2026-06-01", [("KZ-27", 2)])
    #expect(try register.line("KZ-27", on: "2026-05-31").overrun == 0)
    try register.move(to: "2026-06-01")
    let line = try register.line("KZ-27")
    #expect(line == QuotaLine(region: "KZ-27", allotted: 2, reserved: 0, used: 5))
    #expect(line.overrun == 3)
    #expect(line.free == 0)
    // The sum is the sum of the column: what is too much here is free elsewhere.
    let usage = try register.usage()
    #expect(usage.total.overrun == 3)
    #expect(usage.total.free == usage.lines.reduce(0) { $0 + ($1.free ?? 0) } + usage.undistributed)
    let failure = failure { try register.include(second) }
    #expect(failure?.code == .quotaExhausted)
    #expect(failure?.detail.contains("needs 1 place and 0 are free") == true)
    // Nothing was lost, and what is given back covers the overrun first.
    try register.perform(
      ReleaseInclusion(inclusion: inclusion.number, reason: "left", protocolNumber: "99"))
    #expect(
      try register.line("KZ-27") == QuotaLine(region: "KZ-27", allotted: 2, reserved: 0, used: 0))
    #expect(refusal { try register.include(second) } == nil)
  }

  struct Refused: Sendable {
    let why: String
    let number: String
    let from: String
    var kind = QuotaKind.kandas
    var total: Int64?
    var unit = QuotaUnit.person
    let lines: [(region: String, places: Int64?)]
    let code: Code?
  }

  static let refused: [Refused] = [
    Refused(
      why: "the same number", number: "kandas-2026", from: "2026-07-01", lines: [("KZ-27", 31)],
      code: .orderExists),
    Refused(
      why: "another unit", number: "b", from: "2026-07-01", unit: .family, lines: [("KZ-27", 31)],
      code: .quotaTerm),
    Refused(
      why: "a kind of another era", number: "b", from: "2026-07-01", kind: .immigration,
      lines: [("KZ-27", 31)], code: .quotaTerm),
    Refused(
      why: "an earlier day than the last order", number: "b", from: "2025-12-31",
      lines: [("KZ-27", 31)], code: nil),
    Refused(
      why: "a total that the regions exceed", number: "b", from: "2026-07-01", total: 2281,
      lines: [("KZ-27", 31)], code: .quotaSum),
    Refused(
      why: "a total that the regions do not reach", number: "b", from: "2026-07-01", total: 2283,
      lines: [("KZ-27", 31)], code: .quotaSum),
    Refused(
      why: "a total that fits", number: "b", from: "2026-07-01", total: 2282,
      lines: [("KZ-27", 31)], code: nil),
    Refused(
      why: "a total with a region whose number is not known", number: "b", from: "2026-07-01",
      total: 2300, lines: [("KZ-27", nil)], code: nil),
    Refused(
      why: "no total", number: "b", from: "2026-07-01", lines: [("KZ-27", 31)], code: nil),
  ]

  @Test func `an order must fit those before it`() throws {
    for order in Self.refused {
      let register = try TestRegister()
      let before = try register.contents()
      let code = refusal {
        try register.perform(
          LoadQuotaOrder(
            order: Samples.order(
              order.number, from: order.from, kind: order.kind, total: order.total,
              unit: order.unit, order.lines)))
      }
      #expect(code == order.code, "\(order.why)")
      if order.code != nil { #expect(try register.contents() == before, "\(order.why)") }
      #expect(try register.contents().problems == [], "\(order.why)")
    }
  }

  @Test func `orders come in the order in which they take effect`() throws {
    let register = try TestRegister()
    try register.order("b", from: "2026-07-01", [("KZ-27", 31)])
    #expect(
      refusal { try register.order("c", from: "2026-06-30", [("KZ-27", 32)]) } == .dateOrder)
    #expect(refusal { try register.order("c", from: "2026-07-01", [("KZ-27", 32)]) } == nil)
    try register.move(to: "2026-07-01")
    #expect(try register.line("KZ-27").allotted == 32)
  }

  /// What the ledger keeps for the country beside its regions is what the usage shows.
  static let totals: [(orders: [(total: Int64?, places: Int64?)], total: Int64, left: Int64)] = [
    ([(2282, 31)], 2282, 0),
    // A total holds until another order states one: what a cut frees is the country's.
    ([(nil, 20)], 2281, 10),
    ([(nil, 20), (nil, 25)], 2281, 5),
    ([(nil, 40)], 2291, 0),
    ([(nil, 40), (nil, 30)], 2281, 0),
    ([(2271, 20)], 2271, 0),
    ([(2271, 20), (nil, 15)], 2271, 5),
    ([(2271, 20), (nil, 15), (2300, 49)], 2300, 0),
  ]

  @Test func `the country's total and its regions' agree in ledger and report`() throws {
    for (orders, total, left) in Self.totals {
      let register = try TestRegister()
      for (index, order) in orders.enumerated() {
        try register.order(
          "\(index)", from: "2026-04-01", total: order.total,
          [
            ("KZ-27", order.places)
          ])
      }
      let usage = try register.usage()
      #expect(usage.total.allotted == total, "\(orders)")
      #expect(usage.undistributed == left, "\(orders)")
      let national = try register.database.read { (transaction) throws(Failure) -> Int64 in
        let book = LedgerTable.Book(kind: .kandas, year: 2026, unit: .person)
        guard let account = try LedgerTable.find(.national, of: book, in: transaction) else {
          return -1
        }
        return try LedgerTable.allottedEver(to: account, in: transaction)
      }
      #expect(national == left, "\(orders)")
    }
  }

  // MARK: The file

  static let header = "order_number,order_date,effective_from,kind,year,unit,region,places\n"

  static let files: [(rows: String, code: Code?, words: String)] = [
    ("1,2026-06-01,2026-07-01,kandas,2026,person,KZ-27,31\n", nil, ""),
    ("1,,2026-07-01,kandas,2026,person,270000000,\n", nil, ""),
    ("", .fieldRequired, "a.csv: the file has no line"),
    (
      ",2026-06-01,2026-07-01,kandas,2026,person,KZ-27,31\n", .fieldRequired, "line 2, order_number"
    ),
    ("1,,,kandas,2026,person,KZ-27,31\n", .fieldRequired, "line 2, effective_from"),
    ("1,2026-02-30,2026-07-01,kandas,2026,person,KZ-27,31\n", .dateInvalid, "line 2, order_date"),
    ("1,,2026-07-01,refugees,2026,person,KZ-27,31\n", .fieldValue, "line 2, kind"),
    ("1,,2026-07-01,kandas,26,person,KZ-27,31\n", .fieldValue, "line 2, year"),
    ("1,,2026-07-01,kandas,2026,people,KZ-27,31\n", .fieldValue, "line 2, unit"),
    ("1,,2026-07-01,kandas,2026,person,KZ-99,31\n", .regionUnknown, "line 2, region"),
    ("1,,2026-07-01,kandas,2026,person,KZ-27,-1\n", .fieldValue, "line 2, places"),
    ("1,,2026-07-01,kandas,2026,person,KZ-27,3.5\n", .fieldValue, "line 2, places"),
    (
      "1,,2026-07-01,kandas,2026,person,KZ-27,3\n1,,2026-07-01,kandas,2026,person,KZ-ZAP,4\n",
      .fieldValue, "line 3, region: the order names KZ-ZAP twice"
    ),
    ("1,,2026-07-01,kandas,2026,person,KZ-27\n", .csvFieldCount, "a.csv: line 2"),
  ]

  @Test(arguments: files) func `an order file is read or refused at its line`(
    rows: String, code: Code?, words: String
  ) throws {
    let bytes = Array((Self.header + rows).utf8)
    let failure = failure {
      try QuotaOrderFile.read(bytes, name: "a.csv", regions: Reference.regions())
    }
    #expect(failure?.code == code)
    #expect(failure?.detail.contains(words) ?? words.isEmpty)
  }
}
