import Domain
import Reports

/// `kosh docs`: the pages that are written from declarations.
struct DocsCommand: Command {
  static let words = "docs"
  static let summary = "Write a page of the reference from the program's own declarations."
  static let details = """
    `cli` is the reference of the command line, `problems` explains every error code and
    `permissions` says which role may do what, all in Markdown; `man` is the manual page.
    """
  static let examples = ["kosh docs cli > Docs/reference/cli.md", "kosh docs man > kosh.1"]
  static let parameters: [CommandParameter] = [
    .argument("page", "the page", choices: Page.allCases.map(\.rawValue))
  ]

  enum Page: String, CaseIterable {
    case cli, man, permissions, problems
  }

  private let page: Page

  init(_ arguments: Arguments) throws(Failure) {
    page = try arguments.choice("page", Page.self) ?? .cli
  }

  func run(in context: Context) throws(Failure) {
    let text =
      switch page {
      case .cli: ReferencePage.text(for: context.tree)
      case .man: ManualPage.text(for: context.tree, released: Program.released)
      case .permissions: PermissionsPage.text()
      case .problems: ProblemsPage.text()
      }
    context.console.answer(["page": .string(page.rawValue), "text": .string(text)], text)
  }
}
