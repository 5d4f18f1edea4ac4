/// An act as the trail keeps it.
package struct Act: Hashable, Sendable {
  package let id: Int64
  package let at: Instant
  package let today: LocalDate
  package let user: String
  package let action: String
  package let subject: Int64?
  package let detail: String
  package let hash: [UInt8]

  package init(
    id: Int64, at: Instant, today: LocalDate, user: String, action: String, subject: Int64?,
    detail: String, hash: [UInt8]
  ) {
    self.id = id
    self.at = at
    self.today = today
    self.user = user
    self.action = action
    self.subject = subject
    self.detail = detail
    self.hash = hash
  }
}
