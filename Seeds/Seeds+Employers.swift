package import Domain

extension Seeds {
  /// The sections of economic activity, from `Reference/oked-sections.csv`.
  package static func activitySections() throws(Failure) -> ActivitySections {
    try activitySections(SeedTable("Reference/oked-sections.csv"))
  }

  static func activitySections(_ table: SeedTable) throws(Failure) -> ActivitySections {
    var sections: [ActivitySection] = []
    for row in table.rows {
      let (first, last) = (try row.number("first"), try row.number("last"))
      guard first <= last, last < 100 else {
        throw row.malformed("“first” and “last” are divisions from 01 to 99, in order")
      }
      sections.append(
        ActivitySection(
          code: try row.required("code"), name: try row.localizedText(),
          divisions: Int(first)...Int(last), citation: try row.citation()))
    }
    return try ActivitySections(sections)
  }
}
