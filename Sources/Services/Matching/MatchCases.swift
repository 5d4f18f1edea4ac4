package import Domain
internal import Storage

/// What matching found, as pairs for officers to decide.
package enum MatchCases {
  /// The words of reasons in one line, the weightiest first.
  package static func words(_ reasons: [MatchReason]) -> String {
    reasons.map(\.text).joined(separator: "; ")
  }

  /// As people read a score: `0.987`.
  package static func score(_ result: MatchResult) -> String { score(permille: result.score) }

  package static func score(permille: Int) -> String {
    let digits = "\(permille % 1000)"
    return "\(permille / 1000)." + String(repeating: "0", count: 3 - digits.utf8.count) + digits
  }

  /// Puts a pair on the list, unless it stands there or was decided; true where that was done.
  @discardableResult
  static func open(
    _ result: MatchResult, for person: Number<Person>, in transaction: Transaction
  ) throws(Failure) -> Bool {
    guard let candidate = result.candidate, result.decision != .none else { return false }
    return try MatchCaseTable.open(
      MatchCase(
        person: person, candidate: Number(raw: candidate), score: result.score,
        decision: result.decision.rawValue, reasons: words(result.reasons)), in: transaction)
  }

  /// Pairs in one act of the list: about a fiftieth of a second of work.
  private static let batch = 500

  /// Puts pairs on the list, some hundreds in an act; gives the number of those that were new.
  static func list(
    _ found: [MatchResult], by action: String, as user: String, keeping: Bool = true,
    office: Office, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(Failure) -> Int {
    var listed = 0
    var start = 0
    repeat {
      let end = min(start + batch, found.count)
      let facts = office.facts
      listed += try office.database.write { (transaction) throws(Failure) in
        if !keeping { transaction.leaveNoTrace() }
        try ActTable.begin(in: transaction)
        var opened = 0
        for result in found[start..<end] {
          if try open(result, for: Number(raw: result.person), in: transaction) { opened += 1 }
        }
        try ActTable.finish(
          ActEntry(
            at: facts.now, today: facts.today, user: user, action: action,
            detail: "\(opened) pairs to decide"), in: transaction)
        return opened
      }
      start = end
      progress(start, found.count)
    } while start < found.count
    return listed
  }
}
