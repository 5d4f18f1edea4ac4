-- Families over time: what happens to them, where they live, what changes about their people;
-- who is one person under two numbers; and how the places of one inclusion are divided.

-- What happened to a family, each with its day, its reason and its paper: the history that people
-- read. The facts themselves stand in their own tables.
CREATE TABLE family_event (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  family_id INTEGER NOT NULL REFERENCES family (id),
  kind TEXT NOT NULL CHECK (kind IN ('add-member', 'remove-member', 'birth', 'death', 'marriage',
    'divorce', 'head', 'move', 'correct', 'split', 'join', 'undo')),
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  person_id INTEGER REFERENCES person (id),      -- whom it is about, where it is one
  other_family_id INTEGER REFERENCES family (id),  -- of a split or a join
  undone_act INTEGER,                     -- of an undo: the act that no longer holds
  reason TEXT NOT NULL,
  document TEXT,                          -- the paper it rests on, as the officer names it
  detail TEXT NOT NULL,                   -- in words: who and what
  closed_by INTEGER,
  CHECK ((kind = 'undo') = (undone_act IS NOT NULL))
) STRICT;
CREATE INDEX family_event_family ON family_event (family_id);
CREATE INDEX family_event_act ON family_event (act);
CREATE INDEX family_event_undone ON family_event (undone_act) WHERE undone_act IS NOT NULL;
CREATE INDEX family_event_closed ON family_event (closed_by) WHERE closed_by IS NOT NULL;

-- Where a family lives, from when to when (the day after the last).
CREATE TABLE family_residence (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  family_id INTEGER NOT NULL REFERENCES family (id),
  region TEXT NOT NULL REFERENCES region (code),
  district TEXT,
  address TEXT,
  valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
  valid_to TEXT CHECK (length(valid_to) = 10),
  closed_by INTEGER,
  CHECK (valid_to IS NULL OR valid_to > valid_from)
) STRICT;
CREATE INDEX family_residence_family ON family_residence (family_id);
CREATE INDEX family_residence_closed ON family_residence (closed_by) WHERE closed_by IS NOT NULL;

-- A dated fact about a person beside the record of the form: a citizenship gained or lost, an
-- occupation, a language, a need, a way to be reached, a death.
CREATE TABLE person_fact (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  person_id INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('citizenship', 'education', 'occupation', 'language', 'need',
    'phone', 'email', 'death')),
  value TEXT NOT NULL CHECK (value <> ''),
  valid_from TEXT CHECK (length(valid_from) = 10),  -- NULL: since nobody knows when
  valid_to TEXT CHECK (length(valid_to) = 10),
  reason TEXT NOT NULL,
  document TEXT,
  closed_by INTEGER,
  CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_to > valid_from)
) STRICT;
CREATE INDEX person_fact_person ON person_fact (person_id);
CREATE INDEX person_fact_closed ON person_fact (closed_by) WHERE closed_by IS NOT NULL;

CREATE TABLE marriage (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  person_id INTEGER NOT NULL REFERENCES person (id),
  spouse_id INTEGER NOT NULL REFERENCES person (id),
  valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
  valid_to TEXT CHECK (length(valid_to) = 10),
  document TEXT,
  closed_by INTEGER,
  CHECK (person_id <> spouse_id),
  CHECK (valid_to IS NULL OR valid_to > valid_from)
) STRICT;
CREATE INDEX marriage_person ON marriage (person_id);
CREATE INDEX marriage_spouse ON marriage (spouse_id);
CREATE INDEX marriage_closed ON marriage (closed_by) WHERE closed_by IS NOT NULL;

