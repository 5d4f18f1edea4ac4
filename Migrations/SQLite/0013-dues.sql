-- What is due of a grant: each part of it, once or month by month.

-- Open until it is paid, called off or replaced. A grant that was made before this step has none:
-- nothing of it can be put on a payment register.
CREATE TABLE allowance_due (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  grant_id INTEGER NOT NULL REFERENCES allowance_grant (id),
  person_id INTEGER REFERENCES person (id),  -- NULL: of the family as a whole
  month TEXT CHECK (length(month) = 10),     -- its first day; NULL: paid once
  region TEXT NOT NULL REFERENCES region (code),
  due_on TEXT NOT NULL CHECK (length(due_on) = 10),
  amount INTEGER NOT NULL CHECK (amount > 0),  -- tiyn
  closed_by INTEGER
) STRICT;
CREATE INDEX allowance_due_grant ON allowance_due (grant_id);
CREATE INDEX allowance_due_open ON allowance_due (region, due_on) WHERE closed_by IS NULL;
CREATE INDEX allowance_due_closed ON allowance_due (closed_by) WHERE closed_by IS NOT NULL;

CREATE TRIGGER allowance_due_stays BEFORE DELETE ON allowance_due
BEGIN SELECT RAISE(ABORT, 'append-only: allowance_due'); END;
CREATE TRIGGER allowance_due_keeps BEFORE UPDATE OF id, act, grant_id, person_id, month, region,
  due_on, amount
  ON allowance_due
BEGIN SELECT RAISE(ABORT, 'append-only: allowance_due'); END;
CREATE TRIGGER allowance_due_closes BEFORE UPDATE OF closed_by ON allowance_due
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: allowance_due'); END;
