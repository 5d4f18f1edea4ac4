/// A person's names before they are put into columns.
struct PaperWords {
  var given: NameForms
  /// Nil where the paper does not name the father.
  var father: NameForms?
  /// Nil where the father's name stands in its place.
  var surname: NameForms?
  let isFemale: Bool
  /// The less usual spelling of the given name and surname.
  var isUnusual = false
  /// The root of the surname alone: Жанболат for Жанболатов.
  var isBare = false
  /// A woman's surname in the man's form.
  var isMasculine = false
  /// The father's name and ұлы or қызы apart.
  var isParted = false
  /// Абылайович for Абылаевич, as programs make it.
  var isNaive = false

  private func variant(_ forms: [String]) -> String {
    isUnusual && forms.count > 1 ? forms[1] : forms[0]
  }

  private var surnameText: String? {
    guard let surname else { return nil }
    if isBare { return surname.kazakh }
    return spelled(surname) + (isFemale && !isMasculine ? "а" : "")
  }

  /// The less usual spelling, where it is one of the same surname: Дуйсенов for Дюсенов, and not
  /// Алин for Алиев, which is of another family.
  private func spelled(_ surname: NameForms) -> String {
    let usual = surname.russian[0]
    guard isUnusual, surname.russian.count > 1 else { return usual }
    let other = surname.russian[1]
    return Self.consonants(usual) == Self.consonants(other) ? other : usual
  }

  private static func consonants(_ name: String) -> String {
    let voiced: [Character: Character] = ["d": "t", "g": "k", "b": "p", "z": "s", "v": "f"]
    return String(
      LetterTable.icao.write(name).lowercased().compactMap { letter in
        "aeiouyh".contains(letter) ? nil : voiced[letter] ?? letter
      })
  }

  func cyrillic(isKazakh: Bool) -> (family: String, given: String, patronymic: String) {
    let given = isKazakh ? self.given.kazakh : variant(self.given.russian)
    let bare = father.map { isKazakh ? $0.kazakh : $0.russian[0] } ?? ""
    guard let surnameText else { return (bare, given, "") }
    return (surnameText, given, patronymic(isKazakh: isKazakh))
  }

  private func patronymic(isKazakh: Bool) -> String {
    guard let father else { return "" }
    if isKazakh { return father.kazakh + (isParted ? " " : "") + (isFemale ? "қызы" : "ұлы") }
    if isNaive { return father.russian[0] + (isFemale ? "овна" : "ович") }
    let forms = DemoNames.patronymic(of: father.russian[0])
    return String(decoding: isFemale ? forms.daughter : forms.son, as: UTF8.self)
  }

  /// Surname and given name, each spelled from Cyrillic by `write`.
  func latin(_ write: (String) -> String) -> (family: String, given: String) {
    let given = isUnusual ? variant(self.given.russian) : self.given.kazakh
    return (write(surnameText ?? father?.kazakh ?? ""), write(given))
  }

  /// The three columns in a Latin alphabet, the father's name with what makes a patronymic.
  func latinColumns(
    son: String, daughter: String, _ write: (String) -> String
  ) -> (family: String, given: String, patronymic: String) {
    let names = latin(write)
    guard surname != nil, let father else { return (names.family, names.given, "") }
    return (names.family, names.given, write(father.kazakh) + (isFemale ? daughter : son))
  }
}
