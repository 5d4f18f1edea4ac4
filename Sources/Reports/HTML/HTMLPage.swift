import Domain

/// What every page begins and ends with: no script, no link, nothing to fetch.
enum HTMLPage {
  /// Up to the heading; `title` is escaped, and the header is still open.
  static func head(_ title: String, page: String, _ language: Language) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title)</title>
    <style>
    @page { size: \(page); margin: 18mm 16mm; }
    \(HTMLStyle.sheet)
    </style>
    </head>
    <body>
    <main>
    <header>
    <h1>\(title)</h1>

    """
  }

  static let foot = "</main>\n</body>\n</html>\n"
}
