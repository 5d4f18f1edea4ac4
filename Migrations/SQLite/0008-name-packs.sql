-- Who bears a word, many to a row. Derived, never evidence.

-- A stretch is 16,384 numbers of persons: a number is stretch * 16384 + what stands in people,
-- there in ascending order, two bytes of seven bits each, the lower bits first.
CREATE TABLE name_pack (
  token_id INTEGER NOT NULL,
  stretch INTEGER NOT NULL,
  people BLOB NOT NULL,
  PRIMARY KEY (token_id, stretch)
) STRICT, WITHOUT ROWID;

INSERT INTO name_pack (token_id, stretch, people)
SELECT token_id, person_id >> 14,
  CAST(group_concat(char(person_id & 127, person_id >> 7 & 127), '') AS BLOB)
FROM (SELECT token_id, person_id FROM name_posting ORDER BY token_id, person_id)
GROUP BY token_id, person_id >> 14;
DROP TABLE name_posting;

-- The last row of person_name whose words were entered; its one row is there from the start.
CREATE TABLE name_mark (last INTEGER NOT NULL) STRICT;
INSERT INTO name_mark (last) SELECT coalesce(max(id), 0) FROM person_name;
