package import Domain
package import Storage

/// The rules of permits in a register: what is built in, under what the office adopted.
package enum Permits {
  /// The keys under which the two tables are adopted.
  package static let rulesKey = "permit-rules"
  package static let feesKey = "permit-fees"
  package static let keys = [rulesKey, feesKey]

  package static func book(in transaction: Transaction) throws(Failure) -> PermitBook {
    try book(of: RuleVersionTable.latest(in: transaction))
  }

  package static func book(of versions: [RuleVersion]) throws(Failure) -> PermitBook {
    var book = try Reference.permits()
    for version in versions where keys.contains(version.key) {
      let bytes = Array(version.content.utf8)
      book =
        version.key == rulesKey
        ? book.with(rules: try Reference.readPermitRules(bytes))
        : book.with(fees: try Reference.readPermitFees(bytes))
    }
    return book
  }
}
