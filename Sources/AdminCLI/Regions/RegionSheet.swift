import Domain
import Reports
import Services

/// A region with all that the reference data says of it on a day.
struct RegionSheet {
  let region: Region
  let text: RegionText
  let settlement: SettlementRegions
  let districts: [District]
  let zones: ZoneRegister

  private var own: [District] { districts.filter { $0.region == region.code } }

  private var places: [ZonePlace] {
    Programme.allCases.compactMap { zones.place(of: region.code, in: $0, on: text.day) }
  }

  /// The lists of a kind that name the region, with their days.
  private func lists(_ kind: QuotaKind) -> [(entry: SettlementRegions.Entry, period: Period)] {
    settlement.lists(kind: kind).filter { $0.entry.codes.contains(region.code) }
  }

  private func answer(_ kind: QuotaKind) -> SettlementRegions.Answer {
    settlement.answer(region.code, kind: kind, on: text.day, text.register)
  }
}

extension RegionSheet {
  func words(asked: String) -> String {
    var out = "\(region.code)  \(region.name(on: text.day)[text.language]), as of \(text.day)\n"
    out += RegionText.block(
      "names",
      region.datedNames.flatMap { name in
        ["\(name.name.en) / \(name.name.kk) / \(name.name.ru), from \(name.from)"]
          // The first name rests on what the region rests on, which is told below.
          + (name.citation == region.citation
            ? [] : ["  \(AllowanceText.source(name.citation))"])
      })
    out += RegionText.block("codes", ["KATO \(region.kato)" + oldCode])
    out += RegionText.block("days", [RegionText.days(region.period)])
    if !region.predecessors.isEmpty {
      out += RegionText.block("made of", [text.named(region.predecessors)])
    }
    if !region.successors.isEmpty { out += RegionText.block("land went", successorLines) }
    out += RegionText.block("source", [AllowanceText.source(region.citation)])
    for kind in SettlementRegions.kinds { out += RegionText.block(kind.rawValue, listLines(kind)) }
    out += RegionText.block("zones", zoneLines)
    out += RegionText.block("districts", districtLines)
    let others = text.otherLines(asked, than: region)
    if !others.isEmpty { out += RegionText.block("this code", others) }
    return out
  }

  private var oldCode: String {
    guard let old = region.isoOld, old != region.code else { return "" }
    return ", ISO 3166-2 to November 2022 \(old)"
  }

  private var successorLines: [String] {
    region.successors.map { code in
      let from = text.register.region(code).map { " on \($0.period.from)" } ?? ""
      return "to \(text.named([code]))\(from)"
    }
  }

  private func listLines(_ kind: QuotaKind) -> [String] {
    let first =
      switch answer(kind) {
      case .named: "received here"
      case .notNamed: "not in the list in force"
      case .unknown: "no list is known for \(text.day)"
      case .undecided(let origins):
        "not certain: the list in force is older than this region and names "
          + text.named(origins)
      }
    return [first]
      + lists(kind).flatMap { list in
        ["in the list \(RegionText.days(list.period))"]
          + ["  \(AllowanceText.source(list.entry.citation))"]
          + (list.entry.note.map { ["  \($0)"] } ?? [])
      }
  }

  private var zoneLines: [String] {
    guard !places.isEmpty else { return ["none is known"] }
    return places.flatMap { place in
      let zone = place.zone
      let origin =
        place.derivedFrom.isEmpty
        ? "named by the programme" : "for it has land of \(text.named(place.derivedFrom))"
      return [
        "\(zone.programme.name[text.language]): \(zone.id) “\(zone.name[text.language])”, "
          + RegionText.days(zone.period),
        "  \(origin)", "  \(AllowanceText.source(place.citation))",
      ]
    }
  }

  private var districtLines: [String] {
    guard !own.isEmpty else { return ["none is known here"] }
    var sources: [Citation] = []
    for district in own where !sources.contains(district.citation) {
      sources.append(district.citation)
    }
    return own.map { $0.name[text.language] + ($0.kato.map { ", KATO \($0)" } ?? "") }
      + sources.map { "  \(AllowanceText.source($0))" }
  }
}

extension RegionSheet {
  func json(asked: String) -> JSONValue {
    .object(
      [
        ("on", .date(text.day)), ("code", .string(region.code)),
        ("name", .string(region.name(on: text.day)[text.language])),
        ("kato", .string(region.kato)), ("iso_old", .optional(region.isoOld)),
        ("names", .array(region.datedNames.map(Self.json))),
      ] + RegionText.json(region.period) + [
        ("predecessors", text.json(region.predecessors)),
        ("successors", text.json(region.successors)),
      ] + RegionText.json(region.citation) + [
        ("settlement", .array(SettlementRegions.kinds.map(settlementJSON))),
        ("zones", .array(places.map { ZoneText.json($0, text) })),
        ("districts", .array(own.map(Self.json))),
        ("also_meant", text.otherJSON(asked, than: region)),
      ])
  }

  private static func json(_ name: Region.Renaming) -> JSONValue {
    .object(
      [("from", .date(name.from))] + RegionText.json(name.name) + RegionText.json(name.citation))
  }

  private static func json(_ district: District) -> JSONValue {
    .object(
      [("kato", .optional(district.kato))] + RegionText.json(district.name)
        + RegionText.json(district.citation))
  }

  private func settlementJSON(_ kind: QuotaKind) -> JSONValue {
    let (received, origins): (String, [String]) =
      switch answer(kind) {
      case .named: ("yes", [])
      case .notNamed: ("no", [])
      case .unknown: ("unknown", [])
      case .undecided(let origins): ("undecided", origins)
      }
    let entries = lists(kind).map { list -> JSONValue in
      .object(
        RegionText.json(list.period) + [("in_force", .bool(list.period.contains(text.day)))]
          + RegionText.json(list.entry.citation) + [("note", .optional(list.entry.note))])
    }
    return [
      "kind": .string(kind.rawValue), "received": .string(received),
      "out_of": text.json(origins), "lists": .array(entries),
    ]
  }
}
