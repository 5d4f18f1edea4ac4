extension Invariants {
  /// What must hold of permits to work.
  static let permits: [(name: String, sql: SQL)] = [
    (
      // An application under way holds reservations, or, an extension, what it goes on with; an issued
      // permit confirmed places; a permit that ended none. That its day has come the next act finds.
      "places of permits",
      """
      WITH state AS (SELECT p.id, p.request, coalesce((SELECT s.state FROM permit_step AS s
            WHERE s.permit_id = p.id AND s.state IS NOT NULL ORDER BY s.id DESC LIMIT 1),
          'applied') AS state FROM work_permit AS p)
      SELECT 'permit ' || l.permit_id || ' is ' || s.state || ' and holds place ' || l.id ||
        ', which is a ' || t.move
      FROM permit_place AS l JOIN state AS s ON s.id = l.permit_id
      JOIN ledger_transfer AS t ON t.id = l.transfer_id
      WHERE l.closed_by IS NULL
        AND (t.debit <> l.account_id OR t.move <> CASE
          WHEN s.state IN ('applied', 'approved', 'noticed', 'paid') THEN
            CASE s.request WHEN 'extension' THEN t.move ELSE 'reserve' END
          WHEN s.state IN ('issued', 'suspended') THEN 'confirm' ELSE '' END)
      """
    ),
    (
      "days of permits",
      """
      WITH state AS (SELECT p.id, (SELECT s.state FROM permit_step AS s
            WHERE s.permit_id = p.id AND s.state IS NOT NULL ORDER BY s.id DESC LIMIT 1)
          AS state FROM work_permit AS p)
      SELECT 'permit ' || s.id || ' is ' || coalesce(s.state, 'applied') || ' and has ' ||
        CASE WHEN v.id IS NULL THEN 'no days' ELSE 'days to ' || v.to_date END
      FROM state AS s LEFT JOIN permit_validity AS v ON v.permit_id = s.id AND v.closed_by IS NULL
      WHERE (v.id IS NOT NULL) <> (coalesce(s.state, '') IN
        ('issued', 'suspended', 'revoked', 'replaced'))
      """
    ),
    (
      // Another worker has the rest of a permit without paying again.
      "fees of permits",
      """
      SELECT 'permit ' || p.id || ' was issued, and its fee was not paid to each region'
      FROM work_permit AS p
      JOIN permit_step AS s ON s.permit_id = p.id AND s.action = 'issue'
      WHERE p.request <> 'replacement' AND p.kind NOT IN ('ICT', 'SELF')
        AND (SELECT count(*) FROM permit_payment WHERE permit_id = p.id)
          <> 1 + (SELECT count(*) FROM permit_region WHERE permit_id = p.id)
      """
    ),
  ]
}
