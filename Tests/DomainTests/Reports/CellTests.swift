import Domain
import Testing

/// A share is exact in integers and rounds halves away from zero.
@Suite("Cells of reports")
struct CellTests {
  static let shares: [(part: Int64, whole: Int64, cell: Cell)] = [
    (0, 10, .percent(tenths: 0)),
    (1, 8, .percent(tenths: 125)),
    (1, 3, .percent(tenths: 333)),
    (2, 3, .percent(tenths: 667)),
    (1, 2000, .percent(tenths: 1)),
    (-1, 2000, .percent(tenths: -1)),
    (49, 100_000, .percent(tenths: 0)),
    (10, 10, .percent(tenths: 1000)),
    (11, 10, .percent(tenths: 1100)),
    (5, 0, .empty),
    (0, 0, .empty),
    (.max, .max, .percent(tenths: 1000)),
    (.min, .min, .percent(tenths: 1000)),
    (.max, 1, .unknown),
    (.max, 1000, .unknown),
    (.max - 807, 1000, .percent(tenths: .max - 807)),
  ]

  @Test("A share is rounded once, in integers", arguments: shares)
  func share(part: Int64, whole: Int64, cell: Cell) {
    #expect(Cell.share(part, of: whole) == cell)
  }

  @Test("A crooked table says what is wrong with it")
  func defects() {
    let report = Report(
      id: "Bad", title: LocalizedText("x"),
      columns: [
        Report.Column("share", LocalizedText("x"), .percent),
        Report.Column("share", LocalizedText("x"), .text),
      ],
      groups: [Report.Group(rows: [[.empty], [.count(1), .text("a")]])],
      chart: .bars(
        BarChart(
          title: LocalizedText("x"), unit: LocalizedText("x"), parts: [],
          bars: [BarChart.Bar(LocalizedText("b"), [1])])))
    #expect(
      report.defects == [
        "“Bad” is not in snake_case",
        "two columns are “share”",
        "a column of shares stands without the counts beside it",
        "row 1 of group 1 has 1 cells for 2 columns",
        "row 2 of group 1: share takes no count(1)",
        "the bar “b” has not one value for each part",
      ])
  }
}
