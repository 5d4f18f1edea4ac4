import Domain
import Reports
import Services

/// Grants for people and as JSON: what was paid for, on what ground, and how it was reckoned.
enum AllowanceText {
  static func kind(of arguments: Arguments) throws(Failure) -> AllowanceKind {
    let text = try arguments.required("kind")
    if let kind = AllowanceKind(text: text) { return kind }
    let kinds = AllowanceKind.allCases.map(\.rawValue).joined(separator: ", ")
    throw Failure(.usage, "--kind: “\(text)” is not one of \(kinds)")
  }

  static func source(_ citation: Citation) -> String {
    "\(citation) (\(citation.standing.rawValue))"
  }

  /// The whole explanation: recomputable by hand from what it says.
  static func text(_ dossier: GrantDossier, _ language: Language) -> String {
    let grant = dossier.grant
    var lines = [
      "\(grant.number): \(grant.kind.name[language]) of \(grant.family), "
        + "\(grant.amount.grouped) tenge",
      "  decided    \(grant.decidedOn)\(grant.decision.map { ", decision \($0)" } ?? ""), by "
        + "\(dossier.act.user), recorded \(dossier.act.at)",
      "  ground     \(InclusionText.line(dossier.inclusion))",
    ]
    if let terms = words(of: grant.terms) { lines.append("  terms      \(terms)") }
    lines += [
      "  MCI        \(grant.mci.grouped) tenge, in force since \(grant.mciFrom), "
        + source(grant.mciCitation),
      "  rounding   \(grant.rounding)",
      "  standing   \(grant.standing.rawValue)",
    ]
    lines += BudgetText.lines(of: dossier.commitments)
    lines += [
      "",
      "  People counted on \(grant.decidedOn): \(grant.people)",
    ]
    lines += dossier.people.map {
      "    \($0.person)  \($0.relation.name[language])  \($0.name)"
    }
    lines += ["", "  Reckoning"]
    for line in dossier.lines {
      lines.append("    \(line.label[language])")
      lines.append("      \(line.arithmetic) = \(line.amount.grouped) tenge")
      lines.append("      \(source(line.citation))")
    }
    lines.append("    Total \(grant.amount.grouped) tenge")
    if let division = dossier.division {
      lines += ["", "  Due now; what is not paid follows: \(division.value.rawValue)"]
      lines += dossier.shares.map {
        "    \($0.family)  \($0.amount.grouped) tenge for \(People.text($0.people))"
      }
      lines.append("      \(source(division.citation))")
    }
    lines += ["", "  Since then"] + StandingText.lines(dossier.standing).map { "    \($0)" }
    if !grant.notes.isEmpty {
      lines += [""] + grant.notes.split(separator: "\n").map { "  Note: \($0)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What was given beside the people; nil where nothing was.
  private static func words(of terms: AllowanceTerms) -> String? {
    var words: [String] = []
    if let place = terms.place { words.append(place.rawValue) }
    if let months = terms.months {
      let first = terms.firstMonth.map { " from \($0.yearAndMonth) on" } ?? ""
      words.append("\(months == 1 ? "1 month" : "\(months) months")\(first)")
    }
    if let cost = terms.cost { words.append("a home that costs \(cost.grouped) tenge") }
    if let employer = terms.employer { words.append("employer \(employer)") }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  private static func json(_ terms: AllowanceTerms) -> JSONValue {
    guard !terms.given.isEmpty else { return .null }
    return [
      "place": .optional(terms.place?.rawValue),
      "months": terms.months.map { .count($0) } ?? .null,
      "from_month": .optional(terms.firstMonth?.yearAndMonth),
      "cost": terms.cost.map { .money($0) } ?? .null,
      "employer": .optional(terms.employer.map { "\($0)" }),
    ]
  }

  static func json(_ dossier: GrantDossier, _ language: Language) -> JSONValue {
    let grant = dossier.grant
    let lines = dossier.lines.map { line -> JSONValue in
      [
        "label": .string(line.label[language]), "quantity": .count(line.quantity),
        "multiple_mci": .string(line.multiple), "rate": .money(line.rate),
        "amount": .money(line.amount), "arithmetic": .string(line.arithmetic),
        "citation": .string("\(line.citation)"),
        "standing": .string(line.citation.standing.rawValue),
      ]
    }
    let people = dossier.people.map { person -> JSONValue in
      [
        "person": .string("\(person.person)"), "relation": .string(person.relation.rawValue),
        "name": .string(person.name),
      ]
    }
    return [
      "grant": .string("\(grant.number)"), "family": .string("\(grant.family)"),
      "kind": .string(grant.kind.rawValue), "on": .date(grant.decidedOn),
      "decision": .optional(grant.decision), "region": .string(grant.region),
      "total": .money(grant.amount), "currency": "KZT",
      "standing": .string(grant.standing.rawValue), "people": .array(people),
      "mci": [
        "amount": .money(grant.mci), "from": .date(grant.mciFrom),
        "citation": .string("\(grant.mciCitation)"),
        "standing": .string(grant.mciCitation.standing.rawValue),
      ],
      "rounding": .string(grant.rounding), "lines": .array(lines), "terms": json(grant.terms),
      "inclusion": InclusionText.json(dossier.inclusion),
      "due": .array(
        dossier.shares.map {
          [
            "family": .string("\($0.family)"), "people": .count($0.people),
            "amount": .money($0.amount),
          ]
        }),
      "commitments": .array(dossier.commitments.map(BudgetText.json)),
      "division": dossier.division.map {
        [
          "follows": .string($0.value.rawValue), "citation": .string("\($0.citation)"),
          "standing": .string($0.citation.standing.rawValue),
        ]
      } ?? .null,
      "recorded_at": .string("\(dossier.act.at)"), "recorded_by": .string(dossier.act.user),
      "notes": .string(grant.notes),
      "since": .object(StandingText.members(dossier.standing)),
    ]
  }
}
