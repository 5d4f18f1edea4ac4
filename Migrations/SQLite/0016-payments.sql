-- Who pays from which account, to which accounts, and the registers of payments.

-- The office that pays; region NULL: for every region that has none of its own.
CREATE TABLE payer (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  region TEXT REFERENCES region (code),
  name TEXT NOT NULL CHECK (name <> ''),
  bin TEXT NOT NULL CHECK (length(bin) = 12),
  iban TEXT NOT NULL CHECK (length(iban) = 20),
  closed_by INTEGER
) STRICT;
CREATE UNIQUE INDEX payer_open ON payer (coalesce(region, '')) WHERE closed_by IS NULL;
CREATE INDEX payer_closed ON payer (closed_by) WHERE closed_by IS NOT NULL;

-- The account to which a family is paid.
CREATE TABLE family_account (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  family_id INTEGER NOT NULL REFERENCES family (id),
  holder_id INTEGER NOT NULL REFERENCES person (id),
  iban TEXT NOT NULL CHECK (length(iban) = 20),
  reason TEXT,                            -- of a change
  closed_by INTEGER
) STRICT;
CREATE UNIQUE INDEX family_account_open ON family_account (family_id) WHERE closed_by IS NULL;
CREATE INDEX family_account_family ON family_account (family_id);
CREATE INDEX family_account_holder ON family_account (holder_id);
CREATE INDEX family_account_iban ON family_account (iban) WHERE closed_by IS NULL;
CREATE INDEX family_account_closed ON family_account (closed_by) WHERE closed_by IS NOT NULL;

-- A register is made once, and never altered: what is wrong in it is rejected and made anew.
CREATE TABLE payment_register (
  id INTEGER PRIMARY KEY,                 -- year * 10,000,000 + serial: R-2026-000001-J
  act INTEGER NOT NULL,
  region TEXT NOT NULL REFERENCES region (code),
  kind TEXT,                              -- NULL: every scheme
  through TEXT NOT NULL CHECK (length(through) = 10),  -- it pays what is due up to this day
  payer_id INTEGER NOT NULL REFERENCES payer (id),
  lines INTEGER NOT NULL CHECK (lines > 0),
  amount INTEGER NOT NULL CHECK (amount > 0)   -- tiyn, before what is withheld
) STRICT;
CREATE INDEX payment_register_region ON payment_register (region);

CREATE TABLE payment_line (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  register_id INTEGER NOT NULL REFERENCES payment_register (id),
  position INTEGER NOT NULL CHECK (position > 0),
  family_id INTEGER NOT NULL REFERENCES family (id),
  holder_id INTEGER NOT NULL REFERENCES person (id),
  holder_name TEXT NOT NULL,
  iin TEXT,
  iban TEXT NOT NULL CHECK (length(iban) = 20),
  amount INTEGER NOT NULL CHECK (amount > 0),      -- tiyn
  withheld INTEGER NOT NULL CHECK (withheld BETWEEN 0 AND amount),
  UNIQUE (register_id, position)
) STRICT;
CREATE INDEX payment_line_family ON payment_line (family_id);
CREATE INDEX payment_line_holder ON payment_line (holder_id);

-- What a line pays; a claim stands on one line at a time. Closed where the line came to nothing.
CREATE TABLE payment_item (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  line_id INTEGER NOT NULL REFERENCES payment_line (id),
  due_id INTEGER NOT NULL REFERENCES allowance_due (id),
  amount INTEGER NOT NULL CHECK (amount > 0),      -- tiyn
  closed_by INTEGER
) STRICT;
CREATE UNIQUE INDEX payment_item_once ON payment_item (due_id) WHERE closed_by IS NULL;
CREATE INDEX payment_item_line ON payment_item (line_id);
CREATE INDEX payment_item_closed ON payment_item (closed_by) WHERE closed_by IS NOT NULL;

CREATE TABLE payment_step (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  register_id INTEGER NOT NULL REFERENCES payment_register (id),
  step TEXT NOT NULL CHECK (step IN
    ('countersigned', 'approved', 'rejected', 'exported', 'settled', 'cancelled')),
  reason TEXT,
  made_at INTEGER,                        -- UTC milliseconds: when the files say they were made
  execute_on TEXT CHECK (length(execute_on) = 10),  -- the day on which the bank is to pay
  xml_sha256 TEXT CHECK (length(xml_sha256) = 64),  -- of the files that went out
  csv_sha256 TEXT CHECK (length(csv_sha256) = 64),
  signature TEXT,                         -- Ed25519 over the two digests, hexadecimal
  public_key TEXT,                        -- PEM
  CHECK ((step = 'exported') = (made_at IS NOT NULL AND execute_on IS NOT NULL
    AND xml_sha256 IS NOT NULL AND csv_sha256 IS NOT NULL)),
  CHECK ((signature IS NULL) = (public_key IS NULL)),
  CHECK (step NOT IN ('rejected', 'cancelled') OR reason IS NOT NULL)
) STRICT;
CREATE INDEX payment_step_register ON payment_step (register_id);

CREATE TRIGGER payer_stays BEFORE DELETE ON payer
BEGIN SELECT RAISE(ABORT, 'append-only: payer'); END;
CREATE TRIGGER payer_keeps BEFORE UPDATE OF id, act, region, name, bin, iban ON payer
BEGIN SELECT RAISE(ABORT, 'append-only: payer'); END;
CREATE TRIGGER payer_closes BEFORE UPDATE OF closed_by ON payer WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: payer'); END;

CREATE TRIGGER family_account_stays BEFORE DELETE ON family_account
BEGIN SELECT RAISE(ABORT, 'append-only: family_account'); END;
CREATE TRIGGER family_account_keeps BEFORE UPDATE OF id, act, family_id, holder_id, iban, reason
  ON family_account
BEGIN SELECT RAISE(ABORT, 'append-only: family_account'); END;
CREATE TRIGGER family_account_closes BEFORE UPDATE OF closed_by ON family_account
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: family_account'); END;

CREATE TRIGGER payment_register_stays BEFORE DELETE ON payment_register
BEGIN SELECT RAISE(ABORT, 'append-only: payment_register'); END;
CREATE TRIGGER payment_register_keeps BEFORE UPDATE ON payment_register
BEGIN SELECT RAISE(ABORT, 'append-only: payment_register'); END;

CREATE TRIGGER payment_line_stays BEFORE DELETE ON payment_line
BEGIN SELECT RAISE(ABORT, 'append-only: payment_line'); END;
CREATE TRIGGER payment_line_keeps BEFORE UPDATE ON payment_line
BEGIN SELECT RAISE(ABORT, 'append-only: payment_line'); END;

CREATE TRIGGER payment_item_stays BEFORE DELETE ON payment_item
BEGIN SELECT RAISE(ABORT, 'append-only: payment_item'); END;
CREATE TRIGGER payment_item_keeps BEFORE UPDATE OF id, act, line_id, due_id, amount
  ON payment_item
BEGIN SELECT RAISE(ABORT, 'append-only: payment_item'); END;
CREATE TRIGGER payment_item_closes BEFORE UPDATE OF closed_by ON payment_item
  WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: payment_item'); END;

CREATE TRIGGER payment_step_stays BEFORE DELETE ON payment_step
BEGIN SELECT RAISE(ABORT, 'append-only: payment_step'); END;
CREATE TRIGGER payment_step_keeps BEFORE UPDATE ON payment_step
BEGIN SELECT RAISE(ABORT, 'append-only: payment_step'); END;
