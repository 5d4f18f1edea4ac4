package import Domain

/// The figures of the law that an office adopted, beside those that are built in.
package enum RuleVersionTable {
  static let layout = Layout(
    44, "rule_version", ["key", "content", "digest", "adopted_on", "document", "changes_from"])

  package static func insert(_ version: RuleVersion, in transaction: Transaction)
    throws(Failure) -> Int64
  {
    let (row, id) = try transaction.row(in: layout)
    row.add(version.key)
    row.add(version.content)
    row.add(version.digest)
    row.add(version.adoptedOn)
    row.add(version.document)
    row.add(version.changesFrom)
    try row.insert()
    return id
  }

  /// The latest version of each figure, as known after act `knowledge`.
  package static func latest(knowledge: Int64 = .max, in transaction: Transaction)
    throws(Failure) -> [RuleVersion]
  {
    try transaction.all(
      """
      SELECT \(raw: columns) FROM rule_version WHERE id IN
        (SELECT max(id) FROM rule_version WHERE act <= \(knowledge) GROUP BY key)
      ORDER BY key
      """, decode)
  }

  /// Every version of a figure, oldest first.
  package static func all(of key: String, in transaction: Transaction) throws(Failure)
    -> [RuleVersion]
  {
    try transaction.all(
      "SELECT \(raw: columns) FROM rule_version WHERE key = \(key) ORDER BY id", decode)
  }

  package static func find(_ id: Int64, in transaction: Transaction) throws(Failure)
    -> RuleVersion?
  {
    try transaction.first("SELECT \(raw: columns) FROM rule_version WHERE id = \(id)", decode)
  }

  private static let columns: StaticString =
    "id, act, key, content, digest, adopted_on, document, changes_from"

  private static func decode(_ row: inout Row) throws(Failure) -> RuleVersion {
    try RuleVersion(
      id: row.integer(), act: row.integer(), key: row.text(), content: row.text(),
      digest: row.text(), adoptedOn: row.date(), document: row.text(),
      changesFrom: row.optionalDate())
  }
}
