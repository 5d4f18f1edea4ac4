-- Orders give places, and one ledger moves them: immutable transfers between accounts.

CREATE TABLE quota_order (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  number TEXT NOT NULL,
  order_date TEXT CHECK (length(order_date) = 10),   -- unknown for some early orders
  effective_from TEXT NOT NULL CHECK (length(effective_from) = 10),
  kind TEXT NOT NULL,
  year INTEGER NOT NULL CHECK (year BETWEEN 1991 AND 2200),
  unit TEXT NOT NULL CHECK (unit IN ('person', 'family', 'permit')),
  standing TEXT NOT NULL,
  source TEXT NOT NULL,
  UNIQUE (kind, year, number)
) STRICT;

CREATE TABLE quota_order_line (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  order_id INTEGER NOT NULL REFERENCES quota_order (id),
  region TEXT REFERENCES region (code),   -- NULL: the whole country
  places INTEGER CHECK (places >= 0),     -- NULL: named by the order, number not known
  line INTEGER NOT NULL
) STRICT;
CREATE INDEX quota_order_line_order ON quota_order_line (order_id);

-- An account holds what can run out. `held` and `spent` follow the transfers by trigger, so that
-- the limit is decided in the same statement; `kosh verify` sums the transfers anew.
CREATE TABLE ledger_account (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  book TEXT NOT NULL,                     -- quota.kandas
  year INTEGER NOT NULL,
  unit TEXT NOT NULL CHECK (unit IN ('person', 'family', 'permit', 'tiyn')),
  role TEXT NOT NULL CHECK (role IN ('orders', 'national', 'region', 'families')),
  region TEXT REFERENCES region (code),
  held INTEGER NOT NULL DEFAULT 0 CHECK (held >= 0),
  spent INTEGER NOT NULL DEFAULT 0 CHECK (spent >= 0),
  CHECK ((role = 'region') = (region IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX ledger_account_identity
  ON ledger_account (book, year, unit, role, coalesce(region, ''));

CREATE TABLE ledger_transfer (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  move TEXT NOT NULL CHECK (move IN ('allot', 'reserve', 'confirm', 'release', 'expire', 'return')),
  debit INTEGER NOT NULL REFERENCES ledger_account (id),
  credit INTEGER NOT NULL REFERENCES ledger_account (id),
  amount INTEGER NOT NULL CHECK (amount > 0),
  effective_on TEXT NOT NULL CHECK (length(effective_on) = 10),
  expires_on TEXT CHECK (length(expires_on) = 10),   -- the first day a reservation no longer holds
  settles INTEGER REFERENCES ledger_transfer (id),
  CHECK (debit <> credit),
  CHECK ((move IN ('allot', 'reserve')) = (settles IS NULL)),
  CHECK (expires_on IS NULL OR move = 'reserve')
) STRICT;
CREATE INDEX ledger_transfer_debit ON ledger_transfer (debit, move, effective_on);
CREATE INDEX ledger_transfer_credit ON ledger_transfer (credit, move, effective_on);
-- Each reservation, and each confirmed inclusion, ends once.
CREATE UNIQUE INDEX ledger_transfer_settles ON ledger_transfer (settles)
  WHERE settles IS NOT NULL;

-- The limit: no more places are reserved than the orders in force that day leave free.
CREATE TRIGGER ledger_limit BEFORE INSERT ON ledger_transfer WHEN NEW.move = 'reserve'
BEGIN
  SELECT RAISE(ABORT, 'quota.exhausted')
  FROM ledger_account AS a
  WHERE a.id = NEW.debit AND NEW.amount + a.held + a.spent >
    (SELECT coalesce(sum(amount), 0) FROM ledger_transfer
     WHERE credit = NEW.debit AND move = 'allot' AND effective_on <= NEW.effective_on)
    - (SELECT coalesce(sum(amount), 0) FROM ledger_transfer
       WHERE debit = NEW.debit AND move = 'allot' AND effective_on <= NEW.effective_on);
END;

-- A settlement must fit what it settles, once: the same accounts, and no more than was held or
-- spent.
CREATE TRIGGER ledger_settlement BEFORE INSERT ON ledger_transfer WHEN NEW.settles IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'reservation.settled')
  WHERE NOT EXISTS (
    SELECT 1 FROM ledger_transfer AS s
    WHERE s.id = NEW.settles AND s.debit = NEW.debit AND s.credit = NEW.credit
      AND NEW.amount <= s.amount
      AND s.move = CASE NEW.move WHEN 'return' THEN 'confirm' ELSE 'reserve' END)
    OR EXISTS (SELECT 1 FROM ledger_transfer WHERE settles = NEW.settles);
END;

CREATE TRIGGER ledger_balance AFTER INSERT ON ledger_transfer WHEN NEW.move <> 'allot'
BEGIN
  UPDATE ledger_account SET
    held = held + CASE NEW.move
      WHEN 'reserve' THEN NEW.amount
      WHEN 'return' THEN 0
      ELSE -(SELECT amount FROM ledger_transfer WHERE id = NEW.settles) END,
    spent = spent + CASE NEW.move
      WHEN 'confirm' THEN NEW.amount
      WHEN 'return' THEN -NEW.amount
      ELSE 0 END
  WHERE id = NEW.debit;
END;

-- A family's inclusion in a region's quota, and the steps of its life.
CREATE TABLE inclusion (
  id INTEGER PRIMARY KEY,                 -- year * 10,000,000 + serial: Q-2026-000123-C
  act INTEGER NOT NULL,
  family_id INTEGER NOT NULL REFERENCES family (id),
  kind TEXT NOT NULL,
  year INTEGER NOT NULL,
  region TEXT NOT NULL REFERENCES region (code),
  unit TEXT NOT NULL,
  people INTEGER NOT NULL CHECK (people > 0),  -- frozen on the day
  places INTEGER NOT NULL CHECK (places > 0),
  counted_on TEXT NOT NULL CHECK (length(counted_on) = 10)
) STRICT;
CREATE INDEX inclusion_family ON inclusion (family_id);

CREATE TABLE inclusion_step (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  inclusion_id INTEGER NOT NULL REFERENCES inclusion (id),
  step TEXT NOT NULL CHECK (step IN ('reserved', 'confirmed', 'released', 'expired')),
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  protocol TEXT,
  protocol_date TEXT CHECK (length(protocol_date) = 10),
  reason TEXT,
  transfer_id INTEGER NOT NULL REFERENCES ledger_transfer (id),
  CHECK (step <> 'confirmed' OR protocol IS NOT NULL)
) STRICT;
CREATE INDEX inclusion_step_inclusion ON inclusion_step (inclusion_id);

-- Who holds the places; a person holds one place of a kind at a time.
CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  inclusion_id INTEGER NOT NULL REFERENCES inclusion (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  closed_by INTEGER
) STRICT;
CREATE UNIQUE INDEX place_held ON place (person_id, kind) WHERE closed_by IS NULL;
CREATE INDEX place_inclusion ON place (inclusion_id);
CREATE INDEX place_closed ON place (closed_by) WHERE closed_by IS NOT NULL;
