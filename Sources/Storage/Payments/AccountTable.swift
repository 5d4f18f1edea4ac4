package import Domain

/// From which account an office pays, and to which a family is paid.
package enum AccountTable {
  static let payers = Layout(45, "payer", closes: true, ["region", "name", "bin", "iban"])
  static let families = Layout(
    46, "family_account", closes: true, ["family_id", "holder_id", "iban", "reason"])

  // MARK: Payers

  /// Puts a payer in the place of the one that its region had.
  package static func insert(_ payer: Payer, in transaction: Transaction) throws(Failure) -> Int64 {
    let earlier = try transaction.integer(
      """
      SELECT id FROM payer
      WHERE coalesce(region, '') = \(payer.region ?? "") AND closed_by IS NULL
      """)
    if earlier != 0 { try transaction.close(payers, id: earlier) }
    let (row, id) = try transaction.row(in: payers)
    row.add(payer.region)
    row.add(payer.name)
    row.add(payer.bin)
    row.add(payer.account)
    try row.insert()
    return id
  }

  package static func payer(_ id: Int64, in transaction: Transaction) throws(Failure) -> Payer? {
    try transaction.first("SELECT \(raw: payerColumns) FROM payer WHERE id = \(id)", payer)
  }

  /// Who pays in a region: its own payer, else that of the whole country.
  package static func payer(of region: String, in transaction: Transaction) throws(Failure)
    -> Payer?
  {
    try transaction.first(
      """
      SELECT \(raw: payerColumns) FROM payer
      WHERE (region = \(region) OR region IS NULL) AND closed_by IS NULL
      ORDER BY region IS NULL
      """, payer)
  }

  package static func payers(in transaction: Transaction) throws(Failure) -> [Payer] {
    try transaction.all(
      """
      SELECT \(raw: payerColumns) FROM payer WHERE closed_by IS NULL
      ORDER BY region IS NOT NULL, region
      """, payer)
  }

  private static let payerColumns: StaticString = "id, region, name, bin, iban"

  private static func payer(_ row: inout Row) -> Payer {
    Payer(
      id: row.integer(), region: row.optionalText(), name: row.text(), bin: row.text(),
      account: row.text())
  }

  // MARK: Families

  /// Puts an account in the place of the one that the family had.
  package static func insert(
    _ account: FamilyAccount, reason: String?, in transaction: Transaction
  ) throws(Failure) {
    if let earlier = try self.account(of: account.family, in: transaction) {
      try transaction.close(families, id: earlier.id)
    }
    let (row, _) = try transaction.row(in: families)
    row.add(account.family)
    row.add(account.holder)
    row.add(account.iban)
    row.add(reason)
    try row.insert()
  }

  package static func account(of family: Number<Family>, in transaction: Transaction)
    throws(Failure) -> FamilyAccount?
  {
    try transaction.first(
      """
      SELECT id, family_id, holder_id, iban FROM family_account
      WHERE family_id = \(family) AND closed_by IS NULL
      """, account)
  }

  /// The families that are paid to an account now.
  package static func families(paidTo iban: String, in transaction: Transaction) throws(Failure)
    -> [FamilyAccount]
  {
    try transaction.all(
      """
      SELECT id, family_id, holder_id, iban FROM family_account
      WHERE iban = \(iban) AND closed_by IS NULL ORDER BY family_id
      """, account)
  }

  private static func account(_ row: inout Row) -> FamilyAccount {
    FamilyAccount(
      id: row.integer(), family: row.number(), holder: row.number(), iban: row.text())
  }
}
