package import Domain
internal import Seeds

/// The names that made-up people bear, each in the scripts of the papers they would hold.
///
/// Read from `Demo/names.tsv`, whose columns are `kind, kazakh_cyrillic, russian_cyrillic,
/// latin_icao, latin_2021, arabic_script, pinyin, confidence`; `|` parts alternatives, the usual
/// one first. They are names and roots of names in common use, gathered for Kosh; no row is a
/// person. Latin, 2021 and Arabic forms are computed by the tables of Doc 9303 and of the two
/// alphabets, most pinyin is composed of usual syllables, and `confidence` says how sure each is.
/// There are no frequencies in the file.
package struct DemoNames: Sendable {
  /// Text as UTF-8: rows are written a million at a time.
  typealias Bytes = [UInt8]

  /// A given name, or the father's name under a surname.
  struct Name: Sendable {
    var kazakh: Bytes
    /// Russian and Latin forms; for a surname, the masculine ones in -ov, -ev, -in.
    var russian: [Bytes]
    var latin: [Bytes]
    var arabic: Bytes
    /// Empty where no Chinese spelling is known.
    var pinyin: Bytes
    /// What a son and a daughter of a man with this name bear in Russian papers.
    var patronymic: (son: Bytes, daughter: Bytes)
  }

  let male: Weighted<Name>
  let female: Weighted<Name>
  let surnames: Weighted<Name>

  /// The names inside the binary.
  package static func embedded() throws(Failure) -> DemoNames {
    try DemoNames(tsv: Seeds.file("Demo/names.tsv"))
  }

  /// The bundled intake file: about 300 families, nine of them faulty.
  package static func bundledFamilies() throws(Failure) -> [UInt8] {
    try Seeds.file("Demo/families.csv")
  }

  /// Made-up factors of regions, for advice on placement.
  package static func placementFactors() throws(Failure) -> [UInt8] {
    try Seeds.file("Demo/placement-factors.csv")
  }

  /// Throws `input.malformed` for a row of another shape, or a kind that is missing.
  package init(tsv bytes: [UInt8]) throws(Failure) {
    var kinds: (male: [Name], female: [Name], surname: [Name]) = ([], [], [])
    for row in bytes.split(separator: 10).dropFirst() {
      let fields = row.split(separator: 9, omittingEmptySubsequences: false)
      guard fields.count == 8, !fields[1].isEmpty, !fields[2].isEmpty, !fields[3].isEmpty else {
        throw Failure(.inputMalformed, "a row of names has not the columns of its header")
      }
      let name = Self.name(fields)
      switch String(decoding: fields[0], as: UTF8.self) {
      case "male": kinds.male.append(name)
      case "female": kinds.female.append(name)
      case "surname": kinds.surname.append(name)
      default: throw Failure(.inputMalformed, "a row of names is of no known kind")
      }
    }
    guard !kinds.male.isEmpty, !kinds.female.isEmpty, !kinds.surname.isEmpty else {
      throw Failure(.inputMalformed, "male and female names and surnames are all needed")
    }
    male = Self.ranked(kinds.male)
    female = Self.ranked(kinds.female)
    surnames = Self.ranked(kinds.surname)
  }

  private static func name(_ fields: [ArraySlice<UInt8>]) -> Name {
    func alternatives(_ index: Int) -> [Bytes] {
      fields[index].split(separator: UInt8(ascii: "|")).map { Array($0) }
    }
    let russian = alternatives(2)
    return Name(
      kazakh: Array(fields[1]), russian: russian, latin: alternatives(3),
      arabic: Array(fields[5]),
      pinyin: (alternatives(6).first ?? []).map { $0 >= 97 ? $0 - 32 : $0 },
      patronymic: patronymic(of: String(decoding: russian[0], as: UTF8.self)))
  }

  /// -ович behind a hard consonant, -евич behind a vowel or in place of й and ь.
  static func patronymic(of father: String) -> (son: Bytes, daughter: Bytes) {
    var stem = father
    var soft = true
    switch father.last {
    case "й", "ь": stem.removeLast()
    case "а", "е", "и", "о", "у", "ы", "э", "ю", "я", "ж", "ц", "ч", "ш", "щ": break
    default: soft = false
    }
    let son = stem + (soft ? "евич" : "ович")
    let daughter = stem + (soft ? "евна" : "овна")
    return (Array(son.utf8), Array(daughter.utf8))
  }

  /// The file is in the order of the alphabet; a fixed shuffle ranks the names, and the few
  /// first are far more frequent than the rest, as in life (after Zipf).
  private static func ranked(_ names: [Name]) -> Weighted<Name> {
    var order = names
    var random = SeededRandom(seed: 1991)
    for index in order.indices.dropFirst().reversed() {
      order.swapAt(index, random.below(index + 1))
    }
    var pairs: [(element: Name, weight: Int)] = []
    for (rank, name) in order.enumerated() { pairs.append((name, 100_000 / (rank + 4))) }
    return Weighted(pairs)
  }
}
