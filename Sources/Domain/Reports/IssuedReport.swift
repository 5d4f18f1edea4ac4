/// The number of a report that left the office.
package enum ReportIssue: Numbered {
  package static let letter: Character = "B"
}

/// From where the register is looked at: the office's day, and what was known.
package struct Vantage: Hashable, Sendable {
  /// From which days that are not named follow.
  package var today: LocalDate
  /// The moment of the knowledge, as a report prints it.
  package var knownAt: Instant
  /// The last act that was known.
  package var knowledge: Int64

  package init(today: LocalDate, knownAt: Instant, knowledge: Int64) {
    self.today = today
    self.knownAt = knownAt
    self.knowledge = knowledge
  }
}

/// A report as it left the office.
package struct IssuedReport: Hashable, Sendable {
  package let number: Number<ReportIssue>
  /// The words of the command that makes it, without its form: `permits --year 2026`.
  package let words: String
  package let vantage: Vantage
  package let rows: Int
  /// SHA-256 of what it says, in hexadecimal.
  package let digest: String
  /// To whom, or on what ground.
  package let note: String?
  package let by: String
  package let issuedAt: Instant

  package init(
    number: Number<ReportIssue>, words: String, vantage: Vantage, rows: Int, digest: String,
    note: String?, by: String, issuedAt: Instant
  ) {
    self.number = number
    self.words = words
    self.vantage = vantage
    self.rows = rows
    self.digest = digest
    self.note = note
    self.by = by
    self.issuedAt = issuedAt
  }
}
