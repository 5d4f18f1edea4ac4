import Domain
import Reports
import Services

/// An inclusion for people and as JSON.
enum InclusionText {
  static func line(_ record: InclusionRecord) -> String {
    var text = "\(record.number)  \(record.kind.rawValue) \(record.year), \(record.region): "
    let places = record.places == 1 ? "place" : "places"
    if record.currentPlaces == record.places {
      text += "\(record.places) \(places) \(record.step.rawValue) on \(record.stepOn)"
    } else if record.isMoved {
      text += "\(record.places) \(places) moved with their people"
    } else {
      text += "\(record.currentPlaces) of \(record.places) \(places) \(record.step.rawValue) "
      text += "on \(record.stepOn)"
    }
    if let number = record.protocolNumber {
      text += ", protocol \(number)\(record.protocolDate.map { " of \($0)" } ?? "")"
    }
    if let reason = record.reason { text += ", \(reason)" }
    return text
  }

  /// With the warnings of the act that made it.
  static func json(_ record: InclusionRecord, warnings: [String]) -> JSONValue {
    .object(members(record) + [("warnings", .array(warnings.map(JSONValue.string)))])
  }

  static func json(_ record: InclusionRecord) -> JSONValue { .object(members(record)) }

  private static func members(_ record: InclusionRecord) -> [(String, JSONValue)] {
    [
      ("inclusion", .string("\(record.number)")),
      ("family", .string("\(record.family)")),
      ("kind", .string(record.kind.rawValue)),
      ("year", .count(record.year)),
      ("region", .string(record.region)),
      ("unit", .string(record.unit.rawValue)),
      ("people", .count(record.people)),
      ("places", .count(record.places)),
      ("current_people", .count(record.currentPeople)),
      ("current_places", .count(record.currentPlaces)),
      ("counted_on", .date(record.countedOn)),
      ("state", .string(record.isMoved ? "moved" : record.step.rawValue)),
      ("state_on", .date(record.stepOn)),
      ("protocol", .optional(record.protocolNumber)),
      ("protocol_date", .optional(record.protocolDate.map { "\($0)" })),
      ("reason", .optional(record.reason)),
    ]
  }
}
