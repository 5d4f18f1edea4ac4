/// What a dated rule of permits is about.
package enum PermitRuleName: String, Hashable, Sendable, CaseIterable {
  /// The quota a permit takes a place of.
  case quota
  /// How it is paid for: `per-permit`, `monthly`, `none`.
  case fee
  case firstTerm = "first-term"
  /// How often it may be extended: a number, or `any`.
  case extensions
  case extensionTerm = "extension-term"
  /// From how many to how many calendar days before the end an extension is asked for.
  case extensionWindow = "extension-window"
  /// All terms of a holder in a row together, in months.
  case mostMonths = "most-months"
  /// Working days to decide on a first permit, an extension, another worker.
  case decide
  case decideExtension = "decide-extension"
  case decideReplacement = "decide-replacement"
  /// Working days to prove that the fee is paid, after the notice.
  case pay
  /// Working days to send the permit, after the fee is paid.
  case send
  /// The least share of citizens among the staff of the categories that are counted together.
  case localContent = "local-content"
  /// Calendar days for which a vacancy must have been open to citizens.
  case vacancy
  /// Months without new permits after a foreigner was found at work without one.
  case bar
  /// The most of a company's Kazakh staff that those it sends may be as many as.
  case transferShare = "transfer-share"
  /// Whether those whose permits end must be replaced by citizens.
  case replacementDuty = "replacement-duty"
  /// Whether another worker may take the rest of a permit.
  case otherWorker = "other-worker"
  /// Calendar days of a year in other regions than the permit's.
  case tripDays = "trip-days"
  /// How many an employer may have at once.
  case workers
  /// Calendar days between the end of one permit and the next, once the longest term is over.
  case pause
  /// The least and the greatest age.
  case age
  /// MCI for each month, paid beforehand.
  case prepayment
  /// Papers of an application, and of one for an extension.
  case papers
  case papersExtension = "papers-extension"
  /// Whether the worker's qualification is judged against the post.
  case qualification

  /// In what form its value is written.
  fileprivate var shape: Shape {
    switch self {
    case .quota, .fee, .replacementDuty, .otherWorker, .qualification: .word
    case .firstTerm, .extensionTerm: .term
    case .extensionWindow, .age: .pair
    case .localContent, .transferShare, .prepayment: .ratio
    case .papers, .papersExtension: .words
    case .extensions: .countOrAny
    case .mostMonths, .decide, .decideExtension, .decideReplacement, .pay, .send, .vacancy, .bar,
      .tripDays, .workers, .pause:
      .count
    }
  }

  fileprivate enum Shape { case word, words, term, pair, ratio, count, countOrAny }
}

/// A value of a rule, in one of the forms that ``PermitRuleName`` knows.
package enum PermitRuleValue: Hashable, Sendable {
  case word(String)
  case words([String])
  case term(TermRule)
  case pair(Int, Int)
  case ratio(Ratio)
  case count(Int)
  /// As often as anyone likes.
  case any

  fileprivate init?(_ text: String, as shape: PermitRuleName.Shape) {
    let words = text.split(separator: " ").map(String.init)
    switch shape {
    case .word:
      guard words.count == 1 else { return nil }
      self = .word(words[0])
    case .words:
      guard !words.isEmpty else { return nil }
      self = .words(words)
    case .term:
      guard let term = TermRule(words) else { return nil }
      self = .term(term)
    case .pair:
      let numbers = words.compactMap(Int.init)
      guard words.count == 2, numbers.count == 2, numbers[0] >= 0, numbers[1] >= 0 else {
        return nil
      }
      self = .pair(numbers[0], numbers[1])
    case .ratio:
      guard let ratio = Ratio(decimal: text) else { return nil }
      self = .ratio(ratio)
    case .count:
      guard let number = Int(text), number >= 0 else { return nil }
      self = .count(number)
    case .countOrAny:
      if text == "any" {
        self = .any
      } else {
        guard let number = Int(text), number >= 0 else { return nil }
        self = .count(number)
      }
    }
  }
}

