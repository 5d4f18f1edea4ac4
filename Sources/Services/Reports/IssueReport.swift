package import Domain
package import Storage

/// Enters a report that leaves the office under a number, by which it can be made again.
package struct IssueReport: UseCase {
  package static let name = "report.issue"
  package static let permission = Permission.readReports

  private let draft: IssuedReportTable.Draft

  package init(_ origin: Report.Origin, from vantage: Vantage, note: String? = nil) {
    draft = IssuedReportTable.Draft(origin: origin, vantage: vantage, note: note)
  }

  package var detail: String { draft.origin.words }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    try IssuedReportTable.insert(draft, issued: facts.today.year, in: transaction).raw
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> IssuedReport
  {
    try IssuedReportTable.known(Number(raw: subject), in: transaction)
  }
}

/// One report that was issued.
package struct FindIssuedReport: Query {
  package static let name = "report.again"
  package static let permission = Permission.readReports

  package let number: Number<ReportIssue>

  package init(number: Number<ReportIssue>) { self.number = number }

  package var detail: String { "\(number)" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> IssuedReport
  { try IssuedReportTable.known(number, in: transaction) }
}

/// The reports that were issued last, the latest first.
package struct ListIssuedReports: Query {
  package static let name = "report.issued"
  package static let permission = Permission.readReports

  package let limit: Int

  package init(limit: Int) { self.limit = limit }

  package var detail: String { "\(limit)" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> [IssuedReport]
  { try IssuedReportTable.newest(limit, in: transaction) }
}

/// From where the register is seen now, or was at a moment.
package struct TakeVantage: Query {
  package static let name = "report.vantage"
  package static let permission = Permission.readReports

  /// Nil for now.
  package let knownAt: Instant?
  /// The office's day that was named; nil for that of the moment.
  package let today: LocalDate?

  package init(knownAt: Instant?, today: LocalDate?) {
    self.knownAt = knownAt
    self.today = today
  }

  package var detail: String { knownAt.map { "\($0)" } ?? "now" }

  /// Throws `date.order` for a moment that is still to come.
  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Vantage {
    guard let knownAt else {
      return Vantage(
        today: today ?? facts.today, knownAt: facts.now,
        knowledge: try ActTable.last(atOrBefore: facts.now, in: transaction))
    }
    guard knownAt <= facts.now || knownAt.day == facts.now.day else {
      throw Failure(.dateOrder, "\(knownAt) is still to come: nothing is known at it")
    }
    // The end of this day is now, or the same question would have another answer tonight.
    let at = min(knownAt, facts.now)
    return Vantage(
      today: today ?? Clock(now: { at }).day(at: at), knownAt: at,
      knowledge: try ActTable.last(atOrBefore: at, in: transaction))
  }
}

/// Acts that changed the register, between two of them: the reasons for which a report may differ.
package struct ActsBetween: Query {
  package static let name = "report.compare"
  package static let permission = Permission.readReports

  package let after: Int64
  package let through: Int64

  package init(after: Int64, through: Int64) {
    self.after = after
    self.through = through
  }

  package var detail: String { "acts \(after) to \(through)" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> [Act] {
    try ActTable.writing(after: after, through: through, in: transaction)
      .filter { $0.action != IssueReport.name }
  }
}
