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

  private static let checks: [(name: String, sql: SQL)] = [
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
      "whole persons",
      """
      SELECT 'person ' || p.id || ' has no record, name or family' FROM person AS p
      WHERE NOT EXISTS (SELECT 1 FROM membership AS m WHERE m.person_id = p.id)
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
      // What inclusions share of one transfer is what that transfer still holds.
      "places and transfers",
      """
      WITH live AS (SELECT s.transfer_id AS transfer, sum(i.places +
            (SELECT coalesce(sum(places), 0) FROM inclusion_change
              WHERE inclusion_id = i.id AND closed_by IS NULL)) AS places
          FROM inclusion AS i JOIN inclusion_step AS s ON s.id =
            (SELECT max(id) FROM inclusion_step WHERE inclusion_id = i.id)
          WHERE s.step IN ('reserved', 'confirmed') GROUP BY s.transfer_id),
        settled AS (SELECT settles AS transfer, sum(amount) AS amount FROM ledger_transfer
          WHERE settles IS NOT NULL GROUP BY settles)
      SELECT 'transfer ' || t.id || ' holds ' || (t.amount - coalesce(e.amount, 0)) ||
        ' places and its inclusions ' || coalesce(l.places, 0)
      FROM ledger_transfer AS t JOIN ledger_account AS a ON a.id = t.debit AND a.unit <> 'tiyn'
      LEFT JOIN live AS l ON l.transfer = t.id LEFT JOIN settled AS e ON e.transfer = t.id
      WHERE t.move IN ('reserve', 'confirm')
        AND t.amount - coalesce(e.amount, 0) <> coalesce(l.places, 0)
      """
    ),
    (
      "sums of grants",
      """
      SELECT 'grant ' || g.id || ' differs from its lines or its people' FROM allowance_grant AS g
      WHERE g.amount <> (SELECT sum(amount) FROM allowance_line WHERE grant_id = g.id)
        OR g.people <> (SELECT count(*) FROM allowance_person
          WHERE grant_id = g.id AND act = g.act)
      """
    ),
    (
      "divisions of grants",
      """
      SELECT 'grant ' || g.id || ' is due to others beyond its amount, or to itself'
      FROM allowance_grant AS g
      JOIN allowance_division AS d ON d.grant_id = g.id AND d.closed_by IS NULL
      GROUP BY g.id HAVING sum(d.amount) > g.amount OR sum(d.family_id = g.family_id) > 0
      UNION ALL
      SELECT 'a part of grant ' || d.grant_id || ' is of a person it does not count'
      FROM allowance_division AS d
      WHERE d.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM allowance_person AS p
        WHERE p.grant_id = d.grant_id AND p.person_id = d.person_id)
      """
    ),
    ("money of budgets", budgets),
    (
      // What a decision came to was due in full; later acts pay, replace and call off.
      "dues of grants",
      """
      SELECT 'grant ' || g.id || ' came to ' || g.amount || ', and was due with ' || sum(d.amount)
      FROM allowance_grant AS g JOIN allowance_due AS d ON d.grant_id = g.id AND d.act = g.act
      GROUP BY g.id HAVING sum(d.amount) <> g.amount
      """
    ),
    (
      // Money is paid of what was due, once, and by what the bank told.
      "payments of dues",
      """
      SELECT 'due ' || d.id || ' of ' || d.amount || ' tiyn was paid with ' || sum(e.amount)
      FROM allowance_due AS d JOIN payment_entry AS e ON e.due_id = d.id
      GROUP BY d.id HAVING sum(e.amount) NOT BETWEEN 0 AND d.amount
      UNION ALL
      SELECT 'line ' || id || ' was told ' || told || ' tiyn, and counts ' || counted
      FROM (SELECT l.id,
          (SELECT coalesce(sum(counted), 0) FROM bank_entry WHERE line_id = l.id)
          + (SELECT coalesce(sum(counted), 0) FROM bank_resolution WHERE line_id = l.id) AS told,
          (SELECT coalesce(sum(amount), 0) FROM payment_entry WHERE line_id = l.id)
          - (SELECT coalesce(sum(amount), 0) FROM recovery_entry WHERE line_id = l.id) AS counted
        FROM payment_line AS l)
      WHERE told <> counted
      UNION ALL
      SELECT 'register ' || r.id || ' says ' || r.lines || ' lines and ' || r.amount ||
        ' tiyn, its lines others'
      FROM payment_register AS r
      WHERE r.lines <> (SELECT count(*) FROM payment_line WHERE register_id = r.id)
        OR r.amount <> (SELECT sum(amount) FROM payment_line WHERE register_id = r.id)
      UNION ALL
      SELECT 'line ' || l.id || ' pays ' || l.amount || ' tiyn, its claims come to another sum'
      FROM payment_line AS l
      WHERE l.amount <> (SELECT sum(amount) FROM payment_item WHERE line_id = l.id)
      """
    ),
    (
      "recoveries",
      """
      SELECT 'recovery ' || r.id || ' of ' || r.amount || ' tiyn came down by ' ||
        sum(e.amount)
      FROM recovery AS r JOIN recovery_entry AS e ON e.recovery_id = r.id
      GROUP BY r.id HAVING sum(e.amount) NOT BETWEEN 0 AND r.amount
      UNION ALL
      SELECT 'adjustment ' || d.id || ' differs from its lines' FROM allowance_difference AS d
      WHERE d.amount <> (SELECT sum(now - was) FROM allowance_difference_line
        WHERE difference_id = d.id)
      """
    ),
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
      GROUP BY one.survivor, p.kind HAVING count(*) > 1
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

  /// Money stays in its book and is never below zero, no order but a cut leaves a region with more
  /// in use than it was given, and what is set aside is set aside for one grant, out of the book
  /// that the commitment names.
  private static let budgets: SQL = """
    SELECT 'transfer ' || t.id || ' leads from one book to another' FROM ledger_transfer AS t
    JOIN ledger_account AS d ON d.id = t.debit JOIN ledger_account AS c ON c.id = t.credit
    WHERE d.book <> c.book OR d.year <> c.year OR d.unit <> c.unit
    UNION ALL
    SELECT 'account ' || id || ' is below zero' FROM ledger_account WHERE held < 0 OR spent < 0
    UNION ALL
    SELECT 'account ' || a.id || ' of ' || a.book || ' has more in use than it was given'
    FROM ledger_account AS a
    WHERE a.unit = 'tiyn' AND a.held + a.spent >
        (SELECT coalesce(sum(amount), 0) FROM ledger_transfer
          WHERE credit = a.id AND move = 'allot')
      OR a.unit = 'tiyn' AND a.role <> 'region' AND a.held + a.spent > 0
    UNION ALL
    SELECT 'commitment ' || m.id || ' of grant ' || m.grant_id || ' is not what its transfer is'
    FROM budget_commitment AS m
    LEFT JOIN ledger_transfer AS t ON t.id = m.transfer_id
    LEFT JOIN ledger_account AS a ON a.id = t.debit
    WHERE t.id IS NULL OR t.move <> 'reserve' OR a.unit <> 'tiyn' OR a.year <> m.year
      OR a.book <> 'budget.' || m.programme || '.' || m.source
    UNION ALL
    SELECT 'transfer ' || t.id || ' sets money aside for ' || count(m.id) || ' grants'
    FROM ledger_account AS a JOIN ledger_transfer AS t ON t.debit = a.id AND t.move = 'reserve'
    LEFT JOIN budget_commitment AS m ON m.transfer_id = t.id
    WHERE a.unit = 'tiyn' GROUP BY t.id HAVING count(m.id) <> 1
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
