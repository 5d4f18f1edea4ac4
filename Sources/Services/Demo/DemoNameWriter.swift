internal import Domain

/// What chance decides about the spelling of one person's papers.
struct DemoVariant {
  let country: DemoCountry
  let naming: DemoCountry.Naming
  /// Another Russian and Latin spelling than the usual one, where the name has it.
  let isUnusual: Bool
  /// Pinyin in place of the passport Latin of the former Union.
  let isPinyin: Bool
  let hasNative: Bool
  /// Between the parts of a native name: papers use several code points for one dot.
  let dot: String
  /// The father's name with ұлы or қызы where it could stand bare.
  let hasSuffix: Bool

  private static let dots = Weighted<String>([("·", 700), ("•", 120), ("・", 60), (" ", 120)])

  init(country: DemoCountry, naming: DemoCountry.Naming, random: inout SeededRandom) {
    self.country = country
    self.naming = naming
    let isChinese = country.code == "CHN"
    isUnusual = random.chance(100)
    isPinyin = isChinese && random.chance(500)
    hasNative = isChinese && random.chance(750)
    dot = Self.dots.draw(&random)
    hasSuffix = random.chance(500)
  }
}

/// Writes the six columns of a person's name, each with the comma behind it.
struct DemoNameWriter {
  let names: DemoNames
  let person: DemoPerson
  let variant: DemoVariant

  private var given: DemoNames.Name {
    person.sex == .male ? names.male.elements[person.given] : names.female.elements[person.given]
  }
  private var father: DemoNames.Name { names.male.elements[person.father] }
  private var surname: DemoNames.Name { names.surnames.elements[person.surname] }
  private var isFemale: Bool { person.sex == .female }

  func append(to out: inout [UInt8]) {
    switch variant.naming {
    case .russian:
      appendSurname(surname.russian, ending: "а", to: &out)
      out.append(contentsOf: usual(given.russian))
      out.append(44)
      let patronymic = father.patronymic
      out.append(contentsOf: isFemale ? patronymic.daughter : patronymic.son)
    case .kazakh:
      appendSurname(surname.russian, ending: "а", to: &out)
      out.append(contentsOf: given.kazakh)
      out.append(44)
      appendFather(withSuffix: true, to: &out)
    case .fatherFirst:
      out.append(contentsOf: father.kazakh)
      out.append(44)
      out.append(contentsOf: given.kazakh)
      out.append(44)
    case .noSurname:
      out.append(44)
      out.append(contentsOf: given.kazakh)
      out.append(44)
      appendFather(withSuffix: variant.hasSuffix, to: &out)
    }
    out.append(44)
    appendLatin(to: &out)
    out.append(44)
    if variant.hasNative, !given.arabic.isEmpty, !father.arabic.isEmpty {
      out.append(contentsOf: given.arabic)
      out.append(text: variant.dot)
      out.append(contentsOf: father.arabic)
    }
    out.append(44)
  }

  /// Surname and given name; a Chinese passport prints the father's name as the surname.
  private func appendLatin(to out: inout [UInt8]) {
    if variant.isPinyin, !given.pinyin.isEmpty, !father.pinyin.isEmpty {
      out.append(contentsOf: father.pinyin)
      out.append(44)
      out.append(contentsOf: given.pinyin)
      return
    }
    switch variant.naming {
    case .russian, .kazakh: appendSurname(surname.latin, ending: "A", to: &out)
    case .fatherFirst:
      out.append(contentsOf: father.latin[0])
      out.append(44)
    case .noSurname: out.append(44)
    }
    out.append(contentsOf: usual(given.latin))
  }

  private func appendSurname(_ forms: [[UInt8]], ending: String, to out: inout [UInt8]) {
    // One family keeps one spelling; only given names vary from paper to paper.
    out.append(contentsOf: forms[0])
    if isFemale { out.append(text: ending) }
    out.append(44)
  }

  private func appendFather(withSuffix: Bool, to out: inout [UInt8]) {
    out.append(contentsOf: father.kazakh)
    if withSuffix { out.append(text: isFemale ? "қызы" : "ұлы") }
  }

  private func usual(_ forms: [[UInt8]]) -> [UInt8] {
    variant.isUnusual && forms.count > 1 ? forms[1] : forms[0]
  }
}
