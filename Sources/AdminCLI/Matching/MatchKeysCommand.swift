import Domain
import Reports
import Services

/// `kosh match keys`: the command-line face of ``NameKeysFile``.
struct MatchKeysCommand: Command {
  static let words = "match keys"
  static let summary = "Write the folded names of an intake file, for other programs that link."
  static let details = """
    A row of CSV for each row of the file that makes a form: line, given_key, family_key, \
    father_key. A key is how the name sounds in whatever script, without the ending of a surname \
    or patronymic. It needs no register and says nothing about anybody.
    """
  static let examples = [
    "kosh match keys arrivals.csv -o keys.csv", "kosh match keys arrivals.csv --json",
  ]
  static let parameters: [CommandParameter] = [
    .argument("file", "the intake file, or - for standard input"),
    .option("output", "FILE", "write the rows here instead of standard output", short: "o"),
  ]

  private let file: String
  private let output: String?

  init(_ arguments: Arguments) throws(Failure) {
    file = try arguments.required("file")
    output = arguments.text("output")
  }

  func run(in context: Context) throws(Failure) {
    let lines = try NameKeysFile.lines(
      InputFile.read(file), name: file, today: context.today)
    var csv = ""
    CSVWriter.append(row: ["line", "given_key", "family_key", "father_key"], to: &csv)
    for line in lines {
      CSVWriter.append(row: ["\(line.line)", line.given, line.family, line.father], to: &csv)
    }
    let json: JSONValue = ["lines": .count(lines.count), "output": .optional(output)]
    guard let output else { return context.console.answer(json, csv) }
    try OutputFile.write(csv, to: output)
    context.console.answer(json, "\(lines.count.grouped) rows written.\n")
  }
}
