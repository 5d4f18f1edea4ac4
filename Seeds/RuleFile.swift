package import Domain
internal import FoundationEssentials

/// A file of Seeds/Rules: one parameter with its dated values, read strictly.
///
/// `{"title": {en, kk, ru}, "unit": …, "values": [{"from", "until"?, "value", "cite": {"source",
/// "article"?, "standing"}, "note"?}], "checked": {"on"}}`. `until` is the last day. A multiple
/// is a whole number or a decimal in quotes; a value that no source gives is `null`, with a note.
package enum RuleFile {
  /// Reads a file; `key` is its path under Rules/ without the ending.
  ///
  /// Throws `rule.malformed`, naming the key and the place, for whatever it does not know.
  package static func parameter(_ key: String, _ bytes: [UInt8]) throws(Failure) -> Parameter {
    guard let known = ParameterKey(rawValue: key) else {
      throw Failure(.ruleMalformed, "\(key): no code asks for this parameter")
    }
    let json: JSONValue
    do {
      json = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    } catch {
      throw Failure(
        .ruleMalformed, "\(key): this is not JSON with whole numbers",
        hint: "write a fraction as a decimal in quotes, such as \"6.81\"")
    }
    let file = try RuleObject(json, at: key, knows: ["title", "unit", "values", "checked"])
    let written = try file.text("unit")
    guard let unit = ParameterUnit(rawValue: written) else {
      throw file.malformed("the unit “\(written)” is unknown")
    }
    guard unit == known.unit else {
      throw file.malformed("the unit is “\(written)” where code asks for \(known.unit.rawValue)")
    }
    let title = try file.object("title", knows: ["en", "kk", "ru"])
    let checked = try file.object("checked", knows: ["on"])
    return try Parameter(
      key: known,
      title: LocalizedText(
        en: try title.text("en"), kk: try title.text("kk"), ru: try title.text("ru")),
      entries: try entries(file, unit), checkedOn: try checked.date("on"))
  }

  private static func entries(
    _ file: RuleObject, _ unit: ParameterUnit
  ) throws(Failure) -> [Parameter.Entry] {
    guard case .list(let values)? = file.fields["values"] else {
      throw file.malformed("“values” is not a list")
    }
    var entries: [Parameter.Entry] = []
    for (index, value) in values.enumerated() {
      let row = try RuleObject(
        value, at: "\(file.place), value \(index + 1)",
        knows: ["from", "until", "value", "cite", "note"])
      let from = try row.date("from")
      let until = row.has("until") ? try row.date("until") : nil
      guard let period = Period(from: from, to: until?.adding(days: 1)) else {
        throw row.malformed("“until” is before “from”")
      }
      entries.append(
        Parameter.Entry(
          period: period, value: try parameterValue(row, unit), citation: try citation(row),
          note: row.has("note") ? try row.text("note") : nil))
    }
    return entries
  }

  private static func citation(_ row: RuleObject) throws(Failure) -> Citation {
    guard row.has("cite") else { throw row.malformed("there is no citation") }
    let cite = try row.object("cite", knows: ["source", "article", "standing"])
    let written = try cite.text("standing")
    guard let standing = Standing(rawValue: written) else {
      throw cite.malformed("the standing “\(written)” is unknown")
    }
    return Citation(
      try cite.text("source"), article: cite.has("article") ? try cite.text("article") : nil,
      standing: standing)
  }

  private static func parameterValue(
    _ row: RuleObject, _ unit: ParameterUnit
  ) throws(Failure) -> ParameterValue? {
    guard let json = row.fields["value"] else { throw row.malformed("there is no value") }
    if case .null = json { return nil }
    let value: ParameterValue?
    switch (unit, json) {
    case (.mciPerPerson, .integer(let whole)), (.mciPerFamily, .integer(let whole)):
      value = whole >= 0 ? .multiple(Ratio(whole)) : nil
    case (.mciPerPerson, .text(let text)), (.mciPerFamily, .text(let text)):
      value = Ratio(decimal: text).map { .multiple($0) }
    case (.share, .integer(let whole)):
      value = (0...1).contains(whole) ? .share(Ratio(whole)) : nil
    case (.share, .text(let text)):
      value = part(text).map { .share($0) }
    case (.sharePerYear, .integer(let whole)):
      value = (0...1).contains(whole) ? .sharePerYear(Ratio(whole)) : nil
    case (.sharePerYear, .text(let text)):
      value = part(text).map { .sharePerYear($0) }
    case (.months, .integer(let whole)):
      value = (1...mostMonths).contains(whole) ? .months(Int(whole)) : nil
    case (.mciPurpose, .text(let text)):
      value = MCI.Purpose(rawValue: text).map { .purpose($0) }
    case (.rounding, .text(let text)):
      value = rounding(text).map { .rounding($0) }
    case (.division, .text(let text)):
      value = Follows(rawValue: text).flatMap { $0 == .number ? nil : .division($0) }
    default: value = nil
    }
    guard let value else { throw row.malformed("the value does not fit \(unit.rawValue)") }
    return value
  }

  /// A century: far above any term of the law, and no sum of days overflows with it.
  private static var mostMonths: Int64 { 1200 }

  /// Reads a decimal from 0 to 1.
  private static func part(_ text: String) -> Ratio? {
    Ratio(decimal: text).flatMap { $0.numerator <= $0.denominator ? $0 : nil }
  }

  /// Reads `up-to-tenge`, `nearest-to-tiyn` and the like.
  private static func rounding(_ text: String) -> Rounding? {
    let words = text.split(separator: "-", omittingEmptySubsequences: false)
    guard words.count == 3, words[1] == "to",
      let direction = Rounding.Direction(rawValue: String(words[0])),
      let unit = Rounding.Unit(rawValue: String(words[2]))
    else { return nil }
    return Rounding(direction, to: unit)
  }
}
