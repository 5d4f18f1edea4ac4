/// How old a person is on a day: whole years, or with a partial birth date the years it can be.
///
/// A person whose birth date is not known has no age at all, and is never taken for an adult.
package struct Age: Hashable, Sendable {
  /// Years completed if the person was born as late as the date allows.
  package let youngest: Int
  /// Years completed if the person was born as early as the date allows.
  package let oldest: Int

  /// From this age a person is an adult (Civil Code of Kazakhstan, article 17).
  private static let adulthood = 18

  /// Nil where nobody knows the birth date, or the day comes before it.
  package init?(of birth: PartialDate?, on day: LocalDate) {
    guard let birth, birth.earliest <= day else { return nil }
    oldest = Self.years(from: birth.earliest, to: day)
    youngest = Self.years(from: min(birth.latest, day), to: day)
  }

  /// Whether the person is an adult; nil where the birth date leaves it open.
  package var isAdult: Bool? {
    if youngest >= Self.adulthood { return true }
    return oldest < Self.adulthood ? false : nil
  }

  /// A year ends on the day before the birthday; one of 29 February falls on 1 March elsewhere.
  private static func years(from birth: LocalDate, to day: LocalDate) -> Int {
    let (born, then) = (birth.parts, day.parts)
    let isBefore = (then.month, then.day) < (born.month, born.day)
    return then.year - born.year - (isBefore ? 1 : 0)
  }
}

extension Age: CustomStringConvertible {
  /// `40`, or `17 or 18`.
  package var description: String {
    youngest == oldest ? "\(oldest)" : "\(youngest) or \(oldest)"
  }
}
