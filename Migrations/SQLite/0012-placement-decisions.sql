-- What an officer decided about where a waiting family goes, beside what was advised on that day.

CREATE TABLE placement_decision (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  family_id INTEGER NOT NULL REFERENCES family (id),
  kind TEXT NOT NULL,
  year INTEGER NOT NULL CHECK (year BETWEEN 1991 AND 2200),
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  people INTEGER NOT NULL CHECK (people > 0),
  wished TEXT REFERENCES region (code),   -- the region that the family asked for itself
  advised TEXT REFERENCES region (code),  -- NULL: to wait
  advised_points INTEGER,                 -- what it is worth to each of the people
  advised_price_people INTEGER,           -- what one more place there would have brought the plan
  advised_price_worth INTEGER,
  chosen TEXT NOT NULL REFERENCES region (code),
  chosen_points INTEGER NOT NULL,
  chosen_price_people INTEGER NOT NULL,
  chosen_price_worth INTEGER NOT NULL,
  reason TEXT,                            -- why not as advised
  waiting INTEGER NOT NULL CHECK (waiting > 0),  -- families that the plan was made for
  places INTEGER NOT NULL CHECK (places >= 0),   -- places that it had
  digest TEXT NOT NULL CHECK (length(digest) = 64),  -- SHA-256 of what it was made of
  closed_by INTEGER,
  CHECK (advised IS chosen OR reason IS NOT NULL),
  CHECK ((advised IS NULL) = (advised_points IS NULL)),
  CHECK ((advised IS NULL) = (advised_price_people IS NULL)),
  CHECK ((advised IS NULL) = (advised_price_worth IS NULL))
) STRICT;
CREATE INDEX placement_decision_family ON placement_decision (family_id);
CREATE INDEX placement_decision_quota ON placement_decision (year, kind);
CREATE INDEX placement_decision_closed ON placement_decision (closed_by)
  WHERE closed_by IS NOT NULL;

CREATE TRIGGER placement_decision_stays BEFORE DELETE ON placement_decision
BEGIN SELECT RAISE(ABORT, 'append-only: placement_decision'); END;
CREATE TRIGGER placement_decision_keeps BEFORE UPDATE OF id, act, family_id, kind, year, on_date,
  people, wished, advised, advised_points, advised_price_people, advised_price_worth, chosen,
  chosen_points, chosen_price_people, chosen_price_worth, reason, waiting, places, digest
  ON placement_decision
BEGIN SELECT RAISE(ABORT, 'append-only: placement_decision'); END;
CREATE TRIGGER placement_decision_closes BEFORE UPDATE OF closed_by ON placement_decision
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: placement_decision'); END;
