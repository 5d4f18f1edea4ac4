/// What must hold of grants, payments and budgets.
extension Invariants {
  static let money: [(name: String, sql: SQL)] = [
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
      GROUP BY g.id HAVING sum(d.family_id = g.family_id) > 0 OR sum(d.amount) > g.amount
        + (SELECT coalesce(sum(l.now - l.was), 0) FROM allowance_difference AS a
          JOIN allowance_difference_line AS l ON l.difference_id = a.id AND l.now > l.was
          WHERE a.grant_id = g.id)
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
  ]

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
}
