-- Money on the ledger: orders appropriate it, a grant commits it, a payment spends it.

CREATE TABLE budget_order (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  number TEXT NOT NULL CHECK (number <> ''),
  order_date TEXT CHECK (length(order_date) = 10),   -- NULL: the source does not give it
  effective_from TEXT NOT NULL CHECK (length(effective_from) = 10),
  programme TEXT NOT NULL,                -- a code of budget-programmes
  year INTEGER NOT NULL CHECK (year BETWEEN 1991 AND 2200),
  source TEXT NOT NULL CHECK (source IN ('national', 'local', 'other')),
  standing TEXT NOT NULL,
  citation TEXT NOT NULL,
  UNIQUE (programme, year, source, number)
) STRICT;

CREATE TABLE budget_order_line (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  order_id INTEGER NOT NULL REFERENCES budget_order (id),
  region TEXT REFERENCES region (code),   -- NULL: the whole country
  amount INTEGER NOT NULL CHECK (amount >= 0),  -- tiyn: the new total by the order
  line INTEGER NOT NULL
) STRICT;
CREATE INDEX budget_order_line_order ON budget_order_line (order_id);

-- Which money was set aside for a grant: a reservation on the ledger. What was paid, released and
-- returned of it are the transfers that settle that one, in parts.
CREATE TABLE budget_commitment (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  grant_id INTEGER NOT NULL REFERENCES allowance_grant (id),
  year INTEGER NOT NULL,
  programme TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('national', 'local', 'other')),
  transfer_id INTEGER NOT NULL UNIQUE REFERENCES ledger_transfer (id)
) STRICT;
CREATE INDEX budget_commitment_grant ON budget_commitment (grant_id, year);

-- The limit: no more is reserved than the orders in force that day leave free, of places and of
-- money, which have each a word for it.
DROP TRIGGER ledger_limit;
CREATE TRIGGER ledger_limit BEFORE INSERT ON ledger_transfer WHEN NEW.move = 'reserve'
BEGIN
  SELECT CASE a.unit
    WHEN 'tiyn' THEN RAISE(ABORT, 'budget.exhausted')
    ELSE RAISE(ABORT, 'quota.exhausted') END
  FROM ledger_account AS a
  WHERE a.id = NEW.debit AND NEW.amount + a.held + a.spent >
    (SELECT coalesce(sum(amount), 0) FROM ledger_transfer
     WHERE credit = NEW.debit AND move = 'allot' AND effective_on <= NEW.effective_on)
    - (SELECT coalesce(sum(amount), 0) FROM ledger_transfer
       WHERE debit = NEW.debit AND move = 'allot' AND effective_on <= NEW.effective_on);
END;

-- Append-only, as every table of facts.
CREATE TRIGGER budget_order_stays BEFORE DELETE ON budget_order
BEGIN SELECT RAISE(ABORT, 'append-only: budget_order'); END;
CREATE TRIGGER budget_order_keeps BEFORE UPDATE ON budget_order
BEGIN SELECT RAISE(ABORT, 'append-only: budget_order'); END;

CREATE TRIGGER budget_order_line_stays BEFORE DELETE ON budget_order_line
BEGIN SELECT RAISE(ABORT, 'append-only: budget_order_line'); END;
CREATE TRIGGER budget_order_line_keeps BEFORE UPDATE ON budget_order_line
BEGIN SELECT RAISE(ABORT, 'append-only: budget_order_line'); END;

CREATE TRIGGER budget_commitment_stays BEFORE DELETE ON budget_commitment
BEGIN SELECT RAISE(ABORT, 'append-only: budget_commitment'); END;
CREATE TRIGGER budget_commitment_keeps BEFORE UPDATE ON budget_commitment
BEGIN SELECT RAISE(ABORT, 'append-only: budget_commitment'); END;
