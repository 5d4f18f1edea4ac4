-- Who waits for places and since when; and the commission that decides, sitting by sitting.

-- A family's application for places: what holds of it now is the one open row. A family that is
-- bound for a region waits from its registration on without one.
CREATE TABLE application (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  family_id INTEGER NOT NULL REFERENCES family (id),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'withdrawn')),
  kind TEXT NOT NULL CHECK (kind IN ('kandas', 'settlers')),
  applied_on TEXT NOT NULL CHECK (length(applied_on) = 10),
  priority TEXT,                          -- a code of queue-priorities; NULL: none
  reason TEXT,                            -- of the priority, or of the withdrawal
  document TEXT,
  closed_by INTEGER,
  CHECK (state = 'waiting' OR reason IS NOT NULL),
  CHECK (priority IS NULL OR reason IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX application_open ON application (family_id) WHERE closed_by IS NULL;
CREATE INDEX application_family ON application (family_id);
CREATE INDEX application_closed ON application (closed_by) WHERE closed_by IS NOT NULL;

-- Who waits is asked region by region.
CREATE INDEX family_record_destination ON family_record (destination_region)
  WHERE closed_by IS NULL;

-- An appointment to a region's commission, and its end.
CREATE TABLE commission_member (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  region TEXT NOT NULL REFERENCES region (code),
  name TEXT NOT NULL CHECK (name <> ''),
  body TEXT NOT NULL CHECK (body <> ''),  -- whom the member speaks for
  role TEXT NOT NULL CHECK (role IN ('chair', 'deputy', 'member', 'secretary')),
  from_date TEXT NOT NULL CHECK (length(from_date) = 10),
  document TEXT                           -- the act of appointment
) STRICT;
CREATE INDEX commission_member_region ON commission_member (region);

CREATE TABLE commission_dismissal (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  member_id INTEGER NOT NULL UNIQUE REFERENCES commission_member (id),
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),  -- the first day out of office
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE sitting (
  id INTEGER PRIMARY KEY,                 -- year * 10,000,000 + serial: S-2026-000001-6
  act INTEGER NOT NULL,
  region TEXT NOT NULL REFERENCES region (code),
  held_on TEXT NOT NULL CHECK (length(held_on) = 10)
) STRICT;
CREATE INDEX sitting_region ON sitting (region);

-- What a sitting decides, in the order of its agenda; closed where it was taken off.
CREATE TABLE sitting_item (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  sitting_id INTEGER NOT NULL REFERENCES sitting (id),
  position INTEGER NOT NULL CHECK (position > 0),
  matter TEXT NOT NULL CHECK (matter IN ('include', 'release', 'transfer')),
  family_id INTEGER NOT NULL REFERENCES family (id),
  kind TEXT NOT NULL,
  year INTEGER NOT NULL CHECK (year BETWEEN 1991 AND 2200),
  region TEXT NOT NULL REFERENCES region (code),  -- whose places; of a transfer, who receives
  inclusion_id INTEGER REFERENCES inclusion (id), -- what is confirmed, released or transferred
  reason TEXT,
  closed_by INTEGER,
  CHECK (matter = 'include' OR (inclusion_id IS NOT NULL AND reason IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX sitting_item_position ON sitting_item (sitting_id, position);
CREATE INDEX sitting_item_family ON sitting_item (family_id);
CREATE INDEX sitting_item_inclusion ON sitting_item (inclusion_id) WHERE inclusion_id IS NOT NULL;
CREATE INDEX sitting_item_closed ON sitting_item (closed_by) WHERE closed_by IS NOT NULL;

CREATE TABLE sitting_attendance (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  sitting_id INTEGER NOT NULL REFERENCES sitting (id),
  member_id INTEGER NOT NULL REFERENCES commission_member (id),
  closed_by INTEGER
) STRICT;
CREATE UNIQUE INDEX sitting_attendance_open ON sitting_attendance (sitting_id, member_id)
  WHERE closed_by IS NULL;
CREATE INDEX sitting_attendance_closed ON sitting_attendance (closed_by)
  WHERE closed_by IS NOT NULL;

CREATE TABLE sitting_vote (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  item_id INTEGER NOT NULL REFERENCES sitting_item (id),
  member_id INTEGER NOT NULL REFERENCES commission_member (id),
  vote TEXT NOT NULL CHECK (vote IN ('for', 'against', 'abstained')),
  closed_by INTEGER
) STRICT;
CREATE UNIQUE INDEX sitting_vote_open ON sitting_vote (item_id, member_id)
  WHERE closed_by IS NULL;
CREATE INDEX sitting_vote_closed ON sitting_vote (closed_by) WHERE closed_by IS NOT NULL;

-- The protocol ends a sitting: from then on nothing of it changes.
CREATE TABLE sitting_protocol (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  sitting_id INTEGER NOT NULL UNIQUE REFERENCES sitting (id),
  region TEXT NOT NULL REFERENCES region (code),
  year INTEGER NOT NULL,
  number TEXT NOT NULL CHECK (number <> ''),
  protocol_date TEXT NOT NULL CHECK (length(protocol_date) = 10),
  recording TEXT,                         -- where the video of the sitting is kept
  members INTEGER NOT NULL CHECK (members > 0),
  present INTEGER NOT NULL CHECK (present BETWEEN 1 AND members),
  UNIQUE (region, year, number)
) STRICT;

CREATE TABLE sitting_decision (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  item_id INTEGER NOT NULL UNIQUE REFERENCES sitting_item (id),
  result TEXT NOT NULL CHECK (result IN ('approved', 'refused')),
  votes_for INTEGER NOT NULL CHECK (votes_for >= 0),
  votes_against INTEGER NOT NULL CHECK (votes_against >= 0),
  votes_abstained INTEGER NOT NULL CHECK (votes_abstained >= 0),
  by_chair INTEGER NOT NULL CHECK (by_chair IN (0, 1)),  -- the votes were equal
  inclusion_id INTEGER REFERENCES inclusion (id),  -- what was carried out
  code TEXT,                              -- why it was approved and could not be carried out
  detail TEXT,
  CHECK ((code IS NULL) = (detail IS NULL)),
  CHECK (result = 'approved' OR (inclusion_id IS NULL AND code IS NULL))
) STRICT;
CREATE INDEX sitting_decision_inclusion ON sitting_decision (inclusion_id)
  WHERE inclusion_id IS NOT NULL;

-- Append-only, as every table of facts.
CREATE TRIGGER application_stays BEFORE DELETE ON application
BEGIN SELECT RAISE(ABORT, 'append-only: application'); END;
CREATE TRIGGER application_keeps BEFORE UPDATE OF id, act, family_id, state, kind, applied_on,
  priority, reason, document
  ON application
BEGIN SELECT RAISE(ABORT, 'append-only: application'); END;
CREATE TRIGGER application_closes BEFORE UPDATE OF closed_by ON application
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: application'); END;

CREATE TRIGGER commission_member_stays BEFORE DELETE ON commission_member
BEGIN SELECT RAISE(ABORT, 'append-only: commission_member'); END;
CREATE TRIGGER commission_member_keeps BEFORE UPDATE ON commission_member
BEGIN SELECT RAISE(ABORT, 'append-only: commission_member'); END;

CREATE TRIGGER commission_dismissal_stays BEFORE DELETE ON commission_dismissal
BEGIN SELECT RAISE(ABORT, 'append-only: commission_dismissal'); END;
CREATE TRIGGER commission_dismissal_keeps BEFORE UPDATE ON commission_dismissal
BEGIN SELECT RAISE(ABORT, 'append-only: commission_dismissal'); END;

CREATE TRIGGER sitting_stays BEFORE DELETE ON sitting
BEGIN SELECT RAISE(ABORT, 'append-only: sitting'); END;
CREATE TRIGGER sitting_keeps BEFORE UPDATE ON sitting
BEGIN SELECT RAISE(ABORT, 'append-only: sitting'); END;

CREATE TRIGGER sitting_item_stays BEFORE DELETE ON sitting_item
BEGIN SELECT RAISE(ABORT, 'append-only: sitting_item'); END;
CREATE TRIGGER sitting_item_keeps BEFORE UPDATE OF id, act, sitting_id, position, matter,
  family_id, kind, year, region, inclusion_id, reason
  ON sitting_item
BEGIN SELECT RAISE(ABORT, 'append-only: sitting_item'); END;
CREATE TRIGGER sitting_item_closes BEFORE UPDATE OF closed_by ON sitting_item
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: sitting_item'); END;

CREATE TRIGGER sitting_attendance_stays BEFORE DELETE ON sitting_attendance
BEGIN SELECT RAISE(ABORT, 'append-only: sitting_attendance'); END;
CREATE TRIGGER sitting_attendance_keeps BEFORE UPDATE OF id, act, sitting_id, member_id
  ON sitting_attendance
BEGIN SELECT RAISE(ABORT, 'append-only: sitting_attendance'); END;
CREATE TRIGGER sitting_attendance_closes BEFORE UPDATE OF closed_by ON sitting_attendance
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: sitting_attendance'); END;

CREATE TRIGGER sitting_vote_stays BEFORE DELETE ON sitting_vote
BEGIN SELECT RAISE(ABORT, 'append-only: sitting_vote'); END;
CREATE TRIGGER sitting_vote_keeps BEFORE UPDATE OF id, act, item_id, member_id, vote
  ON sitting_vote
BEGIN SELECT RAISE(ABORT, 'append-only: sitting_vote'); END;
CREATE TRIGGER sitting_vote_closes BEFORE UPDATE OF closed_by ON sitting_vote
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: sitting_vote'); END;

CREATE TRIGGER sitting_protocol_stays BEFORE DELETE ON sitting_protocol
BEGIN SELECT RAISE(ABORT, 'append-only: sitting_protocol'); END;
CREATE TRIGGER sitting_protocol_keeps BEFORE UPDATE ON sitting_protocol
BEGIN SELECT RAISE(ABORT, 'append-only: sitting_protocol'); END;

CREATE TRIGGER sitting_decision_stays BEFORE DELETE ON sitting_decision
BEGIN SELECT RAISE(ABORT, 'append-only: sitting_decision'); END;
CREATE TRIGGER sitting_decision_keeps BEFORE UPDATE ON sitting_decision
BEGIN SELECT RAISE(ABORT, 'append-only: sitting_decision'); END;
