import Domain
import Reports
import Testing

/// What an official sees in the terminal, to the character.
@Suite("Reports as text")
struct TextRendererTests {
  @Test("A report in Kazakh with groups, unknown cells and a chart")
  func kazakh() {
    let text = TextRenderer.render(SampleReport.quota, .kk)
    // Groups of digits are held together by no-break spaces; plain ones read better here.
    #expect(
      String(text.map { $0 == "\u{A0}" ? " " : $0 }) == """
        Өңірлік квотаның орындалуы
        Жыл   2026
        Күні  01.03.2026

        Өңір                       Орын  Алынды    Үлесі  Төленді, ₸  Соңғысы
        ────────────────────────────────────────────────────────────────────────
        Солтүстік
          Абай                    1 200     431   35,9 %  833 815,00  26.02.2026
          Қостанай                   80      80  100,0 %        1,25  …
          Жиыны                   1 280     511   39,9 %  833 816,25
        Оңтүстік
          =Түркістан, "қала" <b>      0       0                 0,00  …
        ────────────────────────────────────────────────────────────────────────
        Барлығы                   1 280     511   39,9 %  833 816,25

        Орындар (адам)
        █ алынды   ▓ бос
        Абай      ██████████████▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓  431 + 769
        Қостанай  ███                                       80 + 0

        Ескертпелер
        · Бір адамға бір орын.
        · Үлестер пайыздың оннан біріне дейін дөңгелектенген, жартысы нөлден алысқа қарай.
        · … — мәні белгісіз.

        Дереккөздер
        · Order 92, p. 3 (баспасөз)

        """)
  }

  @Test("The sample is a sound report")
  func sound() {
    #expect(SampleReport.quota.defects.isEmpty)
  }

  @Test("Long texts wrap so that lines keep within a hundred columns")
  func wraps() {
    let long = "the family moved in with relatives and asked for another region of settlement"
    let report = Report(
      id: "long", title: LocalizedText("Long"),
      columns: [
        Report.Column("name", LocalizedText("Name"), .text),
        Report.Column("reason", LocalizedText("Reason"), .text),
        Report.Column("days", LocalizedText("Working days that have passed"), .count),
      ],
      groups: [Report.Group(rows: [[.text("Сәуле"), .text(long), .count(1_000_000)]])])
    #expect(
      TextRenderer.render(report, .en) == """
        Long

                                                                                                Working days
                                                                                                   that have
        Name   Reason                                                                                 passed
        ────────────────────────────────────────────────────────────────────────────────────────────────────
        Сәуле  the family moved in with relatives and asked for another region of settlement       1\u{A0}000\u{A0}000

        """)
  }

  @Test("A table without rows says so")
  func empty() {
    let report = Report(
      id: "none", title: LocalizedText("None"),
      columns: [Report.Column("name", LocalizedText("Name"), .text)], groups: [])
    #expect(
      TextRenderer.render(report, .ru) == """
        None

        Name
        ────
        Нет записей

        """)
  }

  static let widths: [(text: String, width: Int)] = [
    ("", 0), ("abc", 3), ("Қазақ", 5), ("哈萨克", 6), ("e\u{301}", 1), ("عائلة", 5),
    ("ع\u{64E}", 1), ("1\u{A0}000", 5), ("█▓", 2),
  ]

  @Test("Width on a terminal", arguments: widths)
  func width(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  static let texts: [(text: String, safe: String)] = [
    ("Сәуле", "Сәуле"),
    ("a\tb\nc", "a b c"),
    ("\u{1B}[2Jx", "\u{FFFD}[2Jx"),
    ("a\u{202E}b", "a\u{FFFD}b"),
  ]

  @Test("A name cannot drive the terminal", arguments: texts)
  func safe(text: String, safe: String) {
    #expect(DisplayWidth.safe(text) == safe)
  }
}
