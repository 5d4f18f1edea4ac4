/// The individual identification number (ИИН, ЖСН) of a person.
///
/// Twelve digits: birth date YYMMDD, a digit for century and sex, a serial of four, a check digit
/// (layout of Res. No. 406 of 2007). The layout left the rules in 2013 (Res. No. 853), though
/// issued numbers still follow it: a wrong check digit refuses the number, while a date or sex
/// that differs from the record only warns.
package struct IIN: Hashable, Sendable {
  private let body: TwelveDigits

  /// Reads exactly twelve ASCII digits; throws `iin.invalid` and says what is wrong.
  package init(_ text: String) throws(Failure) {
    do {
      body = try TwelveDigits(text)
    } catch {
      throw Failure(.iinInvalid, "“\(text.shown)” is not an IIN: \(error.words)")
    }
    // Digit 5 starts the day of birth in an IIN, and holds 4 to 6 in a BIN.
    guard !(4...6).contains(body.digits(5)) else {
      throw Failure(
        .iinInvalid,
        "“\(text)” is not an IIN: its fifth digit, \(body.digits(5)), is that of a BIN",
        hint: "a BIN belongs to an organisation; a person has an IIN")
    }
  }

  /// The digits as one number, leading zeros lost.
  package var number: Int64 { body.number }

  /// The check digit for the first eleven digits, or nil where such a number is never issued.
  package static func checkDigit(for elevenDigits: Int64) -> Int? {
    TwelveDigits.checkDigit(for: elevenDigits)
  }

  /// The birth date by the digits; nil where they name no century or no calendar date.
  package var birthDate: LocalDate? {
    guard let century else { return nil }
    return LocalDate(
      year: century + body.digits(1, 2), month: body.digits(3, 2), day: body.digits(5, 2))
  }

  /// The sex by the seventh digit; nil where it names none, as in some foreigners' numbers.
  package var sex: Sex? {
    switch body.digits(7) {
    case 1, 3, 5: .male
    case 2, 4, 6: .female
    default: nil
    }
  }

  private var century: Int? {
    switch body.digits(7) {
    case 1, 2: 1800
    case 3, 4: 1900
    case 5, 6: 2000
    default: nil
    }
  }

  /// What the number says otherwise than the record, one sentence each: warnings, not refusals.
  package func disagreements(birth: PartialDate?, sex: Sex?) -> [String] {
    var warnings: [String] = []
    if let date = birthDate {
      if let birth, !birth.covers(date) {
        warnings.append("the IIN gives the birth date \(date), the record \(birth)")
      }
    } else if century != nil {
      warnings.append("the first six digits of the IIN are not a calendar date")
    }
    if let own = self.sex, let sex, own != sex {
      warnings.append("the IIN gives the sex \(own.rawValue), the record \(sex.rawValue)")
    }
    return warnings
  }
}

extension IIN: CustomStringConvertible {
  /// The twelve digits.
  package var description: String { body.text }
}

extension String {
  /// The text as a message quotes it: at most forty characters.
  package var shown: String { count > 40 ? prefix(40) + "…" : self }
}
