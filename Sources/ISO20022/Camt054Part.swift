import Domain

/// An element of a notice, and the typed values inside it.
struct Camt054Part {
  let element: XMLElement
  /// The file's name, for messages.
  private let file: String

  init(_ element: XMLElement, file: String) {
    self.element = element
    self.file = file
  }

  /// The text, or nil where it is empty.
  var filled: String? {
    let text = element.text
    return text.isEmpty ? nil : text
  }

  var text: String { element.text }

  func failure(_ code: Code, _ message: String) -> Failure {
    Failure(code, "\(file), line \(element.line), \(element.name): \(message)")
  }

  func part(_ path: String...) -> Camt054Part? {
    element.descendant(path).map { Camt054Part($0, file: file) }
  }

  func parts(_ name: String) -> [Camt054Part] {
    element.children(name).map { Camt054Part($0, file: file) }
  }

  /// The child, which must hold a text.
  func required(_ name: String) throws(Failure) -> Camt054Part {
    guard let part = part(name), part.filled != nil else {
      throw failure(.fieldRequired, "\(name) is missing or empty")
    }
    return part
  }

  /// The child, or where it is a choice the child `inner` in it, which must hold a text.
  func required(_ name: String, orInside inner: String) throws(Failure) -> Camt054Part {
    if let part = part(name, inner) { return part }
    return try required(name)
  }

  /// The text as one of the words of a table.
  func word<Value>(_ words: KeyValuePairs<String, Value>) throws(Failure) -> Value {
    let text = text
    if let found = words.first(where: { $0.key == text }) { return found.value }
    let all = words.map(\.key).joined(separator: ", ")
    throw failure(.fieldValue, "“\(text.prefix(40))” is none of \(all)")
  }

  /// An amount with its currency beside it.
  func amount() throws(Failure) -> Money {
    let currency = element.attribute("Ccy") ?? ""
    guard currency == "KZT" else {
      throw failure(.fieldValue, "the currency is “\(currency.prefix(40))”; only KZT is taken")
    }
    do {
      return try BankEntry.amount(text)
    } catch {
      throw failure(error.code, error.detail)
    }
  }

  /// The account in an element that identifies one.
  var account: String? {
    let written = part("Id", "IBAN") ?? part("Id", "Othr", "Id")
    return written.flatMap { BankEntry.account($0.text) }
  }

  // MARK: Days and moments

  /// The day of a choice between a date and a moment, as the bank wrote it.
  func day() throws(Failure) -> LocalDate? {
    guard let written = part("Dt") ?? part("DtTm") else { return nil }
    let text = written.text
    let rest = text.dropFirst(10)
    let isMoment = written.element.name == "DtTm"
    // A date may have a zone behind it, which moves nothing.
    let isWhole = isMoment ? rest.first == "T" : rest.isEmpty || Self.zone(rest) != nil
    guard isWhole, let day = LocalDate(iso: text.prefix(10)) else {
      throw written.failure(.dateInvalid, "“\(text.prefix(40))” is not a date of the calendar")
    }
    return day
  }

  /// A date and time; without a zone it is that of Kazakhstan.
  func moment() throws(Failure) -> Instant {
    guard let moment = Self.moment(text) else {
      throw failure(.dateInvalid, "“\(text.prefix(40))” is not a date with its time")
    }
    return moment
  }

  private static func moment(_ text: String) -> Instant? {
    guard text.dropFirst(10).first == "T" else { return nil }
    var clock = text.dropFirst(11)
    var offset = Instant.zoneMilliseconds
    if let start = clock.firstIndex(where: { "Z+-".contains($0) }) {
      guard let zone = zone(clock[start...]) else { return nil }
      offset = zone
      clock = clock[..<start]
    }
    let parts = clock.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count) else { return nil }
    var plain = "\(text.prefix(10))T\(parts[0])"
    if parts.count == 2 {
      guard !parts[1].isEmpty, parts[1].utf8.allSatisfy({ (48...57).contains($0) }) else {
        return nil
      }
      // Banks write up to nine places; a moment has three.
      plain += ".\((parts[1] + "00").prefix(3))"
    }
    guard let written = Instant(iso: plain) else { return nil }
    return Instant(milliseconds: written.milliseconds - offset)
  }

  /// `Z`, `+05:00` or `-03:30` in milliseconds.
  private static func zone(_ text: Substring) -> Int64? {
    if text == "Z" { return 0 }
    let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }),
      let hours = Int64(parts[0]), let minutes = Int64(parts[1]), (0...14).contains(hours),
      (0...59).contains(minutes)
    else { return nil }
    let length = (hours * 60 + minutes) * 60_000
    switch text.first {
    case "+": return length
    case "-": return -length
    default: return nil
    }
  }
}
