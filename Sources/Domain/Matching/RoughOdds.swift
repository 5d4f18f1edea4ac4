/// A first guess at whether two people are one, from keys alone: who is worth loading.
///
/// In centibits, as all evidence; it is coarse, and generous where a slip is likely. What it lets
/// through is weighed by ``Matcher``.
package struct RoughOdds: Sendable {
  private let shares: [Skeleton: Int32]
  private let persons: Int64

  /// Less than this in favour is not worth a look.
  package static let least = 900
  /// What a name is worth less where it is a given name here and a family name there.
  package static let crossing = 150
  /// What it is worth less where no given name agrees.
  package static let otherGiven = 300
  /// What papers of the same number are worth here: more than any name.
  package static let papers = 4000
  /// A name is worth at most this, however rare.
  private static let mostOfName = 1100

  /// How many persons of how many bear a skeleton.
  package init(_ bearers: [Skeleton: Int32], of persons: Int64) {
    shares = bearers
    self.persons = max(1000, persons)
  }

  /// What it is worth to have a skeleton in common.
  package func name(_ skeleton: Skeleton) -> Int {
    min(Self.mostOfName, Bits.ratio(persons, Int64(shares[skeleton] ?? 0) + 1))
  }

  /// What it is worth that two dates are as they are; 0 where one is not known.
  package static func birth(_ one: BirthCode, _ other: BirthCode) -> Int {
    if one.isUnknown || other.isUnknown { return 0 }
    if one == other { return one.isFull ? 1450 : one.month > 0 ? 900 : 600 }
    let sameYear = one.year == other.year
    guard one.isFull, other.isFull else {
      guard sameYear else { return abs(one.year - other.year) == 1 ? -200 : -800 }
      if one.month == 0 || other.month == 0 { return 600 }
      return one.month == other.month ? 900 : 100
    }
    guard sameYear else { return inOtherYear(min(one, other), max(one, other)) }
    if one.day == other.month, one.month == other.day { return 1150 }
    let (first, second) = one < other ? (one, other) : (other, one)
    // Months are taken as of 31 days: near enough for a first guess.
    let distance = (second.month - first.month) * 31 + second.day - first.day
    if distance <= 2 || first.month != second.month && distance <= 5 { return 1050 }
    if one.day == other.day, second.month - first.month == 1 { return 800 }
    if distance <= 31 || one.day == other.day { return 500 }
    return one.isRounded || other.isRounded ? 500 : 0
  }

  /// Full dates of two years, the earlier first.
  private static func inOtherYear(_ one: BirthCode, _ other: BirthCode) -> Int {
    let years = other.year - one.year
    if one.day == other.day, one.month == other.month {
      return years == 1 ? 800 : years <= 10 ? 600 : 300
    }
    guard years == 1 else { return -800 }
    let isTurn = one.month == 12 && one.day >= 30 && other.month == 1 && other.day <= 2
    return isTurn ? 1050 : -200
  }
}

extension BirthCode {
  /// A day that stands where nobody knew it: the first of January or of July.
  fileprivate var isRounded: Bool { day == 1 && (month == 1 || month == 7) }
}
