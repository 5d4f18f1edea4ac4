-- Permits to work: what is asked for, each step, the days they hold, the places they take, what is paid.

CREATE TABLE work_permit (
  id INTEGER PRIMARY KEY,                 -- year * 10,000,000 + serial: W-2026-000001-?
  act INTEGER NOT NULL,
  kind TEXT NOT NULL,                     -- EMP-1 … LAB-IMM
  request TEXT NOT NULL CHECK (request IN ('first', 'extension', 'replacement')),
  of_permit INTEGER REFERENCES work_permit (id),   -- which it extends, or takes the rest of
  employer_id INTEGER REFERENCES employer (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  region TEXT NOT NULL REFERENCES region (code),   -- the administrative unit
  section TEXT,                           -- A to U
  post TEXT NOT NULL,
  occupation TEXT,
  citizenship TEXT,                       -- alpha-3, on the day of the application
  applied_on TEXT NOT NULL CHECK (length(applied_on) = 10),
  term INTEGER NOT NULL CHECK (term > 0),
  term_unit TEXT NOT NULL CHECK (term_unit IN ('months', 'days')),
  papers TEXT NOT NULL,                   -- codes parted by spaces
  vacancy TEXT,
  vacancy_on TEXT CHECK (length(vacancy_on) = 10),
  recruitment_cost INTEGER CHECK (recruitment_cost >= 0),  -- tiyn, of the worker
  monthly_income INTEGER CHECK (monthly_income >= 0),      -- tiyn, of the first month
  CHECK ((request = 'first') = (of_permit IS NULL))
) STRICT;
CREATE INDEX work_permit_employer ON work_permit (employer_id, kind, applied_on);
CREATE INDEX work_permit_person ON work_permit (person_id);
CREATE INDEX work_permit_of ON work_permit (of_permit) WHERE of_permit IS NOT NULL;
CREATE INDEX work_permit_applied ON work_permit (applied_on, region);

-- Other regions in which it is to hold.
CREATE TABLE permit_region (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  permit_id INTEGER NOT NULL REFERENCES work_permit (id),
  region TEXT NOT NULL REFERENCES region (code),
  UNIQUE (permit_id, region)
) STRICT;

CREATE TABLE permit_step (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  permit_id INTEGER NOT NULL REFERENCES work_permit (id),
  action TEXT NOT NULL,
  state TEXT,                             -- where it led; NULL where the permit stays as it is
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  region TEXT REFERENCES region (code),   -- which agreed
  ground TEXT,
  reason TEXT,
  document TEXT,
  due_on TEXT CHECK (length(due_on) = 10),  -- by when the next step is due
  calendar TEXT,                          -- the version of the calendar that says so
  CHECK ((due_on IS NULL) = (calendar IS NULL))
) STRICT;
CREATE INDEX permit_step_permit ON permit_step (permit_id);
CREATE INDEX permit_step_issue ON permit_step (on_date) WHERE action = 'issue';

-- What an official found of the worker's qualification; the last one counts.
CREATE TABLE permit_qualification (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  permit_id INTEGER NOT NULL REFERENCES work_permit (id),
  fits INTEGER NOT NULL CHECK (fits IN (0, 1))
) STRICT;
CREATE INDEX permit_qualification_permit ON permit_qualification (permit_id);

-- The days for which an issued permit holds; a revoked one is shortened by another row.
CREATE TABLE permit_validity (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  permit_id INTEGER NOT NULL REFERENCES work_permit (id),
  employer_id INTEGER REFERENCES employer (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  region TEXT NOT NULL REFERENCES region (code),
  from_date TEXT NOT NULL CHECK (length(from_date) = 10),
  to_date TEXT NOT NULL CHECK (length(to_date) = 10),   -- the first day on which it holds no longer
  is_cut INTEGER NOT NULL CHECK (is_cut IN (0, 1)),     -- it was to hold longer
  closed_by INTEGER,
  CHECK (from_date <= to_date)
) STRICT;
CREATE UNIQUE INDEX permit_validity_open ON permit_validity (permit_id) WHERE closed_by IS NULL;
CREATE INDEX permit_validity_to ON permit_validity (to_date, region, kind) WHERE closed_by IS NULL;
CREATE INDEX permit_validity_employer ON permit_validity (employer_id, to_date)
  WHERE closed_by IS NULL;
CREATE INDEX permit_validity_person ON permit_validity (person_id);
CREATE INDEX permit_validity_closed ON permit_validity (closed_by) WHERE closed_by IS NOT NULL;

-- The places it takes of quotas, on the ledger; closed where a place was given back or confirmed.
CREATE TABLE permit_place (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  permit_id INTEGER NOT NULL REFERENCES work_permit (id),
  account_id INTEGER NOT NULL REFERENCES ledger_account (id),
  transfer_id INTEGER NOT NULL REFERENCES ledger_transfer (id),
  region TEXT NOT NULL REFERENCES region (code),
  ends_on TEXT CHECK (length(ends_on) = 10),  -- the day on which it is free again by itself
  closed_by INTEGER
) STRICT;
CREATE INDEX permit_place_permit ON permit_place (permit_id);
CREATE INDEX permit_place_transfer ON permit_place (transfer_id) WHERE closed_by IS NULL;
CREATE INDEX permit_place_account ON permit_place (account_id, ends_on);
CREATE INDEX permit_place_ends ON permit_place (ends_on) WHERE closed_by IS NULL;
CREATE INDEX permit_place_closed ON permit_place (closed_by) WHERE closed_by IS NOT NULL;

CREATE TABLE permit_payment (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  permit_id INTEGER NOT NULL REFERENCES work_permit (id),
  region TEXT NOT NULL REFERENCES region (code),  -- to whose budget
  amount INTEGER NOT NULL CHECK (amount >= 0),    -- tiyn
  arithmetic TEXT NOT NULL,               -- 24 × 4,325
  paid_on TEXT NOT NULL CHECK (length(paid_on) = 10),
  document TEXT NOT NULL,
  source TEXT NOT NULL,
  standing TEXT NOT NULL,
  UNIQUE (permit_id, region)
) STRICT;
CREATE INDEX permit_payment_day ON permit_payment (paid_on, region);

-- Business trips to other regions; closed where one is taken back.
CREATE TABLE permit_trip (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  permit_id INTEGER NOT NULL REFERENCES work_permit (id),
  region TEXT NOT NULL REFERENCES region (code),
  from_date TEXT NOT NULL CHECK (length(from_date) = 10),
  to_date TEXT NOT NULL CHECK (length(to_date) = 10),   -- the first day after it
  closed_by INTEGER,
  CHECK (from_date < to_date)
) STRICT;
CREATE INDEX permit_trip_permit ON permit_trip (permit_id);
CREATE INDEX permit_trip_closed ON permit_trip (closed_by) WHERE closed_by IS NOT NULL;

-- What is due by when; closed once it was done.
CREATE TABLE permit_deadline (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  permit_id INTEGER NOT NULL REFERENCES work_permit (id),
  what TEXT NOT NULL,                     -- decide, pay, send
  due_on TEXT NOT NULL CHECK (length(due_on) = 10),
  calendar TEXT NOT NULL,
  closed_by INTEGER
) STRICT;
CREATE UNIQUE INDEX permit_deadline_open ON permit_deadline (permit_id) WHERE closed_by IS NULL;
CREATE INDEX permit_deadline_due ON permit_deadline (due_on) WHERE closed_by IS NULL;
CREATE INDEX permit_deadline_closed ON permit_deadline (closed_by) WHERE closed_by IS NOT NULL;

-- Append-only, as every table of facts.
CREATE TRIGGER work_permit_stays BEFORE DELETE ON work_permit
BEGIN SELECT RAISE(ABORT, 'append-only: work_permit'); END;
CREATE TRIGGER work_permit_keeps BEFORE UPDATE ON work_permit
BEGIN SELECT RAISE(ABORT, 'append-only: work_permit'); END;

CREATE TRIGGER permit_region_stays BEFORE DELETE ON permit_region
BEGIN SELECT RAISE(ABORT, 'append-only: permit_region'); END;
CREATE TRIGGER permit_region_keeps BEFORE UPDATE ON permit_region
BEGIN SELECT RAISE(ABORT, 'append-only: permit_region'); END;

CREATE TRIGGER permit_step_stays BEFORE DELETE ON permit_step
BEGIN SELECT RAISE(ABORT, 'append-only: permit_step'); END;
CREATE TRIGGER permit_step_keeps BEFORE UPDATE ON permit_step
BEGIN SELECT RAISE(ABORT, 'append-only: permit_step'); END;

CREATE TRIGGER permit_qualification_stays BEFORE DELETE ON permit_qualification
BEGIN SELECT RAISE(ABORT, 'append-only: permit_qualification'); END;
CREATE TRIGGER permit_qualification_keeps BEFORE UPDATE ON permit_qualification
BEGIN SELECT RAISE(ABORT, 'append-only: permit_qualification'); END;

CREATE TRIGGER permit_validity_stays BEFORE DELETE ON permit_validity
BEGIN SELECT RAISE(ABORT, 'append-only: permit_validity'); END;
CREATE TRIGGER permit_validity_keeps BEFORE UPDATE OF id, act, permit_id, employer_id, person_id,
  kind, region, from_date, to_date, is_cut
  ON permit_validity
BEGIN SELECT RAISE(ABORT, 'append-only: permit_validity'); END;
CREATE TRIGGER permit_validity_closes BEFORE UPDATE OF closed_by ON permit_validity
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: permit_validity'); END;

CREATE TRIGGER permit_place_stays BEFORE DELETE ON permit_place
BEGIN SELECT RAISE(ABORT, 'append-only: permit_place'); END;
CREATE TRIGGER permit_place_keeps BEFORE UPDATE OF id, act, permit_id, account_id, transfer_id,
  region, ends_on
  ON permit_place
BEGIN SELECT RAISE(ABORT, 'append-only: permit_place'); END;
CREATE TRIGGER permit_place_closes BEFORE UPDATE OF closed_by ON permit_place
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: permit_place'); END;

CREATE TRIGGER permit_payment_stays BEFORE DELETE ON permit_payment
BEGIN SELECT RAISE(ABORT, 'append-only: permit_payment'); END;
CREATE TRIGGER permit_payment_keeps BEFORE UPDATE ON permit_payment
BEGIN SELECT RAISE(ABORT, 'append-only: permit_payment'); END;

CREATE TRIGGER permit_trip_stays BEFORE DELETE ON permit_trip
BEGIN SELECT RAISE(ABORT, 'append-only: permit_trip'); END;
CREATE TRIGGER permit_trip_keeps BEFORE UPDATE OF id, act, permit_id, region, from_date, to_date
  ON permit_trip
BEGIN SELECT RAISE(ABORT, 'append-only: permit_trip'); END;
CREATE TRIGGER permit_trip_closes BEFORE UPDATE OF closed_by ON permit_trip
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: permit_trip'); END;

CREATE TRIGGER permit_deadline_stays BEFORE DELETE ON permit_deadline
BEGIN SELECT RAISE(ABORT, 'append-only: permit_deadline'); END;
CREATE TRIGGER permit_deadline_keeps BEFORE UPDATE OF id, act, permit_id, what, due_on, calendar
  ON permit_deadline
BEGIN SELECT RAISE(ABORT, 'append-only: permit_deadline'); END;
CREATE TRIGGER permit_deadline_closes BEFORE UPDATE OF closed_by ON permit_deadline
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: permit_deadline'); END;
