internal import Domain
internal import Services
internal import Storage

/// Payments made up for measuring: what fell due since 2025 is paid a month later, region by region;
/// some comes back, some families owe some of it, and some entries of the bank name nothing of ours.
///
/// The rows are those that a register leaves on its way from the draft to the bank's last answer.
struct PaymentPress {
  private static let firstMonth = LocalDate(year: 2025, month: 1, day: 1) ?? Register.today
  /// What fell due in the last month before the office's has been paid by then.
  private static let lastMonth = Register.today.adding(months: -2).firstOfMonth
  /// More than is asked of a region in a year, tiyn.
  private static let money: Int64 = 100_000_000_000_000

  private let register: Register
  private let regions: [String]
  private var random: SeededRandom
  private var payer = Payer(
    region: nil, name: "Office", bin: "190740000011", account: "KZ000000000000000000")
  private var lines = 0
  private var paidFamilies: Set<Number<Family>> = []

  init(_ register: Register, seed: UInt64) throws(Failure) {
    self.register = register
    regions = try Reference.regions().all(on: Register.today).map(\.code)
    random = SeededRandom(seed: seed, stream: 2)
  }

  /// Writes them; gives how many lines the registers have.
  mutating func fill() throws(Failure) -> Int {
    try loadBudgets()
    try register.act("bench.payments") { (transaction) throws(Failure) in
      let id = try AccountTable.insert(payer, in: transaction)
      payer = try AccountTable.payer(id, in: transaction) ?? payer
    }
    for region in regions {
      let payable = try register.database.read { (transaction) throws(Failure) in
        try PaymentTable.payable(
          region: region, kind: nil, through: Self.lastMonth.adding(months: 1).adding(days: -1),
          in: transaction)
      }
      let months = Dictionary(grouping: payable.filter { $0.due.dueOn >= Self.firstMonth }) {
        $0.due.dueOn.firstOfMonth
      }
      for (month, payable) in months.sorted(by: { $0.key < $1.key }) {
        try register.act("bench.payments") { (transaction) throws(Failure) in
          try pay(payable, of: month, in: region, transaction)
        }
      }
      Bench.say("…\(lines) payments, to \(region)")
    }
    return lines
  }

  /// Money of the country for each programme and year, for everything that is made up here.
  private func loadBudgets() throws(Failure) {
    let programmes = try Reference.budgetProgrammes()
    let codes = AllowanceKind.allCases.compactMap { programmes.paying($0)?.code }
    for programme in Set(codes).sorted() {
      for year in Self.firstMonth.year...Register.today.year {
        let order = BudgetOrder(
          number: "bench", date: nil,
          effectiveFrom: LocalDate(year: year, month: 1, day: 1) ?? Register.today,
          programme: programme, year: year, source: .national,
          citation: Citation("made up for measuring", standing: .unconfirmed),
          lines: regions.enumerated().map { index, region in
            OrderLine(region: region, amount: Self.money, line: index + 2)
          })
        _ = try register.office.perform(
          LoadBudgetOrder(order: order), as: Register.administrator)
      }
    }
  }

  // MARK: A register

  private mutating func pay(
    _ payable: [PaymentTable.Payable], of month: LocalDate, in region: String,
    _ transaction: Transaction
  ) throws(Failure) {
    let families = Dictionary(grouping: payable, by: \.family).sorted { $0.key < $1.key }
    let amount = payable.reduce(Int64(0)) { $0 + $1.due.amount.tiyn }
    let number = try PaymentTable.insert(
      PaymentTable.Draft(
        region: region, kind: nil, through: month.adding(months: 1).adding(days: -1),
        payer: payer, lines: families.count, amount: Money(tiyn: amount)),
      registered: Register.today.year, in: transaction)
    try PaymentTable.add(.approved, to: number, in: transaction)
    try PaymentTable.add(.exported, to: number, export: export(month), in: transaction)
    let file = try BankTable.insert(
      digest: digest(number.raw), name: "\(number).csv", format: .csv, messageID: nil,
      content: [], in: transaction)
    var answer = BankAnswerPress(file: file)
    for (index, (family, payable)) in families.enumerated() {
      let day = month.adding(months: 1).adding(days: 4 + index % 20)
      var line = try line(index + 1, of: number, family, payable.map(\.due), transaction)
      line = try insert(line, payable.map(\.due), transaction)
      try answer.pay(line, payable.map(\.due), on: day, in: transaction)
      if random.chance(25) {
        try answer.giveBack(line, payable, on: day, in: transaction)
      } else if random.chance(30) {
        try owe(line, payable.map(\.due), since: day, transaction)
      }
      if random.chance(2) { try answer.tellUnknown(on: day, in: transaction) }
    }
    try PaymentTable.add(.settled, to: number, in: transaction)
    lines += families.count
  }

