import Domain
import Reports
import Testing

/// Pages that stand alone, name the roles of their cells, and hold no one's markup but ours.
@Suite("Reports as HTML")
struct HTMLRendererTests {
  static let page = HTMLRenderer.render(SampleReport.quota, .kk)

  static let parts: [String] = [
    "<html lang=\"kk\">",
    "<caption>Өңірлік квотаның орындалуы</caption>",
    "<th scope=\"col\" class=\"n\">Орын</th>",
    "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"6\">Солтүстік</th></tr>",
    "<tr><th scope=\"row\">Абай</th><td class=\"n\">1\u{A0}200</td>",
    "<th scope=\"row\">=Түркістан, &quot;қала&quot; &lt;b&gt;</th>",
    "<tr class=\"subtotal\"><th scope=\"row\">Жиыны</th>",
    "<tfoot>\n<tr><th scope=\"row\">Барлығы</th>",
    "<dt>Жыл</dt><dd>2026</dd>",
    "role=\"img\" aria-labelledby=\"ct cd\"",
    "<desc id=\"cd\">Абай: алынды 431, бос 769; Қостанай: алынды 80, бос 0</desc>",
    "<li>Order 92, p. 3 (баспасөз)</li>",
  ]

  @Test("The page has", arguments: parts)
  func has(part: String) {
    #expect(Self.page.contains(part))
  }

  static let absent: [String] = ["<script", "http:", "https:", "src=", "href=", "url(", "<b>"]

  @Test("The page fetches and runs nothing:", arguments: absent)
  func lacks(part: String) {
    #expect(!Self.page.contains(part))
  }

  @Test("A name in Arabic script is set apart, control characters are replaced")
  func names() {
    let report = Report(
      id: "n", title: LocalizedText("N"),
      columns: [Report.Column("name", LocalizedText("Name"), .text)],
      groups: [Report.Group(rows: [[.text("زۋحرا")], [.text("a\u{0}&'b")]])])
    let html = HTMLRenderer.render(report, .en)
    #expect(html.contains("<th scope=\"row\"><bdi>زۋحرا</bdi></th>"))
    #expect(html.contains("<th scope=\"row\">a\u{FFFD}&amp;&#39;b</th>"))
  }
}
