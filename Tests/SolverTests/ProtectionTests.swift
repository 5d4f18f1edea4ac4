import Domain
import Services
import TestSupport
import Testing

/// Small figures of published reports, against whoever knows everything that is shown.
@Suite("Protection of small figures") struct ProtectionTests {
  private static let columns = [
    Report.Column("code", LocalizedText("Code"), .code),
    Report.Column("men", LocalizedText("Men"), .count),
    Report.Column("women", LocalizedText("Women"), .count),
    Report.Column("people", LocalizedText("People"), .count),
    Report.Column("share", LocalizedText("Share"), .percent),
  ]

  private static func line(_ code: String, _ men: Int64, _ women: Int64, of all: Int64) -> [Cell] {
    [
      .text(code), .count(men), .count(women), .count(men + women), .share(men + women, of: all),
    ]
  }

  /// A table of groups of rows of men and women, with their sums.
  private static func report(_ groups: [[(Int64, Int64)]], subtotals: Bool) -> Report {
    let all = groups.joined().reduce(0) { $0 + $1.0 + $1.1 }
    func sum(_ rows: [(Int64, Int64)], _ name: String) -> [Cell] {
      line(name, rows.reduce(0) { $0 + $1.0 }, rows.reduce(0) { $0 + $1.1 }, of: all)
    }
    var made: [Report.Group] = []
    for (index, rows) in groups.enumerated() {
      let lines = rows.enumerated().map { line("\(index)-\($0)", $1.0, $1.1, of: all) }
      made.append(
        Report.Group(
          title: subtotals ? LocalizedText("Group \(index)") : nil, rows: lines,
          subtotal: subtotals ? sum(rows, "") : nil))
    }
    return Report(
      id: "table", title: LocalizedText("Table"), columns: columns, groups: made,
      total: sum(Array(groups.joined()), ""))
  }

  private static func random(_ random: inout SeededRandom, subtotals: Bool) -> Report {
    let groups = (0..<(subtotals ? 1 + random.below(5) : 1)).map { _ in
      (0..<(1 + random.below(9))).map { _ in
        // Most are small or nothing, some are large.
        let scale = [1, 4, 8, 40, 400][random.below(5)]
        return (Int64(random.below(scale)), Int64(random.below(scale)))
      }
    }
    return report(groups, subtotals: subtotals)
  }

  @Test func `no hidden figure of a thousand tables can be told closer than the threshold`() {
    var random = SeededRandom(seed: 20_261_126)
    let protection = Protection(threshold: 5)
    var (hidden, published, shown) = (0, 0, 0)
    for index in 0..<1000 {
      let exact = Self.random(&random, subtotals: index.isMultiple(of: 2))
      let open = protection.publish(exact)
      let attack = IntervalAttack(exact: exact, published: open)
      for (place, interval) in attack.intervals(columnSum: true) {
        let value = attack.value(place)
        #expect(
          interval.most - interval.least >= 5 || value == 0,
          "table \(index), \(place): \(value) lies in \(interval)")
        #expect(interval.least <= Double(value) && Double(value) <= interval.most)
        hidden += 1
      }
      for (one, other) in zip(Self.lines(exact), Self.lines(open)) {
        for (cell, seen) in zip(one, other) where seen != .suppressed {
          #expect(cell == seen)
          if case .count(let count) = seen { #expect(count == 0 || count >= 5) }
          shown += 1
        }
      }
      if open.total?[3] != Cell.suppressed { published += 1 }
    }
    // It must hide something, and not everything.
    #expect(hidden > 3000)
    #expect(shown > 10_000)
    #expect(published > 900)
  }

  private static func lines(_ report: Report) -> [[Cell]] {
    report.groups.flatMap { $0.rows + ($0.subtotal.map { [$0] } ?? []) }
      + (report.total.map { [$0] } ?? [])
  }

  /// The attack is one: where only the small figures are hidden, it finds them.
  @Test func `hiding the small figures alone gives them away`() {
    let exact = Self.report([[(3, 20), (30, 40), (50, 60)]], subtotals: false)
    var naive = exact
    naive.groups[0].rows[0][1] = .suppressed
    let attack = IntervalAttack(exact: exact, published: naive)
    let found = attack.intervals(columnSum: true)
    #expect(found.count == 1)
    #expect(found.values.allSatisfy { $0.least == 3 && $0.most == 3 })
  }

  /// Worked by hand: 3 of 110 people are men of the first row; the row with the least figures beside it
  /// goes too.
  @Test func `the least row beside a small one is hidden, and totals stay exact`() {
    let exact = Self.report([[(3, 20), (30, 40), (7, 10), (50, 60)]], subtotals: false)
    let open = Protection(threshold: 5).publish(exact)
    let hidden = open.groups[0].rows.map { $0[3] == .suppressed }
    #expect(hidden == [true, false, true, false])
    #expect(open.groups[0].rows[0][4] == .suppressed)
    #expect(open.groups[0].rows[0][0] == .text("0-0"))
    #expect(open.total == exact.total)
    #expect(open.notes.contains { $0.en.hasPrefix("× stands for a figure under 5") })
  }

  /// One and two come to three: a third row is needed.
  @Test func `hidden rows come to the threshold`() {
    let exact = Self.report([[(1, 10), (2, 10), (9, 9), (40, 50)]], subtotals: false)
    let open = Protection(threshold: 5).publish(exact)
    #expect(open.groups[0].rows.map { $0[1] == .suppressed } == [true, true, true, false])
  }

  @Test func `what needs no protection is left as it is`() {
    let exact = Self.report([[(5, 20), (30, 0), (50, 60)]], subtotals: false)
    let open = Protection(threshold: 5).publish(exact)
    #expect(open.groups == exact.groups && open.total == exact.total)
    #expect(open.notes == exact.notes)
  }

  /// A region that is hidden in one table is hidden in every table of the pack.
  @Test func `what one table hides no other shows`() {
    let first = Self.report([[(3, 20), (30, 40), (70, 80), (50, 60)]], subtotals: false)
    let second = Self.report([[(300, 20), (31, 41), (72, 82), (53, 63)]], subtotals: false)
    let open = Protection(threshold: 5).publish([first, second])
    for report in open {
      #expect(
        report.groups[0].rows.map { $0[3] == .suppressed } == [true, true, false, false],
        "\(report.groups[0].rows)")
    }
  }
}
