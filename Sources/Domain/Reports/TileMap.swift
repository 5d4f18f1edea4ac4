/// A map on which every region is a square of the same size.
///
/// Squares stand about where the regions lie; it needs no borders, and a small region is as
/// readable as a large one.
package struct TileMap: Hashable, Sendable {
  package struct Tile: Hashable, Sendable {
    package var place: RegionTile
    /// In whole units; nil where nobody knows it.
    package var value: Int64?

    package init(_ place: RegionTile, _ value: Int64?) {
      self.place = place
      self.value = value
    }
  }

  package var title: LocalizedText
  package var unit: LocalizedText
  package var tiles: [Tile]

  package init(title: LocalizedText, unit: LocalizedText, tiles: [Tile]) {
    self.title = title
    self.unit = unit
    self.tiles = tiles
  }

  /// The highest value, to which the shades of the others are scaled.
  package var highest: Int64 { tiles.compactMap(\.value).max() ?? 0 }
  package var rows: Int { (tiles.map(\.place.row).max() ?? -1) + 1 }
  package var columns: Int { (tiles.map(\.place.column).max() ?? -1) + 1 }

  /// The shade of a value: 0 for nothing or unknown, then 1 to 4 by quarters of the highest.
  package func shade(of tile: Tile) -> Int {
    guard let value = tile.value, value > 0, highest > 0 else { return 0 }
    // Three quarters of the highest are still the third quarter.
    let (product, overflow) = value.multipliedReportingOverflow(by: 4)
    let quarters = overflow ? value / max(1, highest / 4) : (product + highest - 1) / highest
    return Int(min(4, max(1, quarters)))
  }

  var defects: [String] {
    var taken: Set<[Int]> = []
    return tiles.filter { !taken.insert([$0.place.row, $0.place.column]).inserted }
      .map { "two squares stand where \($0.place.region) does" }
  }
}

/// The square of a region on a tile map; rows count from the north, columns from the west.
package struct RegionTile: Hashable, Sendable {
  /// The stable code of the region.
  package let region: String
  package let row: Int
  package let column: Int
  /// A name short enough for a square.
  package let name: LocalizedText

  package init(region: String, row: Int, column: Int, name: LocalizedText) {
    self.region = region
    self.row = row
    self.column = column
    self.name = name
  }
}
