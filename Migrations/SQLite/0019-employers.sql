-- Those who employ foreigners: who they are, how many people of which citizenship they have in
-- which posts, and what they were found to have done.

CREATE TABLE employer (
  id INTEGER PRIMARY KEY,                 -- a register number: E-2026-000001-…
  act INTEGER NOT NULL,
  identifier TEXT NOT NULL UNIQUE CHECK (length(identifier) = 12)  -- a BIN, or the IIN of a person
) STRICT;

CREATE TABLE employer_record (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  employer_id INTEGER NOT NULL REFERENCES employer (id),
  name TEXT NOT NULL CHECK (name <> ''),
  region TEXT NOT NULL,
  section TEXT CHECK (length(section) = 1),  -- of economic activity: oked-sections
  form TEXT NOT NULL CHECK (form IN
    ('company', 'entrepreneur', 'branch', 'representation', 'state', 'private-person')),
  size TEXT CHECK (size IN ('small', 'medium', 'large')),
  reason TEXT,                            -- of a correction
  document TEXT,
  closed_by INTEGER
) STRICT;
CREATE UNIQUE INDEX employer_record_known ON employer_record (employer_id)
  WHERE closed_by IS NULL;
CREATE INDEX employer_record_of ON employer_record (employer_id);
CREATE INDEX employer_record_region ON employer_record (region, section) WHERE closed_by IS NULL;
CREATE INDEX employer_record_section ON employer_record (section) WHERE closed_by IS NULL;
CREATE INDEX employer_record_closed ON employer_record (closed_by) WHERE closed_by IS NOT NULL;

-- A count of all people on a day; another count of the day takes the place of the first.
CREATE TABLE employer_staff (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  employer_id INTEGER NOT NULL REFERENCES employer (id),
  as_of TEXT NOT NULL CHECK (length(as_of) = 10),
  category INTEGER NOT NULL CHECK (category BETWEEN 0 AND 4),  -- 0: other posts
  citizenship TEXT NOT NULL CHECK (citizenship <> ''),         -- ISO 3166-1 alpha-3
  people INTEGER NOT NULL CHECK (people >= 0),
  reason TEXT,                            -- where it takes the place of another
  document TEXT,
  closed_by INTEGER
) STRICT;
CREATE UNIQUE INDEX employer_staff_known
  ON employer_staff (employer_id, as_of, category, citizenship) WHERE closed_by IS NULL;
CREATE INDEX employer_staff_of ON employer_staff (employer_id, as_of);
CREATE INDEX employer_staff_closed ON employer_staff (closed_by) WHERE closed_by IS NOT NULL;

CREATE TABLE employer_violation (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  employer_id INTEGER NOT NULL REFERENCES employer (id),
  ground TEXT NOT NULL CHECK (ground IN ('illegal-hire', 'permit-terms', 'registration', 'other')),
  article TEXT,                           -- of the Code of Administrative Offences
  found_on TEXT NOT NULL CHECK (length(found_on) = 10),
  document TEXT NOT NULL,
  note TEXT,
  closed_by INTEGER
) STRICT;
CREATE INDEX employer_violation_of ON employer_violation (employer_id, found_on);
CREATE INDEX employer_violation_closed ON employer_violation (closed_by)
  WHERE closed_by IS NOT NULL;

CREATE TRIGGER employer_stays BEFORE DELETE ON employer
BEGIN SELECT RAISE(ABORT, 'append-only: employer'); END;
CREATE TRIGGER employer_keeps BEFORE UPDATE ON employer
BEGIN SELECT RAISE(ABORT, 'append-only: employer'); END;

CREATE TRIGGER employer_record_stays BEFORE DELETE ON employer_record
BEGIN SELECT RAISE(ABORT, 'append-only: employer_record'); END;
CREATE TRIGGER employer_record_keeps BEFORE UPDATE OF id, act, employer_id, name, region, section,
  form, size, reason, document
  ON employer_record
BEGIN SELECT RAISE(ABORT, 'append-only: employer_record'); END;
CREATE TRIGGER employer_record_closes BEFORE UPDATE OF closed_by ON employer_record
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: employer_record'); END;

CREATE TRIGGER employer_staff_stays BEFORE DELETE ON employer_staff
BEGIN SELECT RAISE(ABORT, 'append-only: employer_staff'); END;
CREATE TRIGGER employer_staff_keeps BEFORE UPDATE OF id, act, employer_id, as_of, category,
  citizenship, people, reason, document
  ON employer_staff
BEGIN SELECT RAISE(ABORT, 'append-only: employer_staff'); END;
CREATE TRIGGER employer_staff_closes BEFORE UPDATE OF closed_by ON employer_staff
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: employer_staff'); END;

CREATE TRIGGER employer_violation_stays BEFORE DELETE ON employer_violation
BEGIN SELECT RAISE(ABORT, 'append-only: employer_violation'); END;
CREATE TRIGGER employer_violation_keeps BEFORE UPDATE OF id, act, employer_id, ground, article,
  found_on, document, note
  ON employer_violation
BEGIN SELECT RAISE(ABORT, 'append-only: employer_violation'); END;
CREATE TRIGGER employer_violation_closes BEFORE UPDATE OF closed_by ON employer_violation
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: employer_violation'); END;
