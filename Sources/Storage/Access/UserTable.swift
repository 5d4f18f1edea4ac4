package import Domain

/// The users and the roles they hold.
package enum UserTable {
  static let accounts = Layout(0, "user_account", ["name", "full_name"])
  static let roles = Layout(1, "user_role", closes: true, ["user_id", "role"])

  package static func add(_ name: String, fullName: String, in transaction: Transaction)
    throws(Failure) -> Int64
  {
    let (row, id) = try transaction.row(in: accounts)
    row.add(name)
    row.add(fullName)
    try row.insert()
    return id
  }

  package static func grant(_ role: Role, to user: Int64, in transaction: Transaction)
    throws(Failure)
  {
    let (row, _) = try transaction.row(in: roles)
    row.add(user)
    row.add(word: role)
    try row.insert()
  }

  /// Closes a role; false where the user does not hold it.
  package static func revoke(_ role: Role, from user: Int64, in transaction: Transaction)
    throws(Failure) -> Bool
  {
    let held = try transaction.integer(
      """
      SELECT id FROM user_role WHERE user_id = \(user) AND role = \(role) AND closed_by IS NULL
      """)
    guard held > 0 else { return false }
    try transaction.close(roles, id: held)
    return true
  }

  package static func find(_ name: String, in transaction: Transaction) throws(Failure) -> User? {
    let found = try transaction.first(
      "SELECT id, name, full_name FROM user_account WHERE name = \(name)", decode)
    guard var user = found else { return nil }
    user.roles = try roles(of: user.id, in: transaction)
    return user
  }

  package static func find(_ id: Int64, in transaction: Transaction) throws(Failure) -> User? {
    let found = try transaction.first(
      "SELECT id, name, full_name FROM user_account WHERE id = \(id)", decode)
    guard var user = found else { return nil }
    user.roles = try roles(of: user.id, in: transaction)
    return user
  }

  package static func all(in transaction: Transaction) throws(Failure) -> [User] {
    var users = try transaction.all(
      "SELECT id, name, full_name FROM user_account ORDER BY name", decode)
    for index in users.indices {
      users[index].roles = try roles(of: users[index].id, in: transaction)
    }
    return users
  }

  /// How many users hold a role now.
  package static func count(holding role: Role, in transaction: Transaction)
    throws(Failure) -> Int64
  {
    try transaction.integer(
      "SELECT count(*) FROM user_role WHERE role = \(role) AND closed_by IS NULL")
  }

  private static func roles(of user: Int64, in transaction: Transaction) throws(Failure) -> [Role] {
    try transaction.all(
      "SELECT role FROM user_role WHERE user_id = \(user) AND closed_by IS NULL ORDER BY id"
    ) { (row: inout Row) throws(Failure) in try row.word() }
  }

  private static func decode(_ row: inout Row) -> User {
    User(id: row.integer(), name: row.text(), fullName: row.text(), roles: [])
  }
}
