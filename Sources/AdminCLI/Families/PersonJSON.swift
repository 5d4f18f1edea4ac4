import Domain
import Reports
import Services

/// A person's dossier as JSON.
enum PersonJSON {
  static func value(
    of dossier: PersonDossier, _ values: FactValues, _ language: Language
  ) -> JSONValue {
    let record = dossier.record
    let held = PersonFactKind.allCases.filter { $0 != .death }.flatMap { dossier.held($0) }
    let others = dossier.facts.filter { fact in
      fact.kind != .death && !held.contains { $0.fact?.id == fact.id }
    }
    return [
      "person": .string("\(record.number)"), "asked": .string("\(dossier.asked)"),
      "merged": .array(dossier.merged.map { .string("\($0)") }), "on": .date(dossier.on),
      "sex": .string(record.sex.rawValue),
      "birth_date": .optional(record.birthDate.map { "\($0)" }),
      "died": .optional(dossier.died.map { "\($0)" }), "age": age(dossier.age),
      "adult": dossier.age?.isAdult.map { .bool($0) } ?? .null,
      "iin": .optional(record.iin), "ethnicity": .optional(record.ethnicity),
      "names": .array(dossier.names.map(name)), "documents": .array(dossier.papers.map(paper)),
      "facts": .array(
        held.map { fact($0.kind, $0.value, $0.fact, holds: true, values, language) }
          + others.map { fact($0.kind, $0.value, $0, holds: false, values, language) }),
      "family_phones": .array(
        dossier.phones.map {
          ["family": .string("\($0.family)"), "phone": .string($0.number)]
        }),
      "families": .array(dossier.memberships.map(membership)),
    ]
  }

  private static func age(_ age: Age?) -> JSONValue {
    guard let age else { return .null }
    return ["youngest": .count(age.youngest), "oldest": .count(age.oldest)]
  }

  private static func name(_ name: PersonName) -> JSONValue {
    [
      "script": .string(name.script.rawValue), "family_name": .optional(name.familyName),
      "given_name": .optional(name.givenName), "patronymic": .optional(name.patronymic),
      "full_name": .optional(name.fullName), "paper": .optional(name.paper),
    ]
  }

  private static func paper(_ paper: PersonDossier.Paper) -> JSONValue {
    let document = paper.document
    return [
      "type": .string(document.type), "number": .string(document.number),
      "issuer": .optional(document.issuer),
      "issued": .optional(document.issued.map { "\($0)" }),
      "expires": .optional(document.expires.map { "\($0)" }),
      "also_with": .array(paper.others.map { .string("\($0)") }),
    ]
  }

  private static func fact(
    _ kind: PersonFactKind, _ value: String, _ fact: PersonFact?, holds: Bool,
    _ values: FactValues, _ language: Language
  ) -> JSONValue {
    [
      "kind": .string(kind.rawValue), "value": .string(value),
      "name": .optional(values.name(of: value, kind)?[language]), "holds": .bool(holds),
      "source": .string(fact == nil ? "form" : "fact"),
      "from": .optional(fact?.from.map { "\($0)" }), "to": .optional(fact?.to.map { "\($0)" }),
      "reason": .optional(fact?.reason), "document": .optional(fact?.document),
      "standing": .optional(values.citation(of: value, kind)?.standing.rawValue),
    ]
  }

  private static func membership(_ membership: Membership) -> JSONValue {
    [
      "family": .string("\(membership.family)"),
      "relation": .string(membership.relation.rawValue), "from": .date(membership.from),
      "to": .optional(membership.to.map { "\($0)" }), "reason": .string(membership.reason),
    ]
  }
}
