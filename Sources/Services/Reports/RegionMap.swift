import Domain

/// The regions of a day as a map of squares.
enum RegionMap {
  /// Nil where no region of the day has anything; a region without a figure has none.
  static func chart(
    _ figures: [String: Int64], on day: LocalDate, title: LocalizedText, unit: LocalizedText
  ) throws(Failure) -> Chart? {
    let places = try Reference.regionTiles()
    let tiles = try Reference.regions().all.compactMap { region -> TileMap.Tile? in
      guard region.period.contains(day),
        let place = places.first(where: { $0.region == region.code })
      else { return nil }
      return TileMap.Tile(place, figures[region.code] ?? 0)
    }
    guard tiles.contains(where: { $0.value != 0 }) else { return nil }
    return .tiles(TileMap(title: title, unit: unit, tiles: tiles))
  }
}
