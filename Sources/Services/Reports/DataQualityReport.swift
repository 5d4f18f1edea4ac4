package import Domain
package import Storage

/// `data-quality`: how much in the register somebody should look at, by region and by the officer
/// who registered it.
package struct DataQualityReport: Query {
  package static let name = "report.data-quality"
  package static let permission = Permission.readReports

  /// The stable code of a region; nil for all.
  package var region: String?

  package init(region: String? = nil) { self.region = region }

  package var detail: String { region ?? "all regions" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Report {
    let counts = try DataGaps.counts(on: facts.today, region: region, in: transaction)
    let regions = try Reference.regions()
    var groups: [Report.Group] = []
    for code in regions.all.map({ Optional($0.code) }) + [nil] {
      let own = counts.filter { $0.region == code }
      guard !own.isEmpty else { continue }
      groups.append(
        Report.Group(
          title: code.map { regions.title(of: [$0], on: facts.today) } ?? ArrivalWords.notSaid,
          rows: own.map { line in
            [
              .text(line.officer), .text(line.gap.rawValue), .localized(line.gap.name),
              .count(line.cases),
            ]
          },
          subtotal: Self.sum(own, PaymentWords.subtotal)))
    }
    return Report(
      id: "data_quality", title: DataQualityWords.title, facts: DataQualityWords.facts(facts),
      columns: Self.columns, groupedBy: "region", groups: groups,
      total: Self.sum(counts, PaymentWords.total), notes: [DataQualityWords.note])
  }

  private static func sum(_ lines: [DataGaps.Count], _ label: LocalizedText) -> [Cell] {
    [.localized(label), .empty, .empty, .count(lines.reduce(0) { $0 + $1.cases })]
  }

  private static let columns = [
    Report.Column("officer", DataQualityWords.officer, .code),
    Report.Column("gap", ArrivalWords.code, .code),
    Report.Column("problem", DataQualityWords.problem, .text),
    Report.Column("cases", .message("data-quality.column.cases"), .count),
  ]
}

/// `data-worklist`: the same of one region, case by case with the numbers of families and persons.
package struct DataWorklist: Query {
  package static let name = "report.data-worklist"
  package static let permission = Permission.readFamilies
  package static let isPersonal = true

  /// The stable code; nil for the families of which no region is known, whom no office has.
  package var region: String?

  package init(region: String?) { self.region = region }

  package var detail: String { region ?? "no region" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Report {
    let cases = try DataGaps.cases(on: facts.today, region: region, in: transaction)
    let groups = DataGap.allCases.compactMap { gap -> Report.Group? in
      let own = cases.filter { $0.gap == gap }
      return own.isEmpty ? nil : Report.Group(title: gap.name, rows: own.map(Self.cells))
    }
    let regions = try Reference.regions()
    let name = region.map { regions.title(of: [$0], on: facts.today) } ?? ArrivalWords.notSaid
    return Report(
      id: "data_worklist", title: DataQualityWords.worklist,
      facts: [Report.Fact("region", Words.region, .localized(name))]
        + DataQualityWords.facts(facts),
      columns: Self.columns, groupedBy: "problem", groups: groups)
  }

  private static func cells(_ line: DataGaps.Case) -> [Cell] {
    [
      .text("\(line.family)"), line.person.map { .text("\($0)") } ?? .empty,
      line.found.map { .text($0) } ?? .empty, .text(line.officer),
    ]
  }

  private static let columns = [
    Report.Column("family", .message("word.family"), .code),
    Report.Column("person", .message("word.person"), .code),
    Report.Column("found", .message("data-quality.column.found"), .code),
    Report.Column("officer", DataQualityWords.officer, .code),
  ]
}

enum DataQualityWords {
  static let title = LocalizedText.message("data-quality.title")
  static let worklist = LocalizedText.message("data-quality.worklist")
  static let officer = LocalizedText.message("data-quality.officer")
  static let problem = LocalizedText.message("data-quality.problem")
  static let note = LocalizedText.message("data-quality.note")

  static func facts(_ facts: Facts) -> [Report.Fact] {
    [
      Report.Fact("on", Words.stateDate, .date(facts.today)),
      Report.Fact("known_at", Words.knownAt, .moment(facts.now)),
    ]
  }
}
