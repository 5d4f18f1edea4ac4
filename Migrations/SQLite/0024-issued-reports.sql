-- Reports that left the office: what was asked, from where it was seen, and the digest of what it said.

CREATE TABLE issued_report (
  id INTEGER PRIMARY KEY,                 -- year * 10,000,000 + serial: B-2026-000001-?
  act INTEGER NOT NULL,
  words TEXT NOT NULL,                    -- the command line that makes it: permits --year 2026
  today TEXT NOT NULL CHECK (length(today) = 10),   -- the office's day, from which unnamed days follow
  known_at INTEGER NOT NULL,              -- UTC milliseconds, as the report prints it
  knowledge INTEGER NOT NULL,             -- the last act that was known
  row_count INTEGER NOT NULL CHECK (row_count >= 0),
  digest BLOB NOT NULL CHECK (length(digest) = 32), -- SHA-256 of what it says, in no language
  note TEXT                               -- to whom, on what ground
) STRICT;
CREATE TRIGGER issued_report_stays BEFORE DELETE ON issued_report
BEGIN SELECT RAISE(ABORT, 'append-only: issued_report'); END;
CREATE TRIGGER issued_report_keeps BEFORE UPDATE ON issued_report
BEGIN SELECT RAISE(ABORT, 'append-only: issued_report'); END;
