/// Something that a scheme asks for beside its rates, with its days and its source.
package struct AllowanceCondition: Hashable, Sendable {
  package enum Matter: String, Hashable, Sendable, CaseIterable {
    /// A confirmed inclusion in one of some quotas.
    case quota
    /// That the status of kandas had not ended when the family was included.
    case status
    /// That the region receives people of the quota.
    case settlement
    /// That the family has come.
    case arrival
    /// A job in the new place.
    case job
    /// Once for a family, and not only for each of its people.
    case once
  }

  package let scheme: AllowanceKind
  package let matter: Matter
  /// Of ``Matter/quota`` the quotas; else none.
  package let quotas: [QuotaKind]
  package let during: Period
  package let citation: Citation
  package let note: String?

  package init(
    scheme: AllowanceKind, matter: Matter, quotas: [QuotaKind], during: Period,
    citation: Citation, note: String?
  ) {
    self.scheme = scheme
    self.matter = matter
    self.quotas = quotas
    self.during = during
    self.citation = citation
    self.note = note
  }
}

/// What every scheme asks for.
package struct AllowanceConditions: Sendable {
  package let all: [AllowanceCondition]

  /// Throws `rule.malformed` where a quota names none, something else names one, or two conditions
  /// of a matter overlap; and for a scheme that asks for no quota at all.
  package init(_ conditions: [AllowanceCondition]) throws(Failure) {
    for (index, condition) in conditions.enumerated() {
      let place = "\(condition.scheme.rawValue), \(condition.matter.rawValue)"
      guard (condition.matter == .quota) != condition.quotas.isEmpty else {
        throw Failure(.ruleMalformed, "\(place): quotas stand with “quota”, and only there")
      }
      let isDouble = conditions[..<index].contains {
        $0.scheme == condition.scheme && $0.matter == condition.matter
          && $0.during.overlaps(condition.during)
      }
      guard !isDouble else { throw Failure(.ruleMalformed, "\(place): two hold on one day") }
    }
    for scheme in AllowanceKind.allCases {
      guard conditions.contains(where: { $0.scheme == scheme && $0.matter == .quota }) else {
        throw Failure(.ruleMalformed, "\(scheme.rawValue): no quota entitles to it")
      }
    }
    all = conditions
  }

  /// The condition in force on a day; nil where the scheme does not ask for it.
  package func condition(
    _ matter: AllowanceCondition.Matter, of scheme: AllowanceKind, on day: LocalDate
  ) -> AllowanceCondition? {
    all.first { $0.scheme == scheme && $0.matter == matter && $0.during.contains(day) }
  }
}