/// A rule of a kind of permit in some days, with its source.
package struct PermitRule: Hashable, Sendable {
  package let kind: PermitKind
  package let name: PermitRuleName
  package let period: Period
  /// Nil where a rule was in force and no source gives its value.
  package let value: PermitRuleValue?
  /// As the table writes it.
  package let text: String
  package let citation: Citation
  package let note: String?

  /// Throws `rule.malformed` for a value of another form, or an unknown one without a note.
  package init(
    kind: PermitKind, name: PermitRuleName, period: Period, text: String, citation: Citation,
    note: String?
  ) throws(Failure) {
    self.kind = kind
    self.name = name
    self.period = period
    self.text = text
    self.citation = citation
    self.note = note
    if text.isEmpty {
      guard note != nil else {
        throw Failure(
          .ruleMalformed, "\(kind.rawValue) \(name.rawValue): the unknown value has no note")
      }
      value = nil
    } else {
      guard let value = PermitRuleValue(text, as: name.shape) else {
        throw Failure(
          .ruleMalformed, "\(kind.rawValue) \(name.rawValue): “\(text)” is not a value of it")
      }
      self.value = value
    }
  }
}

/// The dated rules of all kinds.
package struct PermitRules: Sendable {
  /// By kind, then rule, then day.
  package let all: [PermitRule]

  /// Throws `rule.malformed` where two values of one rule hold on one day.
  package init(_ rules: [PermitRule]) throws(Failure) {
    for (index, rule) in rules.enumerated() {
      let other = rules[..<index].first {
        $0.kind == rule.kind && $0.name == rule.name && $0.period.overlaps(rule.period)
      }
      guard other == nil else {
        throw Failure(
          .ruleMalformed,
          "\(rule.kind.rawValue) \(rule.name.rawValue): the value from \(rule.period.from) "
            + "overlaps another")
      }
    }
    all = rules
  }

  /// Those in force on a day.
  package func rules(of kind: PermitKind, on day: LocalDate) -> [PermitRule] {
    all.filter { $0.kind == kind && $0.period.contains(day) }
  }

  /// Nil where there is no such rule on the day.
  package func rule(_ name: PermitRuleName, of kind: PermitKind, on day: LocalDate)
    -> PermitRule?
  {
    all.first { $0.kind == kind && $0.name == name && $0.period.contains(day) }
  }

  /// A value with its rule; nil where there is none of that form on the day.
  package typealias Found<Value> = (value: Value, rule: PermitRule)

  private func find<Value>(
    _ name: PermitRuleName, _ kind: PermitKind, _ day: LocalDate,
    _ read: (PermitRuleValue) -> Value?
  ) -> Found<Value>? {
    guard let rule = rule(name, of: kind, on: day), let value = rule.value.flatMap(read) else {
      return nil
    }
    return (value, rule)
  }

  package func word(_ name: PermitRuleName, of kind: PermitKind, on day: LocalDate)
    -> Found<String>?
  { find(name, kind, day) { if case .word(let word) = $0 { word } else { nil } } }

  package func words(_ name: PermitRuleName, of kind: PermitKind, on day: LocalDate)
    -> Found<[String]>?
  { find(name, kind, day) { if case .words(let words) = $0 { words } else { nil } } }

  package func count(_ name: PermitRuleName, of kind: PermitKind, on day: LocalDate)
    -> Found<Int>?
  { find(name, kind, day) { if case .count(let count) = $0 { count } else { nil } } }

  package func ratio(_ name: PermitRuleName, of kind: PermitKind, on day: LocalDate)
    -> Found<Ratio>?
  { find(name, kind, day) { if case .ratio(let ratio) = $0 { ratio } else { nil } } }

  package func term(_ name: PermitRuleName, of kind: PermitKind, on day: LocalDate)
    -> Found<TermRule>?
  { find(name, kind, day) { if case .term(let term) = $0 { term } else { nil } } }

  package func pair(_ name: PermitRuleName, of kind: PermitKind, on day: LocalDate)
    -> Found<(first: Int, second: Int)>?
  {
    find(name, kind, day) {
      if case .pair(let first, let second) = $0 { (first, second) } else { nil }
    }
  }

  /// The quota that a permit takes a place of; nil where it takes none.
  package func quota(of kind: PermitKind, on day: LocalDate) -> QuotaKind? {
    word(.quota, of: kind, on: day).flatMap { QuotaKind(rawValue: $0.value) }
  }
}
