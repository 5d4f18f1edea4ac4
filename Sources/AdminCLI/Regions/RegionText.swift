import Domain
import Reports
import Services

/// Regions for people and as JSON, with the names of one day in one language.
struct RegionText {
  let register: RegionRegister
  let day: LocalDate
  let language: Language

  func name(_ code: String) -> String {
    register.region(code)?.name(on: day)[language] ?? code
  }

  /// `KZ-55 Pavlodar Region`, and so on with “+” between them.
  func named(_ codes: [String]) -> String {
    codes.map { "\($0) \(name($0))" }.joined(separator: " + ")
  }

  func json(_ codes: [String]) -> JSONValue {
    .array(codes.map { ["code": .string($0), "name": .string(name($0))] })
  }

  /// What a code meant on other days, for an answer that had to choose.
  func others(_ text: String, than region: Region) -> [Region] {
    register.meanings(of: text).filter { $0.code != region.code }
  }

  /// “KZ-YUZ meant South Kazakhstan Region until 2018-06-18”.
  func otherLines(_ text: String, than region: Region) -> [String] {
    others(text, than: region).map { other in
      let verb = other.period.to == nil ? "means" : "meant"
      return "\(text.uppercased()) \(verb) \(other.name(on: day)[language]) "
        + "\(Self.days(other.period)); --on asks for such a day"
    }
  }

  func otherJSON(_ text: String, than region: Region) -> JSONValue {
    .array(
      others(text, than: region).map { other in
        .object(
          [
            ("code", .string(other.code)), ("name", .string(other.name(on: day)[language])),
          ] + Self.json(other.period))
      })
  }

  /// The days in words, the last one included.
  static func days(_ period: Period) -> String {
    guard let to = period.to else { return "from \(period.from) on" }
    return "from \(period.from) to \(to.adding(days: -1))"
  }

  /// The days as JSON, where `to` is the day after the last.
  static func json(_ period: Period) -> [(String, JSONValue)] {
    [("from", .date(period.from)), ("to", .optional(period.to.map { "\($0)" }))]
  }

  static func json(_ citation: Citation) -> [(String, JSONValue)] {
    [
      ("source", .string("\(citation)")),
      ("standing", .string(citation.standing.rawValue)),
    ]
  }

  static func json(_ name: LocalizedText) -> [(String, JSONValue)] {
    [("name_en", .string(name.en)), ("name_kk", .string(name.kk)), ("name_ru", .string(name.ru))]
  }

  /// A label and its lines beneath one another.
  static func block(_ label: String, _ lines: [String]) -> String {
    let width = 11
    var text = ""
    for (index, line) in lines.enumerated() {
      text += "  \(DisplayWidth.pad(index == 0 ? label : "", to: width))\(line)\n"
    }
    return text
  }
}
