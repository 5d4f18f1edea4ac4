import Domain
import Reports
import Services

/// What is told after an act about a family, and the lines of its history.
enum FamilyActText {
  static func answer(_ outcome: FamilyOutcome, in context: Context) {
    let family = outcome.family
    let size = People.text(family.members.count)
    let verb = family.members.count == 1 ? "belongs" : "belong"
    context.console.answer(
      ["event": json(FamilyHistory.Entry(outcome.event)), "family": FamilyText.json(family)],
      "\(family.family.number), \(family.on): \(outcome.event.event.detail).\n"
        + "\(size) \(verb) to it on \(family.on).\n")
    if outcome.isToCome {
      context.console.note("\(family.on) is to come; it takes effect by itself.")
    }
  }

  static func json(_ entry: FamilyHistory.Entry) -> JSONValue {
    [
      "event": .string(entry.kind), "on": .date(entry.on), "detail": .string(entry.detail),
      "person": .optional(entry.person.map { "\($0)" }),
      "other_family": .optional(entry.otherFamily.map { "\($0)" }),
      "reason": .optional(entry.reason), "document": .optional(entry.document),
      "known_at": .string("\(entry.at)"), "known_by": .string(entry.user),
      "act": .integer(entry.act), "undone_by": entry.undoneBy.map(JSONValue.integer) ?? .null,
    ]
  }

  static func text(_ entry: FamilyHistory.Entry) -> String {
    var lines = ["\(entry.on)  \(entry.kind): \(entry.detail)"]
    lines.append("            known \(entry.at) by \(entry.user), act \(entry.act)")
    let ground = [
      entry.reason.map { "reason: \($0)" }, entry.document.map { "paper: \($0)" },
      entry.otherFamily.map { "other family: \($0)" },
    ].compactMap(\.self)
    if !ground.isEmpty { lines.append("            \(ground.joined(separator: "; "))") }
    if let act = entry.undoneBy { lines.append("            undone by act \(act)") }
    return lines.joined(separator: "\n") + "\n"
  }
}
