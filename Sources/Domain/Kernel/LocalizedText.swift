/// The languages in which papers leave the office.
package enum Language: String, Hashable, Sendable, CaseIterable {
  case en, kk, ru
}

/// One text in the three languages of the office.
package struct LocalizedText: Hashable, Sendable {
  package let en: String
  package let kk: String
  package let ru: String

  package init(en: String, kk: String, ru: String) {
    self.en = en
    self.kk = kk
    self.ru = ru
  }

  /// A text that reads the same in every language, such as a number or a name.
  package init(_ same: String) { self.init(en: same, kk: same, ru: same) }

  /// What `text` says in each language.
  package init(each text: (Language) -> String) {
    self.init(en: text(.en), kk: text(.kk), ru: text(.ru))
  }

  /// The text with the same words after it in each language: `Local budgets, 2026`.
  package func with(_ words: String) -> LocalizedText {
    LocalizedText { "\(self[$0]), \(words)" }
  }

  package subscript(_ language: Language) -> String {
    switch language {
    case .en: en
    case .kk: kk
    case .ru: ru
    }
  }
}
