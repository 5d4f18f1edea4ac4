import Domain

extension ReportPack {
  /// The index for people: a page in the look of the reports, with a link to each file.
  package var html: String {
    let title = HTMLText.escape(Words.title[language])
    var html = HTMLPage.head(title, page: "A4 landscape", language)
    html += "<dl>\n"
    for (label, value) in facts {
      html += "<div><dt>\(HTMLText.escape(label))</dt><dd>\(HTMLText.escape(value))</dd></div>\n"
    }
    html += "</dl>\n</header>\n<table>\n<caption>\(title)</caption>\n<thead>\n<tr>"
    for (text, isFigure) in Words.columns {
      html += "<th scope=\"col\"\(isFigure ? " class=\"n\"" : "")>"
      html += "\(HTMLText.escape(text[language]))</th>"
    }
    html += "</tr>\n</thead>\n<tbody>\n"
    for entry in entries { html += row(entry) }
    html += "</tbody>\n</table>\n"
    append(notes, to: &html)
    return html + HTMLPage.foot
  }

  private var facts: [(String, String)] {
    [
      (Words.on[language], vantage.today.shown(in: language)),
      (Words.knownAt[language], vantage.knownAt.local(in: language)),
    ]
  }

  private func row(_ entry: Entry) -> String {
    let links = entry.files.map { file in
      "<a href=\"\(HTMLText.escape(file.name))\">\(HTMLText.escape(file.format.rawValue))</a>"
    }
    let digest = HTMLText.escape(entry.origin?.digest ?? "")
    return """
      <tr><th scope="row">\(HTMLText.escape(entry.title[language]))</th>\
      <td class="d">\(HTMLText.escape(entry.name))</td>\
      <td class="d">\(HTMLText.escape(period(of: entry)))</td>\
      <td class="n">\((entry.origin?.rows ?? 0).grouped)</td>\
      <td class="d">\(links.joined(separator: " "))</td>\
      <td style="font: .6rem monospace; overflow-wrap: anywhere">\(digest)</td></tr>

      """
  }

  private func period(of entry: Entry) -> String {
    Report.days(from: entry.from, to: entry.to, on: entry.on, language) ?? ""
  }

  private var notes: [String] {
    [Words.digests[language]] + absences.map { "\($0.name): \($0.reason.text[language])" }
  }

  private func append(_ notes: [String], to html: inout String) {
    html += "<section>\n<h2>\(HTMLText.escape(Wording.notes[language]))</h2>\n<ol>\n"
    for note in notes { html += "<li>\(HTMLText.escape(note))</li>\n" }
    html += "</ol>\n</section>\n"
  }
}

private enum Words {
  static let title = LocalizedText.message("pack.title")
  static let on = LocalizedText.message("word.as-of")
  static let knownAt = LocalizedText.message("word.known-at")
  static let columns: [(text: LocalizedText, isFigure: Bool)] = [
    (.message("word.report"), false),
    (.message("pack.column.name"), false),
    (.message("pack.column.period"), false),
    (.message("word.rows"), true),
    (.message("pack.column.files"), false),
    (LocalizedText("SHA-256"), false),
  ]
  static let digests = LocalizedText.message("pack.digests")
}
