package import Domain

/// Reads an order file: `order_number, order_date, effective_from, kind, year, unit, region,
/// places`, and optionally `section, country, standing, source`.
///
/// A line with a section of OKED or a country of origin is of that part of a labour quota: an order
/// of a book of its own, under the same number.
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
      bytes, name: name, required: required, optional: ["section", "country", "standing", "source"])
    return try file.orders(order) { (desk, order) throws(Failure) in
      OrderLine(
        region: try desk.region(on: order.effectiveFrom, regions), amount: try places(desk),
        line: desk.line)
    }
  }

  private static func order(_ desk: OrderDesk) throws(Failure) -> QuotaOrder {
    let number = try desk.number()
    let kind = try desk.word("kind", QuotaKind.self)
    let part = try part(desk, of: kind)
    let unit = try desk.word("unit", QuotaUnit.self)
    let year = try desk.year()
    let effective = try desk.effectiveFrom()
    let citation = try desk.citation("source")
    return QuotaOrder(
      number: number, date: try desk.date("order_date"), effectiveFrom: effective, kind: kind,
      part: part, year: year, unit: unit, citation: citation, lines: [])
  }

  private static func part(_ desk: OrderDesk, of kind: QuotaKind) throws(Failure) -> QuotaPart? {
    let (section, country) = (desk.text("section"), desk.text("country"))
    guard !section.isEmpty || !country.isEmpty else { return nil }
    let field = section.isEmpty ? "country" : "section"
    guard section.isEmpty || country.isEmpty else {
      throw desk.failure(
        "country", .fieldValue, "a part is of a section or of a country, not of both")
    }
    guard kind.hasParts else {
      throw desk.failure(
        field, .fieldValue, "\(kind.rawValue) has no parts: only quotas of permits have")
    }
    guard section.isEmpty else {
      guard let part = QuotaPart(section), part.isSection else {
        throw desk.failure(
          field, .fieldValue, "“\(section)” is no section of OKED: they are A to U")
      }
      return part
    }
    let countries = try Reference.countries()
    guard let found = countries.country(country.uppercased()), found.kind == .country else {
      throw desk.failure(
        field, .countryUnknown, "“\(country)” is no country by ISO 3166-1 alpha-3")
    }
    return .country(found.code)
  }

  private static func places(_ desk: OrderDesk) throws(Failure) -> Int64? {
    let written = desk.text("places")
    guard written.isEmpty || Int64(written).map({ $0 >= 0 && $0 < 1_000_000_000 }) == true else {
      throw desk.failure("places", .fieldValue, "“\(written)” is not a number of places")
    }
    return Int64(written)
  }
}
