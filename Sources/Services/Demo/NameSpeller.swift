package import Domain

/// Spells made-up people's names as other papers would, for measuring how they are found.
package struct NameSpeller: Sendable {
  /// The script and orthography of a paper.
  package enum Hand: String, Sendable, CaseIterable {
    case kazakh, russian, icao, latin2021, arabic, pinyin
  }

  private let lookup: NameLookup
  /// Names, by their Kazakh form, of which the list has a Chinese spelling.
  private let inChina: Set<String>

  package init(_ names: DemoNames) {
    lookup = NameLookup(NameStock(names))
    let all = names.male.elements + names.female.elements + names.surnames.elements
    inChina = Set(
      all.filter { !$0.pinyin.isEmpty }.map { String(decoding: $0.kazakh, as: UTF8.self) })
  }

  /// A person's names by what they are of; nil where the list cannot tell.
  package struct Known: Hashable, Sendable {
    /// By these, two bear the same names, however each paper spells them.
    package let given: String
    package let surname: String?
    package let father: String?

    /// The list has a Chinese spelling of every one; else some are composed by rules alone.
    package let hasPinyin: Bool

    let words: PaperWords

    package static func == (left: Known, right: Known) -> Bool {
      left.given == right.given && left.surname == right.surname && left.father == right.father
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(given)
      hasher.combine(surname)
      hasher.combine(father)
    }

    /// The words of a query: family and given name, with `father` the father's name too; in the
    /// scripts of China, where there are no surnames, given and father's name.
    package func text(in hand: Hand, father isWithFather: Bool) -> String {
      var words = words
      let isOfChina = hand == .arabic || hand == .pinyin
      if !isWithFather, !isOfChina, words.surname != nil { words.father = nil }
      let columns =
        switch hand {
        case .kazakh: words.cyrillic(isKazakh: true)
        case .russian: words.cyrillic(isKazakh: false)
        case .icao:
          words.latinColumns(son: "ULY", daughter: "KYZY") {
            LetterTable.icao.write($0).uppercased()
          }
        case .latin2021:
          words.latinColumns(son: "ūly", daughter: "qyzy") { LetterTable.latin2021.write($0) }
        case .arabic: Self.columns(words, \.arabic)
        case .pinyin: Self.columns(words, \.pinyin)
        }
      return [columns.family, columns.given, columns.patronymic].filter { !$0.isEmpty }
        .joined(separator: " ")
    }

    private static func columns(_ words: PaperWords, _ form: KeyPath<NameForms, String>)
      -> (family: String, given: String, patronymic: String)
    {
      let second = words.father ?? words.surname
      return ("", words.given[keyPath: form], second?[keyPath: form] ?? "")
    }
  }

  package func read(_ name: PersonName, isFemale: Bool) -> Known? {
    var row = IntakeRow(line: 0)
    row[.relation] = "head"
    row[.sex] = isFemale ? "F" : "M"
    row[.familyName] = name.familyName ?? ""
    row[.givenName] = name.givenName ?? ""
    row[.patronymic] = name.patronymic ?? ""
    guard let person = PaperPerson(row, names: lookup, country: "KAZ"), let given = person.given,
      person.surname != nil || person.father != nil
    else { return nil }
    let forms = [given, person.surname, person.father].compactMap(\.self)
    return Known(
      given: given.kazakh, surname: person.surname?.kazakh, father: person.father?.kazakh,
      hasPinyin: forms.allSatisfy { inChina.contains($0.kazakh) },
      words: PaperWords(
        given: given, father: person.father, surname: person.surname, isFemale: isFemale))
  }
}
