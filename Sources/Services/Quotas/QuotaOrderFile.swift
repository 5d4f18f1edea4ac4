package import Domain

/// Reads an order file: `order_number, order_date, effective_from, kind, year, unit, region,
/// places`, and optionally `section, country, labour_share, standing, source`.
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
      bytes, name: name, required: required,
      optional: ["section", "country", "labour_share", "standing", "source"])
    // An order may state its share in one of its rows, or in all of them.
    var shares: [String: ExactDecimal] = [:]
    var orders = try file.orders(order) { (desk, order) throws(Failure) in
      if let share = order.labourShare {
        let earlier = shares.updateValue(share, forKey: key(order)) ?? share
        guard earlier == share else {
          throw desk.failure("labour_share", .fieldValue, "the order states \(earlier) above")
        }
      }
      return OrderLine(
        region: try desk.region(on: order.effectiveFrom, regions), amount: try places(desk),
        line: desk.line)
    }
    for index in orders.indices { orders[index].labourShare = shares[key(orders[index])] }
    return orders
  }

  private static func key(_ order: QuotaOrder) -> String {
    "\(order.number) \(order.quota) \(order.year) \(order.effectiveFrom)"
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
      part: part, year: year, unit: unit, labourShare: try labourShare(desk, of: kind),
      citation: citation, lines: [])
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

  /// In percent of the labour force, with the digits that the order has.
  private static func labourShare(_ desk: OrderDesk, of kind: QuotaKind) throws(Failure)
    -> ExactDecimal?
  {
    let written = desk.text("labour_share")
    guard !written.isEmpty else { return nil }
    guard kind.hasParts else {
      throw desk.failure(
        "labour_share", .fieldValue, "\(kind.rawValue) is no share of the labour force")
    }
    guard let share = ExactDecimal(rawValue: written), share.isPercentage else {
      throw desk.failure(
        "labour_share", .fieldValue, "“\(written)” is no percentage such as 0.25")
    }
    return share
  }

  private static func places(_ desk: OrderDesk) throws(Failure) -> Int64? {
    let written = desk.text("places")
    guard written.isEmpty || Int64(written).map({ $0 >= 0 && $0 < 1_000_000_000 }) == true else {
      throw desk.failure("places", .fieldValue, "“\(written)” is not a number of places")
    }
    return Int64(written)
  }
}
