-- Rows of fact are append-only: they are written once, and closed once; nothing else changes.

CREATE TRIGGER user_account_stays BEFORE DELETE ON user_account
BEGIN SELECT RAISE(ABORT, 'append-only: user_account'); END;
CREATE TRIGGER user_account_keeps BEFORE UPDATE OF id, act, name, full_name ON user_account
BEGIN SELECT RAISE(ABORT, 'append-only: user_account'); END;

CREATE TRIGGER user_role_stays BEFORE DELETE ON user_role
BEGIN SELECT RAISE(ABORT, 'append-only: user_role'); END;
CREATE TRIGGER user_role_keeps BEFORE UPDATE OF id, act, user_id, role ON user_role
BEGIN SELECT RAISE(ABORT, 'append-only: user_role'); END;
CREATE TRIGGER user_role_closes BEFORE UPDATE OF closed_by ON user_role WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: user_role'); END;

CREATE TRIGGER intake_source_stays BEFORE DELETE ON intake_source
BEGIN SELECT RAISE(ABORT, 'append-only: intake_source'); END;
CREATE TRIGGER intake_source_keeps BEFORE UPDATE OF id, act, name ON intake_source
BEGIN SELECT RAISE(ABORT, 'append-only: intake_source'); END;

CREATE TRIGGER family_stays BEFORE DELETE ON family
BEGIN SELECT RAISE(ABORT, 'append-only: family'); END;
CREATE TRIGGER family_keeps BEFORE UPDATE OF id, act, registered_on ON family
BEGIN SELECT RAISE(ABORT, 'append-only: family'); END;

CREATE TRIGGER submission_stays BEFORE DELETE ON submission
BEGIN SELECT RAISE(ABORT, 'append-only: submission'); END;
CREATE TRIGGER submission_keeps BEFORE UPDATE OF id, act, family_id, source_id, family_ref, line,
  digest ON submission
BEGIN SELECT RAISE(ABORT, 'append-only: submission'); END;

CREATE TRIGGER family_record_stays BEFORE DELETE ON family_record
BEGIN SELECT RAISE(ABORT, 'append-only: family_record'); END;
CREATE TRIGGER family_record_keeps BEFORE UPDATE OF id, act, family_id, origin_country,
  origin_place, arrival_date, destination_region, phone ON family_record
BEGIN SELECT RAISE(ABORT, 'append-only: family_record'); END;
CREATE TRIGGER family_record_closes BEFORE UPDATE OF closed_by ON family_record WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: family_record'); END;

CREATE TRIGGER person_stays BEFORE DELETE ON person
BEGIN SELECT RAISE(ABORT, 'append-only: person'); END;
CREATE TRIGGER person_keeps BEFORE UPDATE OF id, act ON person
BEGIN SELECT RAISE(ABORT, 'append-only: person'); END;

CREATE TRIGGER person_record_stays BEFORE DELETE ON person_record
BEGIN SELECT RAISE(ABORT, 'append-only: person_record'); END;
CREATE TRIGGER person_record_keeps BEFORE UPDATE OF id, act, person_id, sex, birth_date, iin,
  citizenship, ethnicity, education, occupation ON person_record
BEGIN SELECT RAISE(ABORT, 'append-only: person_record'); END;
CREATE TRIGGER person_record_closes BEFORE UPDATE OF closed_by ON person_record WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: person_record'); END;

CREATE TRIGGER person_name_stays BEFORE DELETE ON person_name
BEGIN SELECT RAISE(ABORT, 'append-only: person_name'); END;
CREATE TRIGGER person_name_keeps BEFORE UPDATE OF id, act, person_id, script, family_name,
  given_name, patronymic, full_name ON person_name
BEGIN SELECT RAISE(ABORT, 'append-only: person_name'); END;
CREATE TRIGGER person_name_closes BEFORE UPDATE OF closed_by ON person_name WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: person_name'); END;

CREATE TRIGGER person_document_stays BEFORE DELETE ON person_document
BEGIN SELECT RAISE(ABORT, 'append-only: person_document'); END;
CREATE TRIGGER person_document_keeps BEFORE UPDATE OF id, act, person_id, type, number, issuer,
  expires ON person_document
BEGIN SELECT RAISE(ABORT, 'append-only: person_document'); END;
CREATE TRIGGER person_document_closes BEFORE UPDATE OF closed_by ON person_document WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: person_document'); END;

CREATE TRIGGER membership_stays BEFORE DELETE ON membership
BEGIN SELECT RAISE(ABORT, 'append-only: membership'); END;
CREATE TRIGGER membership_keeps BEFORE UPDATE OF id, act, family_id, person_id, relation,
  valid_from, valid_to, reason ON membership
