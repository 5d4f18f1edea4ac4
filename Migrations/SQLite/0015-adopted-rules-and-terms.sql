-- Rules that an office adopted, each a whole file as the seeds have them, and what a grant depends
-- on beside its people.

-- The latest version of a figure is in force, also for days before it was adopted; earlier versions
-- stay, and so does what was decided with them.
CREATE TABLE rule_version (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  key TEXT NOT NULL CHECK (key <> ''),    -- the figure, such as relocation/head, or mci
  content TEXT NOT NULL,                  -- the file, byte for byte
  digest TEXT NOT NULL CHECK (length(digest) = 64),  -- SHA-256 of it
  adopted_on TEXT NOT NULL CHECK (length(adopted_on) = 10),
  document TEXT NOT NULL CHECK (document <> ''),  -- the paper it rests on, as the officer names it
  changes_from TEXT CHECK (length(changes_from) = 10)  -- NULL: no value differs, only words
) STRICT;
CREATE INDEX rule_version_key ON rule_version (key, id);

CREATE TRIGGER rule_version_stays BEFORE DELETE ON rule_version
BEGIN SELECT RAISE(ABORT, 'append-only: rule_version'); END;
CREATE TRIGGER rule_version_keeps BEFORE UPDATE ON rule_version
BEGIN SELECT RAISE(ABORT, 'append-only: rule_version'); END;

-- The terms of a grant, frozen with it: where rent is paid, for how many months, the first day of the first;
-- what the home costs; the BIN of the employer.
ALTER TABLE allowance_grant ADD COLUMN place TEXT CHECK (place IN ('rural', 'urban'));
ALTER TABLE allowance_grant ADD COLUMN months INTEGER CHECK (months > 0);
ALTER TABLE allowance_grant ADD COLUMN first_month TEXT CHECK (length(first_month) = 10);
ALTER TABLE allowance_grant ADD COLUMN cost INTEGER CHECK (cost > 0);  -- tiyn
ALTER TABLE allowance_grant ADD COLUMN employer TEXT CHECK (length(employer) = 12);
CREATE TRIGGER allowance_grant_keeps_terms BEFORE UPDATE OF place, months, first_month, cost,
  employer ON allowance_grant
BEGIN SELECT RAISE(ABORT, 'append-only: allowance_grant'); END;

-- A person is counted once for a kind of allowance; for rent, once for each first month: those who
-- were paid for some months may be granted the rest.
ALTER TABLE allowance_person ADD COLUMN first_month TEXT CHECK (length(first_month) = 10);
CREATE TRIGGER allowance_person_keeps_month BEFORE UPDATE OF first_month ON allowance_person
BEGIN SELECT RAISE(ABORT, 'append-only: allowance_person'); END;
DROP INDEX allowance_person_once;
CREATE UNIQUE INDEX allowance_person_once
  ON allowance_person (person_id, kind, coalesce(first_month, '')) WHERE closed_by IS NULL;
