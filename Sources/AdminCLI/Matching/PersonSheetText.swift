import Domain
import Reports
import Services

/// What stands under the numbers of a person, alone as JSON and side by side with another's.
enum PersonSheetText {
  /// One fact of both: an empty list where nothing is known.
  struct Fact {
    let name: String
    let left: [String]
    let right: [String]

    /// Both are known and nothing is common to them.
    var differs: Bool { !left.isEmpty && !right.isEmpty && left != right }
  }

  /// The facts that a person has one of, then those that may be several.
  static func facts(_ left: PersonSheet, _ right: PersonSheet) -> [Fact] {
    func fact(_ name: String, _ value: (PersonSheet) -> String?) -> Fact {
      Fact(
        name: name, left: [value(left)].compactMap(\.self),
        right: [value(right)].compactMap(\.self))
    }
    func list(_ name: String, _ values: (PersonSheet) -> [String]) -> Fact {
      Fact(name: name, left: values(left), right: values(right))
    }
    return [
      list("names") { $0.names.map(\.display) },
      fact("sex") { $0.record.sex.rawValue },
      fact("birth date") { $0.record.birthDate.map { "\($0)" } },
      fact("IIN") { $0.record.iin },
      fact("citizenship") { $0.record.citizenship },
      fact("ethnicity") { $0.record.ethnicity },
      fact("education") { $0.record.education?.rawValue },
      fact("occupation") { $0.record.occupation },
      list("documents") { $0.documents.map(document) },
      list("old numbers") { $0.oldNumbers.map { "\($0)" } },
      list("families") { $0.families.map(membership) },
      list("places") { $0.places.map { "\($0.number) \($0.kind.rawValue) \($0.region)" } },
      list("grants") { $0.grants.map { "\($0.number) \($0.kind.rawValue)" } },
    ]
  }

  /// Columns for people; `≠` stands before what differs.
  static func sideBySide(_ left: PersonSheet, _ right: PersonSheet) -> String {
    let facts = facts(left, right).filter { !$0.left.isEmpty || !$0.right.isEmpty }
    let title = Fact(name: "", left: ["\(left.number)"], right: ["\(right.number)"])
    let names = (facts.map { DisplayWidth.of($0.name) }.max() ?? 0) + 2
    let width = ([title] + facts).flatMap(\.left).map(DisplayWidth.of).max() ?? 0
    var text = ""
    for fact in [title] + facts {
      for index in 0..<max(fact.left.count, fact.right.count) {
        let isFirst = index == 0
        let mark = isFirst && fact.differs && !fact.name.isEmpty ? "≠ " : "  "
        let left = index < fact.left.count ? fact.left[index] : ""
        let right = index < fact.right.count ? fact.right[index] : ""
        var line = mark + DisplayWidth.pad(isFirst ? fact.name : "", to: names)
        line += DisplayWidth.pad(DisplayWidth.safe(left), to: width + 2)
        line += DisplayWidth.safe(right)
        text += line.trimmedEnd + "\n"
      }
    }
    return text
  }

  private static func document(_ document: IdentityDocument) -> String {
    "\(document.type) \(document.number)\(document.issuer.map { " of \($0)" } ?? "")"
  }

  static func membership(_ membership: Membership) -> String {
    let to = membership.to.map { " to \($0)" } ?? ""
    return "\(membership.family) \(membership.relation.rawValue) from \(membership.from)\(to)"
  }

  // MARK: JSON

  static func json(_ sheet: PersonSheet) -> JSONValue {
    let record = sheet.record
    return [
      "person": .string("\(sheet.number)"),
      "old_numbers": .array(sheet.oldNumbers.map { .string("\($0)") }),
      "names": .array(sheet.names.map(FamilyText.name)), "sex": .string(record.sex.rawValue),
      "birth_date": .optional(record.birthDate.map { "\($0)" }), "iin": .optional(record.iin),
      "citizenship": .optional(record.citizenship), "ethnicity": .optional(record.ethnicity),
      "education": .optional(record.education?.rawValue),
      "occupation": .optional(record.occupation),
      "documents": .array(
        sheet.documents.map {
          [
            "type": .string($0.type), "number": .string($0.number),
            "issuer": .optional($0.issuer), "expires": .optional($0.expires.map { "\($0)" }),
          ]
        }),
      "families": .array(sheet.families.map(json)),
      "places": .array(sheet.places.map(InclusionText.json)),
      "grants": .array(
        sheet.grants.map {
          ["grant": .string("\($0.number)"), "kind": .string($0.kind.rawValue)]
        }),
    ]
  }

  static func json(_ membership: Membership) -> JSONValue {
    [
      "family": .string("\(membership.family)"), "person": .string("\(membership.person)"),
      "relation": .string(membership.relation.rawValue), "from": .date(membership.from),
      "to": .optional(membership.to.map { "\($0)" }),
    ]
  }
}

extension String {
  fileprivate var trimmedEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}

extension Arguments {
  /// A person's number that must be given.
  func personNumber(_ name: String) throws(Failure) -> Number<Person> {
    try required(name) { (text) throws(Failure) in try Number<Person>(text) }
  }
}
