internal import Domain
internal import Storage

/// What happens to the others when a member leaves, and above all when the head does.
extension FamilyAct {
  /// Throws `member.not-found`, and `date.order` where the membership begins on the day itself.
  func checkCanLeave(_ person: Number<Person>) throws(Failure) {
    _ = try member(person)
    guard let start = roll.start(of: person, on: day), start == day else { return }
    throw Failure(
      .dateOrder, "\(person) belongs to \(family) from \(start); the end must come later",
      hint: "kosh family undo takes back what should never have been recorded")
  }

  /// Ends a membership on a day; where the head leaves others, `newHead` takes its place.
  ///
  /// Throws `family.no-head` with a proposal where nobody was named, and `usage` where somebody
  /// was though the head stays.
  mutating func leave(
    _ person: Number<Person>, on last: LocalDate, newHead: Number<Person>?,
    stated: [StatedRelation]
  ) throws(Failure) {
    let numbers = try PersonLinkTable.cluster(of: person, in: transaction)
    let isHead = roll.head(on: last).map { numbers.contains($0.person) } ?? false
    let others = roll.members(on: last).filter { !numbers.contains($0.person) }
    if isHead, !others.isEmpty {
      guard let newHead else { throw try headNeeded(after: person, others) }
      try handOver(to: newHead, on: last, stated: stated)
    } else if newHead != nil || !stated.isEmpty {
      throw Failure(
        .usage, "\(person) leaves no family without a head on \(last): nobody else is affected",
        hint: "kosh family head \(family) PERSON changes the head")
    }
    // Who stands in the family under two numbers leaves under both.
    for number in numbers { roll.end(number, on: last, reason: ground.reason) }
  }

  /// Changes the head from a day, and notes of whom it is not certain what they are now.
  mutating func handOver(
    to newHead: Number<Person>, on day: LocalDate, stated: [StatedRelation]
  ) throws(Failure) {
    let uncertain = try roll.changeHead(
      to: newHead, on: day, sexes: sexes, stated: stated, reason: ground.reason)
    try checkAlive(newHead)
    if let remark = try ageRemark(newHead) { remarks.append(remark) }
    if !uncertain.isEmpty {
      let list = uncertain.map(\.description).joined(separator: ", ")
      remarks.append("what \(list) is to the new head is not certain, so “other”")
    }
  }

  /// Proposes the spouse, else the eldest who is certainly of age; whoever has no birth date is
  /// named, and not taken as an adult.
  private mutating func headNeeded(
    after person: Number<Person>, _ others: [FamilyRoll.Row]
  ) throws(Failure) -> Failure {
    var hint: String
    if let spouse = others.first(where: { $0.relation == .spouse })?.person {
      hint = "--new-head \(spouse) (\(try display(spouse)), the spouse)"
    } else {
      var adults: [(person: Number<Person>, birth: PartialDate)] = []
      var unknown: [String] = []
      for other in others {
        let birth = try record(of: other.person).birthDate
        switch Age(of: birth, on: day)?.isAdult {
        case true: if let birth { adults.append((other.person, birth)) }
        case false: continue
        case nil: unknown.append("\(other.person) (\(Self.birth(birth)))")
        }
      }
      let eldest = adults.min { ($0.birth.latest, $0.person) < ($1.birth.latest, $1.person) }
      hint = "none of those who stay is known to be of age; --new-head PERSON names one"
      if let eldest {
        hint = "--new-head \(eldest.person) (\(try display(eldest.person)), the eldest adult)"
      }
      if !unknown.isEmpty {
        hint += "; not known to be of age: \(unknown.joined(separator: ", "))"
      }
    }
    return Failure(
      .familyNoHead,
      "\(person) is the head of \(family), and \(others.count) would stay without one", hint: hint)
  }
}
