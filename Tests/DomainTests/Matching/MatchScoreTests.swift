import Domain
import Testing

@Suite("Counting matches against a truth")
struct MatchScoreTests {
  /// Lines 2 to 6 are people of the register, lines 7 and 8 strangers.
  static let truth = [2: 12, 3: 13, 4: 14, 5: 15, 6: 16]

  static let answers: [MatchAnswer] = [
    // Right, and named twice.
    MatchAnswer(line: 2, source: 12, decision: .match),
    MatchAnswer(line: 2, source: 12, decision: .match),
    // The wrong person is the match, the right one for review: found by nobody's eye.
    MatchAnswer(line: 3, source: 99, decision: .match),
    MatchAnswer(line: 3, source: 13, decision: .review),
    // Two for review.
    MatchAnswer(line: 4, source: 14, decision: .review),
    MatchAnswer(line: 4, source: 98, decision: .review),
    // The right person, turned down.
    MatchAnswer(line: 5, source: 15, decision: .none),
    // Right and wrong at once; line 6 of the register is not the 6 of the file.
    MatchAnswer(line: 6, source: 16, decision: .match),
    MatchAnswer(line: 6, source: 6, decision: .match),
    // A stranger taken for somebody, and one who is not.
    MatchAnswer(line: 7, source: 12, decision: .match),
    MatchAnswer(line: 8, source: nil, decision: .none),
  ]

  @Test("Every count by hand")
  func counts() {
    let score = MatchScore(Self.answers, truth: Self.truth)
    #expect(score.pairs == 5)
    #expect(score.found == 2)
    #expect(score.reviewed == 2)
    #expect(score.missed == 1)
    #expect(score.matches == 5)
    #expect(score.right == 2)
    #expect(score.wrong == 3)
    #expect(score.lines == 7)
    #expect(score.linesInReview == 1)
    #expect(score.recall == Share(2, of: 5))
    #expect(score.precision == Share(2, of: 5))
    #expect(score.review == Share(1, of: 7))
  }

  @Test("Some lines alone, of a file of known length")
  func among() {
    let score = MatchScore(Self.answers, truth: Self.truth, lines: 3, among: [2, 7, 8])
    #expect(score.pairs == 1)
    #expect(score.found == 1)
    #expect(score.matches == 2)
    #expect(score.wrong == 1)
    #expect(score.review == Share(0, of: 3))
  }

  @Test("A file without answers misses everybody")
  func nothing() {
    let score = MatchScore([], truth: Self.truth)
    #expect(score.missed == 5)
    #expect(score.lines == 5)
    #expect(score.precision.value == nil)
    #expect(score.precision.interval == nil)
  }

  /// Ends in ten thousandths: of 8 in 10 by Wilson's formula; of none and all, z²/(n + z²).
  static let intervals: [(count: Int, total: Int, low: Int, high: Int)] = [
    (8, 10, 4902, 9433), (0, 1, 0, 7935), (1, 1, 2065, 10_000), (284, 284, 9867, 10_000),
    (0, 284, 0, 133), (50, 100, 4038, 5962),
  ]

  @Test("Wilson's interval", arguments: intervals)
  func interval(count: Int, total: Int, low: Int, high: Int) throws {
    let interval = try #require(Share(count, of: total).interval)
    #expect(Int((interval.low * 10_000).rounded()) == low)
    #expect(Int((interval.high * 10_000).rounded()) == high)
  }

  @Test("The columns are read by name, and an empty candidate is nobody")
  func reading() throws {
    let answers = try MatchTables.answers(
      Array(
        """
        line,candidate_person,candidate_family_ref,candidate_source_line,score,decision,reasons
        2,P-1,A1,12,21.5,match,"names, birth"
        3,,,,,none,

        """.utf8))
    #expect(
      answers == [
        MatchAnswer(line: 2, source: 12, decision: .match),
        MatchAnswer(line: 3, source: nil, decision: .none),
      ])
    let truth = try MatchTables.truth(
      Array("intake_family_ref,intake_line,reapply_family_ref,reapply_line\nF1,12,R1,2\n".utf8))
    #expect(truth == [2: 12])
    let notes = try MatchTables.notes(
      Array("reapply_family_ref,reapply_line,changes\nR1,2,pinyin no-iin\nR1,3,pinyin\n".utf8))
    #expect(notes == ["pinyin": [2, 3], "no-iin": [2]])
  }

  static let malformed: [(text: String, code: Code, says: String)] = [
    ("", .csvMissingColumn, "line 1: the file is empty"),
    ("line,decision\n", .csvMissingColumn, "“candidate_source_line” is missing"),
    (
      "line,candidate_source_line,decision\n2,12,perhaps\n", .fieldValue,
      "line 2, decision: “perhaps”"
    ),
    ("line,candidate_source_line,decision\n0,12,match\n", .fieldValue, "line 2, line: “0”"),
    (
      "line,candidate_source_line,decision\n2,x,match\n", .fieldValue,
      "line 2, candidate_source_line: “x”"
    ),
    ("line,candidate_source_line,decision\n2,12\n", .csvFieldCount, "line 2: 2 fields"),
  ]

  @Test("A malformed answer names line, field and rule", arguments: malformed)
  func refusal(text: String, code: Code, says: String) {
    let error = #expect(throws: Failure.self) { try MatchTables.answers(Array(text.utf8)) }
    #expect(error?.code == code)
    #expect(error?.detail.contains(says) ?? false, "\(error?.detail ?? "")")
  }

  @Test("A line cannot be two people of the truth")
  func twice() {
    let text = "intake_line,reapply_line\n12,2\n13,2\n"
    let error = #expect(throws: Failure.self) { try MatchTables.truth(Array(text.utf8)) }
    #expect(error?.detail == "line 3, reapply_line: line 2 stands in the truth twice")
  }
}
