package import Domain
package import Storage

/// Adds a user, with roles or without.
package struct AddUser: UseCase {
  package static let name = "user.add"
  package static let permission = Permission.manageUsers

  package var name: String
  package var fullName: String
  package var roles: [Role]

  package init(name: String, fullName: String, roles: [Role]) {
    self.name = name
    self.fullName = fullName
    self.roles = roles
  }

  package var detail: String {
    roles.isEmpty ? name : "\(name): \(roles.map(\.rawValue).joined(separator: ", "))"
  }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let allowed = name.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") }
    guard !name.isEmpty, name.utf8.count <= 64, allowed else {
      throw Failure(.fieldValue, "“\(name)” cannot be a user's name: no spaces, at most 64 bytes")
    }
    guard try UserTable.find(name, in: transaction) == nil else {
      throw Failure(.userExists, "there is a user “\(name)” already")
    }
    let id = try UserTable.add(name, fullName: fullName, in: transaction)
    for role in Set(roles).sorted(by: { $0.rawValue < $1.rawValue }) {
      try UserTable.grant(role, to: id, in: transaction)
    }
    return id
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> User
  {
    try UserTable.known(subject, in: transaction)
  }
}

/// Gives a user a role, or takes one away.
package struct ChangeRole: UseCase {
  package static let name = "user.grant"
  package static let permission = Permission.manageUsers

  package var user: String
  package var role: Role
  package var revoking: Bool

  package init(user: String, role: Role, revoking: Bool) {
    self.user = user
    self.role = role
    self.revoking = revoking
  }

  package var detail: String { "\(user): \(revoking ? "no longer " : "")\(role.rawValue)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    guard let account = try UserTable.find(user, in: transaction) else {
      throw Failure(.userNotFound, "there is no user “\(user)”", hint: "kosh user list shows them")
    }
    if revoking {
      if role == .administrator, account.roles.contains(.administrator),
        try UserTable.count(holding: .administrator, in: transaction) == 1
      {
        throw Failure(.accessDenied, "“\(user)” is the last administrator of the register")
      }
      _ = try UserTable.revoke(role, from: account.id, in: transaction)
    } else if !account.roles.contains(role) {
      try UserTable.grant(role, to: account.id, in: transaction)
    }
    return account.id
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> User
  {
    try UserTable.known(subject, in: transaction)
  }
}

/// Every user with the roles held now.
package struct ListUsers: Query {
  package static let name = "user.list"
  package static let permission = Permission.readReports
  package var detail: String { "" }

  package init() {}

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> [User]
  {
    try UserTable.all(in: transaction)
  }
}

extension UserTable {
  fileprivate static func known(_ id: Int64, in transaction: Transaction) throws(Failure) -> User {
    guard let user = try find(id, in: transaction) else {
      throw Failure(.userNotFound, "there is no user numbered \(id)")
    }
    return user
  }
}
