-- Keys for finding names in any script and with a letter mistyped. Derived, never evidence.

-- By its consonants and by its letters less one: under which keys a word is found.
CREATE TABLE name_token_key (
  key INTEGER NOT NULL,
  token_id INTEGER NOT NULL,
  PRIMARY KEY (key, token_id)
) STRICT, WITHOUT ROWID;

-- Words that were there before their keys; the first search makes these, and empties the table.
CREATE TABLE name_token_unkeyed (
  token_id INTEGER PRIMARY KEY
) STRICT;
INSERT INTO name_token_unkeyed (token_id) SELECT id FROM name_token;

-- All words of a person, for those who bear one word to be asked for the others.
CREATE INDEX name_posting_person ON name_posting (person_id);
