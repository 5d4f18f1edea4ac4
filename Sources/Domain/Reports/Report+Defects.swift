extension Report {
  /// What is wrong with the shape of the table, in sentences; empty for a sound report.
  ///
  /// Tests of every report ask this, so that renderers need not guard against crooked rows.
  package var defects: [String] {
    idDefects + percentDefects + rowDefects + charts.flatMap(\.defects)
  }

  private var idDefects: [String] {
    var seen: Set<String> = hasTitledGroups ? [groupedBy] : []
    var defects: [String] = []
    // A report is asked for by its id on the command line, where words are joined by hyphens.
    let plainID = String(id.map { $0 == "-" ? "_" : $0 })
    for name in [plainID, groupedBy] + facts.map(\.id) where !Self.isSnakeCase(name) {
      defects.append("“\(name)” is not in snake_case")
    }
    for column in columns {
      if !Self.isSnakeCase(column.id) { defects.append("“\(column.id)” is not in snake_case") }
      if !seen.insert(column.id).inserted { defects.append("two columns are “\(column.id)”") }
    }
    if Set(facts.map(\.id)).count != facts.count { defects.append("two facts share an id") }
    return defects
  }

  /// A share says nothing without the figures it was made of.
  private var percentDefects: [String] {
    let kinds = columns.map(\.kind)
    guard kinds.contains(.percent), !kinds.contains(.count), !kinds.contains(.money) else {
      return []
    }
    return ["a column of shares stands without the counts beside it"]
  }

  private var rowDefects: [String] {
    var defects: [String] = []
    for (number, group) in groups.enumerated() {
      for (index, row) in group.rows.enumerated() {
        defects += Self.defects(of: row, "row \(index + 1) of group \(number + 1)", in: columns)
      }
      if let subtotal = group.subtotal {
        defects += Self.defects(of: subtotal, "the subtotal of group \(number + 1)", in: columns)
      }
    }
    if let total { defects += Self.defects(of: total, "the total", in: columns) }
    return defects
  }

  private static func defects(
    of row: [Cell], _ name: String, in columns: [Column]
  ) -> [String] {
    guard row.count == columns.count else {
      return ["\(name) has \(row.count) cells for \(columns.count) columns"]
    }
    return zip(row, columns).filter { !$0.fits($1.kind) }
      .map { "\(name): \($1.id) takes no \($0)" }
  }

  private static func isSnakeCase(_ name: String) -> Bool {
    guard let first = name.utf8.first, (97...122).contains(first) else { return false }
    return name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
  }
}