-- People who joined or left an inclusion after it was counted: the count of the day stays frozen
-- beside it. A place moves with its person; the transfer behind it stays the same.
CREATE TABLE inclusion_change (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  inclusion_id INTEGER NOT NULL REFERENCES inclusion (id),
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  people INTEGER NOT NULL CHECK (people <> 0),   -- more or, below zero, fewer
  places INTEGER NOT NULL,
  other_id INTEGER REFERENCES inclusion (id),    -- where they went, or came from
  reason TEXT NOT NULL,
  closed_by INTEGER
) STRICT;
CREATE INDEX inclusion_change_inclusion ON inclusion_change (inclusion_id);
CREATE INDEX inclusion_change_closed ON inclusion_change (closed_by) WHERE closed_by IS NOT NULL;

-- Which parts of a grant are due to a family other than the one it was granted to: the part of one
-- of its people, or what was granted to the family as a whole.
CREATE TABLE allowance_division (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  grant_id INTEGER NOT NULL REFERENCES allowance_grant (id),
  person_id INTEGER REFERENCES person (id),      -- NULL: the part of nobody in particular
  family_id INTEGER NOT NULL REFERENCES family (id),
  amount INTEGER NOT NULL CHECK (amount > 0),    -- tiyn
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  closed_by INTEGER
) STRICT;
-- Each part is due to one family at a time.
CREATE UNIQUE INDEX allowance_division_part
  ON allowance_division (grant_id, coalesce(person_id, 0)) WHERE closed_by IS NULL;
CREATE INDEX allowance_division_grant ON allowance_division (grant_id);
CREATE INDEX allowance_division_family ON allowance_division (family_id);
CREATE INDEX allowance_division_closed ON allowance_division (closed_by)
  WHERE closed_by IS NOT NULL;

-- One person under two numbers: everything that refers to `person_id` is read as `into_id`'s.
CREATE TABLE person_link (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  person_id INTEGER NOT NULL REFERENCES person (id),  -- the tombstone
  into_id INTEGER NOT NULL REFERENCES person (id),
  reason TEXT NOT NULL,
  document TEXT,
  closed_by INTEGER,                      -- taken apart again
  CHECK (person_id <> into_id)
) STRICT;
CREATE UNIQUE INDEX person_link_once ON person_link (person_id) WHERE closed_by IS NULL;
CREATE INDEX person_link_person ON person_link (person_id);
CREATE INDEX person_link_into ON person_link (into_id);
CREATE INDEX person_link_closed ON person_link (closed_by) WHERE closed_by IS NOT NULL;

-- Two numbers that may be one person, for an officer to decide; closed when decided.
CREATE TABLE match_case (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  person_id INTEGER NOT NULL REFERENCES person (id),     -- the later number
  candidate_id INTEGER NOT NULL REFERENCES person (id),
  score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 1000),  -- in thousandths
  decision TEXT NOT NULL CHECK (decision IN ('match', 'review')),
  reasons TEXT NOT NULL,
  closed_by INTEGER,
  CHECK (person_id <> candidate_id)
) STRICT;
CREATE UNIQUE INDEX match_case_open ON match_case (person_id, candidate_id)
  WHERE closed_by IS NULL;
CREATE INDEX match_case_candidate ON match_case (candidate_id);
CREATE INDEX match_case_listed ON match_case (score DESC, id) WHERE closed_by IS NULL;
CREATE INDEX match_case_closed ON match_case (closed_by) WHERE closed_by IS NOT NULL;

CREATE TABLE match_verdict (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  person_id INTEGER NOT NULL REFERENCES person (id),
  candidate_id INTEGER NOT NULL REFERENCES person (id),
  verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different')),
  reason TEXT NOT NULL,
  closed_by INTEGER,                      -- thought better of
  CHECK (person_id <> candidate_id)
) STRICT;
CREATE UNIQUE INDEX match_verdict_open ON match_verdict (person_id, candidate_id)
  WHERE closed_by IS NULL;
CREATE INDEX match_verdict_candidate ON match_verdict (candidate_id);
CREATE INDEX match_verdict_closed ON match_verdict (closed_by) WHERE closed_by IS NOT NULL;

-- For finding those who may be one person, by a name's consonants and the birth date. Derived,
-- never evidence.
CREATE TABLE match_key (
  key INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  PRIMARY KEY (key, person_id)
) STRICT, WITHOUT ROWID;

