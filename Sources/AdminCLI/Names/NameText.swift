import Domain
import Reports

/// Words of a name, as commands show them.
enum NameText {
  /// A name from the command line, in any script and order.
  static func reading(_ text: String) throws(Failure) -> NameReading {
    let name = PersonName(script: NameScript.of(text), fullName: text)
    let reading = NameReading(name)
    guard !reading.words.isEmpty else {
      throw Failure(
        .fieldValue, "“\(text)” has no letter of a name", hint: "give the name as a paper has it")
    }
    return reading
  }

  static func json(_ part: NameReading.Part) -> JSONValue {
    let word = part.word
    return [
      "word": .string(word.folded), "script": .string(word.script.rawValue),
      "role": .string(part.role.rawValue), "sounds": .string(sounds(word.sounds)),
      "pinyin_sounds": .optional(word.pinyinSounds.isEmpty ? nil : sounds(word.pinyinSounds)),
      "skeletons": .array(([word.skeleton] + word.otherSkeletons).map { .string("\($0)") }),
      "ending": .optional(word.ending?.rawValue), "is_initial": .bool(word.isInitial),
    ]
  }

  /// The word, and indented below it how it was read.
  static func lines(_ part: NameReading.Part) -> String {
    let word = part.word
    let skeletons = ([word.skeleton] + word.otherSkeletons).map(\.description)
    var text = "\(word.folded)  (\(word.script.rawValue)"
    if part.role != .unknown { text += ", \(part.role.rawValue)" }
    text += word.isInitial ? ", an initial)\n" : ")\n"
    text += "  sounds    \(word.sounds.isEmpty ? "not read" : sounds(word.sounds))\n"
    if !word.pinyinSounds.isEmpty { text += "  as pinyin \(sounds(word.pinyinSounds))\n" }
    if word.skeleton != .empty { text += "  skeleton  \(skeletons.joined(separator: ", "))\n" }
    if let ending = word.ending { text += "  ending    \(ending.meaning), taken off\n" }
    return text
  }

  private static func sounds(_ letters: [UInt8]) -> String {
    String(decoding: letters, as: UTF8.self)
  }
}
