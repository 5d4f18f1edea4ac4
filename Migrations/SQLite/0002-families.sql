-- Families, their members over time, and what was written about each person.

CREATE TABLE intake_source (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  name TEXT NOT NULL UNIQUE               -- the file or office a submission came from
) STRICT;

CREATE TABLE family (
  id INTEGER PRIMARY KEY,                 -- year * 10,000,000 + serial: F-2026-000123-7
  act INTEGER NOT NULL,
  registered_on TEXT NOT NULL CHECK (length(registered_on) = 10)
) STRICT;

-- Where a family's first record came from; (source, reference) is its identity there.
CREATE TABLE submission (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  family_id INTEGER NOT NULL REFERENCES family (id),
  source_id INTEGER NOT NULL REFERENCES intake_source (id),
  family_ref TEXT NOT NULL,
  line INTEGER NOT NULL,                  -- of the head's row
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;
CREATE UNIQUE INDEX submission_identity ON submission (source_id, family_ref);
CREATE INDEX submission_family ON submission (family_id);

CREATE TABLE family_record (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  family_id INTEGER NOT NULL REFERENCES family (id),
  origin_country TEXT,
  origin_place TEXT,
  arrival_date TEXT CHECK (length(arrival_date) = 10),
  destination_region TEXT REFERENCES region (code),
  phone TEXT,
  closed_by INTEGER
) STRICT;
CREATE INDEX family_record_family ON family_record (family_id);
CREATE INDEX family_record_closed ON family_record (closed_by) WHERE closed_by IS NOT NULL;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,                 -- year * 10,000,000 + serial: P-2026-000123-P
  act INTEGER NOT NULL
) STRICT;

CREATE TABLE person_record (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  person_id INTEGER NOT NULL REFERENCES person (id),
  sex TEXT NOT NULL CHECK (sex IN ('M', 'F')),
  birth_date TEXT CHECK (length(birth_date) IN (4, 7, 10)),  -- 1987, 1987-05 or 1987-05-12
  iin TEXT CHECK (length(iin) = 12),
  citizenship TEXT CHECK (length(citizenship) BETWEEN 1 AND 3),
  ethnicity TEXT,
  education TEXT CHECK (education IN ('higher', 'secondary_special', 'secondary', 'none')),
  occupation TEXT,
  closed_by INTEGER
) STRICT;
CREATE INDEX person_record_person ON person_record (person_id);
CREATE UNIQUE INDEX person_record_iin ON person_record (iin)
  WHERE iin IS NOT NULL AND closed_by IS NULL;
CREATE INDEX person_record_closed ON person_record (closed_by) WHERE closed_by IS NOT NULL;

-- A name as one paper writes it, in one script; never "normalised" in place.
CREATE TABLE person_name (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  person_id INTEGER NOT NULL REFERENCES person (id),
  script TEXT NOT NULL CHECK (length(script) = 4),  -- ISO 15924: Cyrl, Latn, Arab, Hani, Zyyy
  family_name TEXT,
  given_name TEXT,
  patronymic TEXT,
  full_name TEXT,                         -- where the paper does not part the name
  closed_by INTEGER,
  CHECK (coalesce(family_name, given_name, patronymic, full_name) IS NOT NULL)
) STRICT;
CREATE INDEX person_name_person ON person_name (person_id);
CREATE INDEX person_name_closed ON person_name (closed_by) WHERE closed_by IS NOT NULL;

CREATE TABLE person_document (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  person_id INTEGER NOT NULL REFERENCES person (id),
  type TEXT NOT NULL,
  number TEXT NOT NULL,
  issuer TEXT,
  expires TEXT CHECK (length(expires) = 10),
  closed_by INTEGER
) STRICT;
CREATE INDEX person_document_person ON person_document (person_id);
CREATE INDEX person_document_number ON person_document (number);
CREATE INDEX person_document_closed ON person_document (closed_by) WHERE closed_by IS NOT NULL;

-- Who belongs to which family, as what, from when to when (the day after the last).
CREATE TABLE membership (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL,
  family_id INTEGER NOT NULL REFERENCES family (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  relation TEXT NOT NULL CHECK (relation IN ('head', 'spouse', 'son', 'daughter', 'father',
    'mother', 'brother', 'sister', 'grandchild', 'grandparent', 'other')),
  valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
  valid_to TEXT CHECK (length(valid_to) = 10),
  reason TEXT NOT NULL,
  closed_by INTEGER,
  CHECK (valid_to IS NULL OR valid_to > valid_from)
) STRICT;
CREATE INDEX membership_family ON membership (family_id);
CREATE INDEX membership_person ON membership (person_id);
CREATE INDEX membership_closed ON membership (closed_by) WHERE closed_by IS NOT NULL;

-- For searching: the folded words of every name, and who bears them. Derived, never evidence.
CREATE TABLE name_token (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE name_posting (
  token_id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  PRIMARY KEY (token_id, person_id)
) STRICT, WITHOUT ROWID;
