package import Domain
package import Storage

/// Makes the checks of an application in the order of the law, and writes nothing.
package struct CheckPermit: Query {
  package static let name = "permit.check"
  package static let permission = Permission.readPermits
  package static let isPersonal = true

  package enum Subject: Sendable {
    /// An application that was not made, of an employer that is named or in the form.
    case form(PermitForm, of: EmployerReference?)
    /// An application that stands in the register: as `permit approve` would see it.
    case permit(Number<WorkPermit>)
  }

  package var subject: Subject
  package var on: LocalDate?

  package init(_ subject: Subject, on: LocalDate? = nil) {
    self.subject = subject
    self.on = on
  }

  package var detail: String {
    switch subject {
    case .form(let form, _): "\(form.kind.rawValue) for \(form.person)"
    case .permit(let number): "\(number)"
    }
  }

  package struct Answer: Hashable, Sendable {
    package let form: PermitForm
    package let on: LocalDate
    package let checks: [PermitCheck]
    /// What it would cost if it were paid for on that day; nil where no source gives the fee.
    package let quote: PermitQuote?

    package var refusal: PermitCheck? { checks.first { $0.verdict == .no } }
  }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Answer {
    let day = try facts.day(on)
    let book = try Permits.book(in: transaction)
    let found: PermitCase
    switch subject {
    case .form(let form, let employer):
      found = try PermitCase.load(
        form.of(employer, in: transaction), .first, of: nil, on: day, today: facts.today, book,
        in: transaction)
    case .permit(let number):
      let record = try PermitTable.known(number, in: transaction)
      found = try PermitCase.load(
        record.form, record.request, of: PermitTable.earlier(of: record, in: transaction), on: day,
        today: facts.today, own: record, book,
        in: transaction)
    }
    let form = found.form
    let isFree = found.request == .replacement
    return Answer(
      form: form, on: day, checks: found.assess(book),
      quote: isFree
        ? nil
        : try? PermitQuote.make(
          form.kind, section: form.section, term: form.term, regions: form.regions.count, on: day,
          book, Rules.indices(in: transaction)))
  }
}

