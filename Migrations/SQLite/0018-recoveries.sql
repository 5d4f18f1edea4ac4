-- What is not paid any more, what changes after a decision, and what must come back.

-- Payments of a grant that are stopped from a day on; closed where they are resumed.
CREATE TABLE allowance_stop (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  grant_id INTEGER NOT NULL REFERENCES allowance_grant (id),
  cause TEXT NOT NULL CHECK (cause IN ('death', 'departure', 'status-ended', 'left-region', 'other')),
  from_date TEXT NOT NULL CHECK (length(from_date) = 10),
  is_final INTEGER NOT NULL CHECK (is_final IN (0, 1)),  -- what was still due is called off
  reason TEXT NOT NULL,
  document TEXT,
  closed_by INTEGER
) STRICT;
CREATE UNIQUE INDEX allowance_stop_open ON allowance_stop (grant_id) WHERE closed_by IS NULL;
CREATE INDEX allowance_stop_grant ON allowance_stop (grant_id);
CREATE INDEX allowance_stop_closed ON allowance_stop (closed_by) WHERE closed_by IS NOT NULL;

-- What was decided about a grant after its decision: by how much it is more or less.
CREATE TABLE allowance_difference (
  id INTEGER PRIMARY KEY,                 -- year * 10,000,000 + serial: D-2026-000001-G
  act INTEGER NOT NULL,
  grant_id INTEGER NOT NULL REFERENCES allowance_grant (id),
  amount INTEGER NOT NULL,                -- tiyn: the sum of its lines
  reason TEXT NOT NULL,
  document TEXT
) STRICT;
CREATE INDEX allowance_difference_grant ON allowance_difference (grant_id);

CREATE TABLE allowance_difference_line (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  difference_id INTEGER NOT NULL REFERENCES allowance_difference (id),
  person_id INTEGER REFERENCES person (id),
  month TEXT CHECK (length(month) = 10),
  was INTEGER NOT NULL CHECK (was >= 0),  -- tiyn
  now INTEGER NOT NULL CHECK (now >= 0),
  why TEXT NOT NULL,
  CHECK (was <> now)
) STRICT;
CREATE INDEX allowance_difference_line_of ON allowance_difference_line (difference_id);

-- What a family owes back.
CREATE TABLE recovery (
  id INTEGER PRIMARY KEY,                 -- year * 10,000,000 + serial: C-2026-000001-T
  act INTEGER NOT NULL,
  family_id INTEGER NOT NULL REFERENCES family (id),
  grant_id INTEGER NOT NULL REFERENCES allowance_grant (id),
  ground TEXT NOT NULL CHECK (ground IN ('overpaid', 'left-early', 'paid-twice', 'other')),
  amount INTEGER NOT NULL CHECK (amount > 0),  -- tiyn
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  bound_until TEXT CHECK (length(bound_until) = 10),  -- the first day on which the family was free
  reason TEXT NOT NULL,
  document TEXT,
  source TEXT NOT NULL,                   -- the rule, as it was known
  standing TEXT NOT NULL
) STRICT;
CREATE INDEX recovery_family ON recovery (family_id);
CREATE INDEX recovery_grant ON recovery (grant_id);

-- Of which claims it is, where a grant was reckoned too high.
CREATE TABLE recovery_part (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  recovery_id INTEGER NOT NULL REFERENCES recovery (id),
  person_id INTEGER REFERENCES person (id),
  month TEXT CHECK (length(month) = 10),
  amount INTEGER NOT NULL CHECK (amount > 0)
) STRICT;
CREATE INDEX recovery_part_of ON recovery_part (recovery_id);

-- What came back or was given up (above zero), and what of it was undone (below).
CREATE TABLE recovery_entry (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  recovery_id INTEGER NOT NULL REFERENCES recovery (id),
  move TEXT NOT NULL CHECK (move IN ('repaid', 'withheld', 'waived')),
  amount INTEGER NOT NULL CHECK (amount <> 0),  -- tiyn
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  line_id INTEGER REFERENCES payment_line (id),
  ground TEXT,                            -- of a waiver: a code of recovery-waivers
  reason TEXT NOT NULL,
  document TEXT,
  CHECK ((move = 'withheld') = (line_id IS NOT NULL)),
  CHECK ((move = 'waived') = (ground IS NOT NULL))
) STRICT;
CREATE INDEX recovery_entry_of ON recovery_entry (recovery_id);
CREATE INDEX recovery_entry_line ON recovery_entry (line_id) WHERE line_id IS NOT NULL;

