import Domain
import Reports

/// `kosh name keys`: how a name is read, word by word.
struct NameKeysCommand: Command {
  static let words = "name keys"
  static let summary = "Show how a name in any script is read: sounds, skeleton, ending."
  static let details = """
    Kazakh and Russian Cyrillic, Latin alphabets and romanisations, the Arabic script of China and \
    pinyin are read into one alphabet of sounds. A Latin word that Chinese syllables make up is \
    read as pinyin too. The skeleton is the consonants by class, by which likely names are found.
    """
  static let examples = ["kosh name keys 'Нұрланов Асан'", "kosh name keys Nuerlan --json"]
  static let parameters: [CommandParameter] = [
    .argument("text", "a name, in any script", repeated: true)
  ]

  private let text: String
  private let reading: NameReading

  init(_ arguments: Arguments) throws(Failure) {
    text = arguments.all("text").joined(separator: " ")
    reading = try NameText.reading(text)
  }

  func run(in context: Context) throws(Failure) {
    context.console.answer(
      ["text": .string(text), "words": .array(reading.words.map(NameText.json))],
      reading.words.map(NameText.lines).joined())
  }
}
