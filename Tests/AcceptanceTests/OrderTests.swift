import TestSupport
import Testing

/// The orders that ship, as `kosh quota usage --json` shows them on a fresh register.
@Suite("Shipped quota orders")
struct OrderTests {
  struct Order: Sendable {
    let kind: String
    let year: Int
    let unit: String
    let total: Int64
    let undistributed: Int64
    /// Nil where the source names the region without its number.
    let regions: [(code: String, places: Int64?)]
  }

  static let orders: [Order] = [
    Order(
      kind: "immigration", year: 2007, unit: "family", total: 15_000, undistributed: 0,
      regions: [
        ("KZ-11", 1020), ("KZ-15", 880), ("KZ-19", 1260), ("KZ-23", 450), ("KZ-27", 485),
        ("KZ-31", 980), ("KZ-35", 1005), ("KZ-39", 875), ("KZ-43", 500), ("KZ-47", 1998),
        ("KZ-YUZ", 2765), ("KZ-55", 950), ("KZ-59", 500), ("KZ-63", 1095), ("KZ-71", 127),
        ("KZ-75", 110),
      ]),
    Order(
      kind: "kandas", year: 2024, unit: "person", total: 3033, undistributed: 3033, regions: []),
    Order(
      kind: "settlers", year: 2024, unit: "person", total: 6450, undistributed: 6450, regions: []),
    Order(
      kind: "kandas", year: 2020, unit: "person", total: 1378, undistributed: 0,
      regions: [
        ("KZ-11", 258), ("KZ-39", 350), ("KZ-55", 500), ("KZ-59", 120), ("KZ-63", 150),
      ]),
    Order(
      kind: "kandas", year: 2023, unit: "person", total: 1925, undistributed: 0,
      regions: [
        ("KZ-10", 196), ("KZ-11", 270), ("KZ-39", 150), ("KZ-55", 932), ("KZ-59", 138),
        ("KZ-63", 239),
      ]),
    Order(
      kind: "settlers", year: 2023, unit: "person", total: 6727, undistributed: 0,
      regions: [
        ("KZ-10", 238), ("KZ-35", 33), ("KZ-39", 530), ("KZ-55", 2841), ("KZ-59", 2660),
        ("KZ-62", 120), ("KZ-63", 305),
      ]),
    Order(
      kind: "kandas", year: 2025, unit: "person", total: 2309, undistributed: 0,
      regions: [
        ("KZ-10", 244), ("KZ-11", 285), ("KZ-23", 100), ("KZ-27", 30), ("KZ-39", 150),
        ("KZ-55", 1056), ("KZ-59", 175), ("KZ-63", 269),
      ]),
    Order(
      kind: "settlers", year: 2025, unit: "person", total: 7344, undistributed: 790,
      regions: [
        ("KZ-10", nil), ("KZ-35", nil), ("KZ-39", 535), ("KZ-55", 3050), ("KZ-59", 2969),
        ("KZ-62", nil), ("KZ-63", nil),
      ]),
    Order(
      kind: "kandas", year: 2026, unit: "person", total: 2281, undistributed: 0,
      regions: [
        ("KZ-10", 264), ("KZ-11", 285), ("KZ-23", 125), ("KZ-27", 30), ("KZ-39", 200),
        ("KZ-55", 977), ("KZ-59", 200), ("KZ-63", 200),
      ]),
    Order(
      kind: "settlers", year: 2026, unit: "person", total: 5997, undistributed: 0,
      regions: [
        ("KZ-10", 275), ("KZ-35", 37), ("KZ-39", 485), ("KZ-55", 1655), ("KZ-59", 2820),
        ("KZ-62", 125), ("KZ-63", 600),
      ]),
  ]

  @Test("Every figure of every order; what is not known is shown as such")
  func figures() throws {
    let kosh = try Kosh.withRegister()
    for order in Self.orders {
      let answer = try kosh.run("quota usage --year \(order.year) --kind \(order.kind) --json")
      let json = try answer.json()
      #expect(json["unit"].text == order.unit)
      #expect(json["total"]["allotted"].number == order.total)
      #expect(json["undistributed"].number == order.undistributed)
      let found = json["rows"].elements.map { row in
        "\(row["region"].text ?? "") \(row["allotted"].number ?? -1) \(row["free"].number ?? -1)"
      }
      #expect(
        found == order.regions.map { "\($0.code) \($0.places ?? -1) \($0.places ?? -1)" },
        "\(order.kind) \(order.year)")
      #expect(json["orders"].elements.allSatisfy { $0["source"].text?.isEmpty == false })
    }
    let text = try kosh.run("quota usage --year 2025 --kind settlers").out
    #expect(text.contains("KZ-10, KZ-35, KZ-62,"), "\(text)")
    #expect(text.contains("they are not known, not zero"))
  }

  @Test("A year without an order is refused")
  func noOrder() throws {
    let kosh = try Kosh.withRegister()
    let answer = try kosh.run("quota usage --year 1995 --kind kandas --json")
    #expect(answer.exit == 4)
    #expect(
      answer.out == """
        {"error":{"code":"quota.unknown",\
        "message":"no order in force on 1995-12-31 gives places for kandas 1995",\
        "hint":"kosh quota order FILE loads one"}}

        """)
  }
}
