/// What an officer decided about a family that waits, beside what was advised on that day.
package struct PlacementDecision: Hashable, Sendable {
  /// A region with what it is worth to each of the family's people, and what one more place there
  /// would have brought the whole plan.
  package struct Choice: Hashable, Sendable {
    /// The stable code of the region.
    package let region: String
    package let points: Int
    package let price: PlacementPlan.Price

    package init(region: String, points: Int, price: PlacementPlan.Price) {
      self.region = region
      self.points = points
      self.price = price
    }
  }

  package let id: Int64
  package let family: Number<Family>
  package let kind: QuotaKind
  package let year: Int
  package let on: LocalDate
  package let people: Int
  /// The region that the family asked for itself, before the first decision.
  package let wished: String?
  /// Nil where the advice was to wait.
  package let advised: Choice?
  package let decided: Choice
  package let reason: String?
  /// How many families the plan was made for, and how many places it had.
  package let waiting: Int
  package let places: Int
  /// SHA-256, in hexadecimal, of what the plan was made of.
  package let digest: String

  package init(
    id: Int64 = 0, family: Number<Family>, kind: QuotaKind, year: Int, on: LocalDate, people: Int,
    wished: String?, advised: Choice?, decided: Choice, reason: String?, waiting: Int, places: Int,
    digest: String
  ) {
    self.id = id
    self.family = family
    self.kind = kind
    self.year = year
    self.on = on
    self.people = people
    self.wished = wished
    self.advised = advised
    self.decided = decided
    self.reason = reason
    self.waiting = waiting
    self.places = places
    self.digest = digest
  }

  /// The stable code of the region that was decided.
  package var chosen: String { decided.region }

  /// Whether the officer did as advised.
  package var isAsAdvised: Bool { advised?.region == decided.region }
}
