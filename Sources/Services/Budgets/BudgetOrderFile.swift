package import Domain

/// Reads a file of appropriations: `order_number, order_date, effective_from, programme, year,
/// source, region, amount`, and optionally `standing, citation`.
///
/// `amount` is the region's new total by that order, in tenge; the whole country is `KZ`, or no
/// region.
package enum BudgetOrderFile {
  private static let required = [
    "order_number", "order_date", "effective_from", "programme", "year", "source", "region",
    "amount",
  ]

  /// More than a budget of the country ever had, in tiyn: a slip of the keyboard is found.
  private static let most = Money(tiyn: 100_000_000_000_000_000)

  /// The orders of the file, in its order; every failure names the line and the field.
  package static func read(
    _ bytes: [UInt8], name: String, regions: RegionRegister, programmes: BudgetProgrammes
  ) throws(Failure) -> [BudgetOrder] {
    let file = try OrderFile(
      bytes, name: name, required: required, optional: ["standing", "citation"])
    return try file.orders { (desk) throws(Failure) in
      try order(desk, programmes)
    } line: { (desk, order) throws(Failure) in
      let isCountry = desk.text("region").isEmpty
      let region = isCountry ? nil : try desk.region(on: order.effectiveFrom, regions)
      return OrderLine(region: region, amount: try amount(desk).tiyn, line: desk.line)
    }
  }

  private static func order(_ desk: OrderDesk, _ programmes: BudgetProgrammes)
    throws(Failure) -> BudgetOrder
  {
    let number = try desk.number()
    let programme: BudgetProgramme
    do {
      programme = try programmes.known(desk.text("programme"))
    } catch {
      throw desk.failure("programme", error.code, error.detail)
    }
    let year = try desk.year()
    let source = try desk.word("source", BudgetSource.self)
    let effective = try desk.effectiveFrom()
    let citation = try desk.citation("citation")
    return BudgetOrder(
      number: number, date: try desk.date("order_date"), effectiveFrom: effective,
      programme: programme.code, year: year, source: source, citation: citation, lines: [])
  }

  private static func amount(_ desk: OrderDesk) throws(Failure) -> Money {
    let written = desk.text("amount")
    guard !written.isEmpty else {
      throw desk.failure("amount", .fieldRequired, "the order gives no amount")
    }
    guard let amount = Money(decimal: written), amount >= .zero, amount <= most else {
      throw desk.failure("amount", .moneyInvalid, "“\(written)” is not an amount in tenge")
    }
    return amount
  }
}
