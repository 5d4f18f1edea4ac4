extension MRZZone {
  /// The document number, and how much of the first optional field it took.
  struct DocumentNumber {
    var text: String
    /// Characters of the optional field that hold the rest, its check digit and a filler.
    var borrowed: Int
  }

  /// Holds a field against the check digit right behind it.
  func verify(_ field: Range<Int>, _ name: String) throws(Failure) {
    try verify(MRZ.checkDigit(of: bytes[field]), at: field.upperBound, of: name)
  }

  /// A filler counts as 0, as issuers print it behind an empty field.
  private func verify(_ expected: Int, at index: Int, of name: String) throws(Failure) {
    let byte = bytes[index]
    let isDigit = (48...57).contains(byte)
    guard isDigit || byte == Self.filler else {
      throw .mrz("\(place(index)): the check digit of \(name) is not a digit")
    }
    guard (isDigit ? Int(byte - 48) : 0) == expected else {
      let shown = String(UnicodeScalar(byte))
      throw .mrz("\(place(index)): the check digit of \(name) is \(shown), which does not fit it")
    }
  }

  /// Verifies the document number in its short and its long form.
  ///
  /// In TD1 and TD2 a number over nine characters has a filler in place of its check digit, and
  /// goes on in the optional data: the rest, the check digit, a filler (Doc 9303-5, 4.2.2).
  func documentNumber() throws(Failure) -> DocumentNumber {
    let fields = format.fields
    let name = "the document number"
    let short = trimmed(fields.number)
    let continues =
      format != .td3 && bytes[fields.number.upperBound] == Self.filler
      && short.count == fields.number.count
    guard continues else {
      try verify(fields.number, name)
      return DocumentNumber(text: text(fields.number), borrowed: 0)
    }
    let optional = fields.optional[0]
    let end = bytes[optional].firstIndex(of: Self.filler) ?? optional.upperBound
    guard end - optional.lowerBound >= 2 else {
      throw .mrz("\(place(fields.number.upperBound)): \(name) has no check digit")
    }
    let whole = short + bytes[optional.lowerBound..<end - 1]
    try verify(MRZ.checkDigit(of: whole), at: end - 1, of: name)
    return DocumentNumber(
      text: String(decoding: whole, as: UTF8.self), borrowed: end - optional.lowerBound)
  }

  /// The optional fields less what a long document number took, empty ones left out.
  func optionalData(after number: DocumentNumber) -> [String] {
    var data: [String] = []
    for (index, field) in format.fields.optional.enumerated() {
      var slice = trimmed(field)
      if index == 0, number.borrowed > 0 {
        slice = slice.dropFirst(number.borrowed).drop { $0 == Self.filler }
      }
      if !slice.isEmpty { data.append(String(decoding: slice, as: UTF8.self)) }
    }
    return data
  }

  /// Verifies the composite digit and gives it.
  func verifyComposite() throws(Failure) -> Int {
    let fields = format.fields
    let digit = MRZ.checkDigit(of: fields.composed.lazy.map { self.bytes[$0] }.joined())
    try verify(digit, at: fields.composite, of: "the whole (composite)")
    return digit
  }
}
