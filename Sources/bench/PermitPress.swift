internal import Domain
internal import Services
internal import Storage

/// Permits made up for measuring: half a million of ten years, of ten thousand employers, one of whom
/// has five thousand.
///
/// The rows are those that the way from the application to the issue leaves; permits of this year
/// hold places of the quota. One employer in ten was found to have broken the law.
struct PermitPress {
  static let largest = "190740000011"
  private static let employers = 10_000
  private static let ofLargest = 5_000
  /// Permits in a commit.
  private static let batch = 5_000
  private static let kinds: [PermitKind] = [.category1, .category2, .category3, .seasonal]
  private static let section = "F"
  private static let fee = Money(tiyn: 10_000_000)
  private static let citation = Citation("made up for measuring", standing: .unconfirmed)

  private let register: Register
  private let total: Int
  private let regions: [String]
  private var random: SeededRandom
  private var numbers: [Number<Employer>] = []

  init(_ register: Register, permits: Int, seed: UInt64) throws(Failure) {
    self.register = register
    total = permits
    regions = try Reference.regions().all(on: Register.today).map(\.code)
    random = SeededRandom(seed: seed)
  }

  /// Writes them; gives how many there are.
  mutating func fill() throws(Failure) -> Int {
    try loadOrders()
    try writeEmployers()
    Bench.say("writing \(total) permits…")
    for start in stride(from: 0, to: total, by: Self.batch) {
      let end = min(start + Self.batch, total)
      try register.act("bench.permits") { (transaction) throws(Failure) in
        for index in start..<end { try write(index, in: transaction) }
      }
      if start % 100_000 == 0 { Bench.say("…to \(start)") }
    }
    return total
  }

  /// Places for everyone who is made up here.
  private func loadOrders() throws(Failure) {
    var text = "order_number,order_date,effective_from,kind,year,unit,region,places\n"
    for kind in Self.kinds {
      guard
        let quota = try Reference.permits().rules.quota(of: kind, on: Register.today)?.rawValue
      else { continue }
      let start = "bench-\(quota),,\(Register.today),\(quota),\(Register.today.year),permit"
      for region in regions { text += "\(start),\(region),100000\n" }
    }
    let orders = try QuotaOrderFile.read(
      Array(text.utf8), name: "orders", regions: Reference.regions())
    for order in orders {
      _ = try register.office.perform(
        LoadQuotaOrder(order: order), as: Register.administrator)
    }
  }

  private mutating func writeEmployers() throws(Failure) {
    try register.act("bench.employers") { (transaction) throws(Failure) in
      for index in 0..<Self.employers {
        let identifier = index == 0 ? Self.largest : "\(200_140_000_000 + index)"
        let number = try EmployerTable.insert(
          EmployerTable.Draft(
            name: "Employer \(index)", region: region(index), section: Self.section,
            form: .company, size: .large),
          identifier: identifier, document: nil, registered: Register.today.year,
          in: transaction)
        numbers.append(number)
        let lines = (1...4).map { category in
          StaffLine(category: category, citizenship: "KAZ", people: 100_000)
        }
        try EmployerTable.insert(
          StaffCount(asOf: Register.today.adding(days: -400), lines: lines), of: number,
          reason: nil, in: transaction)
        guard index % 10 == 1 else { continue }
        let violation = EmployerViolation(
          id: 0, ground: .illegalHire, article: "519",
          foundOn: Register.today.adding(days: -random.below(700)), document: "\(index)")
        _ = try EmployerTable.insert(violation, of: number, in: transaction)
      }
    }
  }

  private func region(_ index: Int) -> String { regions[index % regions.count] }

  private func employer(of index: Int) -> Int {
    index < Self.ofLargest ? 0 : 1 + index % (Self.employers - 1)
  }

  private mutating func write(_ index: Int, in transaction: Transaction) throws(Failure) {
    let employer = employer(of: index)
    // The largest employer's are of this year; the others' lie in ten years.
    let back = index < Self.ofLargest ? random.below(330) : random.below(3650)
    let day = Register.today.adding(days: -back)
    let kind = Self.kinds[random.below(Self.kinds.count)]
    let term = kind == .seasonal ? PermitTerm(180, .days) : PermitTerm(12, .months)
    let form = PermitForm(
      kind: kind, employer: numbers[employer],
      person: Number(year: Register.today.year, serial: 1 + index % register.people),
      region: region(employer), section: Self.section, post: "mason", term: term,
      papers: ["application"], isQualified: true)
    let number = try PermitTable.insert(
      PermitTable.Draft(form: form, request: .first, citizenship: "CHN", appliedOn: day),
      registered: Register.today.year, in: transaction)
    for (action, state) in Self.steps {
      try PermitTable.add(PermitStep(action, to: state, on: day), to: number, in: transaction)
    }
    try PermitTable.insert(
      PermitPayment(
        region: form.region, amount: Self.fee, arithmetic: "made up", paidOn: day,
        document: "\(index)", citation: Self.citation), of: number, in: transaction)
    let end = term.end(from: day)
    let record = PermitRecord(
      number: number, act: 0, form: form, request: .first, of: nil, citizenship: "CHN",
      appliedOn: day, steps: [], validity: nil)
    try PermitTable.hold(record, from: day, to: end, isCut: false, in: transaction)
    guard day.year == Register.today.year else { return }
    try take(number, form, until: end, in: transaction)
  }

  private static let steps: [(PermitAction, PermitState)] = [
    (.approve, .approved), (.notice, .noticed), (.pay, .paid), (.issue, .issued),
  ]

  private func take(
    _ number: Number<WorkPermit>, _ form: PermitForm, until end: LocalDate,
    in transaction: Transaction
  ) throws(Failure) {
    guard let quota = try Reference.permits().rules.quota(of: form.kind, on: Register.today) else {
      return
    }
    let book = LedgerTable.Book(kind: quota, year: Register.today.year, unit: .permit)
    let account = try LedgerTable.account(
      .region, region: form.region, of: book, in: transaction)
    let holders = try LedgerTable.account(.families, of: book, in: transaction)
    let reserved = try LedgerTable.insert(
      LedgerTable.Transfer(
        move: .reserve, debit: account, credit: holders, amount: 1,
        effectiveOn: Register.today), in: transaction)
    let confirmed = try LedgerTable.insert(
      LedgerTable.Transfer(
        move: .confirm, debit: account, credit: holders, amount: 1,
        effectiveOn: Register.today, settles: reserved), in: transaction)
    try PermitTable.take(
      confirmed, of: account, region: form.region, for: number, endsOn: end, in: transaction)
  }
}
