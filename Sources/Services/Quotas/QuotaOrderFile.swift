package import Domain

/// Reads an order file: `order_number, order_date, effective_from, kind, year, unit, region,
/// places`, and optionally `standing, source`.
///
/// `places` is the region's new total by that order; `KZ` is the whole country, and an empty
/// number means that the source names the region without it.
package enum QuotaOrderFile {
  /// The code that stands for the whole country.
  package static let country = OrderFile.country

  private static let required = [
    "order_number", "order_date", "effective_from", "kind", "year", "unit", "region", "places",
  ]

  /// The orders of the file, in its order; every failure names the line and the field.
  package static func read(_ bytes: [UInt8], name: String, regions: RegionRegister)
    throws(Failure) -> [QuotaOrder]
  {
    let file = try OrderFile(
      bytes, name: name, required: required, optional: ["standing", "source"])
    return try file.orders(order) { (desk, order) throws(Failure) in
      OrderLine(
        region: try desk.region(on: order.effectiveFrom, regions), amount: try places(desk),
        line: desk.line)
    }
  }

  private static func order(_ desk: OrderDesk) throws(Failure) -> QuotaOrder {
    let number = try desk.number()
    let kind = try desk.word("kind", QuotaKind.self)
    let unit = try desk.word("unit", QuotaUnit.self)
    let year = try desk.year()
    let effective = try desk.effectiveFrom()
    let citation = try desk.citation("source")
    return QuotaOrder(
      number: number, date: try desk.date("order_date"), effectiveFrom: effective, kind: kind,
      year: year, unit: unit, citation: citation, lines: [])
  }

  private static func places(_ desk: OrderDesk) throws(Failure) -> Int64? {
    let written = desk.text("places")
    guard written.isEmpty || Int64(written).map({ $0 >= 0 && $0 < 1_000_000_000 }) == true else {
      throw desk.failure("places", .fieldValue, "“\(written)” is not a number of places")
    }
    return Int64(written)
  }
}
