package import Domain

/// Sittings of commissions: agenda, presence, votes, and the protocol that ends them.
package enum SittingTable {
  static let sittings = Layout(33, "sitting", isNumbered: true, ["region", "held_on"])
  static let items = Layout(
    34, "sitting_item", closes: true,
    [
      "sitting_id", "position", "matter", "family_id", "kind", "year", "region", "inclusion_id",
      "reason",
    ])
  static let attendance = Layout(
    35, "sitting_attendance", closes: true, ["sitting_id", "member_id"])
  static let votes = Layout(36, "sitting_vote", closes: true, ["item_id", "member_id", "vote"])
  static let protocols = Layout(
    37, "sitting_protocol",
    [
      "sitting_id", "region", "year", "number", "protocol_date", "recording", "members", "present",
    ])
  static let decisions = Layout(
    38, "sitting_decision",
    [
      "item_id", "result", "votes_for", "votes_against", "votes_abstained", "by_chair",
      "inclusion_id", "code", "detail",
    ])

  // MARK: Writing

  package static func insert(
    region: String, heldOn: LocalDate, registered: Int, in transaction: Transaction
  ) throws(Failure) -> Number<Sitting> {
    let number: Number<Sitting> = try transaction.nextNumber(in: sittings, year: registered)
    let row = try transaction.row(in: sittings, id: number.raw)
    row.add(region)
    row.add(heldOn)
    try row.insert()
    return number
  }

  package struct Draft {
    package let matter: SittingMatter
    package let family: Number<Family>
    package let kind: QuotaKind
    package let year: Int
    package let region: String
    package let inclusion: Number<Inclusion>?
    package let reason: String?

    package init(
      _ matter: SittingMatter, _ family: Number<Family>, kind: QuotaKind, year: Int,
      region: String, inclusion: Number<Inclusion>? = nil, reason: String? = nil
    ) {
      self.matter = matter
      self.family = family
      self.kind = kind
      self.year = year
      self.region = region
      self.inclusion = inclusion
      self.reason = reason
    }
  }

  /// Puts an item behind the others of the agenda; gives its row.
  package static func insert(
    _ draft: Draft, into sitting: Number<Sitting>, in transaction: Transaction
  ) throws(Failure) -> Int64 {
    let last = try transaction.integer(
      "SELECT max(position) FROM sitting_item WHERE sitting_id = \(sitting)")
    let (row, id) = try transaction.row(in: items)
    row.add(sitting)
    row.add(last + 1)
    row.add(word: draft.matter)
    row.add(draft.family)
    row.add(word: draft.kind)
    row.add(draft.year)
    row.add(draft.region)
    row.add(draft.inclusion?.raw)
    row.add(draft.reason)
    try row.insert()
    return id
  }

  package static func drop(_ item: SittingItem, in transaction: Transaction) throws(Failure) {
    try clearVotes(on: item, in: transaction)
    try transaction.close(items, id: item.id)
  }

  /// Writes who is present, in place of what was written before.
  package static func attend(
    _ sitting: Number<Sitting>, members: [Int64], in transaction: Transaction
  ) throws(Failure) {
    let known = try transaction.all(
      """
      SELECT id, member_id FROM sitting_attendance
      WHERE sitting_id = \(sitting) AND closed_by IS NULL
      """
    ) { (row: inout Row) throws(Failure) in (id: row.integer(), member: row.integer()) }
    for row in known where !members.contains(row.member) {
      try transaction.close(attendance, id: row.id)
    }
    for member in members where !known.contains(where: { $0.member == member }) {
      let (row, _) = try transaction.row(in: attendance)
      row.add(sitting)
      row.add(member)
      try row.insert()
    }
  }

  package static func vote(
    _ votes: [(member: Int64, vote: Vote)], on item: SittingItem, in transaction: Transaction
  ) throws(Failure) {
    try clearVotes(on: item, in: transaction)
    for (member, vote) in votes {
      let (row, _) = try transaction.row(in: Self.votes)
      row.add(item.id)
      row.add(member)
      row.add(word: vote)
      try row.insert()
    }
  }

  private static func clearVotes(on item: SittingItem, in transaction: Transaction)
    throws(Failure)
  {
    let open = try transaction.all(
      "SELECT id FROM sitting_vote WHERE item_id = \(item.id) AND closed_by IS NULL"
    ) { (row: inout Row) throws(Failure) in row.integer() }
    for id in open { try transaction.close(votes, id: id) }
  }

  package static func insert(
    _ closing: SittingProtocol, of head: SittingHead, in transaction: Transaction
  ) throws(Failure) {
    let (row, _) = try transaction.row(in: protocols)
    row.add(closing.sitting)
    row.add(head.region)
    row.add(head.heldOn.year)
    row.add(closing.number)
    row.add(closing.date)
    row.add(closing.recording)
    row.add(closing.members)
    row.add(closing.present)
    try row.insert()
  }

  package static func insert(_ decision: SittingDecision, in transaction: Transaction)
    throws(Failure)
  {
    let (row, _) = try transaction.row(in: decisions)
    row.add(decision.item)
    row.add(word: decision.result)
    row.add(decision.votesFor)
    row.add(decision.votesAgainst)
    row.add(decision.votesAbstained)
    row.add(decision.isByChair ? 1 : 0)
    row.add(decision.inclusion?.raw)
    row.add(decision.obstacle?.code)
    row.add(decision.obstacle?.detail)
    try row.insert()
  }

  // MARK: Reading

  package static func find(_ number: Number<Sitting>, in transaction: Transaction)
    throws(Failure) -> SittingHead?
  {
    try transaction.first("\(raw: select) WHERE s.id = \(number)", decodeHead)
  }

  /// The sittings of a region, or of all, the latest first.
  package static func all(of region: String?, in transaction: Transaction)
    throws(Failure) -> [SittingHead]
  {
    try transaction.all(
      """
      \(raw: select) WHERE s.region = coalesce(\(region), s.region)
      ORDER BY s.held_on DESC, s.id DESC
      """, decodeHead)
  }

  /// The sitting of a region that a protocol's number and year name; nil where none was recorded.
  package static func find(
    protocolNumber: String, region: String, year: Int, in transaction: Transaction
  ) throws(Failure) -> SittingHead? {
    try transaction.first(
      """
      \(raw: select)
      WHERE p.region = \(region) AND p.year = \(year) AND p.number = \(protocolNumber)
      """, decodeHead)
  }

  private static let select: StaticString = """
    SELECT s.id, s.region, s.held_on, p.number, p.protocol_date, p.recording, p.members, p.present,
      (SELECT count(*) FROM sitting_item WHERE sitting_id = s.id AND closed_by IS NULL), p.act
    FROM sitting AS s LEFT JOIN sitting_protocol AS p ON p.sitting_id = s.id
    """

  private static func decodeHead(_ row: inout Row) throws(Failure) -> SittingHead {
    let (number, region): (Number<Sitting>, String) = (row.number(), row.text())
    let (day, title) = (try row.date(), row.optionalText())
    let (date, recording) = (try row.optionalDate(), row.optionalText())
    let (members, present) = (row.optionalInteger() ?? 0, row.optionalInteger() ?? 0)
    var closing: SittingProtocol?
    if let title, let date {
      closing = SittingProtocol(
        sitting: number, number: title, date: date, recording: recording, members: Int(members),
        present: Int(present))
    }
    return SittingHead(
      number: number, region: region, heldOn: day, closing: closing, items: row.int(),
      knowledge: row.optionalInteger() ?? .max)
  }

  /// The agenda, in its order.
  package static func agenda(of sitting: Number<Sitting>, in transaction: Transaction)
    throws(Failure) -> [SittingItem]
  {
    try transaction.all(
      """
      SELECT id, position, matter, family_id, kind, year, region, inclusion_id, reason
      FROM sitting_item WHERE sitting_id = \(sitting) AND closed_by IS NULL ORDER BY position
      """
    ) { (row: inout Row) throws(Failure) in
      try SittingItem(
        id: row.integer(), position: row.int(), matter: row.word(), family: row.number(),
        kind: row.word(), year: row.int(), region: row.text(), inclusion: row.optionalNumber(),
        reason: row.optionalText())
    }
  }

  package static func present(at sitting: Number<Sitting>, in transaction: Transaction)
    throws(Failure) -> [Int64]
  {
    try transaction.all(
      """
      SELECT member_id FROM sitting_attendance
      WHERE sitting_id = \(sitting) AND closed_by IS NULL ORDER BY member_id
      """
    ) { (row: inout Row) throws(Failure) in row.integer() }
  }

  /// How everyone voted on each item, by the item's row.
  package static func votes(of sitting: Number<Sitting>, in transaction: Transaction)
    throws(Failure) -> [Int64: [Int64: Vote]]
  {
    var votes: [Int64: [Int64: Vote]] = [:]
    let rows = try transaction.all(
      """
      SELECT v.item_id, v.member_id, v.vote
      FROM sitting_item AS i JOIN sitting_vote AS v ON v.item_id = i.id AND v.closed_by IS NULL
      WHERE i.sitting_id = \(sitting) AND i.closed_by IS NULL
      """
    ) { (row: inout Row) throws(Failure) -> (Int64, Int64, Vote) in
      (row.integer(), row.integer(), try row.word())
    }
    for (item, member, vote) in rows { votes[item, default: [:]][member] = vote }
    return votes
  }

  /// What was decided on each item, by the item's row.
  package static func decisions(of sitting: Number<Sitting>, in transaction: Transaction)
    throws(Failure) -> [Int64: SittingDecision]
  {
    let rows = try transaction.all(
      """
      SELECT d.item_id, d.result, d.votes_for, d.votes_against, d.votes_abstained, d.by_chair,
        d.inclusion_id, d.code, d.detail
      FROM sitting_item AS i JOIN sitting_decision AS d ON d.item_id = i.id
      WHERE i.sitting_id = \(sitting)
      """
    ) { (row: inout Row) throws(Failure) -> SittingDecision in
      let (item, result): (Int64, SittingDecision.Result) = (row.integer(), try row.word())
      let counts = [row.int(), row.int(), row.int()]
      let (byChair, inclusion): (Bool, Number<Inclusion>?) = (
        row.integer() == 1, row.optionalNumber()
      )
      var obstacle: SittingDecision.Obstacle?
      if let code = row.optionalText(), let detail = row.optionalText() {
        obstacle = SittingDecision.Obstacle(code: code, detail: detail)
      }
      return SittingDecision(
        item: item, result: result, votesFor: counts[0], votesAgainst: counts[1],
        votesAbstained: counts[2], isByChair: byChair, inclusion: inclusion, obstacle: obstacle)
    }
    return Dictionary(rows.map { ($0.item, $0) }) { first, _ in first }
  }

  /// The open sitting on whose agenda a family's inclusion stands already.
  package static func pending(_ family: Number<Family>, in transaction: Transaction)
    throws(Failure) -> (sitting: Number<Sitting>, matter: SittingMatter)?
  {
    try transaction.first(
      """
      SELECT i.sitting_id, i.matter FROM sitting_item AS i
      WHERE i.family_id = \(family) AND i.closed_by IS NULL
        AND NOT EXISTS (SELECT 1 FROM sitting_protocol WHERE sitting_id = i.sitting_id)
      LIMIT 1
      """
    ) { (row: inout Row) throws(Failure) in (row.number(), try row.word()) }
  }
}
