package import Domain
internal import Hashing

/// Reports that left the office.
package enum IssuedReportTable {
  static let layout = Layout(
    76, "issued_report", isNumbered: true,
    ["words", "today", "known_at", "knowledge", "row_count", "digest", "note"])

  /// A report as it is about to leave the office.
  package struct Draft: Sendable {
    package let origin: Report.Origin
    package let vantage: Vantage
    package let note: String?

    package init(origin: Report.Origin, vantage: Vantage, note: String?) {
      self.origin = origin
      self.vantage = vantage
      self.note = note
    }
  }

  package static func insert(_ draft: Draft, issued: Int, in transaction: Transaction)
    throws(Failure) -> Number<ReportIssue>
  {
    let number: Number<ReportIssue> = try transaction.nextNumber(in: layout, year: issued)
    let row = try transaction.row(in: layout, id: number.raw)
    row.add(draft.origin.words)
    row.add(draft.vantage.today)
    row.add(draft.vantage.knownAt.milliseconds)
    row.add(draft.vantage.knowledge)
    row.add(draft.origin.rows)
    row.add([UInt8](hexadecimal: draft.origin.digest) ?? [])
    row.add(draft.note)
    try row.insert()
    return number
  }

  /// Throws `report.not-found`.
  package static func known(_ number: Number<ReportIssue>, in transaction: Transaction)
    throws(Failure) -> IssuedReport
  {
    guard
      let found = try transaction.first("\(raw: select) WHERE r.id = \(number)", decode)
    else {
      throw Failure(
        .reportNotFound, "no report was issued as \(number)",
        hint: "kosh report issued lists them")
    }
    return found
  }

  /// The last ones, the latest first.
  package static func newest(_ limit: Int, in transaction: Transaction) throws(Failure)
    -> [IssuedReport]
  {
    try transaction.all("\(raw: select) ORDER BY r.id DESC LIMIT \(limit)", decode)
  }

  private static let select: StaticString = """
    SELECT r.id, r.words, r.today, r.known_at, r.knowledge, r.row_count, r.digest, r.note,
      a.user, a.at
    FROM issued_report AS r JOIN act AS a ON a.id = r.act
    """

  private static func decode(_ row: inout Row) throws(Failure) -> IssuedReport {
    let (number, words): (Number<ReportIssue>, String) = (row.number(), row.text())
    let today = try row.date()
    let (knownAt, knowledge) = (Instant(milliseconds: row.integer()), row.integer())
    let (rows, digest, note) = (row.int(), row.blob(), row.optionalText())
    return IssuedReport(
      number: number, words: words,
      vantage: Vantage(today: today, knownAt: knownAt, knowledge: knowledge), rows: rows,
      digest: digest.hexadecimal, note: note, by: row.text(),
      issuedAt: Instant(milliseconds: row.integer()))
  }
}
