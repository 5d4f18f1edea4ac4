-- A dated fact may say that a person lives abroad, and in which country, from the day of leaving to
-- that of return. A check of a column cannot be changed in place, so the table is written anew with
-- the same rows.

CREATE TABLE person_fact_anew (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  person_id INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('citizenship', 'status', 'residence', 'abroad',
    'education', 'occupation', 'language', 'need', 'phone', 'email', 'death')),
  value TEXT NOT NULL CHECK (value <> ''),
  valid_from TEXT CHECK (length(valid_from) = 10),  -- NULL: since nobody knows when
  valid_to TEXT CHECK (length(valid_to) = 10),
  reason TEXT NOT NULL,
  document TEXT,
  closed_by INTEGER,
  CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_to > valid_from)
) STRICT;
INSERT INTO person_fact_anew (id, act, person_id, kind, value, valid_from, valid_to, reason,
  document, closed_by)
SELECT id, act, person_id, kind, value, valid_from, valid_to, reason, document, closed_by
FROM person_fact ORDER BY id;
DROP TABLE person_fact;
ALTER TABLE person_fact_anew RENAME TO person_fact;

CREATE INDEX person_fact_person ON person_fact (person_id);
CREATE INDEX person_fact_closed ON person_fact (closed_by) WHERE closed_by IS NOT NULL;

CREATE TRIGGER person_fact_stays BEFORE DELETE ON person_fact
BEGIN SELECT RAISE(ABORT, 'append-only: person_fact'); END;
CREATE TRIGGER person_fact_keeps BEFORE UPDATE OF id, act, person_id, kind, value, valid_from,
  valid_to, reason, document
  ON person_fact
BEGIN SELECT RAISE(ABORT, 'append-only: person_fact'); END;
CREATE TRIGGER person_fact_closes BEFORE UPDATE OF closed_by ON person_fact
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: person_fact'); END;
