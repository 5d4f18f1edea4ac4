/// Parts of statements that reports share, so that two of them cannot count differently.
///
/// `m` is a membership, `l` the link of a number that was merged, `p` the record of the person, `r`
/// that of the family, `d` the day, and `b` the births that bound the ages.
///
/// The plus before `r.closed_by` keeps SQLite from walking through families by the index of their
/// destinations, in whose order their members lie all over the file.
enum ReportSQL {
  /// Families with those who belonged to them on the day of arrival.
  static let arrived: StaticString = """
    family_record AS r JOIN membership AS m ON m.family_id = r.family_id AND m.closed_by IS NULL
      AND m.valid_from <= r.arrival_date
      AND (m.valid_to IS NULL OR m.valid_to > r.arrival_date)
    LEFT JOIN person_link AS l ON l.person_id = m.person_id AND l.closed_by IS NULL
    """

  /// A person under any of its numbers counts once.
  static let person: StaticString = "coalesce(l.into_id, m.person_id)"

  static let record: StaticString = """
    person_record AS p ON p.person_id = coalesce(l.into_id, m.person_id) AND p.closed_by IS NULL
    """

  /// Where the family lives on the day, else for where it was bound.
  static let home: StaticString = """
    coalesce((SELECT x.region FROM family_residence AS x
      WHERE x.family_id = r.family_id AND x.closed_by IS NULL AND x.valid_from <= d.day
        AND (x.valid_to IS NULL OR x.valid_to > d.day)), r.destination_region)
    """

  /// A word of ``AgeGroup``; null where the birth date leaves it open.
  static let age: StaticString = """
    CASE WHEN CASE length(p.birth_date) WHEN 4 THEN p.birth_date || '-01-01'
        WHEN 7 THEN p.birth_date || '-01' ELSE p.birth_date END > b.adult THEN 'minor'
      WHEN CASE length(p.birth_date) WHEN 4 THEN p.birth_date || '-12-31'
        WHEN 7 THEN p.birth_date || '-31' ELSE p.birth_date END
        <= CASE p.sex WHEN 'M' THEN b.men ELSE b.women END THEN 'pension'
      WHEN CASE length(p.birth_date) WHEN 4 THEN p.birth_date || '-12-31'
        WHEN 7 THEN p.birth_date || '-31' ELSE p.birth_date END <= b.adult
      AND CASE length(p.birth_date) WHEN 4 THEN p.birth_date || '-01-01'
        WHEN 7 THEN p.birth_date || '-01' ELSE p.birth_date END
        > CASE p.sex WHEN 'M' THEN b.men ELSE b.women END THEN 'working' END
    """
}
