import Domain
import Services

/// `kosh employer staff`: the command-line face of ``CountStaff``.
struct EmployerStaffCommand: Command {
  static let words = "employer staff"
  static let summary = "Enter how many people an employer has, by category and citizenship."
  static let details = """
    Categories are those of permits: 1 heads and their deputies, 2 heads of units, 3 specialists, \
    4 skilled workers; 0 is every other post. A count is of everybody on that day, outstaffed \
    workers too.

    The file is CSV: category, citizenship (such as KAZ), people. In its place, --count says a line \
    each time. Another count of the same day takes the place of the first, and needs a --reason; a \
    count of a later day leaves it as it is.
    """
  static let examples = [
    "kosh employer staff 190740000011 --as-of 2026-10-01 --file staff.csv",
    "kosh employer staff E-2026-000001-3 --as-of 2026-10-01 --count 3:KAZ=88 --count 3:CHN=12",
  ]
  static let parameters: [CommandParameter] = [
    EmployerOptions.employer,
    .option("as-of", "DATE", "the day of the count", required: true),
    .option("file", "FILE", "the count, or - for standard input"),
    .option(
      "count", "CATEGORY:COUNTRY=PEOPLE", "a line of the count, such as 3:CHN=12", repeated: true),
    .option("reason", "TEXT", "why another count of the day is entered"),
    EmployerOptions.document,
  ]

  private let employer: EmployerReference
  private let asOf: LocalDate
  private let file: String?
  private let lines: [StaffLine]
  private let reason: String?
  private let document: String?

  init(_ arguments: Arguments) throws(Failure) {
    employer = try arguments.employer()
    asOf = try arguments.requiredDate("as-of")
    file = arguments.text("file")
    lines = try arguments.all("count") { (text) throws(Failure) in try StaffFile.line(text) }
    reason = arguments.text("reason")
    document = arguments.text("document")
    guard (file == nil) != lines.isEmpty else {
      throw Failure(
        .usage, "the count is said by --file, or by --count as often as it has lines",
        hint: "such as --count 3:KAZ=88 --count 3:CHN=12")
    }
  }

  func run(in context: Context) throws(Failure) {
    var counted = lines
    if let file { counted = try StaffFile.read(InputFile.read(file), name: file) }
    let useCase = CountStaff(
      employer: employer, asOf: asOf, lines: counted, reason: reason, document: document)
    try context.show(try context.perform(useCase))
  }
}
