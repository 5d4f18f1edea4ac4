package import Domain

/// What must hold in every register, each as a query that names whatever breaks it.
package enum Invariants {
  /// The name of each, in the order of checking.
  package static let names = checks.map(\.name) + ["ledger balances"]

  /// One sentence for each breach found, at most `limit` a check.
  package static func breaches(
    of name: String, limit: Int = 20, in transaction: Transaction
  ) throws(Failure) -> [String] {
    guard let check = checks.first(where: { $0.name == name }) else {
      return try LedgerTable.imbalances(in: transaction)
    }
    let found = try transaction.all(check.sql) { (row: inout Row) throws(Failure) in row.text() }
    return Array(found.filter { $0 != "ok" }.prefix(limit))
  }

  private static let checks: [(name: String, sql: SQL)] =
    families + money + persons + employers + permits

  private static let families: [(name: String, sql: SQL)] = [
    ("database file", "PRAGMA quick_check"),
    (
      "references",
      """
      SELECT [table] || ' row ' || rowid || ' refers to no row of ' || parent
      FROM pragma_foreign_key_check
      """
    ),
    ("one head a family", heads),
    (
      // One whose making was undone has nothing that holds.
      "whole families",
      """
      SELECT 'family ' || f.id || ' has no record, or never had a member' FROM family AS f
      WHERE NOT EXISTS (SELECT 1 FROM family_record AS r WHERE r.family_id = f.id)
        OR NOT EXISTS (SELECT 1 FROM membership AS m WHERE m.family_id = f.id)
        OR NOT EXISTS (SELECT 1 FROM family_record AS r
            WHERE r.family_id = f.id AND r.closed_by IS NULL)
          AND EXISTS (SELECT 1 FROM membership AS m
            WHERE m.family_id = f.id AND m.closed_by IS NULL)
      """
    ),
    (
      // Only who was registered alone may never have had a family.
      "whole persons",
      """
      SELECT 'person ' || p.id || ' has no record, name or family' FROM person AS p
      WHERE NOT EXISTS (SELECT 1 FROM membership AS m WHERE m.person_id = p.id)
          AND NOT EXISTS (SELECT 1 FROM act AS a WHERE a.id = p.act AND a.action = 'person.register')
        OR NOT EXISTS (SELECT 1 FROM person_record AS r WHERE r.person_id = p.id)
        OR EXISTS (SELECT 1 FROM person_record AS r
            WHERE r.person_id = p.id AND r.closed_by IS NULL)
          <> EXISTS (SELECT 1 FROM person_name AS n
            WHERE n.person_id = p.id AND n.closed_by IS NULL)
        OR NOT EXISTS (SELECT 1 FROM person_record AS r
            WHERE r.person_id = p.id AND r.closed_by IS NULL)
          AND EXISTS (SELECT 1 FROM membership AS m
            WHERE m.person_id = p.id AND m.closed_by IS NULL)
      """
    ),
    (
      "one family a person",
      """
      SELECT 'person ' || a.person_id || ' belongs to families ' || a.family_id || ' and ' ||
        b.family_id || ' on ' || max(a.valid_from, b.valid_from)
      FROM membership AS a JOIN membership AS b ON b.person_id = a.person_id AND b.id > a.id
      WHERE a.closed_by IS NULL AND b.closed_by IS NULL
        AND (a.valid_to IS NULL OR a.valid_to > b.valid_from)
        AND (b.valid_to IS NULL OR b.valid_to > a.valid_from)
      """
    ),
    (
      "places of inclusions",
      """
      WITH state AS (SELECT i.id, i.unit, s.step,
          i.people + (SELECT coalesce(sum(people), 0) FROM inclusion_change
            WHERE inclusion_id = i.id AND closed_by IS NULL) AS people,
          i.places + (SELECT coalesce(sum(places), 0) FROM inclusion_change
            WHERE inclusion_id = i.id AND closed_by IS NULL) AS places,
          (SELECT count(*) FROM place WHERE inclusion_id = i.id AND closed_by IS NULL) AS held
        FROM inclusion AS i JOIN inclusion_step AS s ON s.id =
          (SELECT max(id) FROM inclusion_step WHERE inclusion_id = i.id))
      SELECT 'inclusion ' || id || ' is ' || step || ' with ' || places || ' places for ' ||
        people || ' people, of whom ' || held || ' hold them'
      FROM state
      WHERE held <> CASE WHEN step IN ('reserved', 'confirmed') THEN people ELSE 0 END
        OR people < 0 OR places < 0 OR (unit = 'person' AND people <> places)
      """
    ),
    (
      // What inclusions and permits share of one transfer is what that transfer still holds.
      "places and transfers",
      """
      WITH live AS (SELECT s.transfer_id AS transfer, sum(i.places +
            (SELECT coalesce(sum(places), 0) FROM inclusion_change
              WHERE inclusion_id = i.id AND closed_by IS NULL)) AS places
          FROM inclusion AS i JOIN inclusion_step AS s ON s.id =
            (SELECT max(id) FROM inclusion_step WHERE inclusion_id = i.id)
          WHERE s.step IN ('reserved', 'confirmed') GROUP BY s.transfer_id
          UNION ALL
          SELECT transfer_id, count(*) FROM permit_place WHERE closed_by IS NULL
          GROUP BY transfer_id),
        settled AS (SELECT settles AS transfer, sum(amount) AS amount FROM ledger_transfer
          WHERE settles IS NOT NULL GROUP BY settles)
      SELECT 'transfer ' || t.id || ' holds ' || (t.amount - coalesce(e.amount, 0)) ||
        ' places and those who hold them ' || coalesce(l.places, 0)
      FROM ledger_transfer AS t JOIN ledger_account AS a ON a.id = t.debit AND a.unit <> 'tiyn'
      LEFT JOIN live AS l ON l.transfer = t.id LEFT JOIN settled AS e ON e.transfer = t.id
      WHERE t.move IN ('reserve', 'confirm')
        AND t.amount - coalesce(e.amount, 0) <> coalesce(l.places, 0)
      """
    ),
  ]

  private static let persons: [(name: String, sql: SQL)] = [
    (
      "old numbers resolve",
      """
      \(raw: numbersOfOne)
      SELECT 'person ' || person_id || ' was merged in a ring' FROM person_link
      WHERE closed_by IS NULL AND person_id NOT IN (SELECT person_id FROM one)
      """
    ),
    (
      "one place a person",
      """
      \(raw: numbersOfOne)
      SELECT 'person ' || one.survivor || ' holds ' || count(*) || ' places'
      FROM one JOIN place AS p ON p.person_id = one.person_id AND p.closed_by IS NULL
      GROUP BY one.survivor HAVING count(*) > 1
      """
    ),
    (
      // Every matter of a sitting with a protocol was decided, by the votes that stand beside it, and
      // what was included by it says so.
      "sittings and protocols",
      """
      SELECT 'item ' || i.position || ' of sitting ' || i.sitting_id || ' has no decision'
      FROM sitting_protocol AS p
      JOIN sitting_item AS i ON i.sitting_id = p.sitting_id AND i.closed_by IS NULL
      WHERE NOT EXISTS (SELECT 1 FROM sitting_decision WHERE item_id = i.id)
      UNION ALL
      SELECT 'item ' || i.position || ' of sitting ' || i.sitting_id || ' was decided otherwise'
      FROM sitting_decision AS d JOIN sitting_item AS i ON i.id = d.item_id
      LEFT JOIN sitting_protocol AS p ON p.sitting_id = i.sitting_id
      WHERE p.id IS NULL OR i.closed_by IS NOT NULL
        OR d.votes_for <> (SELECT count(*) FROM sitting_vote
          WHERE item_id = i.id AND vote = 'for' AND closed_by IS NULL)
        OR d.votes_for + d.votes_against + d.votes_abstained <> p.present
        OR i.matter = 'include' AND d.inclusion_id IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM inclusion_step AS s WHERE s.inclusion_id = d.inclusion_id
            AND s.step = 'confirmed' AND s.protocol = p.number)
      """
    ),
    (
      "one grant of a kind a person",
      """
      \(raw: numbersOfOne)
      SELECT 'person ' || one.survivor || ' was granted ' || p.kind || ' ' || count(*) || ' times'
      FROM one JOIN allowance_person AS p ON p.person_id = one.person_id AND p.closed_by IS NULL
      GROUP BY one.survivor, p.kind, p.first_month HAVING count(*) > 1
      """
    ),
  ]

  /// On every day a family with members has exactly one head; one without members has none.
  ///
  /// Most families have one head from their first day on, and need no more than a look. In the
  /// others, members can come to lack a head only on a day on which one of them starts or a head
  /// ends, and two heads overlap on the first day of the later one: no other day decides.
  private static let heads: SQL = """
    WITH changed AS (SELECT family_id FROM membership WHERE closed_by IS NULL GROUP BY family_id
        HAVING sum(relation = 'head') <> 1 OR sum(relation = 'head' AND valid_to IS NOT NULL) > 0
          OR min(valid_from) < min(CASE relation WHEN 'head' THEN valid_from END)),
      days AS (SELECT m.family_id, m.valid_from AS day
        FROM changed AS c JOIN membership AS m ON m.family_id = c.family_id
        WHERE m.closed_by IS NULL
        UNION
        SELECT e.family_id, e.valid_to
        FROM changed AS c JOIN membership AS e ON e.family_id = c.family_id
        WHERE e.closed_by IS NULL AND e.relation = 'head' AND e.valid_to IS NOT NULL
          AND EXISTS (SELECT 1 FROM membership AS m
            WHERE m.family_id = e.family_id AND m.closed_by IS NULL AND m.valid_from <= e.valid_to
              AND (m.valid_to IS NULL OR m.valid_to > e.valid_to))),
      counts AS (SELECT d.family_id, d.day, (SELECT count(*) FROM membership AS h
          WHERE h.family_id = d.family_id AND h.relation = 'head' AND h.closed_by IS NULL
            AND h.valid_from <= d.day AND (h.valid_to IS NULL OR h.valid_to > d.day)) AS heads
        FROM days AS d)
    SELECT 'family ' || family_id || ' has ' ||
      CASE heads WHEN 0 THEN 'no head' ELSE 'more than one head' END || ' on ' || day
    FROM counts WHERE heads <> 1 ORDER BY family_id, day
    """

  /// Every number of those who have several, with the one that survives: `one`.
  ///
  /// The database's own indexes hold a person with one number to one place and one grant.
  private static let numbersOfOne: StaticString = """
    WITH RECURSIVE link AS (SELECT person_id, into_id FROM person_link WHERE closed_by IS NULL),
      walk (person_id, reached) AS (
        SELECT person_id, into_id FROM link
        UNION SELECT walk.person_id, link.into_id
        FROM walk JOIN link ON link.person_id = walk.reached),
      one (person_id, survivor) AS (
        SELECT person_id, reached FROM walk WHERE reached NOT IN (SELECT person_id FROM link)
        UNION SELECT reached, reached FROM walk
        WHERE reached NOT IN (SELECT person_id FROM link))
    """
}
