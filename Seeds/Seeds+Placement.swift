package import Domain

extension Seeds {
  /// What the reasons for a region weigh, from `Placement/weights.csv`.
  package static func placementWeights() throws(Failure) -> PlacementWeights {
    try placementWeights(file("Placement/weights.csv"))
  }

  /// The same from another file; throws `rule.malformed` with the line.
  package static func placementWeights(_ bytes: [UInt8]) throws(Failure) -> PlacementWeights {
    var weights: [PlacementWeights.Weight] = []
    for row in try SeedTable("Placement/weights.csv", bytes).rows {
      let points = try row.text("points").isEmpty ? nil : row.number("points")
      _ = try row.date("checked")
      weights.append(
        PlacementWeights.Weight(
          kind: try row.value("reason", of: PlacementReason.Kind.self), from: try row.date("from"),
          points: points.map { Int(clamping: $0) }, most: Int(clamping: try row.number("most")),
          citation: try row.citation()))
    }
    return try PlacementWeights(weights)
  }
}
