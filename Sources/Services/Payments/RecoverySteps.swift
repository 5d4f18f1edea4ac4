package import Domain
package import Storage

/// A recovery with its plan and what became of it.
package struct RecoveryDossier: Hashable, Sendable {
  package let record: RecoveryRecord
  package let plan: [RecoveryInstalment]
  package let entries: [RecoveryEntry]

  static func load(_ number: Number<Recovery>, in transaction: Transaction) throws(Failure)
    -> RecoveryDossier
  {
    RecoveryDossier(
      record: try RecoveryTable.known(number, in: transaction),
      plan: try RecoveryTable.plan(of: number, in: transaction),
      entries: try RecoveryTable.entries(of: number, in: transaction))
  }
}

/// A step of a recovery: what is told afterwards is the recovery.
package protocol RecoveryUseCase: UseCase where Outcome == RecoveryDossier {
  var recovery: Number<Recovery> { get }
}

extension RecoveryUseCase {
  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> RecoveryDossier
  {
    try RecoveryDossier.load(Number(raw: subject), in: transaction)
  }

  /// Throws `recovery.amount` for more than is owed and stands on no register.
  func check(_ amount: Money, in transaction: Transaction) throws(Failure) {
    let record = try RecoveryTable.known(recovery, in: transaction)
    guard amount > .zero, amount <= record.free else {
      throw Failure(
        .recoveryAmount,
        "\(amount.grouped) tenge is not between 0 and the \(record.free.grouped) that \(recovery) "
          + "still asks for",
        hint: record.expected > .zero
          ? "\(record.expected.grouped) tenge are withheld by a register that is under way" : nil)
    }
  }
}

/// Parts what is owed into months.
package struct PlanRecovery: RecoveryUseCase {
  package static let name = "recovery.plan"
  package static let permission = Permission.preparePayments

  package var recovery: Number<Recovery>
  package var instalments: Int
  package var first: LocalDate

  package init(recovery: Number<Recovery>, instalments: Int, first: LocalDate) {
    self.recovery = recovery
    self.instalments = instalments
    self.first = first
  }

  package var detail: String { "\(recovery): \(instalments) from \(first)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    guard (1...120).contains(instalments), first >= facts.today else {
      throw Failure(
        .fieldValue, "a plan has 1 to 120 instalments, the first of them today or later")
    }
    let record = try RecoveryTable.known(recovery, in: transaction)
    guard record.open > .zero else {
      throw Failure(.recoveryAmount, "nothing is owed of \(recovery) any more")
    }
    try RecoveryTable.plan(
      RecoveryInstalment.plan(record.open, in: instalments, from: first), of: recovery,
      in: transaction)
    return recovery.raw
  }
}

/// Counts what a family paid back.
package struct RepayRecovery: RecoveryUseCase {
  package static let name = "recovery.repay"
  package static let permission = Permission.preparePayments

  package var recovery: Number<Recovery>
  package var amount: Money
  package var on: LocalDate?
  /// The receipt.
  package var document: String

  package init(
    recovery: Number<Recovery>, amount: Money, on: LocalDate? = nil, document: String
  ) {
    self.recovery = recovery
    self.amount = amount
    self.on = on
    self.document = document
  }

  package var detail: String { "\(recovery): \(amount), \(document)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let day = try facts.day(on)
    try Ground.check(reason: document, for: "a repayment without its receipt")
    try check(amount, in: transaction)
    try RecoveryTable.insert(
      RecoveryEntry(.repaid, amount, on: day, reason: "paid back", document: document),
      of: recovery, in: transaction)
    try GrantMoney.giveBack(
      amount, of: RecoveryTable.known(recovery, in: transaction), on: day, in: transaction)
    return recovery.raw
  }
}

/// Gives up what is owed, or a part, on a ground that the rules know.
package struct WaiveRecovery: RecoveryUseCase {
  package static let name = "recovery.waive"
  package static let permission = Permission.approvePayments

  package var recovery: Number<Recovery>
  /// Nil for all that is still asked for.
  package var amount: Money?
  /// A code of the recovery waivers.
  package var waiver: String
  package var reason: String
  package var document: String?

  package init(
    recovery: Number<Recovery>, amount: Money? = nil, waiver: String, reason: String,
    document: String? = nil
  ) {
    self.recovery = recovery
    self.amount = amount
    self.waiver = waiver
    self.reason = reason
    self.document = document
  }

  package var detail: String { "\(recovery): \(waiver), \(reason)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    try Ground.check(reason: reason, for: "a waiver")
    let record = try RecoveryTable.known(recovery, in: transaction)
    let waiver = try Reference.recoveryRules().waiver(waiver, on: record.on)
    let amount = amount ?? record.free
    try check(amount, in: transaction)
    try RecoveryTable.insert(
      RecoveryEntry(
        .waived, amount, on: facts.today, ground: waiver.code, reason: reason, document: document),
      of: recovery, in: transaction)
    return recovery.raw
  }
}

package struct ShowRecovery: Query {
  package static let name = "recovery.show"
  package static let permission = Permission.readReports
  package static let isPersonal = true

  package var recovery: Number<Recovery>

  package init(recovery: Number<Recovery>) { self.recovery = recovery }

  package var detail: String { "\(recovery)" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> RecoveryDossier
  {
    try RecoveryDossier.load(recovery, in: transaction)
  }
}

/// What is owed back, in a region or everywhere.
package struct ListRecoveries: Query {
  package static let name = "recovery.list"
  package static let permission = Permission.readReports

  package var region: String?
  /// Also those of which nothing is owed any more.
  package var isWhole: Bool

  package init(region: String? = nil, isWhole: Bool = false) {
    self.region = region
    self.isWhole = isWhole
  }

  package var detail: String { region ?? "" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> [RecoveryRecord]
  {
    var code: String?
    if let region { code = try Reference.regions().resolve(region, on: facts.today).code }
    return try RecoveryTable.all(region: code, in: transaction)
      .filter { isWhole || $0.open > .zero }
  }
}