-- In which parts it is to be paid back; another plan takes the place of the first.
CREATE TABLE recovery_plan (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  recovery_id INTEGER NOT NULL REFERENCES recovery (id),
  due_on TEXT NOT NULL CHECK (length(due_on) = 10),
  amount INTEGER NOT NULL CHECK (amount > 0),
  closed_by INTEGER
) STRICT;
CREATE INDEX recovery_plan_of ON recovery_plan (recovery_id);
CREATE INDEX recovery_plan_closed ON recovery_plan (closed_by) WHERE closed_by IS NOT NULL;

-- What a line of a register withholds towards a recovery.
CREATE TABLE payment_offset (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  line_id INTEGER NOT NULL REFERENCES payment_line (id),
  recovery_id INTEGER NOT NULL REFERENCES recovery (id),
  amount INTEGER NOT NULL CHECK (amount > 0),
  closed_by INTEGER
) STRICT;
CREATE INDEX payment_offset_line ON payment_offset (line_id);
CREATE INDEX payment_offset_recovery ON payment_offset (recovery_id);
CREATE INDEX payment_offset_closed ON payment_offset (closed_by) WHERE closed_by IS NOT NULL;

CREATE TRIGGER allowance_stop_stays BEFORE DELETE ON allowance_stop
BEGIN SELECT RAISE(ABORT, 'append-only: allowance_stop'); END;
CREATE TRIGGER allowance_stop_keeps BEFORE UPDATE OF id, act, grant_id, cause, from_date, is_final,
  reason, document
  ON allowance_stop
BEGIN SELECT RAISE(ABORT, 'append-only: allowance_stop'); END;
CREATE TRIGGER allowance_stop_closes BEFORE UPDATE OF closed_by ON allowance_stop
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: allowance_stop'); END;

CREATE TRIGGER allowance_difference_stays BEFORE DELETE ON allowance_difference
BEGIN SELECT RAISE(ABORT, 'append-only: allowance_difference'); END;
CREATE TRIGGER allowance_difference_keeps BEFORE UPDATE ON allowance_difference
BEGIN SELECT RAISE(ABORT, 'append-only: allowance_difference'); END;

CREATE TRIGGER allowance_difference_line_stays BEFORE DELETE ON allowance_difference_line
BEGIN SELECT RAISE(ABORT, 'append-only: allowance_difference_line'); END;
CREATE TRIGGER allowance_difference_line_keeps BEFORE UPDATE ON allowance_difference_line
BEGIN SELECT RAISE(ABORT, 'append-only: allowance_difference_line'); END;

CREATE TRIGGER recovery_stays BEFORE DELETE ON recovery
BEGIN SELECT RAISE(ABORT, 'append-only: recovery'); END;
CREATE TRIGGER recovery_keeps BEFORE UPDATE ON recovery
BEGIN SELECT RAISE(ABORT, 'append-only: recovery'); END;

CREATE TRIGGER recovery_part_stays BEFORE DELETE ON recovery_part
BEGIN SELECT RAISE(ABORT, 'append-only: recovery_part'); END;
CREATE TRIGGER recovery_part_keeps BEFORE UPDATE ON recovery_part
BEGIN SELECT RAISE(ABORT, 'append-only: recovery_part'); END;

CREATE TRIGGER recovery_entry_stays BEFORE DELETE ON recovery_entry
BEGIN SELECT RAISE(ABORT, 'append-only: recovery_entry'); END;
CREATE TRIGGER recovery_entry_keeps BEFORE UPDATE ON recovery_entry
BEGIN SELECT RAISE(ABORT, 'append-only: recovery_entry'); END;

CREATE TRIGGER recovery_plan_stays BEFORE DELETE ON recovery_plan
BEGIN SELECT RAISE(ABORT, 'append-only: recovery_plan'); END;
CREATE TRIGGER recovery_plan_keeps BEFORE UPDATE OF id, act, recovery_id, due_on, amount
  ON recovery_plan
BEGIN SELECT RAISE(ABORT, 'append-only: recovery_plan'); END;
CREATE TRIGGER recovery_plan_closes BEFORE UPDATE OF closed_by ON recovery_plan
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: recovery_plan'); END;

CREATE TRIGGER payment_offset_stays BEFORE DELETE ON payment_offset
BEGIN SELECT RAISE(ABORT, 'append-only: payment_offset'); END;
CREATE TRIGGER payment_offset_keeps BEFORE UPDATE OF id, act, line_id, recovery_id, amount
  ON payment_offset
BEGIN SELECT RAISE(ABORT, 'append-only: payment_offset'); END;
CREATE TRIGGER payment_offset_closes BEFORE UPDATE OF closed_by ON payment_offset
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: payment_offset'); END;
