/// A grant as it was decided.
package struct GrantRecord: Hashable, Sendable {
  package let number: Number<Grant>
  package let act: Int64
  package let family: Number<Family>
  package let inclusion: Number<Inclusion>
  package let kind: AllowanceKind
  package let region: String
  package let decidedOn: LocalDate
  package let decision: String?
  package let people: Int
  package let mci: Money
  package let mciFrom: LocalDate
  package let mciCitation: Citation
  package let rounding: String
  package let amount: Money
  package let standing: Standing
  package let notes: String
  /// What it depends on beside the people.
  package let terms: AllowanceTerms

  package init(
    number: Number<Grant>, act: Int64, family: Number<Family>, inclusion: Number<Inclusion>,
    kind: AllowanceKind, region: String, decidedOn: LocalDate, decision: String?, people: Int,
    mci: Money, mciFrom: LocalDate, mciCitation: Citation, rounding: String, amount: Money,
    standing: Standing, notes: String, terms: AllowanceTerms = .none
  ) {
    self.number = number
    self.act = act
    self.family = family
    self.inclusion = inclusion
    self.kind = kind
    self.region = region
    self.decidedOn = decidedOn
    self.decision = decision
    self.people = people
    self.mci = mci
    self.mciFrom = mciFrom
    self.mciCitation = mciCitation
    self.rounding = rounding
    self.amount = amount
    self.standing = standing
    self.notes = notes
    self.terms = terms
  }
}

extension GrantRecord {
  /// The same decision with the amount of another reckoning.
  package func reckoned(_ quote: AllowanceQuote) -> GrantRecord {
    GrantRecord(
      number: number, act: act, family: family, inclusion: inclusion, kind: kind, region: region,
      decidedOn: decidedOn, decision: decision, people: quote.people, mci: quote.mci,
      mciFrom: quote.mciFrom, mciCitation: quote.mciCitation, rounding: quote.rounding,
      amount: quote.total, standing: quote.standing,
      notes: quote.notes.joined(separator: "\n"), terms: terms)
  }
}

extension GrantLine {
  /// A line of a quote, as a grant would keep it.
  package init(_ line: AllowanceQuote.Line) {
    self.init(
      label: line.label, quantity: line.quantity, multiple: "\(line.multiple)", rate: line.rate,
      amount: line.amount, arithmetic: line.arithmetic, citation: line.citation)
  }
}

/// One line of a grant, frozen.
package struct GrantLine: Hashable, Sendable {
  package let label: LocalizedText
  package let quantity: Int
  package let multiple: String
  package let rate: Money
  package let amount: Money
  package let arithmetic: String
  package let citation: Citation

  package init(
    label: LocalizedText, quantity: Int, multiple: String, rate: Money, amount: Money,
    arithmetic: String, citation: Citation
  ) {
    self.label = label
    self.quantity = quantity
    self.multiple = multiple
    self.rate = rate
    self.amount = amount
    self.arithmetic = arithmetic
    self.citation = citation
  }
}