-- How many people bear a name, by its consonants; the role "all" counts the people. Derived.
CREATE TABLE match_count (
  role TEXT NOT NULL CHECK (role IN ('all', 'given', 'family')),
  skeleton INTEGER NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (role, skeleton)
) STRICT, WITHOUT ROWID;

-- How far keys and counts have followed the facts: the last row of person_name, the last act, and
-- the version of the keys.
CREATE TABLE match_mark (
  source TEXT PRIMARY KEY CHECK (source IN ('name', 'act', 'version')),
  last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The lines of a family's rows in its file, the head's first; NULL where nobody noted them.
ALTER TABLE submission ADD COLUMN lines TEXT;

-- The paper a name stands on, and the day a document is valid from.
ALTER TABLE person_name ADD COLUMN paper TEXT;
ALTER TABLE person_document ADD COLUMN issued TEXT CHECK (length(issued) = 10);

-- A transfer may be settled in parts: places that were reserved together may end apart.
DROP INDEX ledger_transfer_settles;
CREATE INDEX ledger_transfer_settled ON ledger_transfer (settles) WHERE settles IS NOT NULL;

DROP TRIGGER ledger_settlement;
CREATE TRIGGER ledger_settlement BEFORE INSERT ON ledger_transfer WHEN NEW.settles IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'reservation.settled')
  WHERE NOT EXISTS (
    SELECT 1 FROM ledger_transfer AS s
    WHERE s.id = NEW.settles AND s.debit = NEW.debit AND s.credit = NEW.credit
      AND s.move = CASE NEW.move WHEN 'return' THEN 'confirm' ELSE 'reserve' END
      AND NEW.amount <= s.amount -
        (SELECT coalesce(sum(amount), 0) FROM ledger_transfer WHERE settles = s.id));
END;

DROP TRIGGER ledger_balance;
CREATE TRIGGER ledger_balance AFTER INSERT ON ledger_transfer WHEN NEW.move <> 'allot'
BEGIN
  UPDATE ledger_account SET
    held = held + CASE NEW.move
      WHEN 'reserve' THEN NEW.amount
      WHEN 'return' THEN 0
      ELSE -NEW.amount END,
    spent = spent + CASE NEW.move
      WHEN 'confirm' THEN NEW.amount
      WHEN 'return' THEN -NEW.amount
      ELSE 0 END
  WHERE id = NEW.debit;
END;

-- Append-only, as every table of facts.
CREATE TRIGGER family_event_stays BEFORE DELETE ON family_event
BEGIN SELECT RAISE(ABORT, 'append-only: family_event'); END;
CREATE TRIGGER family_event_keeps BEFORE UPDATE OF id, act, family_id, kind, on_date, person_id,
  other_family_id, undone_act, reason, document, detail
  ON family_event
BEGIN SELECT RAISE(ABORT, 'append-only: family_event'); END;
CREATE TRIGGER family_event_closes BEFORE UPDATE OF closed_by ON family_event
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: family_event'); END;

CREATE TRIGGER family_residence_stays BEFORE DELETE ON family_residence
BEGIN SELECT RAISE(ABORT, 'append-only: family_residence'); END;
CREATE TRIGGER family_residence_keeps BEFORE UPDATE OF id, act, family_id, region, district,
  address, valid_from, valid_to
  ON family_residence
BEGIN SELECT RAISE(ABORT, 'append-only: family_residence'); END;
CREATE TRIGGER family_residence_closes BEFORE UPDATE OF closed_by ON family_residence
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: family_residence'); END;

CREATE TRIGGER person_fact_stays BEFORE DELETE ON person_fact
BEGIN SELECT RAISE(ABORT, 'append-only: person_fact'); END;
CREATE TRIGGER person_fact_keeps BEFORE UPDATE OF id, act, person_id, kind, value, valid_from,
  valid_to, reason, document
  ON person_fact
