internal import Domain

extension [OrderLine] {
  /// Writes the lines of an order of places or of money.
  func insert(of order: Int64, into layout: Layout, in transaction: Transaction) throws(Failure) {
    for line in self {
      let (row, _) = try transaction.row(in: layout)
      row.add(order)
      row.add(line.region)
      row.add(line.amount)
      row.add(line.line)
      try row.insert()
    }
  }
}
