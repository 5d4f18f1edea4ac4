import TestSupport
import Testing

/// Many processes want the last places of a region at once, and no more enter than there are.
@Suite("A race for the last places")
struct RaceTests {
  static let processes = 16
  static let places: Int64 = 40

  /// An order later in the year that leaves West Kazakhstan (KZ-27) forty places in all.
  static let order = """
    order_number,order_date,effective_from,kind,year,unit,region,places
    kandas-2026-2,2026-05-20,2026-06-01,kandas,2026,person,KZ,2291
    kandas-2026-2,2026-05-20,2026-06-01,kandas,2026,person,KZ-27,40

    """

  /// A register with families of these sizes; their numbers in that order.
  private static func register(_ sizes: [Int]) throws -> (kosh: Kosh, families: [String]) {
    let kosh = try Kosh.withRegister()
    try kosh.write(order, to: "order.csv")
    let loaded = try kosh.run("quota order order.csv")
    try #require(loaded.exit == 0, "\(loaded.err)")
    var rows = IntakeRefusalTests.header
    for (index, size) in sizes.enumerated() {
      rows += "R\(index),head,,Ерлан,,,,,M,1985,,,,,,,,,,,,,KZ-27,\n"
      for _ in 1..<size { rows += "R\(index),son,,Нұрлан,,,,,M,2012,,,,,,,,,,,,,,\n" }
    }
    try kosh.write(rows, to: "race.csv")
    _ = try kosh.run("family import race.csv")
    let found = try kosh.run("family find Ерлан --limit 100 --json").json()
    let families = found.elements.compactMap { $0["family"].text }.sorted()
    try #require(families.count == sizes.count)
    return (kosh, families)
  }

  /// Sixteen at a time, all started before the first is waited for.
  private static func include(_ families: [String], in kosh: Kosh) throws -> [Kosh.Answer] {
    var answers: [Kosh.Answer] = []
    for start in stride(from: 0, to: families.count, by: processes) {
      let wave = try families[start..<min(start + processes, families.count)].map { family in
        try kosh.start(["quota", "include", family, "--protocol", "1", "--json"])
      }
      for process in wave { answers.append(try process.wait()) }
    }
    return answers
  }

  private static func used(in kosh: Kosh) throws -> Int64? {
    let usage = try kosh.run("quota usage --year 2026 --kind kandas --json").json()
    let row = usage["rows"].elements.first { $0["region"] == "KZ-27" }
    #expect(row?["allotted"].number == places)
    #expect(row?["overrun"] == 0)
    return row?["used"].number
  }

  @Test("Forty of forty-eight single people enter")
  func singles() throws {
    let (kosh, families) = try Self.register(Array(repeating: 1, count: 48))
    let answers = try Self.include(families, in: kosh)
    #expect(answers.count { $0.exit == 0 } == 40)
    for answer in answers where answer.exit != 0 {
      #expect(answer.exit == 4)
      #expect(try answer.json()["error"]["code"] == "quota.exhausted")
    }
    #expect(try Self.used(in: kosh) == 40)
    #expect(try Proof.of(kosh).isClean)
  }

  @Test("Of families of mixed size as many enter as fit, and none in part")
  func mixed() throws {
    let sizes = (0..<32).map { [3, 2, 4, 1, 3, 5, 2, 3][$0 % 8] }
    let (kosh, families) = try Self.register(sizes)
    let answers = try Self.include(families, in: kosh)
    var used: Int64 = 0
    for (size, answer) in zip(sizes, answers) where answer.exit == 0 {
      #expect(try answer.json()["places"] == .number(Int64(size)))
      used += Int64(size)
    }
    #expect(used <= Self.places)
    #expect(try Self.used(in: kosh) == used)
    for (size, answer) in zip(sizes, answers) where answer.exit != 0 {
      #expect(answer.exit == 4)
      #expect(try answer.json()["error"]["code"] == "quota.exhausted")
      // Free places only grow fewer, so whoever was refused would not fit at the end either.
      #expect(Int64(size) > Self.places - used)
    }
    #expect(try Proof.of(kosh).isClean)
  }

  @Test("A family of three does not enter the last two places; one of two does")
  func lastTwo() throws {
    let (kosh, families) = try Self.register(Array(repeating: 2, count: 20) + [3])
    #expect(try Self.include(Array(families[..<19]), in: kosh).allSatisfy { $0.exit == 0 })
    let three = try kosh.run(["quota", "include", families[20], "--protocol", "1"])
    #expect(three.exit == 4)
    #expect(
      three.err.hasPrefix(
        "error: quota.exhausted: \(families[20]) needs 3 places and 2 are free in this region's "
          + "quota"))
    let two = try kosh.run(["quota", "include", families[19], "--protocol", "1"])
    #expect(two.exit == 0, "\(two.err)")
    #expect(try Self.used(in: kosh) == 40)
  }
}
