package import Domain

/// The register as it was known after an act: each table that has changed since is covered by a view
/// of the same name that shows what was known then.
///
/// Every question that is asked meanwhile sees the past, and none has to know of it. What was not
/// changed is read as it stands, with all its indexes. A view does not show an index of open rows to
/// the planner, so that looking back may read whole tables.
package enum PastKnowledge {
  /// Asks as known after `act`; the views are gone afterwards.
  package static func look<Value>(
    after act: Int64, in transaction: Transaction,
    _ ask: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    guard act < (try transaction.integer("SELECT max(id) FROM act")) else { return try ask() }
    var covered: [String] = []
    for layout in Layout.all where try hasChanged(layout, since: act, in: transaction) {
      try cover(layout, after: act, in: transaction)
      covered.append(layout.name)
    }
    // A failure rolls the views back with the transaction.
    let value = try ask()
    for name in covered {
      try transaction.connection.engine.script("DROP VIEW temp.\(name)")
    }
    return value
  }

  /// Whether a row was added or closed later; of tables in the order of register numbers it is
  /// assumed.
  private static func hasChanged(_ layout: Layout, since act: Int64, in transaction: Transaction)
    throws(Failure) -> Bool
  {
    if layout.isNumbered { return true }
    let name = layout.name
    if try last("SELECT act FROM \(name) ORDER BY id DESC LIMIT 1", in: transaction) > act {
      return true
    }
    guard layout.closes else { return false }
    return try last(
      "SELECT max(closed_by) FROM \(name) WHERE closed_by IS NOT NULL", in: transaction) > act
  }

  private static func last(_ text: String, in transaction: Transaction) throws(Failure) -> Int64 {
    let statement = try transaction.connection.statement(text)
    defer { statement.reset() }
    return try statement.step() && !statement.isNull(0) ? statement.integer(0) : 0
  }

  private static func cover(_ layout: Layout, after act: Int64, in transaction: Transaction)
    throws(Failure)
  {
    var columns = "*"
    if layout.closes {
      let names = layout.columns.joined(separator: ", ")
      columns = "\(names), CASE WHEN closed_by <= \(act) THEN closed_by END AS closed_by"
    }
    try transaction.connection.engine.script(
      "CREATE TEMP VIEW \(layout.name) AS SELECT \(columns) FROM main.\(layout.name) "
        + "WHERE act <= \(act)")
  }
}
