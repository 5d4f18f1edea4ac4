/// When money must come back, and how much of a payment may be kept for it.
package struct RecoveryRule: Hashable, Sendable {
  package let period: Period
  /// For how many months after the decision the family stays in the region.
  package let boundMonths: Int
  /// What part of what was paid comes back.
  package let share: Ratio
  /// The part of each payment that the family gets in any case.
  package let protectedShare: Ratio
  package let citation: Citation

  package init(
    period: Period, boundMonths: Int, share: Ratio, protectedShare: Ratio, citation: Citation
  ) throws(Failure) {
    guard boundMonths > 0, [share, protectedShare].allSatisfy(\.isPart) else {
      throw Failure(
        .ruleMalformed, "recovery-rules: months are above 0, and shares above 0 and at most 1")
    }
    self.period = period
    self.boundMonths = boundMonths
    self.share = share
    self.protectedShare = protectedShare
    self.citation = citation
  }
}

/// For what a recovery may be given up.
package struct RecoveryWaiver: Hashable, Sendable {
  package let code: String
  package let period: Period
  package let name: LocalizedText
  package let citation: Citation

  package init(code: String, period: Period, name: LocalizedText, citation: Citation) {
    self.code = code
    self.period = period
    self.name = name
    self.citation = citation
  }
}

/// The rules of recovery through time.
package struct RecoveryRules: Sendable {
  package let rules: [RecoveryRule]
  package let waivers: [RecoveryWaiver]

  package init(_ rules: [RecoveryRule], waivers: [RecoveryWaiver]) {
    self.rules = rules
    self.waivers = waivers
  }

  /// Throws `parameter.unknown` where no rule was in force.
  package func rule(on day: LocalDate) throws(Failure) -> RecoveryRule {
    guard let rule = rules.last(where: { $0.period.contains(day) }) else {
      throw Failure(
        .parameterUnknown, "no rule says what comes back of what was granted on \(day)",
        hint: "Seeds/Reference/recovery-rules.csv holds the rules")
    }
    return rule
  }

  /// Throws `field.value` for a ground that was none on the day.
  package func waiver(_ code: String, on day: LocalDate) throws(Failure) -> RecoveryWaiver {
    let known = waivers.filter { $0.period.contains(day) }
    guard let waiver = known.first(where: { $0.code == code }) else {
      throw Failure(
        .fieldValue,
        "“\(code)” is no ground to give a recovery up: \(known.map(\.code).joined(separator: ", "))"
      )
    }
    return waiver
  }
}

extension Ratio {
  /// Above 0, and at most 1.
  fileprivate var isPart: Bool { numerator > 0 && numerator <= denominator }
}
