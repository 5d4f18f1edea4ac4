package import Domain
package import Storage

/// `labour-quota`: what was set for foreign labour year by year, beside what was used of it.
///
/// What was printed stands beside what the orders of this register give and what is in use by it.
package struct LabourQuotaReport: Query {
  package static let name = "report.labour-quota"
  package static let permission = Permission.readReports

  /// Nil for every year of which something is known.
  package var year: Int?

  package init(year: Int? = nil) { self.year = year }

  package var detail: String { year.map { "\($0)" } ?? "all years" }

  /// Throws `quota.unknown` where neither a source nor an order tells anything of the year.
  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Report {
    var told = try Reference.labourQuotas()
    told += try ordered(besides: Set(told.map(\.year)), in: transaction, given: facts)
    told = told.filter { (year ?? $0.year) == $0.year }.sorted { $0.year < $1.year }
    guard !told.isEmpty else {
      throw Failure(
        .quotaUnknown, "nothing is known of the quota of foreign labour of \(detail)",
        hint: "kosh quota order FILE loads an order")
    }
    var rows: [[Cell]] = []
    for (index, line) in told.enumerated() {
      let isLast = index + 1 == told.count || told[index + 1].year != line.year
      let register = isLast ? try usage(line.year, in: transaction, given: facts) : nil
      rows.append(Self.cells(line, register))
    }
    return Report(
      id: "labour_quota", title: Self.title,
      facts: [
        Report.Fact("on", Words.stateDate, .date(facts.today)),
        Report.Fact("known_at", Words.knownAt, .moment(facts.now)),
      ],
      columns: Self.columns, groups: [Report.Group(rows: rows)], notes: Self.notes(told),
      citations: told.map(\.citation).unique)
  }

  /// Years that only orders of this register tell of.
  private func ordered(
    besides known: Set<Int>, in transaction: Transaction, given facts: Facts
  ) throws(Failure) -> [LabourQuotaYear] {
    var found: [LabourQuotaYear] = []
    for (quota, year) in try QuotaOrderTable.quotas(in: transaction)
    where quota.part == nil && QuotaKind.ofEmployers.contains(quota.kind) {
      guard !known.contains(year), !found.contains(where: { $0.year == year }) else { continue }
      let orders = try QuotaOrderTable.orders(of: quota, year: year, in: transaction)
        .filter { $0.effectiveFrom <= facts.today }
      guard let last = orders.last else { continue }
      found.append(
        LabourQuotaYear(
          year: year, asOf: PartialDate(last.effectiveFrom), share: last.labourShare, permits: nil,
          categories: [:], usedShare: nil, used: nil, usedOfQuota: nil, householdShare: nil,
          household: nil, householdUsed: nil, citation: last.citation, note: nil))
    }
    return found
  }

  /// All permits of employers as this register has them; nil where it has no orders of the year.
  private func usage(_ year: Int, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> QuotaLine?
  {
    do {
      return try QuotaUsage(kind: .labour1, year: year, by: .category)
        .answer(in: transaction, given: facts).total
    } catch {
      guard error.code == .quotaUnknown else { throw error }
      return nil
    }
  }

  private static func cells(_ line: LabourQuotaYear, _ register: QuotaLine?) -> [Cell] {
    let issued = line.used.flatMap { used in line.permits.map { Cell.share(used, of: $0) } }
    // There was no quota of workers in households before 2014.
    let none: Cell = line.year < 2014 ? .empty : .unknown
    return [
      .text("\(line.year)"), .text(line.asOf?.description ?? ""), decimal(line.share),
      decimal(line.usedShare), line.setOverUsed.map { .decimal($0) } ?? .empty,
      count(line.permits), count(line.used), issued ?? .empty,
      line.usedOfQuota.map { .decimal($0) } ?? .empty,
      register.map { count($0.allotted) } ?? .empty,
      register.map { .count($0.used) } ?? .empty,
      line.householdShare.map { .decimal($0) } ?? none,
      line.household.map { .count($0) } ?? none,
      line.householdUsed.map { .count($0) } ?? none, .localized(line.citation.standing.name),
    ]
  }

  private static func count(_ number: Int64?) -> Cell { number.map { .count($0) } ?? .unknown }

  private static func decimal(_ share: ExactDecimal?) -> Cell {
    share.map { .decimal($0) } ?? .unknown
  }

  private static func notes(_ told: [LabourQuotaYear]) -> [LocalizedText] {
    var notes = [base]
    if told.contains(where: { $0.setOverUsed != nil }) { notes.append(quotient) }
    if told.contains(where: { $0.usedOfQuota != nil }) { notes.append(Self.told) }
    notes.append(register)
    for line in told {
      let head = line.asOf.map { "\($0): " } ?? "\(line.year): "
      if let note = line.note {
        notes.append(
          LocalizedText { head + note[$0] })
      }
      if let sum = sum(of: line) { notes.append(LocalizedText(head + sum)) }
    }
    return notes
  }

  /// `906 + … = 22 000`, where the categories are known; said to differ where they do not fit.
  private static func sum(of line: LabourQuotaYear) -> String? {
    let parts = QuotaKind.ofEmployers.compactMap { line.categories[$0] }
    guard parts.count == QuotaKind.ofEmployers.count else { return nil }
    let sum = parts.reduce(0, +)
    let text = "\(parts.map(\.grouped).joined(separator: " + ")) = \(sum.grouped)"
    guard let permits = line.permits, permits != sum else { return "\(text)." }
    return "\(text) ≠ \(permits.grouped)."
  }
}
