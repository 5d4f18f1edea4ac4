/// What a permit costs, in MCI: one row of the dated table.
package struct PermitFee: Hashable, Sendable {
  package let kinds: [PermitKind]
  /// OKED sections; empty for all of them.
  package let sections: [String]
  package let period: Period
  /// The longest term that it is for.
  package let upTo: PermitTerm
  /// Nil where a fee was in force and no source gives it.
  package let multiple: Ratio?
  package let citation: Citation
  package let note: String?

  package init(
    kinds: [PermitKind], sections: [String], period: Period, upTo: PermitTerm, multiple: Ratio?,
    citation: Citation, note: String?
  ) {
    self.kinds = kinds
    self.sections = sections
    self.period = period
    self.upTo = upTo
    self.multiple = multiple
    self.citation = citation
    self.note = note
  }

  fileprivate func covers(_ kind: PermitKind, _ section: String?, on day: LocalDate) -> Bool {
    guard kinds.contains(kind), period.contains(day) else { return false }
    return sections.isEmpty || section.map(sections.contains) ?? false
  }
}

/// The dated table of fees.
package struct PermitFees: Sendable {
  package let all: [PermitFee]

  /// Throws `rule.malformed` where two rows give one fee, or a row neither a fee nor a note.
  package init(_ fees: [PermitFee]) throws(Failure) {
    for (index, fee) in fees.enumerated() {
      guard fee.multiple != nil || fee.note != nil else {
        throw Failure(
          .ruleMalformed, "the unknown fee from \(fee.period.from) has no note")
      }
      guard !fees[..<index].contains(where: { Self.meet($0, fee) }) else {
        throw Failure(
          .ruleMalformed,
          "two fees of \(fee.kinds.map(\.rawValue).joined(separator: " ")) meet from "
            + "\(fee.period.from)")
      }
    }
    all = fees
  }

  private static func meet(_ one: PermitFee, _ other: PermitFee) -> Bool {
    guard one.period.overlaps(other.period), one.upTo == other.upTo else { return false }
    guard one.kinds.contains(where: other.kinds.contains) else { return false }
    return one.sections.isEmpty || other.sections.isEmpty
      || one.sections.contains(where: other.sections.contains)
  }

  /// The row of the shortest term that the term fits in, on the day on which it is paid.
  ///
  /// Throws `permit.fee-unknown` where no source gives the fee.
  package func fee(
    _ kind: PermitKind, section: String?, term: PermitTerm, on day: LocalDate
  ) throws(Failure) -> (fee: PermitFee, multiple: Ratio) {
    let covering = all.filter { $0.covers(kind, section, on: day) }
    let fitting = covering.filter { $0.upTo.unit == term.unit && $0.upTo.count >= term.count }
    guard let fee = fitting.min(by: { $0.upTo.count < $1.upTo.count }) ?? covering.first else {
      throw unknown(kind, section, on: day)
    }
    guard let multiple = fee.multiple, fitting.contains(fee) else {
      throw Failure(
        .permitFeeUnknown,
        "no source gives the fee of \(kind.rawValue) for \(term) on \(day)"
          + (fee.note.map { ": \($0)" } ?? ""),
        hint: Self.hint, citation: fee.citation)
    }
    return (fee, multiple)
  }

  private func unknown(_ kind: PermitKind, _ section: String?, on day: LocalDate) -> Failure {
    let ofKind = all.filter { $0.kinds.contains(kind) && $0.period.contains(day) }
    guard let row = ofKind.first else {
      return Failure(
        .permitFeeUnknown, "no source gives a fee of \(kind.rawValue) on \(day)", hint: Self.hint)
    }
    guard let section else {
      return Failure(
        .fieldRequired, "the fee of \(kind.rawValue) depends on the section of activity",
        hint: "say --section, a letter of OKED, such as F for construction")
    }
    return Failure(
      .permitFeeUnknown,
      "no source says in which group of fees section \(section) is on \(day)", hint: Self.hint,
      citation: row.citation)
  }

  private static let hint =
    "once it is known: kosh rules show permit-fees --file, add the row, kosh rules adopt"
}

/// What a permit costs on the day on which it is paid, with every step that led there.
package struct PermitQuote: Hashable, Sendable {
  package let kind: PermitKind
  package let section: String?
  package let term: PermitTerm
  /// The day of payment.
  package let on: LocalDate
  /// Of one region, or of one worker; zero where the kind is free.
  package let amount: Money
  /// How many budgets it is paid to: that of each region.
  package let regions: Int
  package let total: Money
  package let arithmetic: String
  /// MCI of one payment; nil where the kind is free.
  package let multiple: Ratio?
  package let mci: MCI?
  package let citation: Citation
  package let standing: Standing
  package let notes: [String]

  /// Throws `permit.kind` where the kind did not exist on the day, `permit.fee-unknown`,
  /// `permit.term`, and what the monthly calculation index throws.
  package static func make(
    _ kind: PermitKind, section: String?, term: PermitTerm, regions: Int = 1, on day: LocalDate,
    _ book: PermitBook, _ index: RuleBook
  ) throws(Failure) -> PermitQuote {
    guard let fee = book.rules.word(.fee, of: kind, on: day) else {
      throw book.noKind(kind, on: day)
    }
    switch fee.value {
    case "per-permit":
      let row = try book.fees.fee(kind, section: section, term: term, on: day)
      return try paid(
        kind, section, term, regions, on: day, row.multiple, times: 1, row.fee.citation,
        note: row.fee.note, index)
    case "monthly":
      guard let prepayment = book.rules.ratio(.prepayment, of: kind, on: day) else {
        throw Failure(
          .permitFeeUnknown, "no source gives the monthly prepayment of \(kind.rawValue) on \(day)",
          citation: fee.rule.citation)
      }
      guard term.unit == .months else {
        throw Failure(.permitTerm, "\(kind.rawValue) is paid for by months, not for \(term)")
      }
      return try paid(
        kind, section, term, 1, on: day, prepayment.value, times: Int64(term.count),
        prepayment.rule.citation, note: prepayment.rule.note, index)
    default:
      return PermitQuote(
        kind: kind, section: section, term: term, on: day, amount: .zero, regions: regions,
        total: .zero, arithmetic: "free", multiple: nil, mci: nil, citation: fee.rule.citation,
        standing: fee.rule.citation.standing, notes: [fee.rule.note].compactMap(\.self))
    }
  }

  private static func paid(
    _ kind: PermitKind, _ section: String?, _ term: PermitTerm, _ regions: Int, on day: LocalDate,
    _ multiple: Ratio, times months: Int64, _ citation: Citation, note: String?, _ index: RuleBook
  ) throws(Failure) -> PermitQuote {
    let mci = try index.mci(on: day)
    let one = try mci.amount.times(multiple, Rounding(.up, to: .tenge))
    let amount = try one.times(months)
    let total = try amount.times(Int64(regions))
    var steps = "\(multiple) × \(mci.amount.grouped)"
    if months != 1 { steps += " × \(months) months" }
    if regions != 1 { steps += " × \(regions) regions" }
    return PermitQuote(
      kind: kind, section: section, term: term, on: day, amount: amount, regions: regions,
      total: total, arithmetic: steps, multiple: multiple, mci: mci, citation: citation,
      standing: citation.standing.weaker(mci.citation.standing), notes: [note].compactMap(\.self))
  }
}
