/// All dated data of permits: the rules of the kinds, the fees, who need not keep the local
/// content, the grounds of refusing and of ending, and the steps.
package struct PermitBook: Sendable {
  package let rules: PermitRules
  package let fees: PermitFees
  package let contentExemptions: [ContentExemption]
  package let grounds: [PermitGround]
  package let transitions: PermitTransitions

  package init(
    rules: PermitRules, fees: PermitFees, contentExemptions: [ContentExemption],
    grounds: [PermitGround], transitions: PermitTransitions
  ) {
    self.rules = rules
    self.fees = fees
    self.contentExemptions = contentExemptions
    self.grounds = grounds
    self.transitions = transitions
  }

  /// The same with other rules or fees.
  package func with(rules: PermitRules? = nil, fees: PermitFees? = nil) -> PermitBook {
    PermitBook(
      rules: rules ?? self.rules, fees: fees ?? self.fees, contentExemptions: contentExemptions,
      grounds: grounds, transitions: transitions)
  }

  package func noKind(_ kind: PermitKind, on day: LocalDate) -> Failure {
    let from = rules.all.filter { $0.kind == kind && $0.period.from > day }.map(\.period.from).min()
    return Failure(
      .permitKind, "no rule known to Kosh has permits \(kind.rawValue) on \(day)",
      hint: from.map { "they are known from \($0) on" })
  }

  /// Throws `permit.ground` for a code that is no ground of the action on the day.
  package func ground(_ code: String, of action: PermitAction, on day: LocalDate) throws(Failure)
    -> PermitGround
  {
    let known = grounds.filter { $0.action == action && $0.period.contains(day) }
    guard let ground = known.first(where: { $0.code.lowercased() == code.lowercased() }) else {
      throw Failure(
        .permitGround, "“\(code)” is no ground to \(action.rawValue) a permit on \(day)",
        hint: "those that are: \(known.map(\.code).joined(separator: ", "))")
    }
    return ground
  }
}

/// Whose staff is not held against the local content in some days.
package struct ContentExemption: Hashable, Sendable {
  package enum Who: String, Hashable, Sendable, CaseIterable {
    case smallBusiness = "small-business"
    case state
    /// Branches and representations of foreign entities.
    case branch
    /// Citizens of a country that has a quota of its own by a treaty.
    case treatyCountry = "treaty-country"
  }

  package let who: Who
  package let period: Period
  /// The most staff; nil for any number.
  package let mostStaff: Int?
  package let citation: Citation
  package let note: String?

  package init(who: Who, period: Period, mostStaff: Int?, citation: Citation, note: String?) {
    self.who = who
    self.period = period
    self.mostStaff = mostStaff
    self.citation = citation
    self.note = note
  }
}

/// A ground on which a permit is refused, suspended or revoked.
package struct PermitGround: Hashable, Sendable {
  package let action: PermitAction
  package let code: String
  package let name: LocalizedText
  package let period: Period
  package let citation: Citation

  package init(
    action: PermitAction, code: String, name: LocalizedText, period: Period, citation: Citation
  ) {
    self.action = action
    self.code = code
    self.name = name
    self.period = period
    self.citation = citation
  }
}
