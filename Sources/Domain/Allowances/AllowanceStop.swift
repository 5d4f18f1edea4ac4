/// Payments of a grant that are stopped from a day on.
package struct AllowanceStop: Hashable, Sendable {
  package enum Cause: String, Hashable, Sendable, CaseIterable {
    case death, departure
    case statusEnded = "status-ended"
    case leftRegion = "left-region"
    case other
  }

  package let id: Int64
  package let grant: Number<Grant>
  package let cause: Cause
  package let from: LocalDate
  /// True where what was still due from that day on was called off.
  package let isFinal: Bool
  package let reason: String
  package let document: String?

  /// Whether a claim is not paid while this holds: what fell due before goes on.
  package func holdsBack(_ due: Due) -> Bool { due.grant == grant && due.dueOn >= from }

  package init(
    id: Int64 = 0, grant: Number<Grant>, cause: Cause, from: LocalDate, isFinal: Bool,
    reason: String, document: String?
  ) {
    self.id = id
    self.grant = grant
    self.cause = cause
    self.from = from
    self.isFinal = isFinal
    self.reason = reason
    self.document = document
  }
}
