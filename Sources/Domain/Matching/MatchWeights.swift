/// What an agreement or a difference is worth, and where the lines between the decisions run.
///
/// Weights are data: `Seeds/Matching/weights.csv` and `settings.csv` hold them with their source,
/// and a command estimates them anew. Nothing is learned while persons are compared.
package struct MatchWeights: Hashable, Sendable {
  /// How often a level is met, in parts per million.
  package struct Row: Hashable, Sendable {
    package let level: MatchLevel
    /// Among pairs of records of one person that can be compared in this respect.
    package let same: Int64
    /// Among pairs of records of two people.
    package let other: Int64
    package let citation: Citation
    /// The day on which the figure was last checked.
    package let checked: LocalDate

    package init(
      level: MatchLevel, same: Int64, other: Int64, citation: Citation, checked: LocalDate
    ) {
      self.level = level
      self.same = same
      self.other = other
      self.citation = citation
      self.checked = checked
    }
  }

  package let rows: [Row]
  package let settings: MatchSettings
  /// The weight of each level in centibits, by its index.
  private let bits: [Int]
  private let rowOfLevel: [Int]

  /// Throws `rule.malformed` where a level has no row or two, or a share is not a share.
  package init(rows: [Row], settings: MatchSettings) throws(Failure) {
    var places = Array(repeating: -1, count: MatchLevel.allCases.count)
    for (place, row) in rows.enumerated() {
      guard places[row.level.index] < 0 else {
        throw Failure(.ruleMalformed, "the level \(row.level.rawValue) has two rows")
      }
      for share in [row.same, row.other] where !(1...1_000_000).contains(share) {
        throw Failure(
          .ruleMalformed,
          "\(row.level.rawValue): \(share) is not a share from 1 to 1000000 parts per million")
      }
      places[row.level.index] = place
    }
    for level in MatchLevel.allCases where places[level.index] < 0 {
      throw Failure(.ruleMalformed, "the level \(level.rawValue) has no row")
    }
    self.rows = rows
    self.settings = settings
    bits = MatchLevel.allCases.map { level in
      let row = rows[places[level.index]]
      return Bits.ratio(row.same, row.other)
    }
    rowOfLevel = places
  }

  /// The shares of a level.
  func row(_ level: MatchLevel) -> Row { rows[rowOfLevel[level.index]] }

  /// What a level is worth, in centibits.
  package func bits(_ level: MatchLevel) -> Int { bits[level.index] }

  /// What the agreement of a name is worth, in centibits, where `share` of a million people bear
  /// it: a rare name weighs more.
  ///
  /// Two people who share a name reach its levels as often as one person does; others come as near
  /// as the level's own share says.
  package func bits(_ level: MatchLevel, share: Int64) -> Int {
    let row = row(level)
    let share = max(settings.rarestShare, share)
    switch level {
    case .givenSame, .surnameSame, .fatherSame: return Bits.ratio(row.same, share)
    case .givenUnlike, .surnameUnlike, .surnameMarried, .fatherUnlike:
      return bits[level.index]
    default: return Bits.ratio(1_000_000, share + row.other * 1_000_000 / row.same)
    }
  }
}