BEGIN SELECT RAISE(ABORT, 'append-only: membership'); END;
CREATE TRIGGER membership_closes BEFORE UPDATE OF closed_by ON membership WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: membership'); END;

CREATE TRIGGER quota_order_stays BEFORE DELETE ON quota_order
BEGIN SELECT RAISE(ABORT, 'append-only: quota_order'); END;
CREATE TRIGGER quota_order_keeps BEFORE UPDATE OF id, act, number, order_date, effective_from,
  kind, year, unit, standing, source ON quota_order
BEGIN SELECT RAISE(ABORT, 'append-only: quota_order'); END;

CREATE TRIGGER quota_order_line_stays BEFORE DELETE ON quota_order_line
BEGIN SELECT RAISE(ABORT, 'append-only: quota_order_line'); END;
CREATE TRIGGER quota_order_line_keeps BEFORE UPDATE OF id, act, order_id, region, places, line
  ON quota_order_line
BEGIN SELECT RAISE(ABORT, 'append-only: quota_order_line'); END;

CREATE TRIGGER ledger_account_stays BEFORE DELETE ON ledger_account
BEGIN SELECT RAISE(ABORT, 'append-only: ledger_account'); END;
CREATE TRIGGER ledger_account_keeps BEFORE UPDATE OF id, act, book, year, unit, role, region
  ON ledger_account
BEGIN SELECT RAISE(ABORT, 'append-only: ledger_account'); END;

CREATE TRIGGER ledger_transfer_stays BEFORE DELETE ON ledger_transfer
BEGIN SELECT RAISE(ABORT, 'append-only: ledger_transfer'); END;
CREATE TRIGGER ledger_transfer_keeps BEFORE UPDATE OF id, act, move, debit, credit, amount,
  effective_on, expires_on, settles ON ledger_transfer
BEGIN SELECT RAISE(ABORT, 'append-only: ledger_transfer'); END;

CREATE TRIGGER inclusion_stays BEFORE DELETE ON inclusion
BEGIN SELECT RAISE(ABORT, 'append-only: inclusion'); END;
CREATE TRIGGER inclusion_keeps BEFORE UPDATE OF id, act, family_id, kind, year, region, unit,
  people, places, counted_on ON inclusion
BEGIN SELECT RAISE(ABORT, 'append-only: inclusion'); END;

CREATE TRIGGER inclusion_step_stays BEFORE DELETE ON inclusion_step
BEGIN SELECT RAISE(ABORT, 'append-only: inclusion_step'); END;
CREATE TRIGGER inclusion_step_keeps BEFORE UPDATE OF id, act, inclusion_id, step, on_date,
  protocol, protocol_date, reason, transfer_id ON inclusion_step
BEGIN SELECT RAISE(ABORT, 'append-only: inclusion_step'); END;

CREATE TRIGGER place_stays BEFORE DELETE ON place
BEGIN SELECT RAISE(ABORT, 'append-only: place'); END;
CREATE TRIGGER place_keeps BEFORE UPDATE OF id, act, inclusion_id, person_id, kind ON place
BEGIN SELECT RAISE(ABORT, 'append-only: place'); END;
CREATE TRIGGER place_closes BEFORE UPDATE OF closed_by ON place WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: place'); END;

CREATE TRIGGER allowance_grant_stays BEFORE DELETE ON allowance_grant
BEGIN SELECT RAISE(ABORT, 'append-only: allowance_grant'); END;
CREATE TRIGGER allowance_grant_keeps BEFORE UPDATE OF id, act, family_id, inclusion_id, kind,
  region, decided_on, decision, people, mci, mci_from, mci_source, mci_standing, rounding,
  amount, standing, notes ON allowance_grant
BEGIN SELECT RAISE(ABORT, 'append-only: allowance_grant'); END;

CREATE TRIGGER allowance_line_stays BEFORE DELETE ON allowance_line
BEGIN SELECT RAISE(ABORT, 'append-only: allowance_line'); END;
CREATE TRIGGER allowance_line_keeps BEFORE UPDATE OF id, act, grant_id, label_en, label_kk,
  label_ru, quantity, multiple, rate, amount, arithmetic, source, article, standing
  ON allowance_line
BEGIN SELECT RAISE(ABORT, 'append-only: allowance_line'); END;

CREATE TRIGGER allowance_person_stays BEFORE DELETE ON allowance_person
BEGIN SELECT RAISE(ABORT, 'append-only: allowance_person'); END;
CREATE TRIGGER allowance_person_keeps BEFORE UPDATE OF id, act, grant_id, person_id, kind,
  relation ON allowance_person
BEGIN SELECT RAISE(ABORT, 'append-only: allowance_person'); END;
CREATE TRIGGER allowance_person_closes BEFORE UPDATE OF closed_by ON allowance_person WHEN OLD.closed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: allowance_person'); END;
