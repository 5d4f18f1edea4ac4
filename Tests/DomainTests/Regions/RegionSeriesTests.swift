import Domain
import Seeds
import Testing

@Suite struct RegionSeriesTests {
  static let register = Result { try Seeds.regions() }

  static func day(_ text: String) throws -> LocalDate { try #require(LocalDate(iso: text)) }

  /// The groups of two days as `A+B>C`, without those in which nothing is different.
  static func changes(_ from: String, _ to: String) throws -> [String] {
    try groups(from, to).filter { !$0.isUnchanged }.map { group in
      "\(group.from.joined(separator: "+"))>\(group.to.joined(separator: "+"))"
    }
  }

  static func groups(_ from: String, _ to: String) throws -> [RegionGroup] {
    try register.get().groups(from: day(from), to: day(to))
  }

  struct Telling: Sendable {
    let from: String
    let to: String
    let groups: Int
    let changes: [String]
  }

  static let tellings: [Telling] = [
    Telling(
      from: "2018-06-18", to: "2018-06-19", groups: 16, changes: ["KZ-YUZ>KZ-61+KZ-79"]),
    Telling(
      from: "2018-06-19", to: "2018-06-18", groups: 16, changes: ["KZ-61+KZ-79>KZ-YUZ"]),
    Telling(
      from: "2022-06-07", to: "2022-06-08", groups: 17,
      changes: ["KZ-63>KZ-10+KZ-63", "KZ-19>KZ-19+KZ-33", "KZ-35>KZ-35+KZ-62"]),
    Telling(
      from: "2026-01-01", to: "2020-01-01", groups: 17,
      changes: ["KZ-19+KZ-33>KZ-19", "KZ-35+KZ-62>KZ-35", "KZ-10+KZ-63>KZ-63"]),
    Telling(
      from: "2017-01-01", to: "2026-01-01", groups: 16,
      changes: [
        "KZ-63>KZ-10+KZ-63", "KZ-19>KZ-19+KZ-33", "KZ-35>KZ-35+KZ-62", "KZ-YUZ>KZ-61+KZ-79",
      ]),
    Telling(
      from: "2026-01-01", to: "2017-01-01", groups: 16,
      changes: [
        "KZ-19+KZ-33>KZ-19", "KZ-35+KZ-62>KZ-35", "KZ-61+KZ-79>KZ-YUZ", "KZ-10+KZ-63>KZ-63",
      ]),
    Telling(from: "2018-06-19", to: "2022-06-07", groups: 17, changes: []),
    Telling(from: "2026-01-01", to: "2026-01-01", groups: 20, changes: []),
    Telling(from: "1991-12-16", to: "1991-12-16", groups: 16, changes: []),
  ]

  @Test(arguments: tellings) func `regions of one day are told in those of another`(
    _ telling: Telling
  ) throws {
    #expect(try Self.groups(telling.from, telling.to).count == telling.groups)
    #expect(try Self.changes(telling.from, telling.to) == telling.changes)
  }

  static let days = [
    "1991-12-15", "1991-12-16", "2018-06-18", "2018-06-19", "2022-06-07", "2022-06-08",
    "2026-11-25",
  ]

  @Test func `each region of both days is in exactly one group`() throws {
    let register = try Self.register.get()
    for from in Self.days {
      for to in Self.days {
        let groups = try Self.groups(from, to)
        let before = register.all(on: try Self.day(from)).map(\.code)
        let after = register.all(on: try Self.day(to)).map(\.code)
        #expect(groups.flatMap(\.from).sorted() == before.sorted(), "\(from) \(to)")
        #expect(groups.flatMap(\.to).sorted() == after.sorted(), "\(from) \(to)")
      }
    }
  }

  @Test func `there and back are the same groups`() throws {
    for from in Self.days {
      for to in Self.days {
        let there = try Self.groups(from, to).map { [$0.from, $0.to] }
        let back = try Self.groups(to, from).map { [$0.to, $0.from] }
        #expect(Set(there) == Set(back), "\(from) \(to)")
      }
    }
  }

  @Test func `groups stand in the order of their first region`() throws {
    #expect(
      try Self.groups("2017-01-01", "2026-01-01").map { $0.to[0] } == [
        "KZ-10", "KZ-11", "KZ-15", "KZ-19", "KZ-23", "KZ-27", "KZ-31", "KZ-35", "KZ-39", "KZ-43",
        "KZ-47", "KZ-55", "KZ-59", "KZ-61", "KZ-71", "KZ-75",
      ])
  }

