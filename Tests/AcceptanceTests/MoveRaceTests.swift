import Storage
import TestSupport
import Testing

/// Sixteen processes move places and people of one register at once, each as its seed says.
///
/// What they were told adds up to what the register holds.
@Suite("Sixteen processes at random moves", .serialized)
struct MoveRaceTests {
  static let processes = 16
  /// Commands of each process on each of the two days.
  static let moves = 20
  static let seed: UInt64 = 20_261_103
  /// What the processes give back of, and no order changes.
  static let allotted: [String: Int64] = ["KZ-10": 40, "KZ-23": 30, "KZ-27": 20]
  /// Whose places the processes' own orders set anew, below what is used too.
  static let ordered = "KZ-55"
  /// What was reserved on the first day holds to its end.
  static let days = ["2026-11-02", "2026-11-03"]

  static let order = """
    order_number,order_date,effective_from,kind,year,unit,region,places
    kandas-2026-2,2026-05-20,2026-06-01,kandas,2026,person,KZ-10,40
    kandas-2026-2,2026-05-20,2026-06-01,kandas,2026,person,KZ-23,30
    kandas-2026-2,2026-05-20,2026-06-01,kandas,2026,person,KZ-27,20
    kandas-2026-2,2026-05-20,2026-06-01,kandas,2026,person,KZ-55,15

    """

  /// 48 families of one to five people.
  private static func register() throws -> (kosh: Kosh, families: [String]) {
    let kosh = try Kosh.withRegister()
    try kosh.write(order, to: "order.csv")
    let loaded = try kosh.run("quota order order.csv")
    try #require(loaded.exit == 0, "\(loaded.err)")
    var rows = IntakeRefusalTests.header
    for index in 0..<48 {
      rows += "M\(index),head,,Ерлан,,,,,M,1985,,,,,,,,,,,,,KZ-27,\n"
      for _ in 0..<(index % 5) { rows += "M\(index),son,,Нұрлан,,,,,M,2012,,,,,,,,,,,,,,\n" }
    }
    try kosh.write(rows, to: "moves.csv")
    _ = try kosh.run("family import moves.csv")
    let found = try kosh.run("family find Ерлан --limit 100 --json").json()
    let families = found.elements.compactMap { $0["family"].text }.sorted()
    try #require(families.count == 48)
    return (kosh, families)
  }

  @Test("The sums are exact")
  func sums() throws {
    let (kosh, families) = try Self.register()
    let desk = Lock(MoveDesk(families: families))
    let faults = Lock<[String]>([])
    print("\(Self.processes) processes at once, seeds from \(Self.seed) on")
    for day in Self.days {
      Threads.run(Self.processes) { index in
        let seed = Self.seed + UInt64(index) + (day == Self.days[0] ? 0 : 1_000)
        var mover = Mover(kosh: kosh, desk: desk, day: day, index: index, seed: seed)
        do {
          for _ in 0..<Self.moves { try mover.move() }
        } catch {
          faults.with { $0.append("process \(index) from seed \(seed): \(error)") }
        }
      }
    }
    #expect(faults.with { $0 } == [])
    let end = desk.with { $0 }
    for (words, count) in end.told.sorted(by: { $0.key < $1.key }) { print("\(words): \(count)") }
    for words in [
      "include", "confirm", "release", "transfer", "return", "order", "split", "join", "undo",
      "merge",
    ] {
      #expect(end.told["\(words) done"] ?? 0 > 0, "\(words)")
    }
    try Self.compare(end, in: kosh)
    #expect(try Proof.of(kosh).isClean)
  }

  /// The use of the quota, what the processes were told, and what the families hold are the same.
  private static func compare(_ end: MoveDesk, in kosh: Kosh) throws {
    var held: [String: [String: Int64]] = [:]
    for family in end.families {
      let shown = try kosh.run("family show \(family) --json --today \(days[1])").json()
      // A number that a split gave and an undo withdrew.
      guard shown["error"] == .null else { continue }
      var people: Int64 = 0
      for inclusion in shown["inclusions"].elements {
        guard let region = inclusion["region"].text, let state = inclusion["state"].text,
          let places = inclusion["current_places"].number,
          ["reserved", "confirmed"].contains(state)
        else { continue }
        held[region, default: [:]][state, default: 0] += places
        people += places
      }
      // Each person at most once.
      #expect(people <= shown["size"].number ?? 0, "\(family)")
    }
    let usage = try kosh.run(
      "quota usage --year 2026 --kind kandas --json --today \(days[1])"
    ).json()
    var allotted = allotted
    allotted[ordered] = try lastOrdered(in: kosh)
    for (region, places) in allotted {
      let row = usage["rows"].elements.first { $0["region"].text == region }
      let found = ["allotted", "reserved", "used", "free", "overrun"].map { row?[$0].number }
      let left = places - (end.returned[region] ?? 0)
      // What was reserved on the first day and not confirmed has expired since.
      let reserved = end.reserved[days[1]]?[region] ?? 0
      let used = end.used[region] ?? 0
      let free = left - reserved - used
      #expect(found == [left, reserved, used, max(0, free), max(0, -free)], "\(region)")
      #expect(held[region]?["reserved"] ?? 0 == reserved, "\(region)")
      #expect(held[region]?["confirmed"] ?? 0 == used, "\(region)")
    }
  }

  /// What the order that was loaded last gives, whichever process loaded it.
  private static func lastOrdered(in kosh: Kosh) throws -> Int64 {
    let list = try kosh.run("quota order list --year 2026 --kind kandas --json").json()
    let number = list.elements.last { $0["order"].text?.hasPrefix("N-") == true }
    let order = try kosh.run("quota order show \(number?["order"].text ?? "") --json").json()
    let rows = order["orders"].elements.first?["rows"].elements ?? []
    return try #require(rows.first { $0["region"].text == ordered }?["after"].number)
  }
}
