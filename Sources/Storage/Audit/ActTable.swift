package import Domain
internal import Hashing

/// What is written about an act when it ends.
package struct ActEntry: Sendable {
  package var at: Instant
  package var today: LocalDate
  package var user: String
  package var action: String
  package var subject: Int64?
  package var detail: String
  package var key: String?
  /// SHA-256 of the request, beside a key.
  package var request: [UInt8]?

  package init(
    at: Instant, today: LocalDate, user: String, action: String, subject: Int64? = nil,
    detail: String = "", key: String? = nil, request: [UInt8]? = nil
  ) {
    self.at = at
    self.today = today
    self.user = user
    self.action = action
    self.subject = subject
    self.detail = detail
    self.key = key
    self.request = request
  }
}

/// The trail: the `act` table, one row for each act, chained by hash.
package enum ActTable {
  private static let columns: StaticString = "id, at, today, user, action, subject, detail, hash"

  /// Starts an act: rows written from here on are its content.
  package static func begin(in transaction: Transaction) throws(Failure) {
    try loadHead(in: transaction)
    transaction.act = transaction.lastAct + 1
    transaction.closings.removeAll(keepingCapacity: true)
  }

  /// Ends the act: digests its rows and chains it to the act before.
  package static func finish(_ entry: ActEntry, in transaction: Transaction) throws(Failure) {
    let content = transaction.connection.digestContent(closings: transaction.closings)
    // A clock set back must not make knowledge run backwards.
    let at = max(entry.at, transaction.lastInstant ?? entry.at)
    let statement = try transaction.connection.statement(
      """
      INSERT INTO act (id, at, today, user, action, subject, detail, key, request, content, hash)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """)
    var bytes = transaction.lastHash ?? []
    bytes.reserveCapacity(400)
    let binder = Binder(statement: statement)
    binder.add(transaction.act, &bytes)
    binder.add(at.milliseconds, &bytes)
    binder.add(entry.today.description, &bytes)
    binder.add(entry.user, &bytes)
    binder.add(entry.action, &bytes)
    binder.add(entry.subject, &bytes)
    binder.add(entry.detail, &bytes)
    binder.add(entry.key, &bytes)
    binder.add(entry.request, &bytes)
    binder.add(content, &bytes)
    transaction.connection.hash.update(bytes)
    let hash = transaction.connection.hash.finish()
    statement.bind(hash, 11)
    defer { statement.reset() }
    _ = try statement.step()
    transaction.lastAct = transaction.act
    transaction.lastHash = hash
    transaction.lastInstant = at
  }

  /// Binds from left to right and keeps the canonical form.
  private final class Binder {
    private let statement: any Statement
    private var place: Int32 = 0

    init(statement: any Statement) { self.statement = statement }

    func add(_ integer: Int64?, _ bytes: inout [UInt8]) {
      place += 1
      guard let integer else { return addNull(&bytes) }
      statement.bind(integer, place)
      Canonical.append(integer, to: &bytes)
    }

    func add(_ text: String?, _ bytes: inout [UInt8]) {
      place += 1
      guard let text else { return addNull(&bytes) }
      statement.bind(text, place)
      Canonical.append(text, to: &bytes)
    }

    func add(_ blob: [UInt8]?, _ bytes: inout [UInt8]) {
      place += 1
      guard let blob else { return addNull(&bytes) }
      statement.bind(blob, place)
      Canonical.append(blob, to: &bytes)
    }

    private func addNull(_ bytes: inout [UInt8]) {
      statement.bindNull(place)
      Canonical.appendNull(to: &bytes)
    }
  }

  private static func loadHead(in transaction: Transaction) throws(Failure) {
    guard transaction.lastHash == nil else { return }
    let head = try transaction.first("SELECT id, at, hash FROM act ORDER BY id DESC LIMIT 1") {
      (row: inout Row) throws(Failure) in (row.integer(), row.integer(), row.blob())
    }
    if let head {
      transaction.lastAct = head.0
      transaction.lastInstant = Instant(milliseconds: head.1)
      transaction.lastHash = head.2
    } else {
      transaction.lastHash = []
    }
  }

  // MARK: Reading

  /// The last act made at or before `instant`: what was known then is what acts up to it wrote.
  package static func last(atOrBefore instant: Instant, in transaction: Transaction)
    throws(Failure) -> Int64
  {
    // Acts are in order of time, so halving finds it without an index on time.
    var known: Int64 = 0
    var beyond = try transaction.integer("SELECT max(id) FROM act") + 1
    while beyond - known > 1 {
      let middle = (known + beyond) / 2
      let at = try transaction.integer("SELECT at FROM act WHERE id = \(middle)")
      if at <= instant.milliseconds { known = middle } else { beyond = middle }
    }
    return known
  }

  /// The last act whose knowledge is asked for: everything where no moment is given.
  package static func knowledge(at instant: Instant?, in transaction: Transaction)
    throws(Failure) -> Int64
  {
    guard let instant else { return .max }
    return try last(atOrBefore: instant, in: transaction)
  }

  /// The subject of the act made under `key`, with the digest of that request.
  package static func made(under key: String, in transaction: Transaction) throws(Failure)
    -> (action: String, subject: Int64?, request: [UInt8])?
  {
    try transaction.first("SELECT action, subject, request FROM act WHERE key = \(key)") {
      (row: inout Row) throws(Failure) in (row.text(), row.optionalInteger(), row.blob())
    }
  }

  /// The newest acts, newest first.
  package static func newest(_ limit: Int, in transaction: Transaction) throws(Failure) -> [Act] {
    try transaction.all(
      "SELECT \(raw: columns) FROM act ORDER BY id DESC LIMIT \(limit)", decode)
  }

  /// Acts that wrote something, after one and up to another, in order; questions write nothing.
  package static func writing(after: Int64, through: Int64, in transaction: Transaction)
    throws(Failure) -> [Act]
  {
    let nothing = SHA256.digest(of: []).hexadecimal
    return try transaction.all(
      """
      SELECT \(raw: columns) FROM act
      WHERE id > \(after) AND id <= \(through) AND lower(hex(content)) <> \(nothing) ORDER BY id
      """, decode)
  }

  package static func find(_ id: Int64, in transaction: Transaction) throws(Failure) -> Act? {
    try transaction.first("SELECT \(raw: columns) FROM act WHERE id = \(id)", decode)
  }

  private static func decode(_ row: inout Row) throws(Failure) -> Act {
    try Act(
      id: row.integer(), at: Instant(milliseconds: row.integer()), today: row.date(),
      user: row.text(), action: row.text(), subject: row.optionalInteger(), detail: row.text(),
      hash: row.blob())
  }
}
