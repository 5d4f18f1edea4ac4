import Domain

/// The page of problems in Markdown: every code, what it means, and what to do.
enum ProblemsPage {
  static func text() -> String {
    var text = """
      # Problems

      This page is written by `kosh docs problems`. Every refusal carries one of these codes, on the
      command line; the codes are stable.

      """
    for kind in Code.Kind.allCases.sorted(by: { $0.exit < $1.exit }) {
      text += "\n## Exit \(kind.exit): \(kind.rawValue)\n\n\(kind.meaning)\n"
      for code in Code.allCases where code.kind == kind {
        text += "\n### `\(code.rawValue)`\n\n\(code.meaning)\n\n*What to do:* \(code.remedy)\n"
      }
    }
    return text
  }
}
