/// A relation that should hold between printed figures.
package struct StatisticsCheck: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The operands add up to what is stated, exactly.
    case sum
    /// The first over the second, without their signs, rounded to the places stated.
    case ratio
    /// The first in percent of the second.
    case percent
    /// By how many percent the first is below the second.
    case shortfall
    /// Which place the first has among all operands, the largest first.
    case rank
    /// The one operand is what is stated.
    case equals
  }

  package struct Operand: Hashable, Sendable {
    /// Nil for a figure that has no place in a table.
    package let name: LocalizedText?
    package let value: ExactDecimal

    package init(name: LocalizedText?, value: ExactDecimal) {
      self.name = name
      self.value = value
    }
  }

  package let kind: Kind
  /// What is stated, in words: `Other, 2019`.
  package let subject: LocalizedText
  package let stated: ExactDecimal
  package let operands: [Operand]

  /// Nil where the kind takes another number of operands, or they are too large to reckon with.
  package init?(
    _ kind: Kind, of subject: LocalizedText, stated: ExactDecimal, operands: [Operand]
  ) {
    let fits =
      switch kind {
      case .sum, .rank: !operands.isEmpty
      case .ratio, .percent, .shortfall: operands.count == 2
      case .equals: operands.count == 1
      }
    self.kind = kind
    self.subject = subject
    self.stated = stated
    self.operands = operands
    guard fits, computed(places: stated.places + 1) != nil else { return nil }
  }

  /// What the operands come to; quotients are rounded to `places`, halves away from zero.
  private func computed(places: Int) -> ExactDecimal? {
    let values = operands.map(\.value)
    switch kind {
    case .sum:
      var sum = values[0]
      for value in values.dropFirst() {
        guard let next = sum.adding(value) else { return nil }
        sum = next
      }
      return sum
    case .equals: return values[0]
    case .ratio: return values[0].magnitude.over(values[1].magnitude, places: places)
    case .percent: return values[0].hundredfold?.over(values[1], places: places)
    case .shortfall:
      let gap = values[1].adding(values[0].negated)
      return gap?.hundredfold?.over(values[1], places: places)
    case .rank:
      let larger = values.filter { value in
        values[0].adding(value.negated).map { $0.digits < 0 } ?? false
      }
      return ExactDecimal(digits: Int64(larger.count) + 1, places: 0)
    }
  }

  /// Whether what is stated is what the operands come to.
  package var holds: Bool {
    guard let result = computed(places: stated.places) else { return false }
    return result.equals(kind == .ratio ? stated.magnitude : stated)
  }

  /// One place more than is stated, so that the reader sees which way it was rounded.
  package var result: ExactDecimal { computed(places: stated.places + 1) ?? stated }

  /// One sentence: `Kazakhstan, 2013: stated -2 234; EAEU -16 063 + others 15 784 = -279`.
  package var note: LocalizedText {
    LocalizedText { language in
      let told = Self.stated[language]
      let stated = stated.grouped(language)
      return "\(subject[language]): \(told) \(stated); \(arithmetic(language))."
    }
  }

  private static let stated = LocalizedText.message("statistics-check.stated")
  private static let place = LocalizedText.message("statistics-check.place")

  private func arithmetic(_ language: Language) -> String {
    let named = operands.map { operand in
      let value = operand.value.grouped(language)
      return operand.name.map { "\($0[language]) \(value)" } ?? value
    }
    let plain = operands.map { $0.value.grouped(language) }
    let result = result.grouped(language)
    switch kind {
    case .sum: return "\(named.joined(separator: " + ")) = \(result)"
    case .ratio: return "\(plain[0]) / \(plain[1]) = \(result)"
    case .percent: return "\(plain[0]) / \(plain[1]) = \(result) %"
    case .shortfall: return "(\(plain[1]) - \(plain[0])) / \(plain[1]) = \(result) %"
    case .rank: return "\(named[0]), \(Self.place[language]) \(result)"
    case .equals: return named[0]
    }
  }
}
