extension MRZ {
  /// The three sizes of travel document that Kosh reads.
  package enum Format: String, Hashable, Sendable, CaseIterable {
    /// A card of credit-card size: three lines of 30.
    case td1 = "TD1"
    /// An older, larger card: two lines of 36.
    case td2 = "TD2"
    /// A passport: two lines of 44.
    case td3 = "TD3"

    package var lines: Int { self == .td1 ? 3 : 2 }

    /// Characters in each line.
    package var width: Int {
      switch self {
      case .td1: 30
      case .td2: 36
      case .td3: 44
      }
    }
  }

  /// Where the fields of a format stand, counted from 0 over all lines run together.
  ///
  /// A field that is checked by a digit of its own has that digit right behind it.
  struct Fields {
    var code: Range<Int>
    var issuer: Range<Int>
    var names: Range<Int>
    var number: Range<Int>
    var nationality: Range<Int>
    var birth: Range<Int>
    var sex: Int
    var expiry: Range<Int>
    /// The optional fields; the first takes the rest of a long document number.
    var optional: [Range<Int>]
    var checkedOptional: Range<Int>?
    /// What the composite digit covers, in order.
    var composed: [Range<Int>]
    var composite: Int
  }
}

extension MRZ.Format {
  /// Doc 9303 part 5 (TD1), part 6 (TD2) and part 4 (TD3).
  var fields: MRZ.Fields {
    switch self {
    case .td1:
      MRZ.Fields(
        code: 0..<2, issuer: 2..<5, names: 60..<90, number: 5..<14, nationality: 45..<48,
        birth: 30..<36, sex: 37, expiry: 38..<44, optional: [15..<30, 48..<59],
        checkedOptional: nil, composed: [5..<30, 30..<37, 38..<45, 48..<59], composite: 59)
    case .td2:
      MRZ.Fields(
        code: 0..<2, issuer: 2..<5, names: 5..<36, number: 36..<45, nationality: 46..<49,
        birth: 49..<55, sex: 56, expiry: 57..<63, optional: [64..<71],
        checkedOptional: nil, composed: [36..<46, 49..<56, 57..<71], composite: 71)
    case .td3:
      MRZ.Fields(
        code: 0..<2, issuer: 2..<5, names: 5..<44, number: 44..<53, nationality: 54..<57,
        birth: 57..<63, sex: 64, expiry: 65..<71, optional: [72..<86],
        checkedOptional: 72..<86, composed: [44..<54, 57..<64, 65..<87], composite: 87)
    }
  }
}
