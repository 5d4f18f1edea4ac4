internal import Domain

/// A reference file read strictly: what is missing or malformed is named with file and row.
struct SeedTable {
  let header: [String]
  let rows: [SeedRow]

  /// Reads an embedded file such as `Reference/regions.csv`.
  init(_ name: String) throws(Failure) { try self.init(name, Seeds.file(name)) }

  init(_ name: String, _ bytes: [UInt8]) throws(Failure) {
    let table = try CSVTable(bytes)
    header = table.header
    var columns: [String: Int] = [:]
    for (index, column) in table.header.enumerated() { columns[column] = index }
    rows = table.rows.enumerated().map { index, fields in
      // The header is line 1, and no field of a seed spans lines.
      SeedRow(place: "\(name), line \(index + 2)", columns: columns, fields: fields)
    }
  }
}

/// One row of a reference file; every reader throws `rule.malformed`.
struct SeedRow {
  let place: String
  let columns: [String: Int]
  let fields: [String]

  func malformed(_ detail: String) -> Failure { Failure(.ruleMalformed, "\(place): \(detail)") }

  /// The field, which may be empty.
  func text(_ column: String) throws(Failure) -> String {
    guard let index = columns[column] else { throw malformed("there is no column “\(column)”") }
    return fields[index]
  }

  func required(_ column: String) throws(Failure) -> String {
    let text = try text(column)
    guard !text.isEmpty else { throw malformed("“\(column)” is empty") }
    return text
  }

  /// The field's words, parted by spaces; none where it is empty.
  func words(_ column: String) throws(Failure) -> [String] {
    try text(column).split(separator: " ").map(String.init)
  }

  func number(_ column: String) throws(Failure) -> Int64 {
    let text = try required(column)
    guard let number = Int64(text), number >= 0 else {
      throw malformed("“\(text)” in “\(column)” is not a whole number")
    }
    return number
  }

  /// An exact decimal such as `0.5`.
  func ratio(_ column: String) throws(Failure) -> Ratio {
    let text = try required(column)
    guard let ratio = Ratio(decimal: text) else {
      throw malformed("“\(text)” in “\(column)” is not a decimal")
    }
    return ratio
  }

  func date(_ column: String) throws(Failure) -> LocalDate {
    let text = try required(column)
    guard let date = LocalDate(iso: text) else {
      throw malformed("“\(text)” in “\(column)” is not a date")
    }
    return date
  }

  /// The days from `from` through `until`; without the latter, until further notice.
  func period() throws(Failure) -> Period {
    let from = try date("from")
    let until = try text("until").isEmpty ? nil : date("until")
    guard let period = Period(from: from, to: until?.adding(days: 1)) else {
      throw malformed("“until” is before “from”")
    }
    return period
  }

  /// One of the cases that a closed set writes as text.
  func value<Value: RawRepresentable & CaseIterable>(
    _ column: String, of type: Value.Type
  ) throws(Failure) -> Value where Value.RawValue == String {
    let text = try required(column)
    guard let value = Value(rawValue: text) else {
      let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
      throw malformed("“\(text)” in “\(column)” is none of \(known)")
    }
    return value
  }

  /// The columns `source` and `standing`.
  func citation() throws(Failure) -> Citation {
    let standing = try value("standing", of: Standing.self)
    return Citation(try required("source"), standing: standing)
  }

  /// The columns `en`, `kk`, `ru`; an empty one reads as the English.
  func localizedText() throws(Failure) -> LocalizedText {
    let (en, kk, ru) = (try required("en"), try text("kk"), try text("ru"))
    return LocalizedText(en: en, kk: kk.isEmpty ? en : kk, ru: ru.isEmpty ? en : ru)
  }
}
