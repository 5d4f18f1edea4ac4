import Domain
import Reports
import Services

/// Advice on placement as JSON.
extension PlacementText {
  /// The answer for one family.
  func json(ofFamily index: Int) -> JSONValue {
    let worths = board.worths[index]
    let regions = board.regions.indices.map { region in
      JSONValue.object(
        head(region) + [
          ("points", .count(worths[region].points)), ("reasons", Self.json(worths[region].reasons)),
        ])
    }
    return .object(
      head + [
        ("family", .string("\(board.families[index].number)")), ("position", .count(index + 1)),
        ("waiting", .count(board.families.count)),
        ("people", .count(board.families[index].people)),
        ("places", .count(board.families[index].places)),
        ("advised", advice.region(of: index).map { .string(board.regions[$0].code) } ?? .null),
        ("points", .count(advice.points(of: index))), ("regions", .array(regions)),
        ("why", .array(sentences(ofFamily: index).map(JSONValue.string))),
      ] + foot)
  }

  /// The answer for the queue.
  var json: JSONValue {
    let given = advice.given
    let plan = advice.plan
    let regions = board.regions.indices.map { region in
      JSONValue.object(head(region) + [("given", .count(given[region]))])
    }
    let members: [(String, JSONValue)] = [
      ("regions", .array(regions)), ("families", .array(board.families.indices.map(line))),
      ("decided", .array(board.decided.map(Self.json))),
      ("plan", Self.json(plan.placement)),
      (
        "bound",
        [
          "places": .count(plan.peopleBound), "worth": .count(plan.worthBound),
          "gap_ppm": .count(plan.gapPerMillion), "proven_best": .bool(plan.isProvenBest),
        ]
      ),
      ("in_order", Self.json(advice.inOrder)), ("dearest_first", Self.json(advice.dearestFirst)),
    ]
    return .object(head + members + foot)
  }

  private func line(_ index: Int) -> JSONValue {
    let family = board.families[index]
    let region = advice.region(of: index)
    let dearest = advice.dearest(to: index)
    return [
      "family": .string("\(family.number)"), "people": .count(family.people),
      "places": .count(family.places),
      "region": .optional(region.map { board.regions[$0].code }),
      "points": .count(advice.points(of: index)),
      "reasons": Self.json(region.map { board.worths[index][$0].reasons } ?? []),
      "dearest_region": .optional(dearest.map { board.regions[$0].code }),
      "dearest_points": .count(dearest.map { board.worths[index][$0].points } ?? 0),
    ]
  }

  private static func json(_ decided: PlacementBoard.Decided) -> JSONValue {
    [
      "family": .string("\(decided.family.number)"), "people": .count(decided.family.people),
      "places": .count(decided.family.places), "region": .string(decided.decision.chosen),
      "on": .date(decided.decision.on), "has_places": .bool(decided.hasPlaces),
    ]
  }

  private var head: [(String, JSONValue)] {
    [
      ("kind", .string(board.kind.rawValue)), ("year", .count(board.year)),
      ("unit", .string(board.unit.rawValue)), ("on", .date(board.on)),
      ("not_planned", .count(board.notPlanned)),
    ]
  }

  private var foot: [(String, JSONValue)] {
    let weights = board.weights.map { weight in
      JSONValue.object([
        ("reason", .string(weight.kind.rawValue)), ("from", .date(weight.from)),
        ("points", weight.points.map { .count($0) } ?? .null), ("most", .count(weight.most)),
        ("source", .string(weight.citation.source)),
        ("standing", .string(weight.citation.standing.rawValue)),
      ])
    }
    return [
      ("factors", .optional(factorsFile)), ("weights", .array(weights)),
      ("digest", .string(advice.digest)),
    ]
  }

  private func head(_ region: Int) -> [(String, JSONValue)] {
    let row = board.regions[region]
    return [
      ("region", .string(row.code)), ("name", .string(row.name[language])),
      ("free", .count(row.free)), ("set_aside", .count(row.setAside)),
      ("price", Self.json(advice.plan.prices[region])),
    ]
  }

  static func json(_ price: PlacementPlan.Price) -> JSONValue {
    ["people": .count(price.people), "worth": .count(price.worth)]
  }

  private static func json(_ placement: Placement) -> JSONValue {
    [
      "families": .count(placement.regions.count { $0 != nil }), "places": .count(placement.people),
      "worth": .count(placement.worth),
    ]
  }

  private static func json(_ reasons: [PlacementReason]) -> JSONValue {
    .array(
      reasons.map {
        [
          "reason": .string($0.kind.rawValue), "subject": .string($0.subject),
          "points": .count($0.points),
        ]
      })
  }
}
