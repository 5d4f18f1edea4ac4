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
      // Each takes a place where its quota is known, and keeps it to its end, whoever holds it then.
      "quotas of permits",
      """
      SELECT 'permit ' || p.id || ' was issued and never took a place of its quota'
      FROM permit_step AS s JOIN work_permit AS p ON p.id = s.permit_id
      WHERE s.action = 'issue'
        AND NOT EXISTS (SELECT 1 FROM permit_place AS l WHERE l.permit_id = p.id)
        AND EXISTS (SELECT 1 FROM ledger_account AS a
          WHERE a.book = 'quota.' || CASE p.kind WHEN 'EMP-1' THEN 'labour-1'
              WHEN 'EMP-2' THEN 'labour-2' WHEN 'EMP-3' THEN 'labour-3'
              WHEN 'EMP-4' THEN 'labour-4' WHEN 'SEAS' THEN 'labour-seasonal'
              WHEN 'LAB-IMM' THEN 'household' END
            AND a.year = CAST(substr(p.applied_on, 1, 4) AS INTEGER)
            AND a.role = 'region' AND a.region = p.region)
      UNION ALL
      SELECT 'permit ' || v.permit_id || ' holds to ' || v.to_date ||
        ' and gave its place back on ' || r.effective_on
      FROM permit_validity AS v JOIN permit_place AS l ON l.permit_id = v.permit_id
      JOIN ledger_transfer AS r ON r.settles = l.transfer_id AND r.move = 'return'
      WHERE v.closed_by IS NULL AND v.is_cut = 0 AND r.effective_on < v.to_date
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
