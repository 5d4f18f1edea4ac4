/// How far two records agree in one respect; the weights file has a row for each.
package enum MatchLevel: String, CaseIterable, Hashable, Sendable {
  // The given name. “Same” is one stem, “close” and “near” differ as spellings do.
  case givenSame = "given.same"
  case givenClose = "given.close"
  case givenNear = "given.near"
  case givenWeak = "given.weak"
  case givenFaint = "given.faint"
  case givenUnlike = "given.unlike"

  // The family name, or what stands in its place.
  case surnameSame = "surname.same"
  case surnameClose = "surname.close"
  case surnameNear = "surname.near"
  case surnameWeak = "surname.weak"
  case surnameFaint = "surname.faint"
  case surnameUnlike = "surname.unlike"
  /// A woman's other family name, which may come from a marriage.
  case surnameMarried = "surname.married"

  // The father's name: patronymic, second part, or the father in the family.
  case fatherSame = "father.same"
  case fatherClose = "father.close"
  case fatherNear = "father.near"
  case fatherWeak = "father.weak"
  case fatherFaint = "father.faint"
  case fatherUnlike = "father.unlike"

  case birthSame = "birth.same"
  case birthSwapped = "birth.swapped"
  case birthShifted = "birth.shifted"
  case birthStep = "birth.step"
  case birthOnePart = "birth.one-part"
  case birthMonth = "birth.month"
  case birthYear = "birth.year"
  case birthRounded = "birth.rounded"
  case birthNear = "birth.near"
  case birthOtherDay = "birth.other-day"
  case birthYearOff = "birth.year-off"
  case birthUnlike = "birth.unlike"

  case sexSame = "sex.same"
  case sexUnlike = "sex.unlike"

  case documentSame = "document.same"
  case documentTypo = "document.typo"
  case documentUnlike = "document.unlike"

  case iinSame = "iin.same"
  case iinUnlike = "iin.unlike"

  case countrySame = "country.same"
  case countryUnlike = "country.unlike"

  case placeSame = "place.same"
  case placeUnlike = "place.unlike"

  /// Both are married, and not to the same person.
  case spouseUnlike = "spouse.unlike"

  /// The respect in which the records are compared: the part before the dot.
  package var comparison: Substring { rawValue.prefix { $0 != "." } }
  var index: Int { Self.places[self] ?? 0 }

  private static let places: [MatchLevel: Int] = Dictionary(
    uniqueKeysWithValues: zip(allCases, 0...))
}
