import Domain

/// A file of orders: a line for each region, and the lines of an order together.
struct OrderFile {
  /// The code that stands for the whole country.
  static let country = "KZ"

  private let name: String
  private let table: CSVTable
  private var columns: [String: Int] = [:]

  /// Every failure names the file, and the column that is missing.
  init(_ bytes: [UInt8], name: String, required: [String], optional: [String]) throws(Failure) {
    self.name = name
    do {
      table = try CSVTable(bytes)
      for column in required { columns[column] = try table.column(column) }
    } catch {
      throw Failure(error.code, "\(name): \(error.detail)", hint: error.hint)
    }
    for column in optional { columns[column] = table.header.firstIndex(of: column) }
  }

  /// The orders, in the order of the file; every failure names the line and the field.
  func orders<Order: AllottingOrder>(
    _ order: (OrderDesk) throws(Failure) -> Order,
    line: (OrderDesk, Order) throws(Failure) -> OrderLine
  ) throws(Failure) -> [Order] {
    var orders: [Order] = []
    for (index, row) in table.rows.enumerated() {
      let desk = OrderDesk(file: name, line: index + 2, row: row, columns: columns)
      let made = try order(desk)
      let line = try line(desk, made)
      if let known = orders.firstIndex(where: { $0.isSame(as: made) }) {
        guard !orders[known].lines.contains(where: { $0.region == line.region }) else {
          throw desk.failure("region", .fieldValue, "the order names \(desk.text("region")) twice")
        }
        orders[known].lines.append(line)
      } else {
        orders.append(made)
        orders[orders.count - 1].lines = [line]
      }
    }
    guard !orders.isEmpty else {
      throw Failure(.fieldRequired, "\(name): the file has no line below its header")
    }
    return orders
  }
}

/// One line of a file of orders.
struct OrderDesk {
  let file: String
  let line: Int
  let row: [String]
  let columns: [String: Int]

  func text(_ field: String) -> String { columns[field].map { row[$0] } ?? "" }

  func failure(_ field: String, _ code: Code, _ message: String) -> Failure {
    Failure(code, "\(file), line \(line), \(field): \(message)")
  }

  func number() throws(Failure) -> String {
    let number = text("order_number")
    guard !number.isEmpty else {
      throw failure("order_number", .fieldRequired, "the order has no number")
    }
    return number
  }

  func year() throws(Failure) -> Int {
    guard let year = Int(text("year")), (1991...2200).contains(year) else {
      throw failure("year", .fieldValue, "“\(text("year"))” is not a year")
    }
    return year
  }

  func effectiveFrom() throws(Failure) -> LocalDate {
    guard let effective = try date("effective_from") else {
      throw failure("effective_from", .fieldRequired, "the order has no day of effect")
    }
    return effective
  }

  /// Where the order was read, and how; without a column `field`, the order itself.
  func citation(_ field: String) throws(Failure) -> Citation {
    let source = text(field)
    let standing = text("standing").isEmpty ? .official : try word("standing", Standing.self)
    return Citation(source.isEmpty ? "order \(text("order_number"))" : source, standing: standing)
  }

  /// The stable code of the region on the day of effect; nil for the whole country.
  func region(on day: LocalDate, _ regions: RegionRegister) throws(Failure) -> String? {
    guard text("region").uppercased() != OrderFile.country else { return nil }
    do {
      return try regions.resolve(text("region"), on: day).code
    } catch {
      throw failure("region", error.code, error.detail)
    }
  }

  func date(_ field: String) throws(Failure) -> LocalDate? {
    guard !text(field).isEmpty else { return nil }
    guard let date = LocalDate(iso: text(field)) else {
      throw failure(field, .dateInvalid, "“\(text(field))” is not a date (YYYY-MM-DD)")
    }
    return date
  }

  /// One of the words that a field may hold.
  func word<Word: CaseIterable & RawRepresentable<String>>(
    _ field: String, _ type: Word.Type
  ) throws(Failure) -> Word {
    do {
      return try FieldWord.read(text(field), as: type)
    } catch {
      throw failure(field, error.code, error.detail)
    }
  }
}
