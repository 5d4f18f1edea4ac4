package import Domain

/// The current row of a running query, read from left to right.
package struct Row {
  private let statement: any Statement
  private var column: Int32 = 0

  init(_ statement: any Statement) { self.statement = statement }

  package mutating func integer() -> Int64 {
    defer { column += 1 }
    return statement.integer(column)
  }

  package mutating func int() -> Int { Int(integer()) }

  package mutating func optionalInteger() -> Int64? {
    defer { column += 1 }
    return statement.isNull(column) ? nil : statement.integer(column)
  }

  package mutating func text() -> String {
    defer { column += 1 }
    return statement.text(column)
  }

  package mutating func optionalText() -> String? {
    defer { column += 1 }
    return statement.isNull(column) ? nil : statement.text(column)
  }

  package mutating func blob() -> [UInt8] {
    defer { column += 1 }
    return statement.blob(column)
  }

  package mutating func money() -> Money { Money(tiyn: integer()) }

  package mutating func number<Entity>() -> Number<Entity> { Number(raw: integer()) }

  package mutating func optionalNumber<Entity>() -> Number<Entity>? {
    optionalInteger().map { Number(raw: $0) }
  }

  /// Two columns: from a day, and to the day after the last.
  package mutating func period() throws(Failure) -> Period {
    let (from, to) = (try date(), try optionalDate())
    guard let period = Period(from: from, to: to) else {
      throw .damaged("a period", "\(from) to \(to.map(\.description) ?? "")")
    }
    return period
  }

  package mutating func date() throws(Failure) -> LocalDate {
    let text = text()
    guard let date = LocalDate(iso: text) else { throw .damaged("a date", text) }
    return date
  }

  package mutating func optionalDate() throws(Failure) -> LocalDate? {
    guard let text = optionalText() else { return nil }
    guard let date = LocalDate(iso: text) else { throw .damaged("a date", text) }
    return date
  }

  /// One of the words that a column may hold.
  package mutating func word<Word: RawRepresentable>() throws(Failure) -> Word
  where Word.RawValue == String {
    let text = text()
    guard let word = Word(rawValue: text) else { throw .damaged("\(Word.self)", text) }
    return word
  }

  package mutating func optionalWord<Word: RawRepresentable>() throws(Failure) -> Word?
  where Word.RawValue == String {
    guard let text = optionalText() else { return nil }
    guard let word = Word(rawValue: text) else { throw .damaged("\(Word.self)", text) }
    return word
  }
}

extension Failure {
  /// A stored value that the schema should never have let in.
  package static func damaged(_ expected: String, _ found: String) -> Failure {
    Failure(
      .databaseDamaged, "the database holds “\(found)” where \(expected) should stand",
      hint: "run kosh verify, and restore the last proven backup")
  }
}
