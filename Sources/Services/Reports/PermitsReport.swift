package import Domain
package import Storage

/// `permits`: issued, extended, in force, by kind, section, region or country.
package struct PermitsReport: Query {
  package static let name = "report.permits"
  package static let permission = Permission.readReports

  package var period: ReportPeriod
  package var by: PermitGrouping

  package init(period: ReportPeriod, by: PermitGrouping = .kind) {
    self.period = period
    self.by = by
  }

  package var detail: String { "\(period.detail), by \(by.rawValue)" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Report {
    let counts = try PermitTable.counts(
      by: by, from: period.from, through: period.through, region: period.region, in: transaction)
    var groups: [Report.Group] = []
    for isHousehold in [false, true] {
      let own = try sorted(counts.filter { $0.isHousehold == isHousehold })
      guard !own.isEmpty else { continue }
      groups.append(
        Report.Group(
          title: isHousehold ? PermitWords.households : PermitWords.employers,
          rows: own.map { [.text($0.shown)] + [.localized($0.name)] + Self.cells($0.counts) },
          subtotal: [.localized(PaymentWords.subtotal), .empty]
            + Self.cells(Self.sum(own.map(\.counts)))))
    }
    return Report(
      id: "permits", title: PermitWords.permits, facts: try period.facts(facts),
      columns: columns, groupedBy: "holder", groups: groups,
      notes: [PermitWords.threeCounts, PermitWords.householdsApart])
  }

  private struct Named {
    let counts: PermitTable.Counts
    let shown: String
    let name: LocalizedText
    let place: Int
  }

  /// In the official order of what they are counted by; what nobody said stands last.
  private func sorted(_ counts: [PermitTable.Counts]) throws(Failure) -> [Named] {
    var named: [Named] = []
    for line in counts { named.append(try name(line)) }
    return named.sorted { ($0.place, $0.shown) < ($1.place, $1.shown) }
  }

  private func name(_ line: PermitTable.Counts) throws(Failure) -> Named {
    guard let code = line.code else {
      return Named(counts: line, shown: "…", name: PermitWords.notSaid, place: .max)
    }
    var (text, place): (LocalizedText?, Int) = (nil, 0)
    switch by {
    case .kind:
      let kind = PermitKind(rawValue: code)
      text = kind?.name
      place = PermitKind.allCases.firstIndex { $0 == kind } ?? 0
    case .section: text = try Reference.sections().section(code)?.name
    case .region:
      let regions = try Reference.regions()
      text = regions.title(of: [code], on: period.through)
      place = regions.all.firstIndex { $0.code == code } ?? 0
    case .country:
      text = try Reference.countries().name(code)
      // The largest first.
      place = -Int(clamping: line.inForce)
    }
    return Named(
      counts: line, shown: code, name: text ?? LocalizedText(code),
      place: place)
  }

  private static func cells(_ counts: PermitTable.Counts) -> [Cell] {
    [
      .count(counts.issued), .count(counts.extended), .count(counts.replaced),
      .count(counts.inForce),
    ]
  }

  private static func sum(_ all: [PermitTable.Counts]) -> PermitTable.Counts {
    var sum = PermitTable.Counts(code: nil, isHousehold: false)
    for counts in all {
      sum.issued += counts.issued
      sum.extended += counts.extended
      sum.replaced += counts.replaced
      sum.inForce += counts.inForce
    }
    return sum
  }

  private var columns: [Report.Column] {
    [
      Report.Column("code", .message("word.class-code"), .code),
      Report.Column(by.rawValue, PermitWords.title(of: by), .text),
      Report.Column("issued", PermitWords.issued, .count),
      Report.Column("extended", PermitWords.extended, .count),
      Report.Column("replaced", PermitWords.replaced, .count),
      Report.Column("in_force", PermitWords.inForce, .count),
    ]
  }
}

/// `permit-fees`: what was paid for permits in a period, and what employers were asked to pay.
package struct PermitFeesReport: Query {
  package static let name = "report.permit-fees"
  package static let permission = Permission.readReports

  package var period: ReportPeriod

  package init(period: ReportPeriod) { self.period = period }

  package var detail: String { period.detail }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Report {
    let paid = try PermitTable.paid(
      from: period.from, through: period.through, region: period.region, in: transaction)
    let due = try due(on: facts.today, in: transaction)
    var groups: [Report.Group] = []
    let regions = try Reference.regions()
    for region in regions.all {
      let kinds = PermitKind.allCases.filter { kind in
        paid.contains { $0.region == region.code && $0.kind == kind }
          || due.contains { $0.region == region.code && $0.kind == kind }
      }
      guard !kinds.isEmpty else { continue }
      var sum = Sums()
      var rows: [[Cell]] = []
      for kind in kinds {
        let own = try Sums(
          paid.first { $0.region == region.code && $0.kind == kind },
          due.filter { $0.region == region.code && $0.kind == kind })
        try sum.add(own)
        rows.append([.text(kind.rawValue), .localized(kind.name)] + own.cells)
      }
      groups.append(
        Report.Group(
          title: regions.title(of: [region.code], on: period.through), rows: rows,
          subtotal: [.localized(PaymentWords.subtotal), .empty] + sum.cells))
    }
    return Report(
      id: "permit_fees", title: PermitWords.fees, facts: try period.facts(facts),
      columns: Self.columns, groupedBy: "region", groups: groups, notes: [PermitWords.feesNote])
  }

  private struct Due {
    let region: String
    let kind: PermitKind
    /// Nil where no source gives the fee.
    let amount: Money?
  }

  /// What is still to be paid today, for each region by itself.
  private func due(on day: LocalDate, in transaction: Transaction) throws(Failure) -> [Due] {
    let book = try Permits.book(in: transaction)
    let rules = try Rules.indices(in: transaction)
    var found: [Due] = []
    for number in try PermitTable.unpaid(in: transaction) {
      let record = try PermitTable.known(number, in: transaction)
      guard record.state(on: day) == .noticed else { continue }
      let paid = try PermitTable.payments(of: number, in: transaction).map(\.region)
      let quote = try? PermitQuote.make(
        record.kind, section: record.form.section, term: record.form.term, on: day, book, rules)
      for region in record.form.regions where !paid.contains(region) {
        guard period.region.map({ $0 == region }) ?? true else { continue }
        found.append(Due(region: region, kind: record.kind, amount: quote?.amount))
      }
    }
    return found
  }

  private struct Sums {
    var paid: Int64 = 0
    var amount = Money.zero
    var due: Int64 = 0
    /// Nil where the fee of one is not known.
    var open: Money? = .zero

    init() {}

    init(_ own: PermitTable.Paid?, _ due: [Due]) throws(Failure) {
      paid = own?.count ?? 0
      amount = own?.amount ?? .zero
      self.due = Int64(due.count)
      for one in due {
        guard let amount = one.amount, let sum = open else {
          open = nil
          continue
        }
        open = try sum.adding(amount)
      }
    }

    mutating func add(_ other: Sums) throws(Failure) {
      paid += other.paid
      amount = try amount.adding(other.amount)
      due += other.due
      guard let sum = open, let more = other.open else {
        open = nil
        return
      }
      open = try sum.adding(more)
    }

    var cells: [Cell] {
      [.count(paid), .money(amount), .count(due), open.map { .money($0) } ?? .unknown]
    }
  }

  private static let columns = [
    Report.Column("code", .message("word.class-code"), .code),
    Report.Column("kind", PermitWords.title(of: .kind), .text),
    Report.Column("paid_count", .message("permits.column.paid-count"), .count),
    Report.Column("paid", .message("permits.column.paid"), .money),
    Report.Column("due_count", .message("permits.column.due-count"), .count),
    Report.Column("due", .message("permits.column.due"), .money),
  ]
}
