/// The characters of a machine-readable zone, lines run together, with their format.
struct MRZZone {
  static let filler = UInt8(ascii: "<")

  let format: MRZ.Format
  /// Upper-case letters, digits and fillers; ``MRZ/Format/lines`` times the width.
  let bytes: [UInt8]

  /// Finds lines and format; throws `mrz.invalid` for a wrong length or character.
  init(_ text: String) throws(Failure) {
    var lines: [[UInt8]] = [[]]
    // A zone has 90 characters at most; what is far longer is not read to its end.
    for scalar in text.unicodeScalars.prefix(1000) {
      switch scalar {
      case " ", "\t", "\n", "\r", "/":
        if lines.last?.isEmpty == false { lines.append([]) }
      case "A"..."Z", "0"..."9", "<":
        lines[lines.count - 1].append(UInt8(truncatingIfNeeded: scalar.value))
      case "a"..."z":
        lines[lines.count - 1].append(UInt8(truncatingIfNeeded: scalar.value - 32))
      default:
        let position = (lines.last?.count ?? 0) + 1
        throw .mrz("line \(lines.count), position \(position): “\(scalar)” is not in its alphabet")
      }
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    (format, bytes) = try Self.joined(lines)
    guard bytes[0] != UInt8(ascii: "V") else {
      throw .mrz("line 1, position 1: a visa (V) is not a document of identity")
    }
  }

  private static func joined(_ lines: [[UInt8]]) throws(Failure) -> (MRZ.Format, [UInt8]) {
    for format in MRZ.Format.allCases where lines.count == format.lines {
      if lines.allSatisfy({ $0.count == format.width }) { return (format, Array(lines.joined())) }
    }
    let whole = Array(lines.joined())
    for format in MRZ.Format.allCases where whole.count == format.lines * format.width {
      // Lines of unequal length that add up by chance must not shift every field.
      if lines.count != format.lines { return (format, whole) }
    }
    let lengths = lines.map { "\($0.count)" }.joined(separator: " + ")
    throw .mrz(
      "the lines have \(lengths.isEmpty ? "0" : lengths) characters, "
        + "where a passport has 44 + 44, a card 30 + 30 + 30 or 36 + 36")
  }

  /// `line 2, position 10` for a place in ``bytes``.
  func place(_ index: Int) -> String {
    "line \(index / format.width + 1), position \(index % format.width + 1)"
  }

  /// The field as text without the fillers at its end; those inside are kept.
  func text(_ field: Range<Int>) -> String {
    String(decoding: trimmed(field), as: UTF8.self)
  }

  func trimmed(_ field: Range<Int>) -> ArraySlice<UInt8> {
    var slice = bytes[field]
    while slice.last == Self.filler { slice.removeLast() }
    return slice
  }

  /// A field of letters with fillers only at its end, and at least one letter.
  func letters(_ field: Range<Int>, _ name: String) throws(Failure) -> String {
    let slice = trimmed(field)
    guard !slice.isEmpty else { throw .mrz("\(place(field.lowerBound)): \(name) is empty") }
    for index in slice.indices where !(65...90).contains(slice[index]) {
      throw .mrz("\(place(index)): \(name) has a character that is not a letter")
    }
    return String(decoding: slice, as: UTF8.self)
  }

  func sex() throws(Failure) -> Sex? {
    let index = format.fields.sex
    switch bytes[index] {
    case UInt8(ascii: "M"): return .male
    case UInt8(ascii: "F"): return .female
    case Self.filler: return nil
    default: throw .mrz("\(place(index)): the sex is not M, F or <")
    }
  }

  /// Surname and given names: parts of a name are set off by one filler, the two by two.
  func names() throws(Failure) -> (surname: String, given: String) {
    let field = format.fields.names
    let slice = trimmed(field)
    guard let first = slice.first, first != Self.filler else {
      throw .mrz("\(place(field.lowerBound)): the name is empty")
    }
    var names = ["", ""]
    var (part, fillers) = (0, 0)
    for index in slice.indices {
      let byte = slice[index]
      if byte == Self.filler {
        fillers += 1
        continue
      }
      guard byte >= 65 else { throw .mrz("\(place(index)): the name has a digit in it") }
      if fillers >= 2 { part = 1 }
      if fillers > 0, !names[part].isEmpty { names[part].append(" ") }
      names[part].unicodeScalars.append(UnicodeScalar(byte))
      fillers = 0
    }
    return (names[0], names[1])
  }
}

extension Failure {
  /// A zone that cannot be trusted, and where.
  static func mrz(_ detail: String) -> Failure {
    Failure(
      .mrzInvalid, "the machine-readable zone cannot be read: \(detail)",
      hint: "compare the characters with the paper; O and 0, I and 1 are easily taken for another")
  }
}
