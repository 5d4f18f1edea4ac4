package import Domain

extension Seeds {
  /// The weights, priors and thresholds of matching, from `Matching/weights.csv` and
  /// `Matching/settings.csv`.
  package static func matchWeights() throws(Failure) -> MatchWeights {
    try matchWeights(weights: file("Matching/weights.csv"))
  }

  /// The same with another file of weights, such as one that was estimated from a register.
  ///
  /// Throws `rule.malformed` with the line, or the failures of a CSV file.
  package static func matchWeights(weights: [UInt8]) throws(Failure) -> MatchWeights {
    try matchWeights(weights: weights, settings: file("Matching/settings.csv"))
  }

  /// The same with other settings too.
  package static func matchWeights(weights: [UInt8], settings: [UInt8]) throws(Failure)
    -> MatchWeights
  {
    var rows: [MatchWeights.Row] = []
    for row in try SeedTable("Matching/weights.csv", weights).rows {
      rows.append(
        MatchWeights.Row(
          level: try row.value("level", of: MatchLevel.self), same: try row.number("same_ppm"),
          other: try row.number("other_ppm"), citation: try row.citation(),
          checked: try row.date("checked")))
    }
    return try MatchWeights(rows: rows, settings: matchSettings(settings))
  }

  private static func matchSettings(_ bytes: [UInt8]) throws(Failure) -> MatchSettings {
    var values: [String: Int64] = [:]
    for row in try SeedTable("Matching/settings.csv", bytes).rows {
      let name = try row.required("name")
      guard values[name] == nil else { throw row.malformed("“\(name)” stands twice") }
      let value = try row.number("value")
      guard value > 0 else { throw row.malformed("“\(name)” must be more than 0") }
      _ = try row.citation()
      _ = try row.date("checked")
      values[name] = value
    }
    func take(_ name: String) throws(Failure) -> Int64 {
      guard let value = values.removeValue(forKey: name) else {
        throw Failure(.ruleMalformed, "Matching/settings.csv: “\(name)” is missing")
      }
      return value
    }
    let settings = MatchSettings(
      matchPermille: Int(try take("match_permille")),
      reviewPermille: Int(try take("review_permille")), leastRegister: try take("least_register"),
      rarestShare: try take("rarest_share"), registered: try take("registered"),
      relative: try take("relative"), namesake: try take("namesake"), twin: try take("twin"),
      twinSimilar: try take("twin_similar"),
      familyMember: try take("family_member"), familyNew: try take("family_new"),
      familyTwin: try take("family_twin"), familyName: try take("family_name"))
    if let unknown = values.keys.min() {
      throw Failure(.ruleMalformed, "Matching/settings.csv: “\(unknown)” is not a setting")
    }
    return settings
  }
}
