/// A user with the roles held now.
package struct User: Hashable, Sendable {
  package let id: Int64
  package let name: String
  package let fullName: String
  package var roles: [Role]

  package init(
    id: Int64, name: String, fullName: String, roles: [Role]
  ) {
    self.id = id
    self.name = name
    self.fullName = fullName
    self.roles = roles
  }

  package func may(_ permission: Permission) -> Bool {
    roles.contains { $0.permissions.contains(permission) }
  }
}
