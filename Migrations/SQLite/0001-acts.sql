-- The trail: one row for each act, chained by SHA-256 in the transaction of the act itself.
--
-- Every row of fact elsewhere names the act that made it known (`act`) and, once it is no longer
-- held true, the act that said so (`closed_by`). Known time is therefore the order of acts.

CREATE TABLE act (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,                    -- UTC milliseconds; never before the act before
  today TEXT NOT NULL CHECK (length(today) = 10),
  user TEXT NOT NULL,
  action TEXT NOT NULL,                   -- the use case: quota.include
  subject INTEGER,                        -- the record it made or read
  detail TEXT NOT NULL,                   -- for people: protocol 12, KZ-55
  key TEXT,                               -- the caller's idempotency key
  request BLOB,                           -- SHA-256 of the request made under that key
  content BLOB NOT NULL CHECK (length(content) = 32),  -- SHA-256 of the rows the act wrote
  hash BLOB NOT NULL CHECK (length(hash) = 32)         -- SHA-256 of the act before and this one
) STRICT;
CREATE UNIQUE INDEX act_key ON act (key) WHERE key IS NOT NULL;

CREATE TRIGGER act_keeps BEFORE UPDATE ON act
BEGIN SELECT RAISE(ABORT, 'append-only: act'); END;
CREATE TRIGGER act_stays BEFORE DELETE ON act
BEGIN SELECT RAISE(ABORT, 'append-only: act'); END;

CREATE TABLE user_account (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  full_name TEXT NOT NULL
) STRICT;

CREATE TABLE user_role (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  user_id INTEGER NOT NULL REFERENCES user_account (id),
  role TEXT NOT NULL,
  closed_by INTEGER
) STRICT;
CREATE UNIQUE INDEX user_role_held ON user_role (user_id, role) WHERE closed_by IS NULL;
CREATE INDEX user_role_closed ON user_role (closed_by) WHERE closed_by IS NOT NULL;

-- Reference data, written anew from the seeds that ship in the binary; not a record of fact.
CREATE TABLE region (
  code TEXT PRIMARY KEY,
  kato TEXT NOT NULL,
  name_en TEXT NOT NULL,
  name_kk TEXT NOT NULL,
  name_ru TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT
) STRICT;
