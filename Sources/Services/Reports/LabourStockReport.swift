package import Domain

/// `labour-stock`: how many foreigners held permits on a day, as it was printed.
package enum LabourStockReport {
  package static func make(on day: LocalDate) throws(Failure) -> Report {
    let stock = try Reference.labourStock()
    return Report(
      id: "labour_stock", title: title, facts: [StatisticsWords.held(day)], columns: columns,
      groups: [Report.Group(rows: stock.map(cells))], notes: [parts] + stock.compactMap(note),
      citations: stock.map(\.citation))
  }

  private static func cells(_ line: LabourStock) -> [Cell] {
    func count(_ number: Int64?) -> Cell { number.map { .count($0) } ?? .unknown }
    return [.text("\(line.asOf)"), .count(line.total)]
      + QuotaKind.ofEmployers.map { count(line.categories[$0]) }
      + [
        count(line.intraCorporate), count(line.rest), count(line.employers),
        .localized(line.citation.standing.name),
      ]
  }

  private static func note(_ line: LabourStock) -> LocalizedText? {
    line.note.map { note in
      LocalizedText { "\(line.asOf): \(note[$0])" }
    }
  }

  private static let title = LocalizedText.message("labour-stock.title")

  private static let parts = LocalizedText.message("labour-stock.parts")

  private static let columns = [
    Report.Column("as_of", Words.stateDate, .code),
    Report.Column("total", .message("word.total"), .count),
    category("category_1", "1"), category("category_2", "2"), category("category_3", "3"),
    category("category_4", "4"),
    Report.Column("seasonal", .message("labour-stock.column.seasonal"), .count),
    Report.Column(
      "intra_corporate",
      .message("labour-stock.column.intra-corporate"),
      .count),
    Report.Column("rest", .message("labour-stock.column.rest"), .count),
    Report.Column("employers", .message("labour-stock.column.employers"), .count),
    Report.Column("standing", .message("word.standing"), .text),
  ]

  private static func category(_ id: String, _ number: String) -> Report.Column {
    Report.Column(
      id,
      .message("permit-kind.category", ["number": "\(number)"]),
      .count)
  }
}
