/// What a scheme gives a household on a day, with every step that led there.
package struct AllowanceQuote: Hashable, Sendable {
  package let kind: AllowanceKind
  package let on: LocalDate
  package let people: Int
  package let mci: Money
  /// The first day of that MCI.
  package let mciFrom: LocalDate
  package let mciCitation: Citation
  package let lines: [Line]
  package let total: Money
  /// The weakest of all that the amounts rest on.
  package let standing: Standing
  /// How a product becomes payable: `up to a whole tenge`.
  package let rounding: String
  package let roundingCitation: Citation
  /// What is uncertain about the figures, each said once.
  package let notes: [String]

  package struct Line: Hashable, Sendable {
    package let label: LocalizedText
    package let quantity: Int
    /// In MCI.
    package let multiple: Ratio
    /// The multiple of the MCI, rounded.
    package let rate: Money
    /// `quantity × rate`.
    package let amount: Money
    package let citation: Citation
    /// The factors: `5 × 100 MCI × 1,273`, and the rounded rate where rounding changed it.
    package let arithmetic: String
  }

  /// Reckons a scheme for a household on a day.
  ///
  /// Throws, in this order, `allowance.family` for a household without people or with more than
  /// one head, `allowance.no-scheme` outside the scheme's days, `field.value` for months that are
  /// none, `allowance.rate-unknown` where a rate was in force that no source gives,
  /// `parameter.unknown` without an MCI, and `money.invalid` for a sum that does not fit.
  package static func make(
    _ kind: AllowanceKind, _ household: Household, _ terms: AllowanceTerms = .none,
    on day: LocalDate, _ rules: RuleBook
  ) throws(Failure) -> AllowanceQuote {
    try check(household)
    guard rules.covers(kind.lead, on: day) else { throw noScheme(kind, on: day, rules) }
    // Where not even the first rate is known, nothing else is asked for.
    _ = try rules.value(kind.lead, on: day)
    let months = try months(kind, terms, on: day, rules)
    let items = try kind.items(for: household, terms, months: months)
    let index = try index(kind, on: day, rules)
    let rule = try rules.rounding(.allowanceRounding, on: day)
    var standing = index.standing
    var notes = index.notes
    var lines: [Line] = []
    var total = Money.zero
    for item in items {
      guard let found = try reckon(item, kind, index.mci, rule.value, on: day, rules) else {
        continue
      }
      standing = standing.weaker(found.standing)
      // A rounding rule supports an amount only where there was something to round.
      if found.isRounded { standing = standing.weaker(rule.citation.standing) }
      for note in found.notes where !notes.contains(note) { notes.append(note) }
      lines.append(found.line)
      total = try total.adding(found.line.amount)
    }
    for key in kind.conditions {
      let condition = try rules.value(key, on: day)
      standing = standing.weaker(condition.citation.standing)
      notes.append("\(rules.parameter(key)?.title.en ?? key.rawValue): \(condition.value)")
    }
    return AllowanceQuote(
      kind: kind, on: day, people: household.people, mci: index.mci.amount,
      mciFrom: index.mci.period.from, mciCitation: index.mci.citation, lines: lines,
      total: total, standing: standing, rounding: "\(ParameterValue.rounding(rule.value))",
      roundingCitation: rule.citation, notes: notes)
  }

  private static func check(_ household: Household) throws(Failure) {
    let parts = [household.head, household.spousesAndChildren, household.others]
    guard parts.allSatisfy({ (0...peopleLimit).contains($0) }), household.people > 0 else {
      throw Failure(.allowanceFamily, "a household has at least one person, and none below zero")
    }
    guard household.head <= 1 else {
      throw Failure(.allowanceFamily, "a household has one head, not \(household.head)")
    }
  }

  /// Far above any household or list; keeps sums of counts from overflowing.
  private static var peopleLimit: Int { 10_000_000 }
}

extension AllowanceQuote {
  /// For how many months the scheme is paid: those asked for, else as many as the rule allows.
  ///
  /// Throws `field.value` for none or more than that.
  private static func months(
    _ kind: AllowanceKind, _ terms: AllowanceTerms, on day: LocalDate, _ rules: RuleBook
  ) throws(Failure) -> Int {
    guard kind == .rent else { return 1 }
    let most = try rules.months(.rentMostMonths, on: day).value
    let months = terms.months ?? most
    guard (1...most).contains(months) else {
      throw Failure(.fieldValue, "rent is paid for 1 to \(most) months")
    }
    return months
  }

