/// What sets a made-up paper apart from the one before it, or who brings it.
///
/// The raw values stand in the notes of a re-application, so that a miss can be explained.
package enum PaperChange: String, CaseIterable, Sendable {
  // The hand in which names are written.
  case asWritten = "as-written"
  case kazakhCyrillic = "kazakh-cyrillic"
  case russianCyrillic = "russian-cyrillic"
  case latinOnly = "latin-only"
  case otherLatin = "other-latin"
  case latin2018 = "latin-2018"
  case latin2021 = "latin-2021"
  /// Turkish, Uzbek, Turkmen or Mongolian Latin.
  case neighbourLatin = "neighbour-latin"
  case mongolianCyrillic = "mongolian-cyrillic"
  case pinyin
  /// The Arabic script in the column of the native name, and in the columns of the name.
  case arabicNative = "arabic-native"
  case arabicColumns = "arabic-columns"
  // What happened to the words.
  case swappedOrder = "swapped-order"
  case fatherForSurname = "father-for-surname"
  /// The surname without its ending, as Жанболат for Жанболатов; a woman's in the man's form.
  case bareSurname = "bare-surname"
  case masculineSurname = "masculine-surname"
  /// Latin in the columns that Cyrillic stands in.
  case latinInColumns = "latin-in-columns"
  case capitals
  case noPatronymic = "no-patronymic"
  case typingError = "typing-error"
  case cutByZone = "cut-by-mrz"
  // The birth date.
  case bornYear = "born-year"
  case bornMonth = "born-year-month"
  case bornDayOff = "born-day-off"
  case bornMonthOff = "born-month-off"
  case bornYearOff = "born-year-off"
  case bornFirstOfJanuary = "born-first-of-january"
  case bornSwapped = "born-day-month-swapped"
  case bornUnknown = "born-unknown"
  // Numbers.
  case newDocument = "new-document"
  case noIIN = "no-iin"
  // Who comes.
  case otherHead = "other-head"
  case memberLeft = "member-left"
  case cameAlone = "came-alone"
  case cameInPart = "came-in-part"
  case grownChild = "grown-child"
  case marriedName = "married-name"
  // Strangers, who are nobody of the intake.
  case newChild = "new-child"
  case newFamily = "new-family"
  case newRelative = "new-relative"
  case relative
  case namesake
  case otherSurname = "other-surname"
  case twin
  case fatherOrSon = "father-or-son"
}