  @Test func `what was joined is exact, and what was split is not`() throws {
    let joined = try #require(
      try Self.groups("2026-01-01", "2017-01-01").first { $0.to == ["KZ-YUZ"] })
    #expect(joined.isExact)
    #expect(!joined.isJoint)
    let split = try #require(
      try Self.groups("2017-01-01", "2026-01-01").first { $0.from == ["KZ-YUZ"] })
    #expect(!split.isExact)
    #expect(split.isJoint)
    let kept = try #require(
      try Self.groups("2017-01-01", "2026-01-01").first { $0.from == ["KZ-55"] })
    #expect(kept.isExact)
    #expect(kept.isUnchanged)
    #expect(kept.sources == [])
  }

  @Test func `a region without figures of the day is not exact`() throws {
    let groups = try Self.groups("1991-12-15", "1991-12-16")
    #expect(groups.count == 16)
    #expect(!groups.contains { $0.isExact || $0.isJoint || $0.isUnchanged })
  }

  @Test func `a change carries its source and standing`() throws {
    let split = try #require(
      try Self.groups("2017-01-01", "2026-01-01").first { $0.from == ["KZ-63"] })
    #expect(
      split.sources == [
        Citation(
          "Presidential decree of 2022-05-04 on the new regions; in force 2022-06-08",
          standing: .unconfirmed)
      ])
  }

  @Test func `regions together have one title`() throws {
    let register = try Self.register.get()
    let day = try Self.day("2026-01-01")
    #expect(
      register.title(of: ["KZ-61", "KZ-79"], on: day)
        == LocalizedText(
          en: "Turkistan Region and Shymkent together",
          kk: "Түркістан облысы және Шымкент бірге",
          ru: "Туркестанская область и Шымкент вместе"))
    #expect(
      register.title(of: ["KZ-71", "KZ-75", "KZ-79"], on: day).en
        == "Astana, Almaty and Shymkent together")
    #expect(register.title(of: ["KZ-71"], on: try Self.day("2020-01-01")).en == "Nur-Sultan")
    #expect(register.title(of: [], on: day) == LocalizedText(""))
  }
}

/// Changes that the country has not seen since independence, and may.
@Suite struct RegionTransferTests {
  static func region(
    _ code: String, from: String, to: String? = nil, out predecessors: [String] = []
  ) throws -> Region {
    let start = try #require(LocalDate(iso: from))
    let end = try to.map { try #require(LocalDate(iso: $0)) }
    return Region(
      code: code, kato: "\(code.suffix(2))0000000", isoOld: nil,
      period: try #require(Period(from: start, to: end)), predecessors: predecessors,
      successors: [], name: LocalizedText(code), renamings: [],
      citation: Citation("a test", standing: .press))
  }

  static func groups(_ regions: [Region], _ from: String, _ to: String) throws -> [[[String]]] {
    try RegionRegister(regions).groups(
      from: RegionSeriesTests.day(from), to: RegionSeriesTests.day(to)
    ).map { [$0.from, $0.to] }
  }

  @Test func `a region that ended inside an older one went over on that day`() throws {
    let regions = [
      try Self.region("KZ-01", from: "1991-12-16", out: ["KZ-02"]),
      try Self.region("KZ-02", from: "1991-12-16", to: "1997-05-01"),
    ]
    #expect(
      try Self.groups(regions, "1997-04-30", "1997-05-01") == [[["KZ-01", "KZ-02"], ["KZ-01"]]])
    #expect(
      try Self.groups(regions, "1991-12-16", "1997-04-30")
        == [[["KZ-01"], ["KZ-01"]], [["KZ-02"], ["KZ-02"]]])
  }

  @Test func `a region between the two days links those before and after it`() throws {
    let regions = [
      try Self.region("KZ-01", from: "2000-01-01", to: "2005-01-01"),
      try Self.region("KZ-02", from: "2005-01-01", to: "2010-01-01", out: ["KZ-01"]),
      try Self.region("KZ-03", from: "2010-01-01", out: ["KZ-02"]),
      try Self.region("KZ-04", from: "2010-01-01", out: ["KZ-02"]),
    ]
    #expect(
      try Self.groups(regions, "2004-12-31", "2010-01-01") == [[["KZ-01"], ["KZ-03", "KZ-04"]]])
  }

  @Test func `two regions that were cut anew are told together`() throws {
    let regions = [
      try Self.region("KZ-01", from: "2000-01-01", to: "2010-01-01"),
      try Self.region("KZ-02", from: "2000-01-01", to: "2010-01-01"),
      try Self.region("KZ-03", from: "2010-01-01", out: ["KZ-01"]),
      try Self.region("KZ-04", from: "2010-01-01", out: ["KZ-01", "KZ-02"]),
    ]
    #expect(
      try Self.groups(regions, "2009-12-31", "2010-01-01")
        == [[["KZ-01", "KZ-02"], ["KZ-03", "KZ-04"]]])
  }
}
