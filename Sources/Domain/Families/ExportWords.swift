/// The Russian words of an export, and what they are in the intake form.
enum ExportWords {
  static func relation(_ text: String) -> Relation? { word(text, relations) }

  static func sex(_ text: String) -> Sex? { word(text, sexes) }

  static func education(_ text: String) -> Education? { word(text, educations) }

  /// Kin that the intake form has no word of its own for.
  static func isOtherKin(_ text: String) -> Bool { otherKin.contains(plain(text)) }

  /// The words that the export is known to use, for a message.
  static let relationWords = "заявитель, супруг(а), сын, дочь, отец, мать, брат, сестра …"
  static let sexWords = "мужской, женский"
  static let educationWords = "высшее, среднее специальное, общее среднее, нет"

  private static let relations: [String: Relation] = [
    "заявитель": .head, "супруг(а)": .spouse, "супруг": .spouse, "супруга": .spouse,
    "муж": .spouse, "жена": .spouse, "сын": .son, "дочь": .daughter, "отец": .father,
    "мать": .mother, "брат": .brother, "сестра": .sister, "внук": .grandchild,
    "внучка": .grandchild, "внук(чка)": .grandchild, "внук (внучка)": .grandchild,
    "дед": .grandparent, "дедушка": .grandparent, "бабушка": .grandparent,
    "дед (бабушка)": .grandparent, "другое": .other, "иное": .other, "другой родственник": .other,
  ]

  private static let otherKin: Set<String> = [
    "зять", "невестка", "сноха", "племянник", "племянница", "тесть", "теща", "свекор", "свекровь",
    "пасынок", "падчерица",
  ]

  private static let sexes: [String: Sex] = [
    "мужской": .male, "муж": .male, "муж.": .male, "м": .male, "женский": .female,
    "жен": .female, "жен.": .female, "ж": .female,
  ]

  private static let educations: [String: Education] = [
    "высшее": .higher, "среднее специальное": .secondarySpecial,
    "средне-специальное": .secondarySpecial, "среднее профессиональное": .secondarySpecial,
    "техническое и профессиональное": .secondarySpecial, "общее среднее": .secondary,
    "среднее": .secondary, "нет": Education.none, "без образования": Education.none,
    "нет образования": Education.none,
  ]

  private static func word<Word>(_ text: String, _ words: [String: Word]) -> Word? {
    words[plain(text)]
  }

  private static func plain(_ text: String) -> String {
    String(text.lowercased().map { $0 == "ё" ? "е" : $0 })
  }
}
