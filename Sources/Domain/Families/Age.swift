/// A person's age in full years on a day, as far as the birth date tells it.
package struct Age: Hashable, Sendable {
  package let least: Int
  /// The same as ``least`` where the birth date is a full day.
  package let most: Int

  /// Nil where nobody knows the birth date, or it lies wholly after the day.
  package init?(born: PartialDate?, on day: LocalDate) {
    guard let born, born.earliest <= day else { return nil }
    least = Self.years(from: min(born.latest, day), to: day)
    most = Self.years(from: born.earliest, to: day)
  }

  /// Who was born on 29 February is a year older on 1 March.
  private static func years(from birth: LocalDate, to day: LocalDate) -> Int {
    let (start, end) = (birth.parts, day.parts)
    let isBefore = (end.month, end.day) < (start.month, start.day)
    return end.year - start.year - (isBefore ? 1 : 0)
  }
}

/// Whether a person is of age: a birth date that does not decide it leaves it unknown.
package enum Majority: Hashable, Sendable {
  case adult, minor, unknown

  /// Civil Code of the Republic of Kazakhstan, Article 17: full capacity from eighteen years.
  package static let years = 18

  package init(born: PartialDate?, on day: LocalDate) {
    guard let age = Age(born: born, on: day) else {
      self = .unknown
      return
    }
    if age.least >= Self.years {
      self = .adult
    } else if age.most < Self.years {
      self = .minor
    } else {
      self = .unknown
    }
  }
}
