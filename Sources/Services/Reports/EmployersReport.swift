package import Domain
package import Storage

/// `local-content`: the share of citizens in the staff of every employer, on a day.
package struct LocalContentReport: Query {
  package static let name = "report.local-content"
  package static let permission = Permission.readReports

  /// The stable code of a region; nil for all.
  package var region: String?
  package var on: LocalDate?

  package init(region: String? = nil, on: LocalDate? = nil) {
    self.region = region
    self.on = on
  }

  package var detail: String { region ?? "all regions" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Report {
    let day = try facts.day(on)
    let book = try Permits.book(in: transaction)
    let heads = book.rules.ratio(.localContent, of: .category1, on: day)
    let others = book.rules.ratio(.localContent, of: .category3, on: day)
    var rows: [[Cell]] = []
    for employer in try EmployerTable.all(region: region, in: transaction) {
      guard let staff = try EmployerTable.staff(of: employer.number, on: day, in: transaction)
      else { continue }
      rows.append(
        [
          .text("\(employer.number)"), .text(employer.name), .text(employer.region),
          .date(staff.asOf), .count(Int64(staff.total)),
        ] + Self.cells(staff, [1, 2], heads?.value) + Self.cells(staff, [3, 4], others?.value))
    }
    return Report(
      id: "local_content", title: PermitWords.localContent,
      facts: [
        Report.Fact("on", Words.stateDate, .date(day)),
        Report.Fact("known_at", Words.knownAt, .moment(facts.now)),
      ],
      columns: Self.columns, groups: [Report.Group(rows: rows)], notes: [PermitWords.contentNote],
      citations: [heads?.rule.citation, others?.rule.citation].compactMap(\.self).unique)
  }

  /// Citizens, all, their share, and whether it is enough.
  private static func cells(_ staff: StaffCount, _ group: Set<Int>, _ least: Ratio?) -> [Cell] {
    let citizens = Int64(staff.citizens(in: group))
    let all = citizens + Int64(staff.foreigners(in: group))
    guard all > 0 else { return [.count(0), .count(0), .empty, .empty] }
    let isEnough = least.map { citizens * $0.denominator >= all * $0.numerator }
    let verdict = isEnough.map { $0 ? PermitWords.kept : PermitWords.notKept }
    return [
      .count(citizens), .count(all), .share(citizens, of: all),
      verdict.map { .localized($0) } ?? .unknown,
    ]
  }

  private static let columns = [
    Report.Column("employer", PermitWords.employer, .code),
    Report.Column("name", PermitWords.name, .text),
    Report.Column("region", Words.region, .code),
    Report.Column("counted_on", .message("employers.column.counted-on"), .date),
    Report.Column("staff", .message("employers.column.staff"), .count),
    Report.Column("citizens_12", PermitWords.citizens("1, 2"), .count),
    Report.Column("all_12", PermitWords.all("1, 2"), .count),
    Report.Column("share_12", PermitWords.share("1, 2"), .percent),
    Report.Column("verdict_12", PermitWords.verdict("1, 2"), .text),
    Report.Column("citizens_34", PermitWords.citizens("3, 4"), .count),
    Report.Column("all_34", PermitWords.all("3, 4"), .count),
    Report.Column("share_34", PermitWords.share("3, 4"), .percent),
    Report.Column("verdict_34", PermitWords.verdict("3, 4"), .text),
  ]
}

/// `violations`: what employers were found to have done, and until when it bars new permits.
package struct ViolationsReport: Query {
  package static let name = "report.violations"
  package static let permission = Permission.readReports

  package var period: ReportPeriod

  package init(period: ReportPeriod) { self.period = period }

  package var detail: String { period.detail }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Report {
    let bar = try Permits.book(in: transaction).rules.count(
      .bar, of: .category3, on: period.through)
    var rows: [(on: LocalDate, cells: [Cell])] = []
    for employer in try EmployerTable.all(region: period.region, in: transaction) {
      for found in try EmployerTable.violations(of: employer.number, in: transaction)
      where found.foundOn >= period.from && found.foundOn <= period.through {
        let until = bar.flatMap { found.bars(until: $0.value) }
        rows.append(
          (
            found.foundOn,
            [
              .date(found.foundOn), .text("\(employer.number)"), .text(employer.name),
              .text(employer.region), .text(found.ground.rawValue), .text(found.article ?? ""),
              .text(found.document), until.map { .date($0.adding(days: -1)) } ?? .empty,
            ]
          ))
      }
    }
    rows.sort { $0.on < $1.on }
    return Report(
      id: "violations", title: PermitWords.violations, facts: try period.facts(facts),
      columns: Self.columns, groups: [Report.Group(rows: rows.map(\.cells))],
      citations: [bar?.rule.citation].compactMap(\.self))
  }

  private static let columns = [
    Report.Column("found_on", .message("employers.column.found-on"), .date),
    Report.Column("employer", PermitWords.employer, .code),
    Report.Column("name", PermitWords.name, .text),
    Report.Column("region", Words.region, .code),
    Report.Column("ground", .message("word.ground"), .text),
    Report.Column("article", .message("employers.column.article"), .text),
    Report.Column("document", .message("employers.column.document"), .text),
    Report.Column(
      "barred_until",
      .message("employers.column.barred-until"),
      .date),
  ]
}

/// `permits-expiring`: permits that end soon, and what may follow them.
package struct PermitsExpiringReport: Query {
  package static let name = "report.permits-expiring"
  package static let permission = Permission.readPermits
  package static let isPersonal = true

  package var within: Int
  /// The stable code of a region; nil for all.
  package var region: String?

  package init(within: Int = 60, region: String? = nil) {
    self.within = within
    self.region = region
  }

  package var detail: String { "within \(within) days, \(region ?? "all regions")" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Report {
    let found = try ExpiringPermits(within: within, region: region, limit: Int(Int32.max))
      .answer(in: transaction, given: facts)
    return Report(
      id: "permits_expiring", title: PermitWords.expiring,
      facts: [
        Report.Fact("on", Words.stateDate, .date(facts.today)),
        Report.Fact("within", PermitWords.within, .count(Int64(within))),
        Report.Fact("known_at", Words.knownAt, .moment(facts.now)),
      ],
      columns: Self.columns, groups: [Report.Group(rows: found.lines.map(Self.cells))])
  }

  private static func cells(_ line: ExpiringPermits.Line) -> [Cell] {
    let record = line.entry.record
    var (asked, from, until): (Cell, Cell, Cell) = (.empty, .empty, .empty)
    switch line.next {
    case .asked(let number): asked = .text("\(number)")
    case .window(let first, let last): (from, until) = (.date(first), .date(last))
    case .open: from = .date(record.appliedOn)
    case .notExtended: break
    }
    return [
      .date(line.lastDay), .text("\(record.number)"), .text(record.kind.rawValue),
      .text(record.form.region), .text(line.entry.workerName),
      .text(line.entry.employerName ?? ""), asked, from, until,
    ]
  }

  private static let columns = [
    Report.Column("last_day", .message("employers.column.last-day"), .date),
    Report.Column("permit", .message("employers.column.permit"), .code),
    Report.Column("kind", PermitWords.title(of: .kind), .code),
    Report.Column("region", Words.region, .code),
    Report.Column("worker", .message("employers.column.worker"), .text),
    Report.Column("name", PermitWords.employer, .text),
    Report.Column("extension", .message("employers.column.extension"), .code),
    Report.Column("extend_from", .message("employers.column.extend-from"), .date),
    Report.Column("extend_until", .message("employers.column.extend-until"), .date),
  ]
}
