import Domain

/// The page of permissions in Markdown: what each role is for, and what it allows.
enum PermissionsPage {
  static func text() -> String {
    var text = """
      # Permissions

      This page is written by `kosh docs permissions`. A user acts by the permissions of all the
      roles held; `kosh user grant` gives a role, and the trail keeps who gave it and when.

      ## Roles


      """
    for role in Role.allCases { text += "- `\(role.rawValue)`: \(role.meaning).\n" }
    text += "\n## What each role allows\n\n"
    text += row(["permission", "may"] + Role.allCases.map(\.rawValue))
    text += row(["---", "---"] + Role.allCases.map { _ in "---" })
    for permission in Permission.allCases {
      let marks = Role.allCases.map { $0.permissions.contains(permission) ? "yes" : "" }
      text += row(["`\(permission.rawValue)`", permission.meaning] + marks)
    }
    return text
  }

  private static func row(_ cells: [String]) -> String {
    "|" + cells.map { " \($0) |" }.joined() + "\n"
  }
}
