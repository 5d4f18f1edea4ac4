extension MRZZone {
  /// The birth date as far as it is given.
  ///
  /// Doc 9303-3 writes `<<` for an unknown part; issuers also print `00`, which no calendar has.
  /// The year is the last one with these digits that is not after `today`.
  func birth(today: LocalDate) throws(Failure) -> PartialDate? {
    let field = format.fields.birth
    let parts = try parts(of: field, "the birth date")
    guard let year = parts.year else { return nil }
    let month = parts.month == 0 ? nil : parts.month
    let day = month == nil || parts.day == 0 ? nil : parts.day
    let century = today.year / 100 * 100
    for start in [century, century - 100] {
      guard let date = PartialDate(year: start + year, month: month, day: day) else { continue }
      if date.earliest <= today { return date }
    }
    throw .mrz("\(place(field.lowerBound)): \(text(field)) is not a birth date")
  }

  /// The expiry date; nil where the field is all fillers.
  ///
  /// Documents are valid for twenty years at most, so the year is the last one with these digits
  /// that is no more than twenty years ahead.
  func expiry(today: LocalDate) throws(Failure) -> LocalDate? {
    let field = format.fields.expiry
    guard !trimmed(field).isEmpty else { return nil }
    let parts = try parts(of: field, "the expiry date")
    if let digits = parts.year, let month = parts.month, let day = parts.day {
      let limit = today.year + 20
      let year = limit - ((limit - digits) % 100 + 100) % 100
      if let date = LocalDate(year: year, month: month, day: day) { return date }
    }
    throw .mrz("\(place(field.lowerBound)): \(text(field)) is not an expiry date")
  }

  /// Two digits each of year, month and day; nil for two fillers.
  private func parts(
    of field: Range<Int>, _ name: String
  ) throws(Failure) -> (year: Int?, month: Int?, day: Int?) {
    var numbers: [Int?] = []
    for index in stride(from: field.lowerBound, to: field.upperBound, by: 2) {
      let (tens, ones) = (bytes[index], bytes[index + 1])
      if tens == Self.filler, ones == Self.filler {
        numbers.append(nil)
        continue
      }
      guard (48...57).contains(tens), (48...57).contains(ones) else {
        throw .mrz("\(place(index)): \(name) has a character that is not a digit")
      }
      numbers.append(Int(tens - 48) * 10 + Int(ones - 48))
    }
    return (numbers[0], numbers[1], numbers[2])
  }
}