  /// The MCI that counts, and why where there were two.
  private static func index(
    _ kind: AllowanceKind, on day: LocalDate, _ rules: RuleBook
  ) throws(Failure) -> (mci: MCI, standing: Standing, notes: [String]) {
    let purpose = try rules.purpose(kind.purpose, on: day)
    let mci = try rules.mci(on: day, purpose: purpose.value)
    let (general, social) = (
      try rules.mci(on: day, purpose: .general), try rules.mci(on: day, purpose: .social)
    )
    guard general != social else { return (mci, mci.citation.standing, []) }
    let why = purpose.note.map { "\($0) (\(purpose.citation))" } ?? "\(purpose.citation)"
    return (mci, mci.citation.standing.weaker(purpose.citation.standing), [why])
  }

  /// A line with what its amount rests on.
  private struct Reckoned {
    let line: Line
    let standing: Standing
    let isRounded: Bool
    let notes: [String]
  }

  /// Nil for what is due no time.
  private static func reckon(
    _ item: AllowanceItem, _ kind: AllowanceKind, _ mci: MCI, _ rounding: Rounding,
    on day: LocalDate, _ rules: RuleBook
  ) throws(Failure) -> Reckoned? {
    switch item {
    case .multiple(let key, let quantity):
      guard quantity > 0 else { return nil }
      let multiple = try rules.multiple(key, on: day)
      let line = try line(
        rules.parameter(key)?.title ?? kind.name, quantity, multiple, mci, rounding)
      return Reckoned(
        line: line, standing: line.citation.standing, isRounded: multiple.value.denominator != 1,
        notes: [multiple.note].compactMap(\.self))
    case .share(let key, let capKey, let cost):
      let (share, cap) = (try rules.share(key, on: day), try rules.multiple(capKey, on: day))
      let part = try cost.times(share.value, rounding)
      let most = try mci.amount.times(cap.value, rounding)
      let whole = share.value == Ratio(1) ? "" : "\(share.value) × "
      return Reckoned(
        line: Line(
          label: kind.name, quantity: 1, multiple: cap.value,
          rate: min(part, most), amount: min(part, most), citation: cap.citation,
          arithmetic:
            "the lesser of \(whole)\(cost.commas) and \(cap.value) MCI × \(mci.amount.commas)"
        ),
        standing: share.citation.standing.weaker(cap.citation.standing),
        isRounded: part < most && share.value.denominator != 1,
        notes: [share.note, cap.note].compactMap(\.self))
    }
  }

  private static func line(
    _ label: LocalizedText, _ quantity: Int, _ multiple: RuleBook.Dated<Ratio>, _ mci: MCI,
    _ rounding: Rounding
  ) throws(Failure) -> Line {
    let rate = try mci.amount.times(multiple.value, rounding)
    var arithmetic = "\(quantity.commas) × \(multiple.value) MCI × \(mci.amount.commas)"
    if multiple.value.denominator != 1 { arithmetic += ", a rate of \(rate.commas)" }
    return Line(
      label: label, quantity: quantity, multiple: multiple.value, rate: rate,
      amount: try rate.times(Int64(quantity)), citation: multiple.citation,
      arithmetic: arithmetic)
  }

  private static func noScheme(
    _ kind: AllowanceKind, on day: LocalDate, _ rules: RuleBook
  ) -> Failure {
    let others = AllowanceKind.lumpSums.filter { $0 != kind && rules.covers($0.lead, on: day) }
    let names = others.map(\.rawValue).joined(separator: ", ")
    return Failure(
      .allowanceNoScheme, "the scheme \(kind.rawValue) did not apply on \(day)",
      hint: others.isEmpty
        ? "no scheme known to the rules applied on that day"
        : "on that day the scheme was \(names)")
  }
}

extension BinaryInteger {
  /// Groups parted by commas, as the arithmetic of a quote is written.
  fileprivate var commas: String { String(grouped.map { $0 == "\u{A0}" ? "," : $0 }) }
}

extension Money {
  fileprivate var commas: String { String(grouped.map { $0 == "\u{A0}" ? "," : $0 }) }
}
