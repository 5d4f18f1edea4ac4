import Domain
import Testing

@Suite struct RelationRestatedTests {
  /// What the new head was to the old one, what somebody else was, and what that one is now.
  static let cases: [(head: Relation, was: Relation, now: Relation)] = [
    (.head, .spouse, .spouse), (.head, .grandchild, .grandchild),
    (.spouse, .head, .spouse), (.spouse, .son, .son), (.spouse, .daughter, .daughter),
    (.spouse, .mother, .other), (.spouse, .brother, .other), (.spouse, .grandchild, .other),
    (.son, .head, .other), (.son, .daughter, .other), (.mother, .son, .other),
  ]

  @Test func `a relation is kept where it is certain`() {
    for (head, was, now) in Self.cases {
      #expect(was.restated(toHeadWhoWas: head) == now, "\(was) of a new head who was \(head)")
    }
  }

  static let belongings: [(Belonging, Follows)] = [
    (.places(.person), .people), (.places(.family), .number), (.unpaid(.people), .people),
    (.unpaid(.head), .head), (.openCases, .number), (.origin, .people),
  ]

  @Test func `what hangs on a family goes by the stated rule`() {
    for (belonging, follows) in Self.belongings { #expect(belonging.follows == follows) }
  }
}
