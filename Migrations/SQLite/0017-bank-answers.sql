-- What the bank says it did: its files, their entries, and how each was placed.

CREATE TABLE bank_file (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  name TEXT NOT NULL,
  format TEXT NOT NULL CHECK (format IN ('csv', 'camt.054')),
  message_id TEXT,
  content BLOB NOT NULL                   -- as it came
) STRICT;

CREATE TABLE bank_entry (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  file_id INTEGER NOT NULL REFERENCES bank_file (id),
  position INTEGER NOT NULL CHECK (position > 0),
  line INTEGER NOT NULL,                  -- of the file
  reference TEXT NOT NULL,                -- the bank's own
  end_to_end TEXT,                        -- by which we know the payment
  amount INTEGER NOT NULL CHECK (amount > 0),  -- tiyn
  direction TEXT NOT NULL CHECK (direction IN ('debit', 'credit')),
  status TEXT NOT NULL CHECK (status IN ('booked', 'pending')),
  is_reversal INTEGER NOT NULL CHECK (is_reversal IN (0, 1)),
  account TEXT,
  booked TEXT CHECK (length(booked) = 10),
  reason_code TEXT,
  reason_text TEXT,
  verdict TEXT NOT NULL,                  -- how it was read
  counted INTEGER NOT NULL,               -- tiyn, added to what is paid of the line
  line_id INTEGER REFERENCES payment_line (id),
  UNIQUE (file_id, position)
) STRICT;
CREATE INDEX bank_entry_reference ON bank_entry (reference);
CREATE INDEX bank_entry_line ON bank_entry (line_id) WHERE line_id IS NOT NULL;
-- What may wait for a decision.
CREATE INDEX bank_entry_suspense ON bank_entry (verdict)
  WHERE verdict NOT IN ('paid', 'partial', 'returned', 'pending', 'repeated');

-- An official's decision about an entry that was not placed; once for each.
CREATE TABLE bank_resolution (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  entry_id INTEGER NOT NULL UNIQUE REFERENCES bank_entry (id),
  action TEXT NOT NULL CHECK (action IN ('assigned', 'refunded', 'owed', 'not-ours')),
  line_id INTEGER REFERENCES payment_line (id),
  counted INTEGER NOT NULL,               -- tiyn
  reason TEXT NOT NULL,
  CHECK (action <> 'assigned' OR line_id IS NOT NULL)
) STRICT;
CREATE INDEX bank_resolution_line ON bank_resolution (line_id) WHERE line_id IS NOT NULL;

-- What was paid of a claim, and what of it came back (below zero).
CREATE TABLE payment_entry (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  due_id INTEGER NOT NULL REFERENCES allowance_due (id),
  line_id INTEGER NOT NULL REFERENCES payment_line (id),
  bank_entry_id INTEGER NOT NULL REFERENCES bank_entry (id),
  amount INTEGER NOT NULL CHECK (amount <> 0),  -- tiyn
  on_date TEXT NOT NULL CHECK (length(on_date) = 10)
) STRICT;
CREATE INDEX payment_entry_due ON payment_entry (due_id);
CREATE INDEX payment_entry_line ON payment_entry (line_id);
CREATE INDEX payment_entry_day ON payment_entry (on_date);

CREATE TRIGGER bank_file_stays BEFORE DELETE ON bank_file
BEGIN SELECT RAISE(ABORT, 'append-only: bank_file'); END;
CREATE TRIGGER bank_file_keeps BEFORE UPDATE ON bank_file
BEGIN SELECT RAISE(ABORT, 'append-only: bank_file'); END;

CREATE TRIGGER bank_entry_stays BEFORE DELETE ON bank_entry
BEGIN SELECT RAISE(ABORT, 'append-only: bank_entry'); END;
CREATE TRIGGER bank_entry_keeps BEFORE UPDATE ON bank_entry
BEGIN SELECT RAISE(ABORT, 'append-only: bank_entry'); END;

CREATE TRIGGER bank_resolution_stays BEFORE DELETE ON bank_resolution
BEGIN SELECT RAISE(ABORT, 'append-only: bank_resolution'); END;
CREATE TRIGGER bank_resolution_keeps BEFORE UPDATE ON bank_resolution
BEGIN SELECT RAISE(ABORT, 'append-only: bank_resolution'); END;

CREATE TRIGGER payment_entry_stays BEFORE DELETE ON payment_entry
BEGIN SELECT RAISE(ABORT, 'append-only: payment_entry'); END;
CREATE TRIGGER payment_entry_keeps BEFORE UPDATE ON payment_entry
BEGIN SELECT RAISE(ABORT, 'append-only: payment_entry'); END;
