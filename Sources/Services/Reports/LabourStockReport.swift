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
      LocalizedText(
        en: "\(line.asOf): \(note.en)", kk: "\(line.asOf): \(note.kk)",
        ru: "\(line.asOf): \(note.ru)")
    }
  }

  private static let title = LocalizedText(
    en: "Foreigners who hold work permits", kk: "Жұмысқа рұқсаты бар шетелдіктер",
    ru: "Иностранцы с разрешениями на работу")

  private static let parts = LocalizedText(
    en: "Permits in force on the day. The rest is what the parts leave of the total.",
    kk: "Сол күні күшіндегі рұқсаттар. Қалғаны — бөліктерден кейін жалпы саннан қалатыны.",
    ru: "Действующие на дату разрешения. Остаток — то, что части оставляют от общего числа.")

  private static let columns = [
    Report.Column("as_of", Words.stateDate, .code),
    Report.Column("total", LocalizedText(en: "Total", kk: "Барлығы", ru: "Всего"), .count),
    category("category_1", "1"), category("category_2", "2"), category("category_3", "3"),
    category("category_4", "4"),
    Report.Column(
      "seasonal", LocalizedText(en: "Seasonal", kk: "Маусымдық", ru: "Сезонные"), .count),
    Report.Column(
      "intra_corporate",
      LocalizedText(en: "Intra-corporate", kk: "Корпоративішілік", ru: "Внутрикорпоративные"),
      .count),
    Report.Column("rest", LocalizedText(en: "Rest", kk: "Қалғаны", ru: "Остаток"), .count),
    Report.Column(
      "employers", LocalizedText(en: "Employers", kk: "Жұмыс берушілер", ru: "Работодатели"),
      .count),
    Report.Column(
      "standing", LocalizedText(en: "Standing", kk: "Мәртебесі", ru: "Достоверность"), .text),
  ]

  private static func category(_ id: String, _ number: String) -> Report.Column {
    Report.Column(
      id,
      LocalizedText(en: "Category \(number)", kk: "\(number)-санат", ru: "Категория \(number)"),
      .count)
  }
}
