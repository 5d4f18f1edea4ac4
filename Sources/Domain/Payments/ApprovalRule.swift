/// How many officials, beside the one who made it, approve a payment register of a sum.
package struct ApprovalRule: Hashable, Sendable {
  package let period: Period
  /// The least sum of the register to which it applies.
  package let least: Money
  package let approvals: Int
  package let citation: Citation

  package init(period: Period, least: Money, approvals: Int, citation: Citation) {
    self.period = period
    self.least = least
    self.approvals = approvals
    self.citation = citation
  }
}

/// The rules of approval through time.
package struct ApprovalRules: Sendable {
  package let rules: [ApprovalRule]

  /// Throws `rule.malformed` where a rule asks for nobody, or no rule starts at nothing.
  package init(_ rules: [ApprovalRule]) throws(Failure) {
    guard rules.allSatisfy({ $0.approvals > 0 }) else {
      throw Failure(.ruleMalformed, "payment-approvals: every register is approved by someone")
    }
    guard rules.contains(where: { $0.least == .zero }) else {
      throw Failure(.ruleMalformed, "payment-approvals: no rule starts at 0 tenge")
    }
    self.rules = rules
  }

  /// The rule for a sum on a day; throws `parameter.unknown` where there is none.
  package func rule(for amount: Money, on day: LocalDate) throws(Failure) -> ApprovalRule {
    let fitting = rules.filter { $0.period.contains(day) && $0.least <= amount }
    guard let rule = fitting.max(by: { $0.least < $1.least }) else {
      throw Failure(
        .parameterUnknown, "no rule says who approves payments on \(day)",
        hint: "Seeds/Reference/payment-approvals.csv holds the rules")
    }
    return rule
  }
}
