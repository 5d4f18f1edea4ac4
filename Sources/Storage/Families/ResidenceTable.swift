package import Domain

/// Where families live, from when to when.
package enum ResidenceTable {
  static let layout = Layout(
    22, "family_residence", closes: true,
    ["family_id", "region", "district", "address", "valid_from", "valid_to"])

  package static func insert(_ residence: Residence, in transaction: Transaction)
    throws(Failure)
  {
    let (row, _) = try transaction.row(in: layout)
    row.add(residence.family)
    row.add(residence.region)
    row.add(residence.district)
    row.add(residence.address)
    row.add(residence.during.from)
    row.add(residence.during.to)
    try row.insert()
  }

  package static func close(_ residence: Residence, in transaction: Transaction)
    throws(Failure)
  {
    try transaction.close(layout, id: residence.id)
  }

  /// A family's residences as known after act `knowledge`, oldest first.
  package static func all(
    of family: Number<Family>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [Residence] {
    try transaction.all(
      """
      SELECT id, family_id, region, district, address, valid_from, valid_to
      FROM family_residence WHERE family_id = \(family) AND act <= \(knowledge)
        AND (closed_by IS NULL OR closed_by > \(knowledge))
      ORDER BY valid_from, id
      """
    ) { (row: inout Row) throws(Failure) in
      try Residence(
        id: row.integer(), family: row.number(), region: row.text(),
        district: row.optionalText(), address: row.optionalText(),
        during: row.period())
    }
  }
}
