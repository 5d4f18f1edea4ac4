package import Domain

/// The `family` table and what is known of each family as a case.
package enum FamilyTable {
  static let families = Layout(3, "family", isNumbered: true, ["registered_on"])
  static let records = Layout(
    5, "family_record", closes: true,
    [
      "family_id", "origin_country", "origin_place", "arrival_date", "destination_region", "phone",
    ])

  package static func insert(_ form: FamilyForm, on day: LocalDate, in transaction: Transaction)
    throws(Failure) -> Number<Family>
  {
    let number: Number<Family> = try transaction.nextNumber(in: families, year: day.year)
    let family = try transaction.row(in: families, id: number.raw)
    family.add(day)
    try family.insert()
    try insert(form, of: number, in: transaction)
    return number
  }

  private static func insert(
    _ form: FamilyForm, of number: Number<Family>, in transaction: Transaction
  ) throws(Failure) {
    let (record, _) = try transaction.row(in: records)
    record.add(number)
    record.add(form.originCountry)
    record.add(form.originPlace)
    record.add(form.arrivalDate)
    record.add(form.destinationRegion)
    record.add(form.phone)
    try record.insert()
  }

  /// Closes what was known of the family as a case, and writes what is known now; the form's
  /// members are not looked at.
  package static func replaceRecord(
    of number: Number<Family>, by form: FamilyForm, in transaction: Transaction
  ) throws(Failure) {
    let known = try transaction.integer(
      "SELECT id FROM family_record WHERE family_id = \(number) AND closed_by IS NULL")
    try transaction.close(records, id: known)
    try insert(form, of: number, in: transaction)
  }

  /// The family as known after act `knowledge`; nil where it was not known then.
  package static func find(
    _ number: Number<Family>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> FamilyRecord? {
    try transaction.first(
      """
      SELECT f.id, f.registered_on, r.origin_country, r.origin_place, r.arrival_date,
        r.destination_region, r.phone
      FROM family AS f JOIN family_record AS r ON r.family_id = f.id
      WHERE f.id = \(number) AND r.act <= \(knowledge)
        AND (r.closed_by IS NULL OR r.closed_by > \(knowledge))
      """
    ) { (row: inout Row) throws(Failure) in
      try FamilyRecord(
        number: row.number(), registeredOn: row.date(), originCountry: row.optionalText(),
        originPlace: row.optionalText(), arrivalDate: row.optionalDate(),
        destinationRegion: row.optionalText(), phone: row.optionalText())
    }
  }

  /// True where the family was registered, after act `knowledge`.
  package static func isNumber(
    _ number: Number<Family>, laterThan knowledge: Int64, in transaction: Transaction
  ) throws(Failure) -> Bool {
    try transaction.integer("SELECT act FROM family WHERE id = \(number)") > knowledge
  }

  /// The act that withdrew a family's number; nil where the number holds or was never given.
  package static func withdrawal(of number: Number<Family>, in transaction: Transaction)
    throws(Failure) -> Int64?
  {
    let act = try transaction.integer(
      """
      SELECT max(closed_by) FROM family_record WHERE family_id = \(number) AND NOT EXISTS
        (SELECT 1 FROM family_record WHERE family_id = \(number) AND closed_by IS NULL)
      """)
    return act == 0 ? nil : act
  }

  package static func count(in transaction: Transaction) throws(Failure) -> Int64 {
    try transaction.integer("SELECT count(*) FROM family")
  }
}
