/// A bank's answer as a plain table, for banks and treasuries without ISO 20022 messages.
///
/// CSV (RFC 4180), UTF-8, with the header `end_to_end_id, amount, account, date, status,
/// reference, reason` in any order; a further column is passed over. The form is Kosh's own.
package enum BankAnswerFile {
  /// What became of a payment, by the table.
  package enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// The money left the office's account.
    case paid
    /// The other bank sent it back.
    case returned
    /// The office's bank took its own entry back.
    case reversed
  }

  private static let columns = [
    "end_to_end_id", "amount", "account", "date", "status", "reference", "reason",
  ]

  /// The statement; every failure names the file, the line and the field.
  ///
  /// `amount`, `date` and `status` must be filled. `field.required`, `field.value`,
  /// `money.invalid`, `date.invalid` and the codes of ``CSVReader`` refuse the whole file.
  package static func read(_ bytes: [UInt8], name: String) throws(Failure) -> BankStatement {
    var reader = CSVReader(bytes)
    var places: [String: Int] = [:]
    var width = 0
    var entries: [BankEntry] = []
    do throws(Failure) {
      guard try reader.next() else {
        throw Failure(.fieldRequired, "the file is empty")
      }
      width = reader.count
      places = try header(reader)
    } catch {
      throw Failure(error.code, "\(name): \(error.detail)", hint: error.hint)
    }
    while true {
      do {
        guard try reader.next() else { break }
      } catch {
        throw Failure(error.code, "\(name), \(error.detail)", hint: error.hint)
      }
      let row = BankAnswerRow(
        file: name, line: reader.line, fields: try fields(reader, width: width, name: name),
        places: places)
      entries.append(try row.entry(at: entries.count + 1))
    }
    guard !entries.isEmpty else {
      throw Failure(.fieldRequired, "\(name): the file has no line below its header")
    }
    return BankStatement(entries: entries)
  }

  private static func header(_ reader: CSVReader) throws(Failure) -> [String: Int] {
    var places: [String: Int] = [:]
    for index in 0..<reader.count where places[reader.repairedText(index)] == nil {
      places[reader.repairedText(index)] = index
    }
    for column in columns where places[column] == nil {
      throw Failure(.csvMissingColumn, "the header has no column “\(column)”")
    }
    return places
  }

  private static func fields(_ reader: CSVReader, width: Int, name: String)
    throws(Failure) -> [String]
  {
    let place = "\(name), line \(reader.line)"
    guard reader.count == width else {
      throw Failure(
        .csvFieldCount, "\(place): \(reader.count) fields where the header has \(width)")
    }
    var fields: [String] = []
    for index in 0..<reader.count {
      guard let text = reader.text(index) else {
        throw Failure(.csvUTF8, "\(place): field \(index + 1) is not UTF-8 text")
      }
      fields.append(text)
    }
    return fields
  }
}

/// One row of a bank's table.
private struct BankAnswerRow {
  let file: String
  let line: Int
  let fields: [String]
  let places: [String: Int]

  /// The field without spaces around it, or nil where it is empty.
  func text(_ field: String) -> String? {
    guard let place = places[field] else { return nil }
    let text = fields[place].trimmed
    return text.isEmpty ? nil : text
  }

  func failure(_ field: String, _ code: Code, _ message: String) -> Failure {
    Failure(code, "\(file), line \(line), \(field): \(message)")
  }

  func required(_ field: String) throws(Failure) -> String {
    guard let text = text(field) else {
      throw failure(field, .fieldRequired, "\(field) is required")
    }
    return text
  }

  func entry(at position: Int) throws(Failure) -> BankEntry {
    let outcome = try outcome()
    let reason = outcome == .paid ? nil : reason()
    return BankEntry(
      position: position, line: line, reference: text("reference") ?? "line \(line)",
      endToEndID: text("end_to_end_id"), amount: try amount(),
      direction: outcome == .paid ? .debit : .credit, isReversal: outcome == .reversed,
      account: text("account").flatMap(BankEntry.account), booked: try date(),
      returnReason: outcome == .returned ? reason ?? BankEntry.ReturnReason() : reason)
  }

  private func outcome() throws(Failure) -> BankAnswerFile.Outcome {
    let written = try required("status")
    guard let outcome = BankAnswerFile.Outcome(rawValue: written) else {
      let words = BankAnswerFile.Outcome.allCases.map(\.rawValue).joined(separator: ", ")
      throw failure("status", .fieldValue, "“\(written.shown)” is none of \(words)")
    }
    return outcome
  }

  private func amount() throws(Failure) -> Money {
    let written = try required("amount")
    do {
      return try BankEntry.amount(written)
    } catch {
      throw failure("amount", error.code, error.detail)
    }
  }

  private func date() throws(Failure) -> LocalDate {
    let written = try required("date")
    guard let date = LocalDate(iso: written) else {
      throw failure(
        "date", .dateInvalid, "“\(written.shown)” is not a date of the calendar (YYYY-MM-DD)")
    }
    return date
  }

  /// Four capital letters or digits are a code of ISO 20022; anything else is the bank's words.
  private func reason() -> BankEntry.ReturnReason? {
    guard let written = text("reason") else { return nil }
    let isCode =
      written.utf8.count == 4
      && written.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
    return isCode
      ? BankEntry.ReturnReason(code: written) : BankEntry.ReturnReason(text: written)
  }
}
