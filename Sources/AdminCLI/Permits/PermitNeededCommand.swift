import Domain
import Reports
import Services

/// `kosh permit needed`: the command-line face of ``AskPermitNeed``; without a person no database is
/// needed.
struct PermitNeededCommand: Command {
  static let words = "permit needed"
  static let summary = "Say whether a person needs a permit to work in a post, and on what ground."
  static let details = """
    POST is one of chief-executive, deputy, head-of-unit, specialist, worker, seasonal, household, \
    intra-corporate, independent. With PERSON the citizenship and the statuses are those that the \
    register holds on the day; without it --citizenship and --status name them, and no database is \
    needed. A status is a word of the facts of a person, such as kandas or refugee, or citizen. \
    EMPLOYER is one of branch, representation, foreign-owned, government-contract, aifc, \
    astana-hub.

    Every ground that applies is told, in the order of the Government's list, with its source and \
    standing: law, official, press, reconstructed or unconfirmed. An item of the list whose text \
    is not known is told as such and meets nobody.
    """
  static let examples = [
    "kosh permit needed --citizenship CHN --post specialist",
    "kosh permit needed --citizenship TUR --post deputy --employer foreign-owned --on 2018-04-28",
    "kosh permit needed P-2026-000001-8 --post worker --json",
  ]
  static let parameters: [CommandParameter] = [
    .argument("person", "a person of the register", optional: true),
    .option("post", "POST", "the post, such as specialist", required: true),
    .option("citizenship", "CODE", "a country of three letters", repeated: true),
    .option("status", "STATUS", "what the person is, such as kandas", repeated: true),
    .option("employer", "EMPLOYER", "what the employer is, such as branch", repeated: true),
    .option("on", "DATE", "the day that is asked about; without it, today"),
  ]

  private let person: Number<Person>?
  private let citizenships: [String]
  private let post: String
  private let statuses: [String]
  private let employers: [String]
  private let on: LocalDate?

  init(_ arguments: Arguments) throws(Failure) {
    person = try arguments.optionalPerson("person")
    citizenships = arguments.all("citizenship")
    post = try arguments.required("post")
    statuses = arguments.all("status")
    employers = arguments.all("employer")
    on = try arguments.date("on")
    guard person == nil || citizenships.isEmpty else {
      throw Failure(
        .usage, "--citizenship: that of a person of the register is taken from the register",
        hint: "kosh person record PERSON citizenship CODE --reason TEXT records one")
    }
    let isCitizen = statuses.contains(PermitNeedRules.citizen)
    guard person != nil || !citizenships.isEmpty || isCitizen else {
      throw Failure(.usage, "give the number of a person, or --citizenship")
    }
  }

  func run(in context: Context) throws(Failure) {
    let need = try answer(in: context)
    let language = context.global.language
    context.console.answer(json(need, language), text(need, language))
    if let kind = need.kind {
      context.console.note("Next: kosh permit check … --kind \(kind.rawValue)")
    }
  }

  private func answer(in context: Context) throws(Failure) -> PermitNeed {
    if let person {
      return try context.answer(
        AskPermitNeed(
          person: person, post: post, statuses: statuses, employers: employers, on: on))
    }
    let rules = try Reference.permitNeedRules()
    return rules.assess(
      try rules.question(
        citizenships: citizenships, post: post, statuses: statuses, employers: employers,
        on: on ?? context.today))
  }

  // MARK: Text

  private func text(_ need: PermitNeed, _ language: Language) -> String {
    let question = need.question
    let words =
      [person.map { "\($0)" }].compactMap(\.self) + question.citizenships
      + question.statuses + [question.post] + question.employers
    var lines = ["\(words.joined(separator: ", ")), on \(question.on)"]
    switch need.answer {
    case .citizen:
      lines.append("  No permit is needed: a citizen of Kazakhstan is no foreigner.")
    case .needed(let post):
      let kind = "\(post.kind.rawValue), \(post.kind.name[language])"
      lines.append("  A permit is needed: \(kind) (\(post.term.name[language]))")
      lines.append("    \(AllowanceText.source(post.term.citation))")
    case .exempt(let grounds):
      lines.append("  No permit is needed.")
      for ground in grounds { lines += Self.lines(of: ground, language) }
    }
    lines += need.notes.map { "  Note: \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of ground: PermitExemption, _ language: Language) -> [String] {
    var lines = ["  \(ground.name[language])", "    \(AllowanceText.source(ground.citation))"]
    let until = ground.during.to.map { " to \($0)" } ?? ""
    let isSame = ground.daysStanding == ground.citation.standing
    let mark = isSame ? "" : " (\(ground.daysStanding.rawValue))"
    lines.append("    holds from \(ground.during.from)\(until)\(mark)")
    if let note = ground.note { lines.append("    Note: \(note)") }
    return lines
  }

  // MARK: JSON

  private func json(_ need: PermitNeed, _ language: Language) -> JSONValue {
    let question = need.question
    func list(_ words: [String]) -> JSONValue { .array(words.map(JSONValue.string)) }
    let citation = need.post?.term.citation
    return [
      "person": .optional(person.map { "\($0)" }), "on": .date(question.on),
      "citizenships": list(question.citizenships), "post": .string(question.post),
      "statuses": list(question.statuses), "employers": list(question.employers),
      "needed": .bool(need.isNeeded), "citizen": .bool(need.answer == .citizen),
      "kind": .optional(need.kind?.rawValue), "kind_name": .optional(need.kind?.name[language]),
      "citation": .optional(citation.map { "\($0)" }),
      "standing": .optional(citation?.standing.rawValue),
      "exemptions": .array(need.exemptions.map { Self.json($0, language) }),
      "notes": list(need.notes),
    ]
  }

  private static func json(_ ground: PermitExemption, _ language: Language) -> JSONValue {
    [
      "code": .string(ground.code), "item": .optional(ground.item),
      "name": .string(ground.name[language]), "from": .date(ground.during.from),
      "to": .optional(ground.during.to.map { "\($0)" }),
      "citation": .string("\(ground.citation)"),
      "standing": .string(ground.citation.standing.rawValue),
      "days_standing": .string(ground.daysStanding.rawValue), "note": .optional(ground.note),
    ]
  }
}
