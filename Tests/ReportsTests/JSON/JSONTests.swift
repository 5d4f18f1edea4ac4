import Domain
import Reports
import Testing

/// JSON keeps the order of its members and the digits of its money.
@Suite("Reports as JSON")
struct JSONTests {
  static let values: [(value: JSONValue, text: String)] = [
    ([:], "{}"),
    ([], "[]"),
    (["b": 1, "a": [true, nil]], #"{"b":1,"a":[true,null]}"#),
    (.money(Money(tiyn: 83_381_500)), #""833815.00""#),
    (.optional(nil), "null"),
    (.count(Int32(-7)), "-7"),
    ("Сәуле “x”", #""Сәуле “x”""#),
    ("a\"b\\c\n\t\r\u{1}\u{1F}", #""a\"b\\c\n\t\r\u0001\u001f""#),
    ("\r\n", #""\r\n""#),
  ]

  @Test("A value on one line", arguments: values)
  func compact(value: JSONValue, text: String) {
    #expect(value.compact == text)
  }

  @Test("A value for people to read")
  func pretty() {
    let value: JSONValue = ["id": "F-1", "rows": [1, ["x": []]], "none": [:]]
    #expect(
      value.pretty == """
        {
          "id": "F-1",
          "rows": [
            1,
            {
              "x": []
            }
          ],
          "none": {}
        }
        """)
  }

  @Test("A report is one object; unknown is null, shares and money are strings")
  func report() {
    var report = SampleReport.quota
    report.columns.removeAll { $0.id == "allotted" || $0.id == "used" }
    report.groups = [
      Report.Group(
        rows: [[.text("Abai"), .percent(tenths: 359), .money(Money(tiyn: 5)), .unknown]])
    ]
    report.total = nil
    report.chart = nil
    #expect(
      JSONRenderer.value(of: report, .en).compact == """
        {"report":"quota_execution","title":"Execution of the regional quota","language":"en",\
        "facts":{"year":2026,"on":"2026-03-01"},\
        "columns":[{"id":"region","title":"Region","kind":"text"},\
        {"id":"share","title":"Share","kind":"percent"},\
        {"id":"paid","title":"Paid, ₸","kind":"money"},\
        {"id":"last","title":"Last","kind":"date"}],\
        "rows":[{"region":"Abai","share":"35.9","paid":"0.05","last":null}],\
        "notes":["One place a person.",\
        "Shares are rounded to a tenth of a percent, halves away from zero.",\
        "… means that the value is not known."],\
        "citations":[{"source":"Order 92","article":"p. 3","standing":"press"}]}
        """)
  }

  @Test("Titled groups name their rows and bring their subtotals")
  func groups() {
    let report = SampleReport.quota
    let rows = JSONRenderer.rows(of: report, .en)
    #expect(rows.count == 3)
    #expect(
      rows.first?.compact == """
        {"zone":"North","region":"Абай","allotted":1200,"used":431,"share":"35.9",\
        "paid":"833815.00","last":"2026-02-26"}
        """)
    let whole = JSONRenderer.value(of: report, .en).compact
    #expect(
      whole.contains(
        #""subtotals":[{"zone":"North","region":null,"allotted":1280,"used":511,"share":"39.9","#))
    #expect(whole.hasSuffix(#"{"label":"Kostanay","values":[80,0]}]}}"#))
  }
}
