import Domain
import Reports
import Services

/// A person's dossier for people.
struct PersonText {
  private let dossier: PersonDossier
  private let language: Language
  private let values: FactValues
  private var lines: [String] = []

  /// Answers with the dossier, and notes where the number asked for is another's now.
  static func tell(_ dossier: PersonDossier, in context: Context) throws(Failure) {
    if dossier.asked != dossier.record.number {
      context.console.note(
        "\(dossier.asked) was found to be \(dossier.record.number), who is shown.")
    }
    let values = try Reference.factValues()
    let language = context.global.language
    context.console.answer(
      PersonJSON.value(of: dossier, values, language),
      PersonText(dossier, language, values).lines.joined(separator: "\n") + "\n")
  }

  private init(_ dossier: PersonDossier, _ language: Language, _ values: FactValues) {
    self.dossier = dossier
    self.language = language
    self.values = values
    writeRecord()
    writeNames()
    writePapers()
    writeFacts()
    writeFamilies()
  }

  private mutating func section(_ title: String, _ rows: [String]) {
    guard !rows.isEmpty else { return }
    lines += ["", title] + rows.map { "  \($0)" }
  }

  private mutating func writeRecord() {
    let record = dossier.record
    lines.append("\(record.number) on \(dossier.on)")
    func fact(_ label: String, _ value: String?) {
      guard let value else { return }
      lines.append("  \(label)\(String(repeating: " ", count: 14 - label.count))\(value)")
    }
    if !dossier.merged.isEmpty {
      fact("also under", dossier.merged.map { "\($0)" }.joined(separator: ", "))
    }
    fact("sex", record.sex.rawValue)
    fact("born", record.birthDate.map { "\($0)" } ?? "not known")
    fact("died", dossier.died.map { "\($0)" })
    fact("age", ageText)
    fact("IIN", record.iin)
    fact("ethnicity", record.ethnicity)
  }

  /// Who has no birth date has no age: nobody may take them for an adult.
  private var ageText: String {
    guard let birth = dossier.record.birthDate else {
      return "unknown, so neither minor nor adult"
    }
    guard let age = dossier.age else { return "not born before \(birth)" }
    let adult = age.isAdult == nil ? ", minor or adult" : ""
    return "\(age)\(dossier.died.map { $0 <= dossier.on } == true ? " at death" : "")\(adult)"
  }

  private mutating func writeNames() {
    section(
      "Names, as papers write them",
      dossier.names.map { "\($0.script.rawValue)  \($0.display)  (\($0.paper ?? "the form"))" })
  }

  private mutating func writePapers() {
    section(
      "Documents",
      dossier.papers.map { paper in
        let document = paper.document
        var text = "\(document.type) \(document.number)"
        if let issuer = document.issuer { text += " of \(issuer)" }
        if let issued = document.issued { text += ", issued \(issued)" }
        switch document.expires {
        case let expires? where expires < dossier.on: text += ", expired \(expires)"
        case let expires?: text += ", expires \(expires)"
        case nil: text += ", no day of expiry known"
        }
        guard !paper.others.isEmpty else { return text }
        return text + "; also with " + paper.others.map { "\($0)" }.joined(separator: ", ")
      })
  }

  private mutating func writeFacts() {
    var now: [String] = []
    var shown: Set<Int64> = []
    for kind in PersonFactKind.allCases where kind != .death {
      for held in dossier.held(kind) {
        shown.formUnion(held.fact.map { [$0.id] } ?? [])
        now.append(line(kind, held.value, held.fact))
      }
    }
    for phone in dossier.phones {
      now.append("phone  \(phone.number)  by the form of \(phone.family), undated")
    }
    section("True on \(dossier.on)", now)
    let others = dossier.facts.filter { !shown.contains($0.id) && $0.kind != .death }
    section("Earlier or later", others.map { line($0.kind, $0.value, $0) })
  }

  private func line(_ kind: PersonFactKind, _ value: String, _ fact: PersonFact?) -> String {
    let name = values.name(of: value, kind).map { " \($0[language])" } ?? ""
    let standing = values.citation(of: value, kind)
    let mark = standing?.standing == .unconfirmed && kind == .need ? " [code unconfirmed]" : ""
    return "\(kind.rawValue)  \(value)\(name)\(mark)  \(Self.ground(of: fact))"
  }

  private static func ground(of fact: PersonFact?) -> String {
    guard let fact else { return "by the form, undated" }
    var days = fact.from.map { "from \($0)" } ?? "since nobody knows when"
    if let to = fact.to { days += " to \(to)" }
    return "\(days): \(fact.reason)\(fact.document.map { " (\($0))" } ?? "")"
  }

  private mutating func writeFamilies() {
    if dossier.memberships.isEmpty { lines += ["", "Belongs to no family"] }
    section(
      "Families",
      dossier.memberships.map { membership in
        let to = membership.to.map { " to \($0)" } ?? ""
        let relation = membership.relation.name[language]
        return "\(membership.family)  \(relation) from \(membership.from)\(to): "
          + membership.reason
      })
  }
}
