import Domain
import Reports
import Services

extension CommandParameter {
  static let permit = CommandParameter.argument("permit", "the number of the permit")
  static let permitDay = CommandParameter.option(
    "on", "DATE", "the day of the step; without it, today")
  static let permitPaper = CommandParameter.option("document", "TEXT", "the paper it rests on")
  static let permitKind = CommandParameter.option(
    "kind", "KIND", "the kind", required: true, choices: PermitKind.allCases.map(\.rawValue))
  static let permitMonths = CommandParameter.option("months", "N", "the term in months")
  static let permitDays = CommandParameter.option("days", "N", "the term in calendar days")
  static let permitPapers = CommandParameter.option(
    "papers", "CODES", "the papers handed in, parted by commas; kosh permit kinds names them")
  static let permitQualified = CommandParameter.option(
    "qualified", "YES-OR-NO", "whether the worker's qualification fits the post",
    choices: ["yes", "no"])

  /// What a step takes that needs a ground.
  static func grounded(such code: String) -> [CommandParameter] {
    [
      permit, .option("ground", "CODE", "the ground, such as \(code)", required: true), why,
      permitPaper, permitDay,
    ]
  }

  /// The same, where another argument may stand in its place.
  var ifWanted: CommandParameter {
    var parameter = self
    parameter.isRequired = false
    return parameter
  }

  /// What an application says.
  static let application: [CommandParameter] = [
    permitKind,
    .option("employer", "NUMBER", "the employer: E-…, a BIN or an IIN"),
    .option("person", "NUMBER", "the worker: P-…", required: true),
    .option("region", "CODE", "the administrative unit: ISO 3166-2 or KATO", required: true),
    .option("other-region", "CODE", "another region in which it is to hold", repeated: true),
    .option("section", "LETTER", "the section of activity (OKED), or the code of an activity"),
    .option("post", "TEXT", "the post", required: true),
    .option("occupation", "CODE", "its code in the classifier of occupations"),
    permitMonths, permitDays, permitPapers,
    .option("vacancy", "CODE", "the number under which the vacancy was published"),
    .option("posted", "DATE", "the day on which it was published"),
    permitQualified,
    .option("recruitment-cost", "TENGE", "what it cost the worker to find the work"),
    .option("monthly-income", "TENGE", "what the work pays in its first month"),
  ]
}

extension Arguments {
  func permit() throws(Failure) -> Number<WorkPermit> {
    try required("permit") { (text) throws(Failure) in try Number<WorkPermit>(text) }
  }

  /// What is said of a step that needs a ground.
  func groundedStep() throws(Failure) -> GroundedStep {
    GroundedStep(
      permit: try permit(), ground: try required("ground"), reason: try required("reason"),
      document: text("document"), on: try date("on"))
  }

  /// The term, which one of the two options says.
  func permitTerm() throws(Failure) -> PermitTerm {
    let months = try count("months", least: 1)
    let days = try count("days", least: 1)
    switch (months, days) {
    case (let months?, nil): return PermitTerm(Int(clamping: months), .months)
    case (nil, let days?): return PermitTerm(Int(clamping: days), .days)
    default: throw Failure(.usage, "say the term: either --months or --days")
    }
  }

  func permitPapers() -> [String] {
    (text("papers") ?? "").split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
  }

  func permitQualified() -> Bool? { text("qualified").map { $0 == "yes" } }

  /// An application whose region and section are as they were typed.
  func permitForm() throws(Failure) -> TypedApplication {
    let kind = try choice("kind", PermitKind.self) ?? .category3
    return TypedApplication(
      form: PermitForm(
        kind: kind, employer: nil,
        person: try required("person") { (text) throws(Failure) in try Number<Person>(text) },
        region: try required("region"), otherRegions: all("other-region"),
        section: text("section"), post: try required("post"), occupation: text("occupation"),
        term: try permitTerm(), papers: permitPapers(), vacancy: text("vacancy"),
        vacancyOn: try date("posted"), isQualified: permitQualified(),
        recruitmentCost: try money("recruitment-cost"),
        monthlyIncome: try money("monthly-income")),
      employer: try value("employer") { (text) throws(Failure) in try EmployerReference(text) })
  }
}

/// An application as it was typed.
struct TypedApplication {
  var form: PermitForm
  let employer: EmployerReference?

  /// With stable codes.
  func resolved(on day: LocalDate) throws(Failure) -> PermitForm {
    var form = self.form
    let regions = try Reference.regions()
    form.region = try regions.resolve(form.region, on: day).code
    var others: [String] = []
    for code in form.otherRegions { others.append(try regions.resolve(code, on: day).code) }
    form.otherRegions = others
    form.section = try form.section.map { (text) throws(Failure) in
      try Reference.sections().resolve(text).code
    }
    return form
  }
}

extension Context {
  /// Shows a permit, and what comes next.
  func show(_ dossier: PermitDossier) {
    console.answer(PermitText.json(dossier), PermitText.page(dossier, global.language))
    if let next = PermitText.next(dossier) { console.note("Next: \(next)") }
  }
}
