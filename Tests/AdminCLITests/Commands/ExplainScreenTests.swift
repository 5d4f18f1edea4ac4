import TestSupport
import Testing

/// A grant of any era explains itself on one screen, and comes to what its lines say.
@Suite("Explanations fit a screen") struct ExplainScreenTests {
  /// Fifty rows of a hundred and twenty columns.
  static let (rows, columns) = (50, 120)

  struct Era: Sendable {
    let day: String
    let quota: String
    /// The options of the grant.
    let grant: String
    let total: String
  }

  static let eras = [
    // (500 + 15 + 40 + 50 + 50) MCI × 1,273
    Era(
      day: "2009-03-10", quota: "immigration", grant: "--kind tariff-1997", total: "833815.00"),
    // 5 × 35 MCI × 2,651
    Era(day: "2020-03-10", quota: "kandas", grant: "--kind relocation", total: "463925.00"),
    // 5 × 70 MCI × 4,325
    Era(day: "2026-03-10", quota: "kandas", grant: "--kind relocation", total: "1513750.00"),
    // 12 months × 30 MCI × 4,325
    Era(
      day: "2026-03-10", quota: "kandas", grant: "--kind rent --place urban",
      total: "1557000.00"),
  ]

  /// Places of families in Pavlodar, which the resolution of 2009 is not known to have spread.
  private static let order = """
    order_number,order_date,effective_from,kind,year,unit,region,places,standing,source
    test,2009-01-05,2009-01-06,immigration,2009,family,KZ-55,20,unconfirmed,made up

    """

  private static func family(_ year: String) -> String {
    var rows =
      DeskFiles.header + "S1,head,Нұрланов,Нұрлан,Ерланұлы,,,,M,1980-06-15,,,,,,,,,,CHN,,"
      + "\(year)-02-10,KZ-55,\n"
    for (relation, name, sex, birth) in [
      ("spouse", "Айгүл", "F", "1982-03-12"), ("son", "Ерлан", "M", "2001-05-02"),
      ("daughter", "Әсем", "F", "2003-11-30"), ("mother", "Қаныкей", "F", "1955"),
    ] {
      rows += "S1,\(relation),Нұрланов,\(name),,,,,\(sex),\(birth),,,,,,,,,,,,,,\n"
    }
    return rows
  }

  @Test("An official reads it without turning the page", arguments: eras.indices)
  func screen(index: Int) throws {
    let era = Self.eras[index]
    let year = String(era.day.prefix(4))
    let desk = try CommandDesk()
    try desk.write(Self.order, to: "order.csv")
    try desk.write(Self.family(year), to: "family.csv")
    let family = "F-\(year)-000001"
    if era.quota == "immigration" {
      let order = desk.run("quota order @order.csv --today \(era.day)")
      #expect(order.exit == 0, "\(order.err)")
    }
    for line in [
      "family import @family.csv",
      "quota include --waiting --year \(year) --kind \(era.quota) --protocol 1",
    ] {
      let answer = desk.run("\(line) --today \(era.day)")
      #expect(answer.exit == 0, "\(line): \(answer.err)")
    }
    let found = try JSON(desk.run("family find Нұрланов --json").out)
    let number = try #require(found[0]["family"].text)
    #expect(number.hasPrefix(family))
    let granted = desk.run("allowance grant \(number) \(era.grant) --today \(era.day)")
    #expect(granted.exit == 0, "\(granted.err)")
    let grant = try JSON(desk.run("allowance explain \(number) --json").out)
    #expect(grant["total"].text == era.total)
    let text = desk.run("allowance explain \(number)").out
    let height = text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + max(1, ($1.count + Self.columns - 1) / Self.columns) }
    #expect(height <= Self.rows, "\(height) rows:\n\(text)")
    // Recomputed by hand: the lines add up to the total.
    let sum = grant["lines"].elements.compactMap { $0["amount"].text }
      .compactMap { Int64($0.dropLast(3)) }.reduce(0, +)
    #expect("\(sum).00" == era.total)
  }
}
