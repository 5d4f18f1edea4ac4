import Domain
import Services
import Storage
import TestSupport
import Testing

/// The list of pairs to decide, and what a decision does.
@Suite struct DecideMatchTests {
  /// Three who are alone: P-1 for Pavlodar, P-2 for Abai, P-3 for West Kazakhstan.
  static func register() throws -> TestRegister {
    let register = try TestRegister()
    for (reference, region) in [("A", "KZ-55"), ("B", "KZ-10"), ("C", "KZ-27")] {
      try register.register(Samples.family(reference, count: 1, region: region))
    }
    return register
  }

  static func decide(
    _ verdict: MatchVerdict, _ person: Int, _ candidate: Int, leave: Int? = nil
  ) -> DecideMatch {
    DecideMatch(
      person: .p(person), candidate: .p(candidate), verdict: verdict,
      ground: Ground(reason: "both papers were seen"), leave: leave.map { .f($0) })
  }

  static let filters: [(query: ListMatchCases, total: Int, pairs: String)] = [
    (ListMatchCases(), 3, "2-1 3-2 3-1"),
    (ListMatchCases(decision: "match"), 1, "2-1"),
    (ListMatchCases(decision: "review"), 2, "3-2 3-1"),
    (ListMatchCases(region: "KZ-55"), 2, "2-1 3-1"),
    (ListMatchCases(region: "KZ-39"), 0, ""),
    (ListMatchCases(leastScore: 700), 2, "2-1 3-2"),
    (ListMatchCases(limit: 1), 3, "2-1"),
    (ListMatchCases(skipping: 1, limit: 1), 3, "3-2"),
    (ListMatchCases(skipping: 3), 3, ""),
  ]

  @Test func `the list is filtered, paged and in order of likelihood`() throws {
    let register = try Self.register()
    try register.propose(.p(1), .p(3), "review", score: 610)
    try register.propose(.p(3), .p(2), "review", score: 700)
    try register.propose(.p(1), .p(2), score: 990)
    for (query, total, pairs) in Self.filters {
      let answer = try register.answer(query)
      let shown = answer.lines.map { "\($0.person.number.serial)-\($0.candidate.number.serial)" }
      #expect(shown.joined(separator: " ") == pairs, "\(query)")
      #expect(answer.total == total, "\(query)")
    }
  }

  @Test func `a pair stands on the list once, and not where it was decided`() throws {
    let register = try Self.register()
    #expect(try register.propose(.p(1), .p(2)))
    #expect(try !register.propose(.p(2), .p(1)))
    #expect(try register.perform(Self.decide(.different, 1, 2)).casesClosed == 1)
    #expect(try !register.propose(.p(1), .p(2)))
    #expect(try register.propose(.p(3), .p(2)))
    let same = try register.perform(Self.decide(.same, 3, 2, leave: 3))
    #expect(same.casesClosed == 1 && same.merge?.link.into == .p(2))
    #expect(try !register.propose(.p(3), .p(2)))
    // What was decided of P-2 holds for P-3, who is P-2.
    #expect(try !register.propose(.p(3), .p(1)))
    #expect(refusal { try register.merge(.p(3), .p(1)) } == .matchDifferent)
    #expect(try register.answer(ListMatchCases()).total == 0)
  }

  @Test func `a decision can be made anew, and an unmerge keeps apart`() throws {
    let register = try Self.register()
    try register.perform(Self.decide(.different, 1, 2))
    try register.perform(Self.decide(.same, 1, 2, leave: 2))
    #expect(refusal { try register.perform(Self.decide(.different, 1, 2)) } == .personMerged)
    try register.perform(UnmergePerson(person: .p(2), reason: "another man"))
    #expect(refusal { try register.merge(.p(2), .p(1)) } == .matchDifferent)
    let open = try register.integer("SELECT count(*) FROM match_verdict WHERE closed_by IS NULL")
    #expect(open == 1)
    let empty = DecideMatch(
      person: .p(1), candidate: .p(2), verdict: .different, ground: Ground(reason: ""))
    #expect(refusal { try register.perform(empty) } == .fieldRequired)
    #expect(try register.breaches() == [])
  }

  @Test func `a comparison names the case, the verdict and what contradicts`() throws {
    let register = try Self.register()
    try register.propose(.p(1), .p(2), score: 990)
    let open = try register.answer(ComparePersons(left: .p(2), right: .p(1)))
    #expect(open.match?.score == 990 && open.difference == nil && !open.isOne)
    #expect(open.contradictions == [])
    try register.perform(Self.decide(.different, 1, 2))
    let decided = try register.answer(ComparePersons(left: .p(2), right: .p(1)))
    #expect(decided.match == nil && decided.difference == "both papers were seen")
    try register.perform(Self.decide(.same, 1, 2, leave: 2))
    let one = try register.answer(ComparePersons(left: .p(1), right: .p(2)))
    #expect(one.isOne && one.left.documents.map(\.number) == ["NA"])
    #expect(one.right.documents.map(\.number) == ["NB"])
    #expect(refusal { try register.answer(ComparePersons(left: .p(1), right: .p(1))) } == .usage)
  }

  @Test func `who may be one who holds a place elsewhere is told so before the place`() throws {
    let register = try Self.register()
    let held = try register.include(.f(1))
    try register.propose(.p(2), .p(1))
    let failure = failure { try register.include(.f(2)) }
    #expect(failure?.code == .placeHeld)
    let says =
      "P-2026-000002-6 of F-2026-000002-P may be P-2026-000001-8, who holds a place of kandas 2026 "
      + "in KZ-55 by \(held.number): same name and birth date"
    #expect(failure?.detail == says)
    #expect(failure?.hint?.contains("kosh match decide P-2026-000002-6 P-2026-000001-8") == true)
    try register.perform(Self.decide(.different, 1, 2))
    #expect(try register.include(.f(2)).doubts == [])
    try register.propose(.p(3), .p(1), "review", score: 640)
    let doubts = try register.include(.f(3)).doubts
    #expect(doubts.count == 1 && doubts[0].hasPrefix("P-2026-000003-4 may be P-2026-000001-8,"))
  }

  @Test func `those that wait are included with their doubts, and an empty family is passed by`()
    throws
  {
    let register = try Self.register()
    try register.include(.f(1), protocolNumber: "1")
    try register.propose(.p(3), .p(1), "review", score: 640)
    try register.perform(Self.decide(.same, 2, 1, leave: 2))
    let waiting = IncludeWaiting(kind: .kandas, year: 2026, protocolNumber: "2")
    let summary = try register.office.run(waiting, as: TestRegister.administrator)
    #expect(summary.done.count == 1 && summary.refused.isEmpty)
    #expect(summary.doubts.map { $0.prefix(15) } == ["P-2026-000003-4"])
    #expect(try register.breaches() == [])
  }

  @Test func `a case against an old number holds for the survivor`() throws {
    let register = try Self.register()
    try register.include(.f(1))
    try register.propose(.p(3), .p(2))
    try register.perform(Self.decide(.same, 1, 2, leave: 2))
    #expect(refusal { try register.include(.f(3)) } == .placeHeld)
  }
}
