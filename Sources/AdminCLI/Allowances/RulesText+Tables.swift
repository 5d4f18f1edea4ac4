import Domain
import Reports
import Services

extension RulesText {
  /// What a table is; a figure has a title of its own.
  static func title(of key: String) -> LocalizedText {
    switch key {
    case Permits.rulesKey: .message("rules.permits")
    case Permits.feesKey:
      .message("rules.permit-fees")
    default: indexTitle
    }
  }

  static func unit(of key: String) -> String {
    switch key {
    case Permits.rulesKey: "by rule"
    case Permits.feesKey: "MCI"
    default: "tenge"
    }
  }

  /// Every value of a figure or a table, as the register reckons with it.
  static func entries(of key: String, _ rules: RegisterRules) throws(Failure) -> [Entry] {
    if let parameter = ParameterKey(rawValue: key).flatMap({ rules.book.parameter($0) }) {
      return parameter.entries.map { Entry($0) }
    }
    switch key {
    case Permits.rulesKey: return try rules.permits().rules.all.map { Entry($0) }
    case Permits.feesKey: return try rules.permits().fees.all.map { Entry($0) }
    default: return rules.book.indices.map { Entry($0) }
    }
  }
}

extension RulesText.Entry {
  init(_ rule: PermitRule) {
    self.init(
      period: rule.period,
      value: rule.value == nil
        ? nil : "\(rule.kind.rawValue) \(rule.name.rawValue): \(rule.text)",
      citation: rule.citation, note: rule.note)
  }

  init(_ fee: PermitFee) {
    let kinds = fee.kinds.map(\.rawValue).joined(separator: " ")
    let sections = fee.sections.isEmpty ? "" : " \(fee.sections.joined(separator: ""))"
    self.init(
      period: fee.period,
      value: fee.multiple.map { "\(kinds)\(sections), up to \(fee.upTo): \($0) MCI" },
      citation: fee.citation, note: fee.note)
  }
}
