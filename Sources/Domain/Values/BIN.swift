/// The business identification number (БИН, БСН) of an organisation.
///
/// Layout by Order of the Minister of Justice No. 423 of 27 June 2023, paragraph 3; the check
/// digit is that of the IIN by practice. A sole entrepreneur has no BIN, and uses the IIN.
package struct BIN: Hashable, Sendable {
  /// The fifth digit.
  package enum Kind: Int, Hashable, Sendable, CaseIterable {
    case resident = 4
    case nonResident = 5
    /// Individual entrepreneurs who work jointly.
    case jointEntrepreneurs = 6
  }

  /// The sixth digit.
  package enum Unit: Hashable, Sendable, CaseIterable {
    case headOffice
    case branch
    case representation
    /// Digit 4; digit 3 under the rules of 2007, which is still in use.
    case farmHolding
  }

  private let body: TwelveDigits
  package let kind: Kind

  /// Reads exactly twelve ASCII digits; throws `bin.invalid` and says what is wrong.
  package init(_ text: String) throws(Failure) {
    do {
      body = try TwelveDigits(text)
    } catch {
      throw Failure(.binInvalid, "“\(text.shown)” is not a BIN: \(error.words)")
    }
    let fifth = body.digits(5)
    guard let kind = Kind(rawValue: fifth) else {
      throw Failure(
        .binInvalid, "“\(text)” is not a BIN: its fifth digit, \(fifth), is not 4, 5 or 6",
        hint: fifth < 4 ? "it has the shape of an IIN; a sole entrepreneur uses the IIN" : nil)
    }
    self.kind = kind
    let month = body.digits(3, 2)
    guard (1...12).contains(month) else {
      let shown = LocalDate.padded(month, 2)
      throw Failure(
        .binInvalid, "“\(text)” is not a BIN: its third and fourth digits, \(shown), are no month")
    }
  }

  /// The digits as one number, leading zeros lost.
  package var number: Int64 { body.number }

  /// The year and month of registration.
  ///
  /// The number holds two digits of the year. Registration under the laws of the republic began
  /// in 1991, so 90 to 99 are years of the last century.
  package var registered: (year: Int, month: Int) {
    let year = body.digits(1, 2)
    return (year >= 90 ? 1900 + year : 2000 + year, body.digits(3, 2))
  }

  /// What part of the organisation it is; nil for a digit that the order does not name.
  package var unit: Unit? {
    switch body.digits(6) {
    case 0: .headOffice
    case 1: .branch
    case 2: .representation
    case 3, 4: .farmHolding
    default: nil
    }
  }
}

extension BIN: CustomStringConvertible {
  /// The twelve digits.
  package var description: String { body.text }
}
