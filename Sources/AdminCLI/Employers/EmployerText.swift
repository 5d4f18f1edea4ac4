import Domain
import Reports
import Services

/// Employers for people and as JSON.
enum EmployerText {
  /// Categories of posts that the law asks for local content together.
  private static let shares: [(label: String, categories: Set<Int>)] = [
    ("1 and 2", [1, 2]), ("3 and 4", [3, 4]),
  ]

  /// `E-2026-000001-3  Saryarka Qurylys, BIN 190740000011, company, KZ-55, F`.
  static func line(_ record: EmployerRecord) -> String {
    let kind = EmployerForm.isIIN(record.identifier) ? "IIN" : "BIN"
    var parts = ["\(kind) \(record.identifier)", record.form.rawValue, record.region]
    if let section = record.section { parts.append(section) }
    return "\(record.number)  \(DisplayWidth.safe(record.name)), \(parts.joined(separator: ", "))"
  }

  static func page(_ dossier: EmployerDossier, _ language: Language) throws(Failure) -> String {
    let record = dossier.record
    var text = "\(line(record))\n"
    if let section = record.section {
      let name = try Reference.sections().section(section)?.name[language]
      text += "  activity  \(section)\(name.map { ", \($0)" } ?? "")\n"
    }
    if let size = record.size { text += "  size      \(size.rawValue)\n" }
    text += dossier.staff.map(staff) ?? "  staff     nobody has counted\n"
    for violation in dossier.violations { text += self.violation(violation) }
    if let last = dossier.barredUntil { text += "  barred    no new permits until \(last)\n" }
    return text
  }

  private static func staff(_ count: StaffCount) -> String {
    let all = Set(StaffCount.categories)
    var text = "  staff     \(people(count.total)) on \(count.asOf), "
    text += "foreigners: \(count.foreigners(in: all).grouped)"
    text += count.document.map { ", \(DisplayWidth.safe($0))" } ?? ""
    text += "\n"
    for category in [1, 2, 3, 4, 0] {
      let lines = count.lines.filter { $0.category == category }
      guard !lines.isEmpty else { continue }
      let posts = category == 0 ? "others    " : "category \(category)"
      let sum = count.citizens(in: [category]) + count.foreigners(in: [category])
      let parts = lines.map { "\($0.citizenship) \($0.people.grouped)" }
      text += "    \(posts)  \(sum.grouped): \(parts.joined(separator: ", "))\n"
    }
    for (label, categories) in shares {
      let (citizens, sum) = parts(of: categories, in: count)
      guard sum > 0 else { continue }
      text += "  local     categories \(label): \(citizens.grouped) of \(sum.grouped) are citizens"
      text += share(citizens, sum).map { ", \($0) %" } ?? ""
      text += "\n"
    }
    return text
  }

  private static func violation(_ violation: EmployerViolation) -> String {
    var text = "  violation \(violation.id)  \(violation.ground.rawValue), "
    text += "found on \(violation.foundOn): "
    text += DisplayWidth.safe(violation.document)
    text += violation.article.map { ", article \(DisplayWidth.safe($0))" } ?? ""
    text += violation.note.map { ", \(DisplayWidth.safe($0))" } ?? ""
    return text + "\n"
  }

  private static func people(_ count: Int) -> String {
    count == 1 ? "1 person" : "\(count.grouped) people"
  }

  private static func parts(of categories: Set<Int>, in count: StaffCount)
    -> (citizens: Int, sum: Int)
  {
    let citizens = count.citizens(in: categories)
    return (citizens, citizens + count.foreigners(in: categories))
  }

  /// `88.0`, rounded to a tenth; nil of nobody.
  private static func share(_ part: Int, _ whole: Int) -> String? {
    guard case .percent(let tenths) = Cell.share(Int64(part), of: Int64(whole)) else { return nil }
    return "\(tenths / 10).\(tenths % 10)"
  }

  // MARK: JSON

  static func members(_ record: EmployerRecord) -> [(String, JSONValue)] {
    [
      ("employer", .string("\(record.number)")), ("identifier", .string(record.identifier)),
      ("name", .string(record.name)), ("region", .string(record.region)),
      ("section", .optional(record.section)), ("form", .string(record.form.rawValue)),
      ("size", .optional(record.size?.rawValue)),
    ]
  }

  static func json(_ dossier: EmployerDossier) -> JSONValue {
    let violations = dossier.violations.map { violation -> JSONValue in
      [
        "violation": .integer(violation.id), "ground": .string(violation.ground.rawValue),
        "article": .optional(violation.article), "found_on": .date(violation.foundOn),
        "document": .string(violation.document), "note": .optional(violation.note),
      ]
    }
    return .object(
      members(dossier.record) + [
        ("on", .date(dossier.on)), ("staff", dossier.staff.map(json) ?? .null),
        ("violations", .array(violations)),
        ("barred_until", .optional(dossier.barredUntil.map { "\($0)" })),
      ])
  }

  private static func json(_ count: StaffCount) -> JSONValue {
    let lines = count.lines.map { line -> JSONValue in
      [
        "category": .count(line.category), "citizenship": .string(line.citizenship),
        "people": .count(line.people),
      ]
    }
    let local = shares.map { _, categories -> JSONValue in
      let (citizens, sum) = parts(of: categories, in: count)
      return [
        "categories": .array(categories.sorted().map { .count($0) }),
        "citizens": .count(citizens), "people": .count(sum),
        "share": .optional(share(citizens, sum)),
      ]
    }
    return [
      "as_of": .date(count.asOf), "people": .count(count.total),
      "foreigners": .count(count.foreigners(in: Set(StaffCount.categories))),
      "document": .optional(count.document), "lines": .array(lines),
      "local_content": .array(local),
    ]
  }
}
