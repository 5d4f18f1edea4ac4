import Domain
import Reports
import Services

/// Figures of the law, for people and as JSON.
enum RulesText {
  /// The monthly calculation index, which is a table of its own.
  static let indexKey = "mci"
  static let indexTitle = LocalizedText(
    en: "Monthly calculation index", kk: "Айлық есептік көрсеткіш",
    ru: "Месячный расчётный показатель")

  /// A figure as it stands on a day.
  struct Row {
    let key: String
    let title: LocalizedText
    /// Nil on a day without one.
    let entry: Entry?
    /// Nil where the table does not say.
    let checked: LocalDate?

    var standing: Standing { entry?.citation.standing ?? .unconfirmed }

    func line(_ language: Language) -> String {
      guard let entry else { return "none on this day  \(title[language])" }
      let value = DisplayWidth.pad(entry.value ?? "…", to: 24)
      let since = "from \(entry.period.from)"
      let checked = checked.map { ", checked \($0)" } ?? ""
      return "\(value) \(since)  \(standing.rawValue)\(checked)  \(title[language])"
    }

    func members(_ language: Language) -> [(String, JSONValue)] {
      [
        ("key", .string(key)), ("title", .string(title[language])),
        ("value", .optional(entry?.value)),
        ("from", .optional(entry.map { "\($0.period.from)" })),
        ("standing", entry.map { .string($0.citation.standing.rawValue) } ?? .null),
        ("checked_on", .optional(checked.map { "\($0)" })),
      ]
    }

    /// Why it should be checked; empty for what need not be, or is not in force.
    func reasons(before limit: LocalDate) -> [String] {
      guard let entry else { return [] }
      var reasons: [String] = []
      if let checked, checked < limit { reasons.append("not checked since \(checked)") }
      if entry.value == nil { reasons.append("no source gives it") }
      if standing.weaker(.press) == standing {
        reasons.append("its source is \(standing.rawValue): \(entry.citation)")
      }
      return reasons
    }
  }

  /// One value with its days and its source.
  struct Entry {
    let period: Period
    /// Nil where no source gives it.
    let value: String?
    let citation: Citation
    let note: String?

    init(_ entry: Parameter.Entry) {
      period = entry.period
      value = entry.value.map { "\($0)" }
      citation = entry.citation
      note = entry.note
    }

    init(_ index: MCI) {
      period = index.period
      value = "\(index.amount.grouped) tenge, \(index.purpose.rawValue)"
      citation = index.citation
      note = nil
    }

    var text: String {
      "  \(value ?? "…")  \(RegionText.days(period))\n    \(citation) (\(citation.standing.rawValue))\n"
        + (note.map { "    \($0)\n" } ?? "")
    }

    var json: JSONValue {
      [
        "from": .date(period.from),
        "until": .optional(period.to.map { "\($0.adding(days: -1))" }),
        "value": .optional(value), "source": .string("\(citation)"),
        "standing": .string(citation.standing.rawValue), "note": .optional(note),
      ]
    }
  }

  /// The indices of the day and then every parameter.
  static func rows(_ rules: RuleBook, on day: LocalDate) -> [Row] {
    let indices = rules.indices.filter { $0.period.contains(day) }
    let first = indices.map { index in
      Row(key: indexKey, title: indexTitle, entry: Entry(index), checked: nil)
    }
    let none = Row(key: indexKey, title: indexTitle, entry: nil, checked: nil)
    return (first.isEmpty ? [none] : first)
      + rules.parameters.map { parameter in
        Row(
          key: parameter.key.rawValue, title: parameter.title,
          entry: parameter.entry(on: day).map(Entry.init), checked: parameter.checkedOn)
      }
  }
}
