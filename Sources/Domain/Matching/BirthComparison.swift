/// How two birth dates agree, with the slips of papers and clerks in mind.
package enum BirthComparison {
  /// Nil where either side gives no date.
  ///
  /// Of several dates on a side, such as one before and one after a correction, the pair that
  /// agrees best counts.
  package static func level(
    _ one: [PartialDate], _ other: [PartialDate]
  ) -> (level: MatchLevel, one: PartialDate, other: PartialDate)? {
    var best: (level: MatchLevel, one: PartialDate, other: PartialDate)?
    for left in one {
      for right in other {
        let level = level(left, right)
        if let known = best, rank(known.level) <= rank(level) { continue }
        best = (level, left, right)
      }
    }
    return best
  }

  package static func level(_ one: PartialDate, _ other: PartialDate) -> MatchLevel {
    if one == other, one.day != nil { return .birthSame }
    guard let oneDay = one.day, let otherDay = other.day, let oneMonth = one.month,
      let otherMonth = other.month
    else { return partial(one, other) }
    let sameYear = one.year == other.year
    if sameYear, oneDay == otherMonth, oneMonth == otherDay { return .birthSwapped }
    let distance = abs(Int(one.earliest.dayNumber) - Int(other.earliest.dayNumber))
    if distance <= 2 { return .birthShifted }
    if sameYear, isRounded(oneMonth, oneDay) || isRounded(otherMonth, otherDay) {
      return .birthRounded
    }
    if isStep(one, other) { return .birthStep }
    if sameYear, oneMonth == otherMonth || oneDay == otherDay { return .birthOnePart }
    if oneMonth == otherMonth, oneDay == otherDay {
      return isSlip(one.year, other.year) ? .birthOnePart : .birthUnlike
    }
    if distance <= 31 { return .birthNear }
    if sameYear { return .birthOtherDay }
    return abs(one.year - other.year) == 1 ? .birthYearOff : .birthUnlike
  }

  private static func partial(_ one: PartialDate, _ other: PartialDate) -> MatchLevel {
    guard one.year == other.year else {
      return abs(one.year - other.year) == 1 ? .birthYearOff : .birthUnlike
    }
    guard let oneMonth = one.month, let otherMonth = other.month else { return .birthYear }
    if oneMonth == otherMonth { return .birthMonth }
    // A day and month that were swapped before the day was dropped.
    if let day = one.day ?? other.day, day == oneMonth || day == otherMonth {
      return .birthRounded
    }
    return .birthOtherDay
  }

  /// A day that stands where nobody knew it: the first of January.
  private static func isRounded(_ month: Int, _ day: Int) -> Bool { day == 1 && month == 1 }

  /// The same day a month earlier or later, or a year.
  private static func isStep(_ one: PartialDate, _ other: PartialDate) -> Bool {
    guard one.day == other.day, let oneMonth = one.month, let otherMonth = other.month else {
      return false
    }
    return abs(one.year - other.year) + abs(oneMonth - otherMonth) == 1
  }

  /// Two years apart, one digit apart, or two digits exchanged.
  private static func isSlip(_ one: Int, _ other: Int) -> Bool {
    if abs(one - other) <= 2 || abs(one - other) % 10 == 0 && abs(one - other) <= 30 {
      return true
    }
    let (left, right) = (digits(one), digits(other))
    let differing = (0..<4).filter { left[$0] != right[$0] }
    if differing.count == 1 { return true }
    guard differing.count == 2 else { return false }
    return left[differing[0]] == right[differing[1]] && left[differing[1]] == right[differing[0]]
  }

  private static func digits(_ year: Int) -> [Int] {
    [year / 1000 % 10, year / 100 % 10, year / 10 % 10, year % 10]
  }

  /// From the best agreement to the worst.
  private static func rank(_ level: MatchLevel) -> Int {
    switch level {
    case .birthSame: 0
    case .birthSwapped: 1
    case .birthShifted: 2
    case .birthMonth: 3
    case .birthStep: 4
    case .birthRounded: 5
    case .birthYear: 6
    case .birthOnePart: 7
    case .birthNear: 8
    case .birthOtherDay: 9
    case .birthYearOff: 10
    default: 11
    }
  }
}
