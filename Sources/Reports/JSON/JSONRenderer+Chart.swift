import Domain

extension JSONRenderer {
  /// The chart as data; `form` says which members follow.
  static func value(of chart: Chart, _ language: Language) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("title", .string(chart.title[language])), ("unit", .string(chart.unit[language])),
    ]
    switch chart {
    case .bars(let chart):
      members += [
        ("form", "bars"), ("parts", .array(chart.parts.map { .string($0[language]) })),
        ("bars", .array(chart.bars.map { bar($0, language) })),
      ]
    case .line(let chart):
      members += [
        ("form", "line"), ("points", .array(chart.points.map { .string($0[language]) })),
        ("lines", .array(chart.lines.map { line($0, language) })),
      ]
    case .tiles(let chart):
      members += [
        ("form", "tiles"), ("tiles", .array(chart.tiles.map { tile($0, language) })),
      ]
    case .pyramid(let chart):
      let bands = chart.bands.map { band -> JSONValue in
        ["age": .string(band.label), "men": .integer(band.men), "women": .integer(band.women)]
      }
      members += [("form", "pyramid"), ("bands", .array(bands))]
    }
    return .object(members)
  }

  private static func bar(_ bar: BarChart.Bar, _ language: Language) -> JSONValue {
    [
      "label": .string(bar.label[language]),
      "values": .array(bar.values.map(JSONValue.integer)),
    ]
  }

  private static func line(_ line: LineChart.Line, _ language: Language) -> JSONValue {
    [
      "name": .string(line.name[language]), "limit": .bool(line.kind == .limit),
      "even_pace": .bool(line.kind == .evenPace),
      "values": .array(line.values.map { $0.map(JSONValue.integer) ?? .null }),
    ]
  }

  private static func tile(_ tile: TileMap.Tile, _ language: Language) -> JSONValue {
    [
      "region": .string(tile.place.region), "name": .string(tile.place.name[language]),
      "row": .count(tile.place.row), "column": .count(tile.place.column),
      "value": tile.value.map(JSONValue.integer) ?? .null,
    ]
  }
}
