import Domain
import Reports
import Testing

/// Files that a spreadsheet and a program read alike.
@Suite("Reports as CSV")
struct CSVRendererTests {
  @Test("Only data rows, raw values, the group in front")
  func rows() {
    let lines = CSVRenderer.render(SampleReport.quota, .kk)
      .split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(
      lines == [
        "zone,region,allotted,used,share,paid,last",
        "Солтүстік,Абай,1200,431,35.9,833815.00,2026-02-26",
        "Солтүстік,Қостанай,80,80,100.0,1.25,",
        "Оңтүстік,\"'=Түркістан, \"\"қала\"\" <b>\",0,0,,0.00,",
        "",
      ])
  }

  @Test("A negative figure is no formula")
  func negative() {
    let report = Report(
      id: "n", title: LocalizedText("N"),
      columns: [
        Report.Column("a", LocalizedText("A"), .count),
        Report.Column("b", LocalizedText("B"), .money),
        Report.Column("c", LocalizedText("C"), .percent),
      ],
      groups: [
        Report.Group(rows: [[.count(-1), .money(Money(tiyn: -150)), .percent(tenths: -5)]])
      ])
    #expect(CSVRenderer.render(report, .en) == "a,b,c\r\n-1,-1.50,-0.5\r\n")
  }
}
