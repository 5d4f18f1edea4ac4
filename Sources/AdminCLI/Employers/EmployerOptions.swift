import Domain

/// What commands about employers take.
enum EmployerOptions {
  static let employer = CommandParameter.argument(
    "employer", "the employer's number, BIN or IIN")

  static let forms = EmployerForm.allCases.map(\.rawValue)
  static let sizes = EmployerSize.allCases.map(\.rawValue)

  static let reason = CommandParameter.option(
    "reason", "TEXT", "why, in your words", required: true)
  static let document = CommandParameter.option("document", "TEXT", "the paper it rests on")

  /// What may be held of an employer, for a command that needs all of it or corrects some.
  static func fields(required: Bool) -> [CommandParameter] {
    let now = required ? "" : ", as it is known now"
    return [
      .option("name", "TEXT", "the name\(now)", required: required),
      .option("region", "CODE", "the region\(now): ISO 3166-2 or KATO", required: required),
      .option("form", "FORM", "what it is\(now)", required: required, choices: forms),
      .option("section", "CODE", "the section of economic activity, A to U, or a code in it"),
      .option("size", "SIZE", "the class of its size", choices: sizes),
    ]
  }
}

extension Arguments {
  func employer() throws(Failure) -> EmployerReference {
    try required("employer") { (text) throws(Failure) in try EmployerReference(text) }
  }
}
