-- Grants: what was decided, for whom, and the figures and citations it rested on, frozen.

CREATE TABLE allowance_grant (
  id INTEGER PRIMARY KEY,                 -- year * 10,000,000 + serial: G-2026-000123-R
  act INTEGER NOT NULL,
  family_id INTEGER NOT NULL REFERENCES family (id),
  inclusion_id INTEGER NOT NULL REFERENCES inclusion (id),
  kind TEXT NOT NULL,
  region TEXT NOT NULL REFERENCES region (code),
  decided_on TEXT NOT NULL CHECK (length(decided_on) = 10),
  decision TEXT,                          -- the office's own number of the decision
  people INTEGER NOT NULL CHECK (people > 0),
  mci INTEGER NOT NULL CHECK (mci > 0),   -- tiyn
  mci_from TEXT NOT NULL CHECK (length(mci_from) = 10),
  mci_source TEXT NOT NULL,
  mci_standing TEXT NOT NULL,
  rounding TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),  -- tiyn
  standing TEXT NOT NULL,
  notes TEXT NOT NULL
) STRICT;
CREATE INDEX allowance_grant_family ON allowance_grant (family_id);
CREATE INDEX allowance_grant_register ON allowance_grant (region, decided_on);

CREATE TABLE allowance_line (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  grant_id INTEGER NOT NULL REFERENCES allowance_grant (id),
  label_en TEXT NOT NULL,
  label_kk TEXT NOT NULL,
  label_ru TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  multiple TEXT NOT NULL,                 -- of the MCI, an exact decimal
  rate INTEGER NOT NULL,                  -- tiyn
  amount INTEGER NOT NULL,                -- tiyn
  arithmetic TEXT NOT NULL,
  source TEXT NOT NULL,
  article TEXT,
  standing TEXT NOT NULL
) STRICT;
CREATE INDEX allowance_line_grant ON allowance_line (grant_id);

-- Who was counted; a person is granted an allowance of a kind once, in whatever family.
CREATE TABLE allowance_person (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  grant_id INTEGER NOT NULL REFERENCES allowance_grant (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  relation TEXT NOT NULL,
  closed_by INTEGER
) STRICT;
CREATE UNIQUE INDEX allowance_person_once ON allowance_person (person_id, kind)
  WHERE closed_by IS NULL;
CREATE INDEX allowance_person_grant ON allowance_person (grant_id);
CREATE INDEX allowance_person_closed ON allowance_person (closed_by) WHERE closed_by IS NOT NULL;
