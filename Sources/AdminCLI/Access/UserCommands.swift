import Domain
import Reports
import Services

/// `kosh user add`: the command-line face of ``AddUser``.
struct UserAddCommand: Command {
  static let words = "user add"
  static let summary = "Add a user to the register."
  static let examples = [
    "kosh user add aigerim --role registrar --full-name 'Aigerim S.'", "kosh user add auditor1",
  ]
  static let parameters: [CommandParameter] = [
    .argument("name", "the name by which the user acts, without spaces"),
    .option(
      "role", "ROLE", "a role to give", repeated: true, choices: Role.allCases.map(\.rawValue)),
    .option("full-name", "TEXT", "the name people know"),
  ]

  private let useCase: AddUser

  init(_ arguments: Arguments) throws(Failure) {
    useCase = AddUser(
      name: try arguments.required("name"), fullName: arguments.text("full-name") ?? "",
      roles: arguments.all("role").compactMap(Role.init(rawValue:)))
  }

  func run(in context: Context) throws(Failure) {
    let user = try context.perform(useCase)
    context.console.answer(UserLine.json(user), "Added \(UserLine.text(user))\n")
    if user.roles.isEmpty {
      context.console.note("Next: kosh user grant \(user.name) --role registrar")
    }
  }
}

/// `kosh user grant`: the command-line face of ``ChangeRole``.
struct UserGrantCommand: Command {
  static let words = "user grant"
  static let summary = "Give a user a role, or take one away."
  static var details: String {
    Role.allCases.map { "`\($0.rawValue)` \($0.meaning)." }.joined(separator: "\n\n")
  }
  static let examples = [
    "kosh user grant aigerim --role payments", "kosh user grant aigerim --role payments --revoke",
  ]
  static let parameters: [CommandParameter] = [
    .argument("name", "the user"),
    .option(
      "role", "ROLE", "the role", required: true, choices: Role.allCases.map(\.rawValue)),
    .flag("revoke", "take the role away"),
  ]

  private let useCase: ChangeRole

  init(_ arguments: Arguments) throws(Failure) {
    useCase = ChangeRole(
      user: try arguments.required("name"),
      role: try arguments.choice("role", Role.self) ?? .analyst,
      revoking: arguments.flag("revoke"))
  }

  func run(in context: Context) throws(Failure) {
    let user = try context.perform(useCase)
    context.console.answer(UserLine.json(user), "\(UserLine.text(user))\n")
  }
}

/// `kosh user list`: who may do what.
struct UserListCommand: Command {
  static let words = "user list"
  static let summary = "List the users and the roles they hold."
  static let examples = ["kosh user list"]

  init(_ arguments: Arguments) throws(Failure) {}

  func run(in context: Context) throws(Failure) {
    let users = try context.answer(ListUsers())
    context.console.answer(
      .array(users.map(UserLine.json)), users.map { "\(UserLine.text($0))\n" }.joined())
  }
}

/// A user in one line, or as JSON.
private enum UserLine {
  static func text(_ user: User) -> String {
    let roles = user.roles.map(\.rawValue).joined(separator: ", ")
    let name = user.fullName.isEmpty ? user.name : "\(user.name) (\(user.fullName))"
    return "\(name): \(roles.isEmpty ? "no role" : roles)"
  }

  static func json(_ user: User) -> JSONValue {
    [
      "name": .string(user.name), "full_name": .string(user.fullName),
      "roles": .array(user.roles.map { .string($0.rawValue) }),
    ]
  }
}
