package import Domain

/// The ledger of everything that can run out: accounts, and immutable transfers between them.
package enum LedgerTable {
  static let accounts = Layout(13, "ledger_account", ["book", "year", "unit", "role", "region"])
  static let transfers = Layout(
    14, "ledger_transfer",
    ["move", "debit", "credit", "amount", "effective_on", "expires_on", "settles"])

  /// What an account is for.
  package enum Role: String, Sendable, SQLBindable {
    /// Where the places of orders come from; goes below zero by as many as were given.
    case orders
    /// Given to the country and not yet to a region.
    case national
    case region
    /// Where the places of included families go.
    case families
  }

  package enum Move: String, Sendable, SQLBindable {
    case allot, reserve, confirm, release, expire, `return`
  }

  /// The accounts of one quota, or of one source of a programme's money, in a year.
  package struct Book: Hashable, Sendable {
    /// `quota.kandas`, `quota.labour-3/F`, `budget.resettlement.national`.
    package let name: String
    package let year: Int
    /// What its accounts count: `person`, `family`, `permit` or `tiyn`.
    package let unit: String

    /// A quota, or a part of one.
    package init(quota: QuotaName, year: Int, unit: QuotaUnit) {
      name = "quota.\(quota.rawValue)"
      self.year = year
      self.unit = unit.rawValue
    }

    package init(kind: QuotaKind, year: Int, unit: QuotaUnit) {
      self.init(quota: QuotaName(kind: kind), year: year, unit: unit)
    }

    /// Money, in tiyn.
    package init(programme: String, source: BudgetSource, year: Int) {
      name = "budget.\(programme).\(source.rawValue)"
      self.year = year
      unit = "tiyn"
    }
  }

  package static func find(
    _ role: Role, region: String? = nil, of book: Book, in transaction: Transaction
  ) throws(Failure) -> Int64? {
    let id = try transaction.integer(
      """
      SELECT id FROM ledger_account WHERE book = \(book.name) AND year = \(book.year)
        AND unit = \(book.unit) AND role = \(role) AND coalesce(region, '') = \(region ?? "")
      """)
    return id == 0 ? nil : id
  }

  /// The account, opened where it is new.
  package static func account(
    _ role: Role, region: String? = nil, of book: Book, in transaction: Transaction
  ) throws(Failure) -> Int64 {
    if let known = try find(role, region: region, of: book, in: transaction) { return known }
    let (row, id) = try transaction.row(in: accounts)
    row.add(book.name)
    row.add(book.year)
    row.add(book.unit)
    row.add(word: role)
    row.add(region)
    try row.insert()
    return id
  }

  /// The year of an account's book.
  package static func year(of account: Int64, in transaction: Transaction) throws(Failure) -> Int {
    Int(try transaction.integer("SELECT year FROM ledger_account WHERE id = \(account)"))
  }

  package struct Transfer: Hashable, Sendable {
    package var id: Int64 = 0
    package var move: Move
    package var debit: Int64
    package var credit: Int64
    package var amount: Int64
    package var effectiveOn: LocalDate
    package var expiresOn: LocalDate?
    package var settles: Int64?

    package init(
      move: Move, debit: Int64, credit: Int64, amount: Int64, effectiveOn: LocalDate,
      expiresOn: LocalDate? = nil, settles: Int64? = nil
    ) {
      self.move = move
      self.debit = debit
      self.credit = credit
      self.amount = amount
      self.effectiveOn = effectiveOn
      self.expiresOn = expiresOn
      self.settles = settles
    }
  }

  /// Writes a transfer; the database itself refuses one beyond the limit (`quota.exhausted`, of
  /// money `budget.exhausted`) or one that settles what is settled already
  /// (`reservation.settled`).
  package static func insert(_ transfer: Transfer, in transaction: Transaction)
    throws(Failure) -> Int64
  {
    let (row, id) = try transaction.row(in: transfers)
    row.add(word: transfer.move)
    row.add(transfer.debit)
    row.add(transfer.credit)
    row.add(transfer.amount)
    row.add(transfer.effectiveOn)
    row.add(transfer.expiresOn)
    if let settles = transfer.settles { row.add(settles) } else { row.addNull() }
    try row.insert()
    return id
  }

  package static func transfer(_ id: Int64, in transaction: Transaction) throws(Failure)
    -> Transfer?
  {
    try transaction.first(
      """
      SELECT id, move, debit, credit, amount, effective_on, expires_on, settles
      FROM ledger_transfer WHERE id = \(id)
      """
    ) { (row: inout Row) throws(Failure) in
      let id = row.integer()
      var transfer = try Transfer(
        move: row.word(), debit: row.integer(), credit: row.integer(), amount: row.integer(),
        effectiveOn: row.date(), expiresOn: row.optionalDate(), settles: row.optionalInteger())
      transfer.id = id
      return transfer
    }
  }

  /// What orders have given an account by a day: a sum of entries.
  package static func allotted(to account: Int64, on day: LocalDate, in transaction: Transaction)
    throws(Failure) -> Int64
  {
    try transaction.integer(
      """
      SELECT (SELECT coalesce(sum(amount), 0) FROM ledger_transfer
          WHERE credit = \(account) AND move = 'allot' AND effective_on <= \(day))
        - (SELECT coalesce(sum(amount), 0) FROM ledger_transfer
          WHERE debit = \(account) AND move = 'allot' AND effective_on <= \(day))
      """)
  }

  /// What an account has free on the leanest day from `day` on: what the orders known leave then,
  /// less all that is reserved and used.
  ///
  /// A reservation that fits it widens no overrun, whatever order takes effect later.
  package static func leastFree(in account: Int64, from day: LocalDate, _ transaction: Transaction)
    throws(Failure) -> Int64
  {
    var running = try allotted(to: account, on: day, in: transaction)
    var least = running
    let later = try transaction.all(
      """
      SELECT sum(CASE credit WHEN \(account) THEN amount ELSE -amount END) FROM ledger_transfer
      WHERE (credit = \(account) OR debit = \(account)) AND move = 'allot' AND effective_on > \(day)
      GROUP BY effective_on ORDER BY effective_on
      """
    ) { (row: inout Row) throws(Failure) in row.integer() }
    for change in later {
      running += change
      least = min(least, running)
    }
    return try least
      - transaction.integer("SELECT held + spent FROM ledger_account WHERE id = \(account)")
  }

  /// Everything orders have given an account, whenever it takes effect.
  package static func allottedEver(to account: Int64, in transaction: Transaction)
    throws(Failure) -> Int64
  {
    try transaction.integer(
      """
      SELECT (SELECT coalesce(sum(amount), 0) FROM ledger_transfer
          WHERE credit = \(account) AND move = 'allot')
        - (SELECT coalesce(sum(amount), 0) FROM ledger_transfer
          WHERE debit = \(account) AND move = 'allot')
      """)
  }

  package struct Balance: Hashable, Sendable {
    package let region: String
    package let allotted: Int64
    package let reserved: Int64
    /// What was confirmed, without what came back.
    package let used: Int64
    /// What came back of what was confirmed.
    package let returned: Int64
  }

  /// Places of permits whose day has come and that no act has given back yet.
  private static let endedPlaces: StaticString = """
    (SELECT coalesce(sum(t.amount), 0) FROM permit_place AS p
          JOIN ledger_transfer AS t ON t.id = p.transfer_id WHERE p.account_id = a.id
    """

  /// Every region's balance on a day, as known after act `knowledge`: sums of entries, over an
  /// index of the accounts, so that the cost follows the quota and not the register.
  package static func balances(
    of book: Book, on day: LocalDate, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [Balance] {
    try transaction.all(
      """
      SELECT a.region,
        (SELECT coalesce(sum(amount), 0) FROM ledger_transfer
          WHERE credit = a.id AND move = 'allot' AND effective_on <= \(day) AND act <= \(knowledge))
        - (SELECT coalesce(sum(amount), 0) FROM ledger_transfer
          WHERE debit = a.id AND move = 'allot' AND effective_on <= \(day) AND act <= \(knowledge)),
        (SELECT coalesce(sum(amount), 0) FROM ledger_transfer
          WHERE debit = a.id AND move = 'reserve' AND effective_on <= \(day) AND act <= \(knowledge))
        - (SELECT coalesce(sum(amount), 0) FROM ledger_transfer
          WHERE debit = a.id AND move IN ('confirm', 'release', 'expire')
            AND effective_on <= \(day) AND act <= \(knowledge))
        - \(raw: endedPlaces) AND t.move = 'reserve' AND p.ends_on <= \(day)
            AND p.act <= \(knowledge)
            AND (p.closed_by IS NULL OR p.closed_by > \(knowledge))),
        (SELECT coalesce(sum(CASE move WHEN 'confirm' THEN amount ELSE -amount END), 0)
          FROM ledger_transfer
          WHERE debit = a.id AND move IN ('confirm', 'return')
            AND effective_on <= \(day) AND act <= \(knowledge))
        - \(raw: endedPlaces) AND t.move = 'confirm' AND p.ends_on <= \(day)
            AND p.act <= \(knowledge)
            AND (p.closed_by IS NULL OR p.closed_by > \(knowledge))),
        (SELECT coalesce(sum(amount), 0) FROM ledger_transfer
          WHERE debit = a.id AND move = 'return'
            AND effective_on <= \(day) AND act <= \(knowledge))
      FROM ledger_account AS a
      WHERE a.book = \(book.name) AND a.year = \(book.year) AND a.unit = \(book.unit)
        AND a.role = 'region'
      """
    ) { (row: inout Row) throws(Failure) in
      Balance(
        region: row.text(), allotted: row.integer(), reserved: row.integer(),
        used: row.integer(), returned: row.integer())
    }
  }

  /// Accounts whose running balance is not the sum of their transfers, as sentences.
  package static func imbalances(in transaction: Transaction) throws(Failure) -> [String] {
    try transaction.all(
      """
      SELECT a.id, a.held, a.spent,
        (SELECT coalesce(sum(CASE t.move
            WHEN 'reserve' THEN t.amount
            WHEN 'return' THEN 0
            ELSE -t.amount END), 0)
          FROM ledger_transfer AS t WHERE t.debit = a.id AND t.move <> 'allot') AS sum_held,
        (SELECT coalesce(sum(CASE t.move
            WHEN 'confirm' THEN t.amount WHEN 'return' THEN -t.amount ELSE 0 END), 0)
          FROM ledger_transfer AS t WHERE t.debit = a.id AND t.move <> 'allot') AS sum_spent
      FROM ledger_account AS a
      WHERE a.held <> sum_held OR a.spent <> sum_spent
      """
    ) { (row: inout Row) throws(Failure) in
      let (id, held, spent) = (row.integer(), row.integer(), row.integer())
      return "account \(id) says \(held) held and \(spent) used, its transfers sum to "
        + "\(row.integer()) and \(row.integer())"
    }
  }
}
