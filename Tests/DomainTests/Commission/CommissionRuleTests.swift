import Domain
import Testing

@Suite("How a commission decides")
struct CommissionRuleTests {
  private static func rule(
    _ majority: CommissionRule.Majority = .present, tie: CommissionRule.Tie = .chair,
    quorum: CommissionRule.Share = CommissionRule.Share(2, of: 3)
  ) throws -> CommissionRule {
    try CommissionRule(
      during: Period(from: try #require(LocalDate(iso: "2016-01-06"))), quorum: quorum,
      majority: majority, tie: tie, citation: Citation("a test", standing: .unconfirmed),
      note: nil)
  }

  @Test(
    "Two thirds, rounded up",
    arguments: [(1, 1), (2, 2), (3, 2), (4, 3), (5, 4), (6, 4), (7, 5), (9, 6), (10, 7)])
  func quorum(members: Int, needed: Int) throws {
    #expect(try Self.rule().quorum(of: members) == needed)
  }

  @Test("A quorum of none, or of more than all, is no rule")
  func malformed() {
    #expect(throws: Failure.self) { try Self.rule(quorum: CommissionRule.Share(0, of: 3)) }
    #expect(throws: Failure.self) { try Self.rule(quorum: CommissionRule.Share(4, of: 3)) }
  }

  struct Case: Sendable {
    let votes: (for: Int, against: Int, abstained: Int)
    let chair: Vote
    let approved: Bool
    let byChair: Bool
  }

  @Test(
    "Of those present an abstention counts as if against; a tie is the chair's",
    arguments: [
      Case(votes: (4, 0, 0), chair: .for, approved: true, byChair: false),
      Case(votes: (3, 1, 1), chair: .against, approved: true, byChair: false),
      Case(votes: (2, 2, 0), chair: .for, approved: true, byChair: true),
      Case(votes: (2, 2, 0), chair: .against, approved: false, byChair: true),
      Case(votes: (2, 0, 2), chair: .for, approved: true, byChair: true),
      Case(votes: (2, 0, 2), chair: .abstained, approved: false, byChair: true),
      Case(votes: (2, 1, 2), chair: .for, approved: false, byChair: false),
      Case(votes: (0, 0, 4), chair: .abstained, approved: false, byChair: false),
    ])
  func present(_ given: Case) throws {
    let outcome = try Self.rule().decide(Self.count(given))
    #expect(outcome == VoteOutcome(isApproved: given.approved, isByChair: given.byChair))
  }

  @Test(
    "Of those who voted an abstention counts for nothing",
    arguments: [
      Case(votes: (2, 1, 2), chair: .abstained, approved: true, byChair: false),
      Case(votes: (1, 1, 3), chair: .for, approved: true, byChair: true),
      Case(votes: (1, 2, 0), chair: .for, approved: false, byChair: false),
      Case(votes: (0, 0, 4), chair: .abstained, approved: false, byChair: false),
    ])
  func voting(_ given: Case) throws {
    let outcome = try Self.rule(.voting).decide(Self.count(given))
    #expect(outcome == VoteOutcome(isApproved: given.approved, isByChair: given.byChair))
  }

  @Test("Where the rule says so, a tie is a refusal")
  func tie() throws {
    let count = VoteCount(for: 2, against: 2, abstained: 0, chair: .for)
    let outcome = try Self.rule(tie: .refused).decide(count)
    #expect(outcome == VoteOutcome(isApproved: false, isByChair: false))
  }

  private static func count(_ given: Case) -> VoteCount {
    VoteCount(
      for: given.votes.for, against: given.votes.against, abstained: given.votes.abstained,
      chair: given.chair)
  }
}
