import Domain
import Reports
import Services

/// What a split, a join or an undo left behind, family by family, for people and as JSON.
enum FamilyChangeText {
  static func text(_ change: FamilyChange, _ language: Language) -> String {
    change.sides.map { self.lines(of: $0, change, language).joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private static func lines(
    of side: FamilyChange.Side, _ change: FamilyChange, _ language: Language
  ) -> [String] {
    guard let dossier = side.dossier else {
      return ["\(side.family)  withdrawn: the act that made it no longer holds"]
    }
    let count = dossier.members.count
    var lines = [
      "\(side.family)  \(count) \(count == 1 ? "member" : "members") on \(change.on)"
    ]
    for member in dossier.members {
      let relation = member.membership.relation.name[language]
      lines.append("  \(member.membership.person)  \(relation): \(member.display)")
    }
    if let ending = dossier.ending { lines.append("  \(line(ending))") }
    for record in side.places { lines.append("  places  \(InclusionText.line(record))") }
    if !side.withoutPlace.isEmpty {
      let people = side.withoutPlace.map { "\($0)" }.joined(separator: ", ")
      lines.append("  without a share in the family's place: \(people); to be included anew")
    }
    for divided in dossier.divided {
      let amount = divided.amount(dueTo: side.family)
      guard amount > .zero else { continue }
      lines.append(
        "  due     \(divided.grant.number)  \(divided.grant.kind.rawValue): \(amount.grouped) of "
          + "\(divided.grant.amount.grouped) tenge")
    }
    return lines
  }

  static func line(_ ending: FamilyEnding) -> String {
    let destinations = ending.destinations.map { destination in
      let family = destination.family.map { "to \($0)" } ?? "to no family"
      return "\(People.text(destination.people)) \(family)"
    }
    return "no members since \(ending.since): \(destinations.joined(separator: ", "))"
  }

  /// The part of a family in a grant, where the grant is divided.
  static func division(of divided: DividedGrant, seenBy family: Number<Family>) -> [String] {
    let grant = divided.grant
    if grant.family == family {
      return divided.shares.filter { $0.family != family }.map {
        "of \(grant.number)  \($0.amount.grouped) tenge are due to \($0.family)"
      }
    }
    let amount = divided.amount(dueTo: family).grouped
    return ["of \(grant.number) of \(grant.family)  \(amount) tenge are due here"]
  }

  // MARK: As JSON

  static func json(_ change: FamilyChange) -> JSONValue {
    [
      "kind": .string(change.kind.rawValue), "on": .date(change.on),
      "undone": change.undone.map { ["act": .count(Int($0.id)), "action": .string($0.action)] }
        ?? .null,
      "families": .array(change.sides.map(json)),
    ]
  }

  private static func json(_ side: FamilyChange.Side) -> JSONValue {
    let members = side.dossier?.members ?? []
    return [
      "family": .string("\(side.family)"),
      "state": .string(
        side.dossier == nil ? "withdrawn" : members.isEmpty ? "empty" : "live"),
      "size": .count(members.count),
      "members": .array(
        members.map {
          [
            "person": .string("\($0.membership.person)"),
            "relation": .string($0.membership.relation.rawValue),
            "name": .string($0.display), "from": .date($0.membership.from),
          ]
        }),
      "inclusions": .array(side.places.map(InclusionText.json)),
      "without_place": .array(side.withoutPlace.map { .string("\($0)") }),
      "due": .array(
        (side.dossier?.divided ?? []).compactMap { due($0, to: side.family) }),
      "ending": side.dossier?.ending.map(json) ?? .null,
    ]
  }

  /// What is due to a family of a grant; nil where nothing is.
  static func due(_ divided: DividedGrant, to family: Number<Family>) -> JSONValue? {
    guard let share = divided.shares.first(where: { $0.family == family }) else { return nil }
    return [
      "grant": .string("\(divided.grant.number)"),
      "granted_to": .string("\(divided.grant.family)"),
      "kind": .string(divided.grant.kind.rawValue), "people": .count(share.people),
      "amount": .money(share.amount),
    ]
  }

  static func json(_ ending: FamilyEnding) -> JSONValue {
    [
      "since": .date(ending.since),
      "destinations": .array(
        ending.destinations.map {
          [
            "family": .optional($0.family.map { "\($0)" }), "people": .count($0.people),
          ]
        }),
    ]
  }
}
