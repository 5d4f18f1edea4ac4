package import Domain
package import Storage

/// Two numbers side by side.
package struct PersonComparison: Hashable, Sendable {
  package let left: PersonSheet
  package let right: PersonSheet
  /// Whether both are numbers of one person.
  package let isOne: Bool
  /// Sentences: what cannot be true of one person.
  package let contradictions: [String]
  /// The case on the list of pairs to decide.
  package let match: MatchCase?
  /// Why an officer decided that they differ.
  package let difference: String?

  /// What contradicts: sex, full birth dates, IIN, or that the two are married to each other.
  static func contradictions(
    _ left: PersonSheet, _ right: PersonSheet, in transaction: Transaction
  ) throws(Failure) -> [String] {
    let (one, other) = (left.record, right.record)
    var found: [String] = []
    if one.sex != other.sex {
      found.append(
        "\(left.number) is \(one.sex.rawValue) and \(right.number) is \(other.sex.rawValue)")
    }
    if let birth = one.birthDate?.exact, let second = other.birthDate?.exact, birth != second {
      found.append("\(left.number) was born on \(birth) and \(right.number) on \(second)")
    }
    if let iin = one.iin, let second = other.iin, iin != second {
      found.append("\(left.number) has the IIN \(iin) and \(right.number) \(second)")
    }
    for marriage in try MarriageTable.all(of: left.number, in: transaction)
    where right.numbers.contains(marriage.spouse) || right.numbers.contains(marriage.person) {
      found.append(
        "\(left.number) was married to \(right.number) from \(marriage.during.from)")
    }
    return found
  }
}

/// Shows two persons side by side, with what differs.
///
/// Two numbers of one person are shown apart: what was entered under each.
package struct ComparePersons: Query {
  package static let name = "person.compare"
  package static let permission = Permission.readFamilies
  package static let isPersonal = true

  package var left: Number<Person>
  package var right: Number<Person>

  package init(left: Number<Person>, right: Number<Person>) {
    self.left = left
    self.right = right
  }

  package var detail: String { "\(left), \(right)" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> PersonComparison
  {
    let (one, other) = (
      try PersonTable.known(left, in: transaction), try PersonTable.known(right, in: transaction)
    )
    guard left != right else {
      throw Failure(.usage, "\(left) is compared with itself", hint: "name two numbers")
    }
    let isOne = one == other
    // Of one person each number stands for what was merged into it, and no more.
    let under = try PersonLinkTable.below(isOne ? left : one, in: transaction)
    let others = try PersonLinkTable.below(isOne ? right : other, in: transaction)
    let some = under.contains(right) ? under.filter { !others.contains($0) } : under
    let rest = others.filter { !some.contains($0) }
    let leftSheet = try PersonSheet.load(under: some, in: transaction)
    let rightSheet = try PersonSheet.load(under: rest, in: transaction)
    return PersonComparison(
      left: leftSheet, right: rightSheet, isOne: isOne,
      contradictions: try PersonComparison.contradictions(leftSheet, rightSheet, in: transaction),
      match: try MatchCaseTable.open(of: some, in: transaction).first {
        rest.contains($0.person) || rest.contains($0.candidate)
      },
      difference: try MatchCaseTable.difference(between: some, and: rest, in: transaction))
  }
}
