/// The three ages in which a bulletin counts people.
package enum AgeGroup: String, Hashable, Sendable, CaseIterable {
  case working, minor, pension

  package var name: LocalizedText {
    switch self {
    case .working: .message("age-groups.working")
    case .minor: .message("age-groups.minor")
    case .pension: .message("age-groups.pension")
    }
  }
}

/// From and to what age people of a sex are of working age, in a time.
package struct AgeLimit: Hashable, Sendable {
  package let period: Period
  package let sex: Sex
  /// In whole years.
  package let workingFrom: Int
  /// Because the age of women grew by half a year.
  package let pensionMonths: Int
  package let citation: Citation

  package init(
    period: Period, sex: Sex, workingFrom: Int, pensionMonths: Int, citation: Citation
  ) {
    self.period = period
    self.sex = sex
    self.workingFrom = workingFrom
    self.pensionMonths = pensionMonths
    self.citation = citation
  }
}

/// The limits of ages through time.
package struct AgeLimits: Sendable {
  package let limits: [AgeLimit]

  /// Throws `rule.malformed` where a limit makes no working age, or two hold for a sex at once.
  package init(_ limits: [AgeLimit]) throws(Failure) {
    for (place, limit) in limits.enumerated() {
      guard limit.workingFrom > 0, limit.pensionMonths > limit.workingFrom * 12 else {
        throw Failure(.ruleMalformed, "age-groups: nobody would be of working age")
      }
      let others = limits[..<place].filter { $0.sex == limit.sex }
      guard !others.contains(where: { $0.period.overlaps(limit.period) }) else {
        throw Failure(.ruleMalformed, "age-groups: two limits hold on \(limit.period.from)")
      }
    }
    self.limits = limits
  }

  /// The limits on a day; throws `parameter.unknown` where there are none.
  package func bounds(on day: LocalDate) throws(Failure) -> AgeBounds {
    let found = limits.filter { $0.period.contains(day) }
    guard let men = found.first(where: { $0.sex == .male }),
      let women = found.first(where: { $0.sex == .female })
    else {
      throw Failure(
        .parameterUnknown, "no rule says who is of working age on \(day)",
        hint: "Seeds/Reference/age-groups.csv holds the ages")
    }
    return AgeBounds(day, men: men, women: women)
  }
}

/// Which births make which age on a day, as texts to be held against ISO dates.
package struct AgeBounds: Hashable, Sendable {
  /// Who was born later is a minor.
  package let adult: String
  /// Men born on it or before are of pension age.
  package let men: String
  package let women: String
  package let citations: [Citation]

  /// Age groups begin at one age for both sexes: the lower of the two.
  init(_ day: LocalDate, men: AgeLimit, women: AgeLimit) {
    adult = Self.birth(before: day, months: min(men.workingFrom, women.workingFrom) * 12)
    self.men = Self.birth(before: day, months: men.pensionMonths)
    self.women = Self.birth(before: day, months: women.pensionMonths)
    citations = men.citation == women.citation ? [men.citation] : [men.citation, women.citation]
  }

  /// The day as many months before; `2025-02-31` where the month is shorter, which stands in the
  /// order of texts where it must: after all days of its month.
  private static func birth(before day: LocalDate, months: Int) -> String {
    let parts = day.parts
    let month = parts.year * 12 + parts.month - 1 - months
    let (year, rest) = month.quotientAndRemainder(dividingBy: 12)
    return LocalDate.padded(year, 4) + "-" + LocalDate.padded(rest + 1, 2) + "-"
      + LocalDate.padded(parts.day, 2)
  }
}
