package import Domain

/// What changed in a report between two knowledges of the register, and which acts changed it.
///
/// The report is made again as known in between, and where two differ it is halved, so that a few acts
/// out of thousands are found in a few reports each. Acts that together change nothing are not named.
package struct Restatement: Sendable {
  /// Acts in a row that changed the report: one, or several where it was not halved to the end.
  package struct Cause: Sendable {
    package let acts: ArraySlice<Act>
    package let changes: [ReportChange]
  }

  package let changes: [ReportChange]
  /// In the order of the acts.
  package let causes: [Cause]

  /// `make` makes the report as known after an act; it is asked at most `most` times.
  package init(
    from before: Report, knowledge: Int64, to after: Report, acts: [Act], most: Int,
    _ make: (Int64) throws(Failure) -> Report
  ) throws(Failure) {
    changes = before.changes(to: after)
    var made: [Int: Report] = [0: before, acts.count: after]
    var waiting: [(low: Int, high: Int)] = [(0, acts.count)]
    var found: [(low: Int, high: Int)] = []
    var next = 0
    while next < waiting.count {
      let (low, high) = waiting[next]
      next += 1
      guard let left = made[low], let right = made[high], !left.saysTheSame(as: right) else {
        continue
      }
      guard high - low > 1, made.count < most else {
        found.append((low, high))
        continue
      }
      let middle = (low + high) / 2
      made[middle] = try make(acts[middle - 1].id)
      waiting += [(low, middle), (middle, high)]
    }
    causes = found.sorted { $0.low < $1.low }.map { low, high in
      let (left, right) = (made[low] ?? before, made[high] ?? after)
      return Cause(acts: acts[low..<high], changes: left.changes(to: right))
    }
  }
}

extension Restatement {
  /// As a report: what changed in all, then act by act.
  package func report(
    of report: Report, words: String, from one: Vantage, to other: Vantage
  ) -> Report {
    let title = report.title
    // Its own facts tell of which days and what place it is.
    let own = report.facts.filter { $0.id != "known_at" }
    let facts =
      [Report.Fact("report", RestatementWords.report, .text(words))] + own + [
        Report.Fact("known_before", RestatementWords.before, .moment(one.knownAt)),
        Report.Fact("known_at", Words.knownAt, .moment(other.knownAt)),
      ]
    var groups: [Report.Group] = []
    if !changes.isEmpty {
      groups.append(Report.Group(title: RestatementWords.inAll, rows: changes.map(Self.cells)))
    }
    for cause in causes {
      groups.append(
        Report.Group(title: Self.title(cause.acts), rows: cause.changes.map(Self.cells)))
    }
    return Report(
      id: "restatement",
      title: .message("restatement.title", ["title": .localized(title)]),
      facts: facts, columns: Self.columns, groupedBy: "cause", groups: groups,
      notes: changes.isEmpty ? [RestatementWords.same] : [RestatementWords.halved])
  }

  private static func title(_ acts: ArraySlice<Act>) -> LocalizedText {
    guard let first = acts.first, let last = acts.last else { return LocalizedText("") }
    guard acts.count > 1 else {
      let detail = first.detail.isEmpty ? "" : " (\(first.detail))"
      let what = LocalizedText { language in
        "\(first.at.local(in: language)), \(first.user): \(first.action)\(detail)"
      }
      return .message(
        "restatement.act", ["id": "\(first.id)", "what": .localized(what)])
    }
    let days = LocalizedText { language in
      "\(first.at.local(in: language)) – \(last.at.local(in: language))"
    }
    return .message(
      "restatement.acts",
      ["count": .count(acts.count), "range": "\(first.id)–\(last.id)", "days": .localized(days)])
  }

  private static func cells(_ change: ReportChange) -> [Cell] {
    [
      .localized(words(of: change.row)),
      .localized(
        change.column?.title
          ?? (change.before == nil ? RestatementWords.added : RestatementWords.gone)),
      change.before.map(Cell.localized) ?? .empty, change.after.map(Cell.localized) ?? .empty,
    ]
  }

  private static func words(of row: ReportChange.Row) -> LocalizedText {
    let name =
      switch row.part {
      case .plain: row.name
      case .subtotal: PaymentWords.subtotal
      case .total: PaymentWords.total
      }
    return LocalizedText { language in
      let group = row.group.map { "\($0[language]): " } ?? ""
      return group + name[language] + (row.number > 1 ? " (\(row.number))" : "")
    }
  }

  private static let columns = [
    Report.Column("row", .message("restatement.column.row"), .text),
    Report.Column("figure", .message("restatement.column.figure"), .text),
    Report.Column("before", .message("restatement.column.before"), .text),
    Report.Column("after", .message("restatement.column.after"), .text),
  ]
}

private enum RestatementWords {
  static let report = LocalizedText.message("word.report")
  static let before = LocalizedText.message("restatement.before")
  static let inAll = LocalizedText.message("restatement.in-all")
  static let added = LocalizedText.message("restatement.added")
  static let gone = LocalizedText.message("restatement.gone")
  static let same = LocalizedText.message("restatement.same")
  static let halved = LocalizedText.message("restatement.halved")
}
