import Domain

/// Each form of chart, small enough to be drawn by hand.
enum SampleCharts {
  private static let people = LocalizedText(en: "people", kk: "адам", ru: "человек")

  static let line = Chart.line(
    LineChart(
      title: LocalizedText(en: "Places by month", kk: "Орындар айлар бойынша", ru: "Места"),
      unit: people,
      points: ["2026-01", "2026-02", "2026-03", "2026-04"].map { LocalizedText($0) },
      lines: [
        LineChart.Line(
          LocalizedText(en: "Used", kk: "Игерілгені", ru: "Занято"), [0, 10, nil, 1000]),
        LineChart.Line(
          LocalizedText(en: "Quota", kk: "Квота", ru: "Квота"), [800, 800, 1600, 1600],
          .limit),
      ]))

  static let tiles = Chart.tiles(
    TileMap(
      title: LocalizedText(en: "Families", kk: "Отбасылар", ru: "Семьи"), unit: people,
      tiles: [
        TileMap.Tile(tile("KZ-39", 0, 1, "Kostanay", "Қостанай"), 400),
        TileMap.Tile(tile("KZ-27", 1, 0, "West Kaz.", "БҚО"), 100),
        TileMap.Tile(tile("KZ-71", 1, 1, "Astana", "Астана"), 101),
        TileMap.Tile(tile("KZ-63", 1, 2, "East Kaz.", "ШҚО"), 0),
        TileMap.Tile(tile("KZ-47", 2, 0, "Mangystau", "Маңғыстау"), nil),
      ]))

  static let pyramid = Chart.pyramid(
    AgePyramid(
      title: LocalizedText(en: "People by age", kk: "Жасы бойынша", ru: "По возрасту"),
      unit: people,
      bands: [
        AgePyramid.Band("0–4", men: 1200, women: 1100),
        AgePyramid.Band("5–9", men: 600, women: 0),
        AgePyramid.Band("65+", men: 1, women: 40),
      ]))

  private static func tile(
    _ region: String, _ row: Int, _ column: Int, _ en: String, _ kk: String
  ) -> RegionTile {
    RegionTile(
      region: region, row: row, column: column, name: LocalizedText(en: en, kk: kk, ru: kk))
  }

  /// A report of one row with the chart.
  static func report(_ chart: Chart) -> Report {
    Report(
      id: "chart", title: LocalizedText("A chart"),
      columns: [Report.Column("people", LocalizedText("People"), .count)],
      groups: [Report.Group(rows: [[.count(1)]])], chart: chart)
  }
}
