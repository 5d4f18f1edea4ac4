import Domain
import Paper

extension ChartDrawing {
  /// Squares in five shades, each with its name and its figure.
  mutating func draw(_ chart: TileMap, _ language: Language) {
    let gap = medium.text * 0.35
    let side = min(medium.text * 9, medium.width / Double(max(1, chart.columns)) - gap)
    let tall = medium.text * 4.2
    for tile in chart.tiles {
      let corner: Point = (
        Double(tile.place.column) * (side + gap), Double(tile.place.row) * (tall + gap)
      )
      let shade = chart.shade(of: tile)
      let isDark = shade > 2
      area(corner, width: side, height: tall, Self.fill(shade))
      let middle = corner.x + side / 2
      text(
        tile.place.name[language], (middle, corner.y + medium.text * 0.5), .centre, small: true,
        white: isDark)
      text(
        tile.value?.grouped ?? "…", (middle, corner.y + medium.text * 2.1), .centre, bold: true,
        white: isDark)
    }
    let below = Double(chart.rows) * (tall + gap) + medium.text * 0.6
    drawKey(chart, y: below)
    grow(to: below + medium.line * 1.2)
  }

  /// The figures up to which a shade goes.
  private mutating func drawKey(_ chart: TileMap, y: Double) {
    var x = 0.0
    for (shade, range) in chart.ranges {
      area((x, y), width: medium.text * 1.2, height: medium.text * 1.2, Self.fill(shade))
      x += medium.text * 1.7
      text(range, (x, y - medium.text * 0.1), small: true)
      x += medium.widthOf(range) + medium.text * 1.3
    }
  }

  private static func fill(_ shade: Int) -> PaperFill {
    switch shade {
    case 0: .grey(1)
    case 1: .grey(0.86)
    case 2: .grey(0.68)
    case 3: .grey(0.48)
    default: .ink
    }
  }
}

extension TileMap {
  /// The figures of each shade that has any, from nothing to the highest.
  var ranges: [(shade: Int, figures: String)] {
    // A value is of the first quarter whose upper end it does not pass.
    let ends = (0...4).map { quarter in
      highest / 4 * Int64(quarter) + highest % 4 * Int64(quarter) / 4
    }
    return [(0, "0")]
      + (1...4).compactMap { shade in
        let (low, high) = (ends[shade - 1] + 1, ends[shade])
        guard low <= high else { return nil }
        return (shade, low == high ? high.grouped : "\(low.grouped)–\(high.grouped)")
      }
  }
}
