internal import Domain

/// Counts what matching got right and wrong.
struct MatchingTally {
  let truth: [Int64: Int64]
  let register: MatchingFile
  let applying: MatchingFile
  private(set) var details = ""
  private var lines = 0
  private var found = 0
  private var missed = 0
  private var right = 0
  private var wrong = 0
  private var review = 0
  private var reviewTrue = 0
  private var unblocked = 0
  /// By tenths of the score: how many, and how many of them right.
  private var reliability = Array(repeating: (count: 0, right: 0, sum: 0), count: 14)
  /// How often each level is met between records of one person, and how often it could be.
  private(set) var levels: [MatchLevel: Int] = [:]
  private let people: [Int64: (MatchPerson, MatchFamily)]

  init(truth: [Int64: Int64], register: MatchingFile, applying: MatchingFile) {
    self.truth = truth
    self.register = register
    self.applying = applying
    var people: [Int64: (MatchPerson, MatchFamily)] = [:]
    for family in register.families {
      for member in family.members { people[member.id] = (member, family) }
    }
    self.people = people
  }

  mutating func take(_ results: [MatchResult], _ candidates: [MatchFamily], _ matcher: Matcher) {
    for result in results {
      lines += 1
      let expected = truth[result.person]
      note(result, expected)
      if result.decision == .review {
        review += 1
        if expected != nil { reviewTrue += 1 }
      }
      if let expected, !candidates.contains(where: { $0.members.contains { $0.id == expected } }) {
        unblocked += 1
      }
      if result.decision == .match {
        if result.candidate == expected { right += 1 } else { wrong += 1 }
      }
      if expected != nil, result.decision == .match, result.candidate == expected {
        found += 1
      } else if expected != nil {
        missed += 1
      }
      let isFine =
        result.decision == .match
        ? result.candidate == expected
        : result.decision == .none && expected == nil
      if !isFine { tell(result, expected) }
    }
  }

  private mutating func note(_ result: MatchResult, _ expected: Int64?) {
    guard result.candidate != nil else { return }
    let place: Int =
      switch result.score {
      case ..<10: 0
      case ..<990: 1 + result.score / 100
      case ..<999: 11
      default: 12
      }
    reliability[place].count += 1
    reliability[place].sum += result.score
    if result.candidate == expected { reliability[place].right += 1 }
  }

  private mutating func tell(_ result: MatchResult, _ expected: Int64?) {
    let kind =
      result.decision == .match
      ? "WRONG"
      : result.decision == .review ? (expected == nil ? "REVIEW-NEW" : "REVIEW") : "MISSED"
    details += "\(kind) line \(result.person) (\(applying.references[result.person] ?? ""))"
    details += " -> \(result.candidate.map(String.init) ?? "-"), true"
    details += " \(expected.map(String.init) ?? "new"); \(result.score) \(result.centibits)\n"
    for reason in result.reasons {
      details += "    \(reason.code.rawValue) \(reason.centibits): \(reason.text)\n"
    }
    if let expected, expected != result.candidate, let (person, family) = people[expected] {
      details += "  the right one: \(person.id) of \(family.id)\n"
      for family in applying.families {
        for member in family.members where member.id == result.person {
          details += "  \(person.names.map { $0.words.map(\.word.folded).joined(separator: " ") })"
          details += " | \(member.names.map { $0.words.map(\.word.folded).joined(separator: " ") })"
          details += " \(person.birthDates) | \(member.birthDates)\n"
        }
      }
    }
  }

  var summary: String {
    var text = "lines \(lines), pairs in the truth \(truth.count), not blocked \(unblocked)\n"
    text += "found     \(Self.share(found, of: found + missed))\n"
    text += "right     \(Self.share(right, of: right + wrong))\n"
    text += "review    \(Self.share(review, of: lines)), true pairs among them \(reviewTrue)\n"
    text += "score     count   mean    right\n"
    let names = ["0-9", "10-99"] + (1...9).map { "\($0)00-" } + ["990-", "999-"]
    for (name, row) in zip(names, reliability) where row.count > 0 {
      text += "\(name.padded(to: 9)) \("\(row.count)".padded(to: 7)) "
      text += "\("\(row.sum / row.count)".padded(to: 7)) \(Self.share(row.right, of: row.count))\n"
    }
    return text
  }

  /// A share with its interval of 95 % (Wilson 1927).
  private static func share(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "0 of 0" }
    let (n, p, z) = (Double(whole), Double(part) / Double(whole), 1.96)
    let centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let bounds = "\(((centre - half) * 100).text(2))-\(((centre + half) * 100).text(2))"
    return "\(part) of \(whole) = \((p * 100).text(2)) % (\(bounds))"
  }
}
