package import Domain

/// Reads an order file: `order_number, order_date, effective_from, kind, year, unit, region,
/// places`, and optionally `standing, source`.
///
/// `places` is the region's new total by that order; `KZ` is the whole country, and an empty
/// number means that the source names the region without it.
package enum QuotaOrderFile {
  /// The code that stands for the whole country.
  package static let country = "KZ"

  private static let required = [
    "order_number", "order_date", "effective_from", "kind", "year", "unit", "region", "places",
  ]

  /// The orders of the file, in its order; every failure names the line and the field.
  package static func read(_ bytes: [UInt8], name: String, regions: RegionRegister)
    throws(Failure) -> [QuotaOrder]
  {
    let table: CSVTable
    var columns: [String: Int] = [:]
    do {
      table = try CSVTable(bytes)
      for column in required { columns[column] = try table.column(column) }
    } catch {
      throw Failure(error.code, "\(name): \(error.detail)", hint: error.hint)
    }
    columns["standing"] = table.header.firstIndex(of: "standing")
    columns["source"] = table.header.firstIndex(of: "source")
    var orders: [QuotaOrder] = []
    for (index, row) in table.rows.enumerated() {
      var desk = Desk(file: name, line: index + 2, row: row, columns: columns)
      let order = try desk.order()
      let line = try desk.line(on: order.effectiveFrom, year: order.year, regions: regions)
      if let known = orders.firstIndex(where: { $0.isSame(as: order) }) {
        guard !orders[known].lines.contains(where: { $0.region == line.region }) else {
          throw desk.failure("region", .fieldValue, "the order names \(desk.text("region")) twice")
        }
        orders[known].lines.append(line)
      } else {
        orders.append(order)
        orders[orders.count - 1].lines = [line]
      }
    }
    guard !orders.isEmpty else {
      throw Failure(.fieldRequired, "\(name): the file has no line below its header")
    }
    return orders
  }

  /// One line of the file.
  private struct Desk {
    let file: String
    let line: Int
    let row: [String]
    let columns: [String: Int]

    func text(_ field: String) -> String { columns[field].map { row[$0] } ?? "" }

    func failure(_ field: String, _ code: Code, _ message: String) -> Failure {
      Failure(code, "\(file), line \(line), \(field): \(message)")
    }

    mutating func order() throws(Failure) -> QuotaOrder {
      let number = text("order_number")
      guard !number.isEmpty else {
        throw failure("order_number", .fieldRequired, "the order has no number")
      }
      guard let kind = QuotaKind(rawValue: text("kind")) else {
        throw failure("kind", .fieldValue, "“\(text("kind"))” is none of \(words(QuotaKind.self))")
      }
      guard let unit = QuotaUnit(rawValue: text("unit")) else {
        throw failure("unit", .fieldValue, "“\(text("unit"))” is none of \(words(QuotaUnit.self))")
      }
      guard let year = Int(text("year")), (1991...2200).contains(year) else {
        throw failure("year", .fieldValue, "“\(text("year"))” is not a year")
      }
      guard let effective = try date("effective_from") else {
        throw failure("effective_from", .fieldRequired, "the order has no day of effect")
      }
      let written = text("standing")
      guard let standing = Standing(rawValue: written.isEmpty ? "official" : written) else {
        throw failure("standing", .fieldValue, "“\(written)” is none of \(words(Standing.self))")
      }
      let source = text("source")
      return QuotaOrder(
        number: number, date: try date("order_date"), effectiveFrom: effective, kind: kind,
        year: year, unit: unit,
        citation: Citation(source.isEmpty ? "order \(number)" : source, standing: standing),
        lines: [])
    }

    mutating func line(on day: LocalDate, year: Int, regions: RegionRegister)
      throws(Failure) -> QuotaOrder.Line
    {
      var region: String?
      if text("region").uppercased() != QuotaOrderFile.country {
        do {
          region = try regions.resolve(text("region"), on: day).code
        } catch {
          throw failure("region", error.code, error.detail)
        }
      }
      let written = text("places")
      guard written.isEmpty || Int64(written).map({ $0 >= 0 && $0 < 1_000_000_000 }) == true
      else { throw failure("places", .fieldValue, "“\(written)” is not a number of places") }
      return QuotaOrder.Line(region: region, places: Int64(written), line: line)
    }

    private func date(_ field: String) throws(Failure) -> LocalDate? {
      guard !text(field).isEmpty else { return nil }
      guard let date = LocalDate(iso: text(field)) else {
        throw failure(field, .dateInvalid, "“\(text(field))” is not a date (YYYY-MM-DD)")
      }
      return date
    }

    private func words<Word: CaseIterable & RawRepresentable<String>>(_ type: Word.Type) -> String {
      type.allCases.map(\.rawValue).joined(separator: ", ")
    }
  }
}

extension QuotaOrder {
  /// True for two lines of one order.
  fileprivate func isSame(as other: QuotaOrder) -> Bool {
    number == other.number && kind == other.kind && year == other.year && unit == other.unit
      && effectiveFrom == other.effectiveFrom
  }
}
