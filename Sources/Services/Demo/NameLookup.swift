import Domain

/// Finds a name of the list by any of its spellings.
struct NameLookup: Sendable {
  private let male: [String: NameForms]
  private let female: [String: NameForms]
  private let surnames: [String: NameForms]
  /// Men's names by the patronymic they give in Russian papers, without its last letters.
  private let fathers: [String: NameForms]

  init(_ stock: NameStock) {
    male = Self.bySpelling(stock.male)
    female = Self.bySpelling(stock.female)
    surnames = Self.bySpelling(stock.surnames, withRoot: false)
    var fathers: [String: NameForms] = [:]
    for (name, forms) in zip(stock.names.male.elements, stock.male) {
      let stem = String(decoding: name.patronymic.son, as: UTF8.self).lowercased().dropLast(4)
      if fathers[String(stem)] == nil { fathers[String(stem)] = forms }
    }
    self.fathers = fathers
  }

  /// The usual spelling of one name wins over the rare spelling of another.
  private static func bySpelling(_ forms: [NameForms], withRoot: Bool = true) -> [String: NameForms]
  {
    var found: [String: NameForms] = [:]
    func note(_ text: String, _ form: NameForms) {
      let key = text.lowercased()
      if !key.isEmpty, found[key] == nil { found[key] = form }
    }
    for form in forms where withRoot { note(form.kazakh, form) }
    for form in forms { note(form.russian[0], form) }
    for form in forms { note(form.latin[0], form) }
    for form in forms {
      for text in form.russian + form.latin + [form.pinyin, form.arabic] { note(text, form) }
    }
    return found
  }

  func given(_ text: String, _ isFemale: Bool) -> NameForms? {
    (isFemale ? female : male)[text.lowercased()]
  }

  func father(_ text: String) -> NameForms? { male[text.lowercased()] }

  /// Takes the feminine form too.
  func surname(_ text: String) -> NameForms? {
    let key = text.lowercased()
    if let form = surnames[key] { return form }
    guard key.hasSuffix("а") || key.hasSuffix("a") else { return nil }
    return surnames[String(key.dropLast())]
  }

  /// The father of a patronymic in either style, or of his bare name.
  func father(ofPatronymic text: String) -> NameForms? {
    let key = text.lowercased()
    for ending in ["ұлы", "қызы", "улы", "кызы"] where key.hasSuffix(ending) {
      let stem = String(key.dropLast(ending.count)).trimmed
      return male[stem] ?? NameForms(cyrillic: stem.capitalisedWord)
    }
    for ending in ["ович", "евич", "овна", "евна"] where key.hasSuffix(ending) {
      let stem = String(key.dropLast(4))
      return male[stem] ?? fathers[stem] ?? NameForms(cyrillic: stem.capitalisedWord)
    }
    guard !key.isEmpty else { return nil }
    return male[key] ?? NameForms(cyrillic: text)
  }
}

extension String {
  /// The first letter as a capital, the rest as it is.
  var capitalisedWord: String { prefix(1).uppercased() + dropFirst() }
}
