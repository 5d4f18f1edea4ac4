import Domain
import Reports
import Services

/// Figures of the law, for people and as JSON.
enum RulesText {
  /// The monthly calculation index, which is a table of its own.
  static let indexTitle = LocalizedText.message("rules.index")

  /// A figure as it stands on a day.
  struct Row {
    let key: String
    let title: LocalizedText
    /// Nil on a day without one.
    let entry: Entry?
    /// Nil where the table does not say.
    let checked: LocalDate?
    /// The version that this register adopted; nil for what is built in.
    var adopted: RuleVersion?

    var standing: Standing { entry?.citation.standing ?? .unconfirmed }

    func line(_ language: Language) -> String {
      let adopted = adopted.map { ", adopted \($0.adoptedOn)" } ?? ""
      guard let entry else { return "none on this day\(adopted)  \(title[language])" }
      let value = DisplayWidth.pad(entry.value ?? "…", to: 24)
      let since = "from \(entry.period.from)"
      let checked = checked.map { ", checked \($0)" } ?? ""
      return "\(value) \(since)  \(standing.rawValue)\(checked)\(adopted)  \(title[language])"
    }

    func members(_ language: Language) -> [(String, JSONValue)] {
      [
        ("key", .string(key)), ("title", .string(title[language])),
        ("value", .optional(entry?.value)),
        ("from", .optional(entry.map { "\($0.period.from)" })),
        ("standing", entry.map { .string($0.citation.standing.rawValue) } ?? .null),
        ("checked_on", .optional(checked.map { "\($0)" })),
        ("adopted_on", .optional(adopted.map { "\($0.adoptedOn)" })),
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

    init(period: Period, value: String?, citation: Citation, note: String?) {
      self.period = period
      self.value = value
      self.citation = citation
      self.note = note
    }

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
  static func rows(_ rules: RegisterRules, on day: LocalDate) -> [Row] {
    func adopted(_ key: String) -> RuleVersion? { rules.adopted.first { $0.key == key } }
    let indices = rules.book.indices.filter { $0.period.contains(day) }
    func index(_ entry: Entry?) -> Row {
      Row(
        key: Rules.index, title: indexTitle, entry: entry, checked: nil,
        adopted: adopted(Rules.index))
    }
    let first = indices.isEmpty ? [index(nil)] : indices.map { index(Entry($0)) }
    return first
      + rules.book.parameters.map { parameter in
        Row(
          key: parameter.key.rawValue, title: parameter.title,
          entry: parameter.entry(on: day).map(Entry.init), checked: parameter.checkedOn,
          adopted: adopted(parameter.key.rawValue))
      }
  }

  // MARK: Files and versions

  /// The figure that a file is of by its path: `…/relocation/head.json`, or `mci.csv`.
  static func key(ofFile path: String) -> String {
    let names = path.split(separator: "/")
    if names.last == "mci.csv" { return Rules.index }
    if let table = Permits.keys.first(where: { names.last == "\($0).csv" }) { return table }
    let plain = path.hasSuffix(".json") ? path.dropLast(5) : path[...]
    return plain.split(separator: "/").suffix(2).joined(separator: "/")
  }

  /// Names the file before the place in it that is malformed.
  static func naming<Value>(
    _ file: String, _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    do {
      return try body()
    } catch {
      guard error.code == .ruleMalformed else { throw error }
      var failure = error
      failure.detail = "\(file): \(error.detail)"
      throw failure
    }
  }

  static func members(_ version: RuleVersion) -> [(String, JSONValue)] {
    [
      ("key", .string(version.key)), ("adopted_on", .date(version.adoptedOn)),
      ("document", .string(version.document)), ("sha256", .string(version.digest)),
      ("changes_from", .optional(version.changesFrom.map { "\($0)" })),
    ]
  }

  static func text(_ adopted: RuleVersions.Adopted) -> String {
    let version = adopted.version
    let change = version.changesFrom.map { "differs from \($0) on" } ?? "no value differs"
    return "  adopted \(version.adoptedOn) by \(adopted.act.user): \(version.document); \(change)\n"
      + "    SHA-256 \(version.digest)\n"
  }

  static func json(_ adopted: RuleVersions.Adopted) -> JSONValue {
    .object(members(adopted.version) + [("adopted_by", .string(adopted.act.user))])
  }
}
