import Domain
import Reports
import Services

/// Orders for people and as JSON.
enum QuotaOrderText {
  /// Places of several quotas that count one unit in one year, before and after one order.
  struct Sum {
    let year: Int
    let unit: QuotaUnit
    let before: Int64?
    let after: Int64?

    var text: String { "\nTogether \(year): \(change(before, after, unit))\n" }

    var json: JSONValue {
      [
        "year": .count(year), "unit": .string(unit.rawValue), "before": places(before),
        "after": places(after),
      ]
    }
  }

  static func places(_ number: Int64?) -> JSONValue { number.map { .integer($0) } ?? .null }

  static func shown(_ number: Int64?) -> String { number?.grouped ?? "…" }

  /// “2 433 → 3 033 people (+600)”; one number where nothing held before.
  static func change(_ before: Int64?, _ after: Int64?, _ unit: QuotaUnit) -> String {
    guard before != after else { return "\(shown(after)) \(unit.name.en)" }
    if before == 0 { return "\(shown(after)) \(unit.name.en)" }
    return "\(shown(before)) → \(shown(after)) \(unit.name.en)\(difference(before, after))"
  }

  private static func difference(_ before: Int64?, _ after: Int64?) -> String {
    guard let before, let after, before != after else { return "" }
    return " (\(after > before ? "+" : "−")\(abs(after - before).grouped))"
  }

  /// Where an order concerns several quotas of a year that count the same; a part of a quota is in
  /// its sum already, and workers in households are no permits of employers.
  static func sums(of entries: [QuotaOrders.Entry]) -> [Sum] {
    var sums: [Sum] = []
    let entries = entries.filter { $0.order.part == nil && $0.order.kind != .household }
    for entry in entries {
      let order = entry.order
      let alike = entries.filter { $0.order.year == order.year && $0.order.unit == order.unit }
      guard alike.count > 1, !sums.contains(where: { $0.year == order.year }) else { continue }
      sums.append(
        Sum(
          year: order.year, unit: order.unit, before: total(alike.map(\.before.total)),
          after: total(alike.map(\.after.total))))
    }
    return sums
  }

  /// Unknown where one of them is.
  private static func total(_ numbers: [Int64?]) -> Int64? {
    numbers.contains(nil) ? nil : numbers.reduce(0) { $0 + ($1 ?? 0) }
  }

  static func page(
    _ entry: QuotaOrders.Entry, _ regions: RegionRegister, _ language: Language
  ) -> String {
    let order = entry.order
    var text = "Order \(order.number)\(order.date.map { " of \($0)" } ?? ""): "
    text += "\(order.quota) \(order.year), from \(order.effectiveFrom)\n"
    text += "  KZ     \(change(entry.before.total, entry.after.total, order.unit))\n"
    for region in entry.regions(of: regions) {
      let name = region.name(on: order.effectiveFrom)[language]
      let (before, after) = (entry.before.amount(region.code), entry.after.amount(region.code))
      text +=
        "  \(DisplayWidth.pad(region.code, to: 6)) \(change(before, after, order.unit))  \(name)\n"
    }
    if entry.after.undistributed > 0 {
      text += "  with no region known to have them: \(entry.after.undistributed.grouped)\n"
    }
    if let share = order.labourShare { text += "  \(Self.shareOfLabour(share))\n" }
    return text + "  \(order.citation.source) (\(order.citation.standing.rawValue))\n"
  }

  /// An order states it once for all categories that it gives.
  static func shareOfLabour(_ share: ExactDecimal) -> String {
    "\(share) % of the labour force, by the order as a whole"
  }

  static func page(
    _ pair: CompareQuotaOrders.Pair, _ query: CompareQuotaOrders, _ regions: RegionRegister,
    _ language: Language
  ) -> String {
    var text = "\(pair.quota) \(pair.year), \(pair.unit.name.en)\n"
    guard let one = pair.one, let other = pair.other else {
      let number = pair.one == nil ? query.other : query.one
      let total = (pair.one ?? pair.other)?.total
      return text + "  only after order \(number): \(shown(total))\n"
    }
    text += "  KZ     \(change(one.total, other.total, pair.unit))\n"
    for region in regions.all {
      let (before, after) = (one.amount(region.code), other.amount(region.code))
      guard before != after || one.isUnknown(region.code) else { continue }
      let name = region.names.last?[language] ?? region.code
      text +=
        "  \(DisplayWidth.pad(region.code, to: 6)) \(change(before, after, pair.unit))  \(name)\n"
    }
    return text
  }

  // MARK: JSON

  static func head(_ entry: QuotaOrders.Entry) -> [(String, JSONValue)] {
    let order = entry.order
    return [
      ("order", .string(order.number)), ("kind", .string(order.kind.rawValue)),
      ("part", .optional(order.part?.code)),
      ("year", .count(order.year)), ("unit", .string(order.unit.rawValue)),
      ("order_date", .optional(order.date.map { "\($0)" })),
      ("effective_from", .date(order.effectiveFrom)), ("total_before", places(entry.before.total)),
      ("total", places(entry.after.total)),
      ("undistributed", .integer(entry.after.undistributed)),
      ("labour_share", .optional(order.labourShare?.rawValue)),
      ("source", .string(order.citation.source)),
      ("standing", .string(order.citation.standing.rawValue)),
    ]
  }

  static func json(
    _ entry: QuotaOrders.Entry, _ regions: RegionRegister, _ language: Language
  ) -> JSONValue {
    let rows = entry.regions(of: regions).map { region in
      row(region, entry.before, entry.after, entry.order.effectiveFrom, language)
    }
    return .object(head(entry) + [("rows", .array(rows))])
  }

  static func json(
    _ pair: CompareQuotaOrders.Pair, _ regions: RegionRegister, _ language: Language
  ) -> JSONValue {
    var rows: [JSONValue] = []
    for region in regions.all {
      guard let one = pair.one, let other = pair.other,
        one.regions[region.code] != nil || other.regions[region.code] != nil
      else { continue }
      rows.append(row(region, one, other, region.period.from, language))
    }
    return [
      "kind": .string(pair.quota.kind.rawValue), "part": .optional(pair.quota.part?.code),
      "year": .count(pair.year),
      "unit": .string(pair.unit.rawValue),
      "before": pair.one.map { places($0.total) } ?? .null,
      "after": pair.other.map { places($0.total) } ?? .null, "rows": .array(rows),
    ]
  }

  private static func row(
    _ region: Region, _ before: OrderSpread, _ after: OrderSpread, _ day: LocalDate,
    _ language: Language
  ) -> JSONValue {
    [
      "region": .string(region.code), "name": .string(region.name(on: day)[language]),
      "before": places(before.amount(region.code)), "after": places(after.amount(region.code)),
    ]
  }
}
