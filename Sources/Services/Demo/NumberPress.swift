internal import Domain

/// Issues numbers that nobody of the intake has.
struct NumberPress {
  /// Hashes of the documents and IINs that are out, as the texts of a nation take much room.
  private var issued: Set<UInt64> = []

  mutating func note(_ row: IntakeRow) {
    issued.insert(Self.hash(row[.documentIssuer] + row[.documentNumber]))
    issued.insert(Self.hash(row[.iin]))
  }

  /// FNV-1a.
  private static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    return hash
  }

  /// A passport number in the form of the country.
  mutating func passport(of code: String, _ random: inout SeededRandom) -> String {
    let country = DemoCountry.all.elements.first { $0.code == code }
    while true {
      var bytes = Array((country?.passport ?? "N").utf8)
      if country?.lettered ?? false {
        bytes.append(UInt8(ascii: "A") + UInt8(random.below(10)))
        bytes.append(digits: random.below(10_000_000), 7)
      } else {
        bytes.append(digits: random.below(100_000_000), 8)
      }
      let number = String(decoding: bytes, as: UTF8.self)
      if issued.insert(Self.hash(code + number)).inserted { return number }
    }
  }

  /// A valid IIN of a full birth date.
  mutating func iin(_ birth: LocalDate, _ sex: Sex, _ random: inout SeededRandom) -> String {
    let (year, month, day) = birth.parts
    let century = (year / 100 - 18) * 2 + (sex == .male ? 1 : 2)
    while true {
      let date = (year % 100 * 100 + month) * 100 + day
      let body = (date * 10 + century) * 10_000 + random.below(10_000)
      guard let check = IIN.checkDigit(for: Int64(body)) else { continue }
      var bytes: [UInt8] = []
      bytes.append(digits: body * 10 + check, 12)
      let number = String(decoding: bytes, as: UTF8.self)
      if issued.insert(Self.hash(number)).inserted { return number }
    }
  }
}
