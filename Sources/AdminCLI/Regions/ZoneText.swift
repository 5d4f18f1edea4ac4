import Domain
import Reports
import Services

/// Zones for people and as JSON.
enum ZoneText {
  /// A region in a zone, as the region's own answer has it.
  static func json(_ place: ZonePlace, _ text: RegionText) -> JSONValue {
    .object(
      [
        ("programme", .string(place.zone.programme.rawValue)), ("zone", .string(place.zone.id)),
        ("name", .string(place.zone.name[text.language])),
      ] + RegionText.json(place.zone.period) + [
        ("derived_from", text.json(place.derivedFrom))
      ] + RegionText.json(place.citation) + [("note", .optional(place.zone.note))])
  }

  /// A zone with its regions of a day.
  static func json(_ zone: Zone, _ places: [ZonePlace], _ text: RegionText) -> JSONValue {
    // The programme's regions have the names of its own time.
    let then = RegionText(
      register: text.register, day: zone.period.from, language: text.language)
    return .object(
      [
        ("zone", .string(zone.id)), ("programme", .string(zone.programme.rawValue)),
        ("programme_name", .string(zone.programme.name[text.language])),
      ] + RegionText.json(zone.name) + RegionText.json(zone.period) + [
        ("named", then.json(zone.regions)), ("on", .date(text.day)),
        (
          "regions",
          .array(
            places.map { place in
              .object(
                [
                  ("code", .string(place.region)), ("name", .string(text.name(place.region))),
                  ("derived_from", text.json(place.derivedFrom)),
                ] + RegionText.json(place.citation))
            })
        ),
      ] + RegionText.json(zone.citation) + [("note", .optional(zone.note))])
  }

  /// Its regions of a day, one to a line.
  static func lines(_ places: [ZonePlace], _ text: RegionText) -> [String] {
    places.map { place in
      let origin =
        place.derivedFrom.isEmpty
        ? ""
        : ", for it has land of \(text.named(place.derivedFrom)) "
          + "(\(place.citation.standing.rawValue))"
      return "\(text.named([place.region]))\(origin)"
    }
  }
}
