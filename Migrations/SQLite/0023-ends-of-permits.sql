-- What ends soon, and who holds a place, out of the indexes alone: half a million permits are asked
-- for in a few milliseconds.

DROP INDEX permit_validity_to;
CREATE INDEX permit_validity_to
  ON permit_validity (to_date, permit_id, region, kind, is_cut, closed_by) WHERE closed_by IS NULL;
DROP INDEX permit_validity_employer;
CREATE INDEX permit_validity_employer
  ON permit_validity (employer_id, to_date, permit_id, region, kind, is_cut, closed_by)
  WHERE closed_by IS NULL;
CREATE INDEX permit_place_open ON permit_place (permit_id, closed_by) WHERE closed_by IS NULL;