  private func export(_ month: LocalDate) -> PaymentExport {
    PaymentExport(
      madeAt: Machine.now, executeOn: month.adding(months: 1), xmlDigest: digest(1),
      csvDigest: digest(2), signature: nil, publicKey: nil)
  }

  /// As long as a digest.
  private func digest(_ number: Int64) -> String {
    let text = "\(number)"
    return String(repeating: "0", count: 64 - text.count) + text
  }

  private mutating func line(
    _ position: Int, of register: Number<PaymentRegister>, _ family: Number<Family>,
    _ dues: [Due], _ transaction: Transaction
  ) throws(Failure) -> PaymentLine {
    let members = try MembershipTable.members(of: family, on: Register.today, in: transaction)
    guard let head = members.first(where: { $0.relation == .head })?.person else {
      throw Failure(.fault, "\(family) has no head")
    }
    let serial = "\(1_000_000_000_000 + family.raw)"
    let account = "KZ00000" + serial
    if paidFamilies.insert(family).inserted {
      try AccountTable.insert(
        FamilyAccount(family: family, holder: head, iban: account), reason: nil, in: transaction)
    }
    return PaymentLine(
      register: register, position: position, family: family, holder: head,
      holderName: try PersonTable.shownName(of: head, in: transaction), iin: nil,
      account: account, amount: Money(tiyn: dues.reduce(0) { $0 + $1.amount.tiyn }))
  }

  private func insert(_ line: PaymentLine, _ dues: [Due], _ transaction: Transaction)
    throws(Failure) -> PaymentLine
  {
    let id = try PaymentTable.insert(line, paying: dues, in: transaction)
    return PaymentLine(
      id: id, register: line.register, position: line.position, family: line.family,
      holder: line.holder, holderName: line.holderName, iin: line.iin, account: line.account,
      amount: line.amount)
  }

  // MARK: What is owed

  /// Half of what a line paid of a grant is claimed back, and of every second claim a half is repaid.
  private mutating func owe(
    _ line: PaymentLine, _ dues: [Due], since day: LocalDate, _ transaction: Transaction
  ) throws(Failure) {
    guard let first = dues.first else { return }
    let own = dues.filter { $0.grant == first.grant && $0.dueOn.year == first.dueOn.year }
    let amount = Money(tiyn: own.reduce(0) { $0 + $1.amount.tiyn } / 200 * 100)
    let repaid = Money(tiyn: amount.tiyn / 200 * 100)
    let rule = try Reference.recoveryRules().rule(on: day)
    let number = try RecoveryTable.insert(
      RecoveryTable.Draft(
        family: line.family, grant: first.grant, ground: .leftEarly, amount: amount, on: day,
        boundUntil: day.adding(months: rule.boundMonths), reason: "left", document: nil,
        citation: rule.citation),
      registered: Register.today.year, in: transaction)
    guard random.chance(500), repaid > .zero else { return }
    try RecoveryTable.insert(
      RecoveryEntry(.repaid, repaid, on: day, reason: "repaid"), of: number, in: transaction)
    try Commitments.giveBack(
      grant: first.grant, year: first.dueOn.year, amount: repaid, on: day, in: transaction)
  }
}
