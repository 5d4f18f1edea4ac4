package import Domain

extension Seeds {
  /// When money must come back, and for what that is given up, from `Reference/recovery-rules.csv`
  /// and `Reference/recovery-waivers.csv`.
  package static func recoveryRules() throws(Failure) -> RecoveryRules {
    try recoveryRules(
      SeedTable("Reference/recovery-rules.csv"),
      waivers: SeedTable("Reference/recovery-waivers.csv"))
  }

  static func recoveryRules(_ table: SeedTable, waivers: SeedTable) throws(Failure)
    -> RecoveryRules
  {
    var rules: [RecoveryRule] = []
    for row in table.rows {
      rules.append(
        try RecoveryRule(
          period: row.period(), boundMonths: Int(row.number("bound_months")),
          share: row.ratio("share"), protectedShare: row.ratio("protected_share"),
          citation: row.citation()))
    }
    var grounds: [RecoveryWaiver] = []
    for row in waivers.rows {
      grounds.append(
        RecoveryWaiver(
          code: try row.required("code"), period: try row.period(), name: try row.localizedText(),
          citation: try row.citation()))
    }
    return RecoveryRules(rules, waivers: grounds)
  }

  /// How many officials approve a payment register, from `Reference/payment-approvals.csv`.
  package static func approvalRules() throws(Failure) -> ApprovalRules {
    try approvalRules(SeedTable("Reference/payment-approvals.csv"))
  }

  static func approvalRules(_ table: SeedTable) throws(Failure) -> ApprovalRules {
    var rules: [ApprovalRule] = []
    for row in table.rows {
      guard let least = Money(tenge: try row.number("least")) else {
        throw row.malformed("“least” is larger than the register can hold")
      }
      rules.append(
        ApprovalRule(
          period: try row.period(), least: least, approvals: Int(try row.number("approvals")),
          citation: try row.citation()))
    }
    return try ApprovalRules(rules)
  }
}
