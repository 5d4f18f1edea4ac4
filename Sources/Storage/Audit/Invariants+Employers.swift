/// What must hold of employers.
extension Invariants {
  static let employers: [(name: String, sql: SQL)] = [
    (
      "whole employers",
      """
      SELECT 'employer ' || e.id || ' has no record, or more than one' FROM employer AS e
      WHERE (SELECT count(*) FROM employer_record AS r
        WHERE r.employer_id = e.id AND r.closed_by IS NULL) <> 1
      """
    )
  ]
}
