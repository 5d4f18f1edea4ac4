import Domain

/// What every act rests on, as options: its day, its reason and its paper.
enum GroundOptions {
  /// Of an act about a family.
  static func parameters(on day: String = "the day from which it is true; without it, today")
    -> [CommandParameter]
  {
    [reason, .option("on", "DATE", day), document()]
  }

  /// Of an act about a person, who is an argument; it holds from the day it is made.
  static func ofPerson(needsPaper: Bool = false) -> [CommandParameter] {
    [reason, document(required: needsPaper)]
  }

  private static let reason = CommandParameter.option(
    "reason", "TEXT", "why, in your words", required: true)

  private static func document(required: Bool = false) -> CommandParameter {
    .option(
      "document", "TEXT", "the paper it rests on, such as 'certificate 12-345'",
      required: required)
  }

  /// The head's successor, for acts by which a head may leave.
  static let headParameters: [CommandParameter] = [
    .option("new-head", "PERSON", "who becomes the head, where the head leaves others"), stated,
  ]

  static let stated = CommandParameter.option(
    "relation", "PERSON=RELATION", "what a member is to the new head, where kinship does not tell",
    repeated: true)

  static let family = CommandParameter.argument("family", "the family's number")

  static let relations = Relation.allCases.map(\.rawValue)
}

extension Arguments {
  /// The day that an option named `day` gives, the reason and the paper; a reason that is only
  /// blank is refused by the act.
  func ground(day: String? = "on") throws(Failure) -> Ground {
    Ground(
      on: try day.flatMap { (name) throws(Failure) in try date(name) },
      reason: try required("reason"), document: text("document"))
  }

  func family(_ name: String = "family") throws(Failure) -> Number<Family> {
    try required(name) { (text) throws(Failure) in try Number<Family>(text) }
  }

  func person(_ name: String = "person") throws(Failure) -> Number<Person> {
    try required(name) { (text) throws(Failure) in try Number<Person>(text) }
  }

  func optionalPerson(_ name: String) throws(Failure) -> Number<Person>? {
    try value(name) { (text) throws(Failure) in try Number<Person>(text) }
  }

  /// `P-2026-000003-4=mother`, as often as it is given.
  func statedRelations() throws(Failure) -> [StatedRelation] {
    try all("relation") { (text) throws(Failure) in
      let halves = text.split(separator: "=", maxSplits: 1)
      guard halves.count == 2, let relation = Relation(rawValue: String(halves[1])) else {
        throw Failure(
          .usage, "“\(text)” is not PERSON=RELATION",
          hint: "such as --relation P-2026-000003-4=mother; relations: "
            + GroundOptions.relations.joined(separator: ", "))
      }
      return StatedRelation(person: try Number<Person>(String(halves[0])), relation: relation)
    }
  }
}
