import Domain
import Reports
import Services

/// A number of people in words: `1 person`, `3 people`.
enum People {
  static func text(_ count: Int) -> String { count == 1 ? "1 person" : "\(count.grouped) people" }
}

/// A family's dossier for people and as JSON.
enum FamilyText {
  static func text(_ dossier: FamilyDossier, _ language: Language) throws(Failure) -> String {
    let family = dossier.family
    var lines = ["\(family.number), registered \(family.registeredOn)"]
    func fact(_ label: String, _ value: String?) {
      if let value { lines.append("  \(label)  \(value)") }
    }
    let regions = try Reference.regions()
    let region = family.destinationRegion.map { code in
      let name = regions.region(code)?.name(on: dossier.on)[language] ?? ""
      return "\(code) \(name)"
    }
    let origin = [family.originCountry, family.originPlace].compactMap(\.self)
    fact("origin      ", origin.isEmpty ? nil : origin.joined(separator: ", "))
    fact("arrival     ", family.arrivalDate.map { "\($0)" })
    fact("destination ", region)
    fact("lives in    ", dossier.residence.map { residence($0, regions, dossier.on, language) })
    fact("phone       ", family.phone)
    for submission in dossier.submissions {
      let line = submission.line > 0 ? ", line \(submission.line)" : ""
      fact("came from   ", "\(submission.source)\(line), reference \(submission.reference)")
    }
    lines.append("")
    lines.append("\(dossier.members.count) members on \(dossier.on)")
    for member in dossier.members { lines += self.lines(of: member, language) }
    if let ending = dossier.ending { lines.append("  \(FamilyChangeText.line(ending))") }
    if !dossier.marriages.isEmpty { lines += ["", "Marriages"] }
    for marriage in dossier.marriages {
      lines.append(
        "  \(marriage.person) and \(marriage.spouse), from \(marriage.during.from)"
          + (marriage.during.to.map { " to \($0)" } ?? ""))
    }
    if !dossier.inclusions.isEmpty { lines += ["", "Places"] }
    for inclusion in dossier.inclusions { lines.append("  \(InclusionText.line(inclusion))") }
    if !dossier.divided.isEmpty { lines += ["", "Allowances"] }
    for grant in dossier.grants {
      lines.append(
        "  \(grant.number)  \(grant.kind.rawValue)  \(grant.amount.grouped) tenge for "
          + "\(People.text(grant.people)), decided \(grant.decidedOn)")
    }
    for divided in dossier.divided {
      lines += FamilyChangeText.division(of: divided, seenBy: family.number).map { "    \($0)" }
    }
    if dossier.eventCount > 0 {
      let acts = dossier.eventCount == 1 ? "1 act" : "\(dossier.eventCount.grouped) acts"
      lines += ["", "\(acts) since it was registered: kosh family history \(family.number)"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func residence(
    _ residence: Residence, _ regions: RegionRegister, _ day: LocalDate, _ language: Language
  ) -> String {
    let region = regions.region(residence.region)?.name(on: day)[language] ?? ""
    let place = ["\(residence.region) \(region)", residence.district, residence.address]
    return place.compactMap(\.self).joined(separator: ", ") + ", from \(residence.during.from)"
  }

  private static func lines(of member: FamilyDossier.Member, _ language: Language) -> [String] {
    let record = member.record
    let relation = member.membership.relation.name[language]
    let birth = record.birthDate.map { "born \($0)" } ?? "birth date not known"
    let person = "\(member.display), \(record.sex.rawValue), \(birth)"
    var lines = ["  \(record.number)  \(relation): \(person)"]
    let others = member.names.dropFirst().map(\.display)
    if !others.isEmpty { lines.append("      also \(others.joined(separator: "; "))") }
    var papers: [String] = []
    if let iin = record.iin { papers.append("IIN \(iin)") }
    for document in member.documents {
      let issuer = document.issuer.map { " of \($0)" } ?? ""
      papers.append("\(document.type) \(document.number)\(issuer)")
    }
    if !papers.isEmpty { lines.append("      \(papers.joined(separator: "; "))") }
    return lines
  }

  static func json(_ dossier: FamilyDossier) -> JSONValue {
    let family = dossier.family
    return [
      "family": .string("\(family.number)"), "on": .date(dossier.on),
      "registered_on": .date(family.registeredOn),
      "origin_country": .optional(family.originCountry),
      "origin_place": .optional(family.originPlace),
      "arrival_date": .optional(family.arrivalDate.map { "\($0)" }),
      "destination_region": .optional(family.destinationRegion),
      "phone": .optional(family.phone),
      "size": .count(dossier.members.count),
      "members": .array(dossier.members.map(json)),
      "submissions": .array(
        dossier.submissions.map {
          [
            "source": .string($0.source), "family_ref": .string($0.reference),
            "line": .count($0.line),
          ]
        }),
      "inclusions": .array(dossier.inclusions.map(InclusionText.json)),
      "grants": .array(
        dossier.grants.map {
          [
            "grant": .string("\($0.number)"), "kind": .string($0.kind.rawValue),
            "amount": .money($0.amount), "decided_on": .date($0.decidedOn),
          ]
        }),
      "residence": dossier.residence.map(json) ?? .null,
      "marriages": .array(
        dossier.marriages.map {
          [
            "person": .string("\($0.person)"), "spouse": .string("\($0.spouse)"),
            "from": .date($0.during.from), "to": .optional($0.during.to.map { "\($0)" }),
          ]
        }),
      "events": .count(dossier.eventCount),
      "due": .array(dossier.divided.compactMap { FamilyChangeText.due($0, to: family.number) }),
      "ending": dossier.ending.map(FamilyChangeText.json) ?? .null,
    ]
  }

  private static func json(_ residence: Residence) -> JSONValue {
    [
      "region": .string(residence.region), "district": .optional(residence.district),
      "address": .optional(residence.address), "from": .date(residence.during.from),
      "to": .optional(residence.during.to.map { "\($0)" }),
    ]
  }

  private static func json(_ member: FamilyDossier.Member) -> JSONValue {
    let record = member.record
    return [
      "person": .string("\(record.number)"),
      "relation": .string(member.membership.relation.rawValue),
      "from": .date(member.membership.from),
      "to": .optional(member.membership.to.map { "\($0)" }),
      "names": .array(member.names.map(name)), "sex": .string(record.sex.rawValue),
      "birth_date": .optional(record.birthDate.map { "\($0)" }), "iin": .optional(record.iin),
      "citizenship": .optional(record.citizenship), "ethnicity": .optional(record.ethnicity),
      "education": .optional(record.education?.rawValue),
      "occupation": .optional(record.occupation),
      "documents": .array(
        member.documents.map {
          [
            "type": .string($0.type), "number": .string($0.number),
            "issuer": .optional($0.issuer), "expires": .optional($0.expires.map { "\($0)" }),
          ]
        }),
    ]
  }

  static func name(_ name: PersonName) -> JSONValue {
    [
      "script": .string(name.script.rawValue), "family_name": .optional(name.familyName),
      "given_name": .optional(name.givenName), "patronymic": .optional(name.patronymic),
      "full_name": .optional(name.fullName),
    ]
  }
}
