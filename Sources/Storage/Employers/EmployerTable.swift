package import Domain

/// Employers, and what is held of them.
package enum EmployerTable {
  static let employers = Layout(63, "employer", isNumbered: true, ["identifier"])
  static let records = Layout(
    64, "employer_record", closes: true,
    ["employer_id", "name", "region", "section", "form", "size", "reason", "document"])
  static let staff = Layout(
    65, "employer_staff", closes: true,
    ["employer_id", "as_of", "category", "citizenship", "people", "reason", "document"])
  static let violations = Layout(
    66, "employer_violation", closes: true,
    ["employer_id", "ground", "article", "found_on", "document", "note"])

  // MARK: Writing

  /// What a paper says of an employer, checked and typed.
  package struct Draft: Hashable, Sendable {
    package var name: String
    /// The stable code of a region.
    package var region: String
    package var section: String?
    package var form: EmployerForm
    package var size: EmployerSize?

    package init(
      name: String, region: String, section: String?, form: EmployerForm, size: EmployerSize?
    ) {
      self.name = name
      self.region = region
      self.section = section
      self.form = form
      self.size = size
    }

    /// What is held of an employer now.
    package init(_ record: EmployerRecord) {
      self.init(
        name: record.name, region: record.region, section: record.section, form: record.form,
        size: record.size)
    }
  }

  package static func insert(
    _ draft: Draft, identifier: String, document: String?, registered: Int,
    in transaction: Transaction
  ) throws(Failure) -> Number<Employer> {
    let number: Number<Employer> = try transaction.nextNumber(in: employers, year: registered)
    let row = try transaction.row(in: employers, id: number.raw)
    row.add(identifier)
    try row.insert()
    try insert(draft, of: number, reason: nil, document: document, in: transaction)
    return number
  }

  /// Closes what was held of an employer, and puts what is known now beside it.
  package static func replaceRecord(
    of number: Number<Employer>, by draft: Draft, reason: String, document: String?,
    in transaction: Transaction
  ) throws(Failure) {
    let known = try transaction.integer(
      "SELECT id FROM employer_record WHERE employer_id = \(number) AND closed_by IS NULL")
    try transaction.close(records, id: known)
    try insert(draft, of: number, reason: reason, document: document, in: transaction)
  }

  private static func insert(
    _ draft: Draft, of number: Number<Employer>, reason: String?, document: String?,
    in transaction: Transaction
  ) throws(Failure) {
    let (row, _) = try transaction.row(in: records)
    row.add(number)
    row.add(draft.name)
    row.add(draft.region)
    row.add(draft.section)
    row.add(word: draft.form)
    row.add(draft.size?.rawValue)
    row.add(reason)
    row.add(document)
    try row.insert()
  }

  // MARK: Reading, as known after act `knowledge`

  package static func find(
    _ number: Number<Employer>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> EmployerRecord? {
    try transaction.first(
      """
      \(raw: select) WHERE e.id = \(number) AND r.act <= \(knowledge)
        AND (r.closed_by IS NULL OR r.closed_by > \(knowledge))
      """, decode)
  }

  /// The employer with a BIN or IIN.
  package static func find(
    identifier: String, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> EmployerRecord? {
    try transaction.first(
      """
      \(raw: select) WHERE e.identifier = \(identifier) AND r.act <= \(knowledge)
        AND (r.closed_by IS NULL OR r.closed_by > \(knowledge))
      """, decode)
  }

  /// Throws `employer.not-found`.
  package static func known(
    _ number: Number<Employer>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> EmployerRecord {
    try known(.number(number), knowledge: knowledge, in: transaction)
  }

  /// Throws `employer.not-found`.
  package static func known(
    _ reference: EmployerReference, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> EmployerRecord {
    let found =
      switch reference {
      case .number(let number): try find(number, knowledge: knowledge, in: transaction)
      case .identifier(let identifier):
        try find(identifier: identifier, knowledge: knowledge, in: transaction)
      }
    guard let found else {
      throw Failure(
        .employerNotFound, "no employer is registered as \(reference)",
        hint: "kosh employer find TEXT looks by name")
    }
    return found
  }

  /// The number of an employer that was named; nil where none was.
  package static func number(of reference: EmployerReference?, in transaction: Transaction)
    throws(Failure) -> Number<Employer>?
  {
    guard let reference else { return nil }
    return try known(reference, in: transaction).number
  }

  /// The employers of a region and a section, by number; of every one where it is not given.
  package static func all(
    region: String? = nil, section: String? = nil, in transaction: Transaction
  ) throws(Failure) -> [EmployerRecord] {
    let sql: SQL
    switch (region, section) {
    case (let region?, let section?):
      sql = """
        \(raw: current) AND r.region = \(region) AND r.section = \(section) ORDER BY e.id
        """
    case (let region?, nil): sql = "\(raw: current) AND r.region = \(region) ORDER BY e.id"
    case (nil, let section?): sql = "\(raw: current) AND r.section = \(section) ORDER BY e.id"
    case (nil, nil): sql = "\(raw: current) ORDER BY e.id"
    }
    return try transaction.all(sql, decode)
  }

  /// The names of all employers, as they are held now.
  package static func names(in transaction: Transaction) throws(Failure)
    -> [(number: Number<Employer>, name: String)]
  {
    try transaction.all(
      "SELECT employer_id, name FROM employer_record WHERE closed_by IS NULL"
    ) { (row: inout Row) throws(Failure) in (row.number(), row.text()) }
  }

  private static let select: StaticString = """
    SELECT e.id, e.identifier, r.name, r.region, r.section, r.form, r.size
    FROM employer AS e JOIN employer_record AS r ON r.employer_id = e.id
    """

  private static let current: StaticString = """
    SELECT e.id, e.identifier, r.name, r.region, r.section, r.form, r.size
    FROM employer AS e JOIN employer_record AS r ON r.employer_id = e.id
    WHERE r.closed_by IS NULL
    """

  private static func decode(_ row: inout Row) throws(Failure) -> EmployerRecord {
    try EmployerRecord(
      number: row.number(), identifier: row.text(), name: row.text(), region: row.text(),
      section: row.optionalText(), form: row.word(), size: row.optionalWord())
  }
}