/// One permit, with all that happened to it.
package struct ShowPermit: Query {
  package static let name = "permit.show"
  package static let permission = Permission.readPermits
  package static let isPersonal = true

  package var permit: Number<WorkPermit>

  package init(permit: Number<WorkPermit>) { self.permit = permit }

  package var detail: String { "\(permit)" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> PermitDossier
  {
    try PermitDossier.load(permit, on: facts.today, in: transaction)
  }
}

/// A permit in a list, with the names of its worker and its employer.
package struct PermitEntry: Hashable, Sendable {
  package let record: PermitRecord
  package let state: PermitState
  package let workerName: String
  package let employerName: String?

  static func load(_ record: PermitRecord, on day: LocalDate, in transaction: Transaction)
    throws(Failure) -> PermitEntry
  {
    PermitEntry(
      record: record, state: record.state(on: day),
      workerName: try PersonTable.shownName(of: record.form.person, in: transaction),
      employerName: try record.form.employer.flatMap { (number) throws(Failure) in
        try EmployerTable.find(number, in: transaction)?.name
      })
  }
}

/// Permits by employer, worker, region or kind, by number.
package struct ListPermits: Query {
  package static let name = "permit.list"
  package static let permission = Permission.readPermits
  package static let isPersonal = true

  private var choice: PermitTable.Choice
  package var employer: EmployerReference?
  /// The stable code of a region; nil for all.
  package var region: String?
  package let limit: Int

  package init(
    employer: EmployerReference? = nil, person: Number<Person>? = nil, region: String? = nil,
    kind: PermitKind? = nil, after: Number<WorkPermit>? = nil, limit: Int = 100
  ) {
    self.limit = limit
    choice = PermitTable.Choice(person: person, kind: kind, after: after, limit: limit)
    self.employer = employer
    self.region = region
  }

  package var detail: String {
    let words = [
      employer.map { "\($0)" }, choice.person.map { "\($0)" }, region,
      choice.kind?.rawValue,
    ].compactMap(\.self)
    return words.isEmpty ? "all" : words.joined(separator: ", ")
  }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> [PermitEntry]
  {
    var choice = choice
    choice.employer = try EmployerTable.number(of: employer, in: transaction)
    choice.region = region
    var records: [PermitRecord] = []
    if let person = choice.person {
      let people = try PersonLinkTable.cluster(of: person, in: transaction)
      let all = try PermitTable.all(of: people, in: transaction)
      records = Array(all.filter { choice.meets($0) }.prefix(limit))
    } else {
      records = try PermitTable.all(choice, in: transaction)
    }
    var entries: [PermitEntry] = []
    for record in records {
      entries.append(try PermitEntry.load(record, on: facts.today, in: transaction))
    }
    return entries
  }
}

/// Permits that end within so many days, the first to end first, and what follows them.
package struct ExpiringPermits: Query {
  package static let name = "permit.expiring"
  package static let permission = Permission.readPermits
  package static let isPersonal = true

  package var within: Int
  package var employer: EmployerReference?
  /// The stable code of a region; nil for all.
  package var region: String?
  package var kind: PermitKind?
  package var limit: Int

  package init(
    within: Int, employer: EmployerReference? = nil, region: String? = nil,
    kind: PermitKind? = nil, limit: Int = 100
  ) {
    self.within = within
    self.employer = employer
    self.region = region
    self.kind = kind
    self.limit = limit
  }

  package var detail: String { "within \(within) days" }

  package struct Line: Hashable, Sendable {
    package let entry: PermitEntry
    /// The last day on which it holds.
    package let lastDay: LocalDate
    /// What may follow it.
    package let next: Next
  }

  package enum Next: Hashable, Sendable {
    /// An application was made already.
    case asked(Number<WorkPermit>)
    /// An extension can be asked for on these days.
    case window(LocalDate, LocalDate)
    /// An extension can be asked for at any time.
    case open
    case notExtended
  }

  package struct Answer: Hashable, Sendable {
    package let today: LocalDate
    package let lines: [Line]
    /// How many there are, also beyond the limit.
    package let count: Int
  }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Answer {
    let book = try Permits.book(in: transaction)
    let choice = PermitTable.Ending(
      from: facts.today, through: facts.today.adding(days: within),
      employer: try EmployerTable.number(of: employer, in: transaction),
      region: region, kind: kind)
    var lines: [Line] = []
    let ending = try PermitTable.ending(choice, limit: limit, in: transaction)
    for number in ending.permits {
      let record = try PermitTable.known(number, in: transaction)
      guard let end = record.validity?.to else { continue }
      lines.append(
        Line(
          entry: try PermitEntry.load(record, on: facts.today, in: transaction),
          lastDay: end.adding(days: -1),
          next: try next(record, end, book, on: facts.today, in: transaction)))
    }
    return Answer(today: facts.today, lines: lines, count: ending.count)
  }

  private func next(
    _ record: PermitRecord, _ end: LocalDate, _ book: PermitBook, on day: LocalDate,
    in transaction: Transaction
  ) throws(Failure) -> Next {
    let following = try PermitTable.following(record.number, in: transaction)
    if let asked = following.last(where: { !$0.state(on: day).isFinal }) {
      return .asked(asked.number)
    }
    let chain = try PermitChain(through: record, in: transaction)
    guard chain.extends(record.kind, endingOn: end, on: day, book.rules) else {
      return .notExtended
    }
    guard let window = book.rules.pair(.extensionWindow, of: record.kind, on: day) else {
      return .open
    }
    return .window(end.adding(days: -window.value.first), end.adding(days: -window.value.second))
  }
}

/// What officials and employers have to do with permits, and by when.
package struct DuePermits: Query {
  package static let name = "permit.due"
  package static let permission = Permission.readPermits
  package static let isPersonal = true

  package var within: Int
  /// The stable code of a region; nil for all.
  package var region: String?
  package var limit: Int

  package init(within: Int, region: String? = nil, limit: Int = 100) {
    self.within = within
    self.region = region
    self.limit = limit
  }

  package var detail: String { "within \(within) days" }

  package struct Line: Hashable, Sendable {
    package let entry: PermitEntry
    package let deadline: PermitDeadline
    package let isOverdue: Bool
  }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> [Line] {
    var lines: [Line] = []
    for (permit, deadline) in try PermitTable.due(
      through: facts.today.adding(days: within), region: region, limit: limit, in: transaction)
    {
      let record = try PermitTable.known(permit, in: transaction)
      guard !record.state(on: facts.today).isFinal else { continue }
      lines.append(
        Line(
          entry: try PermitEntry.load(record, on: facts.today, in: transaction),
          deadline: deadline, isOverdue: deadline.dueOn < facts.today))
    }
    return lines
  }
}