BEGIN SELECT RAISE(ABORT, 'append-only: person_fact'); END;
CREATE TRIGGER person_fact_closes BEFORE UPDATE OF closed_by ON person_fact
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: person_fact'); END;

CREATE TRIGGER marriage_stays BEFORE DELETE ON marriage
BEGIN SELECT RAISE(ABORT, 'append-only: marriage'); END;
CREATE TRIGGER marriage_keeps BEFORE UPDATE OF id, act, person_id, spouse_id, valid_from,
  valid_to, document
  ON marriage
BEGIN SELECT RAISE(ABORT, 'append-only: marriage'); END;
CREATE TRIGGER marriage_closes BEFORE UPDATE OF closed_by ON marriage
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: marriage'); END;

CREATE TRIGGER inclusion_change_stays BEFORE DELETE ON inclusion_change
BEGIN SELECT RAISE(ABORT, 'append-only: inclusion_change'); END;
CREATE TRIGGER inclusion_change_keeps BEFORE UPDATE OF id, act, inclusion_id, on_date, people,
  places, other_id, reason
  ON inclusion_change
BEGIN SELECT RAISE(ABORT, 'append-only: inclusion_change'); END;
CREATE TRIGGER inclusion_change_closes BEFORE UPDATE OF closed_by ON inclusion_change
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: inclusion_change'); END;

CREATE TRIGGER allowance_division_stays BEFORE DELETE ON allowance_division
BEGIN SELECT RAISE(ABORT, 'append-only: allowance_division'); END;
CREATE TRIGGER allowance_division_keeps BEFORE UPDATE OF id, act, grant_id, person_id,
  family_id, amount, on_date
  ON allowance_division
BEGIN SELECT RAISE(ABORT, 'append-only: allowance_division'); END;
CREATE TRIGGER allowance_division_closes BEFORE UPDATE OF closed_by ON allowance_division
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: allowance_division'); END;

CREATE TRIGGER person_link_stays BEFORE DELETE ON person_link
BEGIN SELECT RAISE(ABORT, 'append-only: person_link'); END;
CREATE TRIGGER person_link_keeps BEFORE UPDATE OF id, act, person_id, into_id, reason,
  document
  ON person_link
BEGIN SELECT RAISE(ABORT, 'append-only: person_link'); END;
CREATE TRIGGER person_link_closes BEFORE UPDATE OF closed_by ON person_link
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: person_link'); END;

CREATE TRIGGER match_case_stays BEFORE DELETE ON match_case
BEGIN SELECT RAISE(ABORT, 'append-only: match_case'); END;
CREATE TRIGGER match_case_keeps BEFORE UPDATE OF id, act, person_id, candidate_id, score,
  decision, reasons
  ON match_case
BEGIN SELECT RAISE(ABORT, 'append-only: match_case'); END;
CREATE TRIGGER match_case_closes BEFORE UPDATE OF closed_by ON match_case
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: match_case'); END;

CREATE TRIGGER match_verdict_stays BEFORE DELETE ON match_verdict
BEGIN SELECT RAISE(ABORT, 'append-only: match_verdict'); END;
CREATE TRIGGER match_verdict_keeps BEFORE UPDATE OF id, act, person_id, candidate_id, verdict,
  reason
  ON match_verdict
BEGIN SELECT RAISE(ABORT, 'append-only: match_verdict'); END;
CREATE TRIGGER match_verdict_closes BEFORE UPDATE OF closed_by ON match_verdict
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: match_verdict'); END;

CREATE TRIGGER person_name_keeps_paper BEFORE UPDATE OF paper ON person_name
BEGIN SELECT RAISE(ABORT, 'append-only: person_name'); END;

CREATE TRIGGER person_document_keeps_issued BEFORE UPDATE OF issued ON person_document
BEGIN SELECT RAISE(ABORT, 'append-only: person_document'); END;

CREATE TRIGGER submission_keeps_lines BEFORE UPDATE OF lines ON submission
BEGIN SELECT RAISE(ABORT, 'append-only: submission'); END;
