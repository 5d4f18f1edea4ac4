-- A check for doubles asks for the families of hundreds of people: the index answers by itself.
DROP INDEX membership_person;
CREATE INDEX membership_person ON membership (person_id, family_id, closed_by);
