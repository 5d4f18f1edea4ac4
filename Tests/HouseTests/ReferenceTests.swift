import AdminCLI
import Domain
import TestSupport
import Testing

/// The pages of the reference are written by the program; whoever changes a declaration writes
/// them anew with `make docs`.
@Suite("Reference pages")
struct ReferenceTests {
  static let pages: [(page: String, file: String)] = [
    ("cli", "Docs/reference/cli.md"), ("problems", "Docs/reference/problems.md"),
    ("permissions", "Docs/reference/permissions.md"), ("man", "Docs/reference/kosh.1"),
  ]

  @Test("A page says what the program says", arguments: pages)
  func page(page: String, file: String) throws {
    let answer = try CommandDesk(isSetUp: false).run("docs \(page)")
    #expect(answer.exit == 0)
    #expect(answer.out.hasSuffix("\n"))
    // The reference stands or falls as a whole.
    guard SourceTree.exists("Docs/reference/cli.md") else { return }
    try #require(SourceTree.exists(file), "\(file) is missing: make docs writes it")
    #expect(try SourceTree.text(of: file) == answer.out, "\(file) is stale: make docs writes it")
  }

  @Test("The page of permissions has a row for each, with its roles")
  func permissions() throws {
    let text = try CommandDesk(isSetUp: false).run("docs permissions").out
    #expect(
      text.contains(
        """
        | permission | may | administrator | registrar | commission | payments | approver | labour | analyst | press | auditor |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        | `manage-users` | add users and give them roles | yes |  |  |  |  |  |  |  |  |
        | `register-families` | register families, one by one or from files | yes | yes |  |  |  |  |  |  |  |

        """))
    for permission in Permission.allCases { #expect(text.contains("| `\(permission.rawValue)` |")) }
  }
}
