extension RuleChange {
  /// The first day on which a rule of any kind of permit differs; nil where none does.
  package static func firstDay(from old: PermitRules, to new: PermitRules) -> LocalDate? {
    edges((old.all + new.all).map(\.period)).first { day in
      PermitKind.allCases.contains { kind in
        PermitRuleName.allCases.contains { name in
          old.rule(name, of: kind, on: day)?.value != new.rule(name, of: kind, on: day)?.value
        }
      }
    }
  }

  /// The first day on which a fee differs; nil where none does.
  package static func firstDay(from old: PermitFees, to new: PermitFees) -> LocalDate? {
    edges((old.all + new.all).map(\.period)).first { day in
      values(of: old, on: day) != values(of: new, on: day)
    }
  }

  /// What a table says of a day, whatever its sources are.
  private static func values(of fees: PermitFees, on day: LocalDate) -> Set<String> {
    Set(
      fees.all.filter { $0.period.contains(day) }.map { fee in
        let kinds = fee.kinds.map(\.rawValue).sorted().joined(separator: " ")
        let sections = fee.sections.sorted().joined(separator: " ")
        return "\(kinds), \(sections), \(fee.upTo): \(fee.multiple.map { "\($0)" } ?? "…")"
      })
  }
}
