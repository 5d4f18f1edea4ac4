package import Domain

/// Counts of staff.
extension EmployerTable {
  /// Puts a count in the place of the one that there was of its day.
  package static func insert(
    _ count: StaffCount, of employer: Number<Employer>, reason: String?,
    in transaction: Transaction
  ) throws(Failure) {
    let earlier = try transaction.all(
      """
      SELECT id FROM employer_staff
      WHERE employer_id = \(employer) AND as_of = \(count.asOf) AND closed_by IS NULL ORDER BY id
      """
    ) { (row: inout Row) throws(Failure) in row.integer() }
    for id in earlier { try transaction.close(staff, id: id) }
    for line in count.lines {
      let (row, _) = try transaction.row(in: staff)
      row.add(employer)
      row.add(count.asOf)
      row.add(line.category)
      row.add(line.citizenship)
      row.add(line.people)
      row.add(reason)
      row.add(count.document)
      try row.insert()
    }
  }

  /// The latest count of a day up to `day`, as known after act `knowledge`; nil where there is none.
  package static func staff(
    of employer: Number<Employer>, on day: LocalDate, knowledge: Int64 = .max,
    in transaction: Transaction
  ) throws(Failure) -> StaffCount? {
    let rows = try transaction.all(
      """
      SELECT as_of, category, citizenship, people, document FROM employer_staff
      WHERE employer_id = \(employer) AND act <= \(knowledge)
        AND (closed_by IS NULL OR closed_by > \(knowledge))
        AND as_of = (SELECT max(as_of) FROM employer_staff
          WHERE employer_id = \(employer) AND as_of <= \(day) AND act <= \(knowledge)
            AND (closed_by IS NULL OR closed_by > \(knowledge)))
      ORDER BY CASE category WHEN 0 THEN 9 ELSE category END, citizenship <> 'KAZ', citizenship
      """, staffRow)
    guard let first = rows.first else { return nil }
    return StaffCount(asOf: first.asOf, lines: rows.map(\.line), document: first.document)
  }

  private typealias StaffRow = (asOf: LocalDate, line: StaffLine, document: String?)

  private static func staffRow(_ row: inout Row) throws(Failure) -> StaffRow {
    let asOf = try row.date()
    let line = StaffLine(category: row.int(), citizenship: row.text(), people: row.int())
    return (asOf, line, row.optionalText())
  }
}

/// What employers were found to have done.
extension EmployerTable {
  package static func insert(
    _ violation: EmployerViolation, of employer: Number<Employer>, in transaction: Transaction
  ) throws(Failure) -> Int64 {
    let (row, id) = try transaction.row(in: violations)
    row.add(employer)
    row.add(word: violation.ground)
    row.add(violation.article)
    row.add(violation.foundOn)
    row.add(violation.document)
    row.add(violation.note)
    try row.insert()
    return id
  }

  package static func close(_ violation: EmployerViolation, in transaction: Transaction)
    throws(Failure)
  {
    try transaction.close(violations, id: violation.id)
  }

  /// What an employer was found to have done, as known after act `knowledge`; the oldest first.
  package static func violations(
    of employer: Number<Employer>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [EmployerViolation] {
    try transaction.all(
      """
      SELECT id, ground, article, found_on, document, note FROM employer_violation
      WHERE employer_id = \(employer) AND act <= \(knowledge)
        AND (closed_by IS NULL OR closed_by > \(knowledge))
      ORDER BY found_on, id
      """
    ) { (row: inout Row) throws(Failure) in
      try EmployerViolation(
        id: row.integer(), ground: row.word(), article: row.optionalText(), foundOn: row.date(),
        document: row.text(), note: row.optionalText())
    }
  }
}
