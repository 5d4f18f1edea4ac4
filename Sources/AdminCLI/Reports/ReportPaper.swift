import Domain
import Reports
import Services

/// In what form a report is wanted, and where.
struct ReportPaper {
  static let parameters: [CommandParameter] = [
    .option("format", "FORMAT", "the form", choices: ReportFormat.allCases.map(\.rawValue)),
    .option("output", "FILE", "write to this file", short: "o"),
    .flag("bom", "csv: begin with a byte order mark, by which Excel knows UTF-8"),
  ]

  private let form: ReportFormat?
  private let output: String?
  private let isMarked: Bool

  init(_ arguments: Arguments) throws(Failure) {
    let format = try arguments.choice("format", ReportFormat.self)
    output = arguments.text("output")
    form = output.map { format ?? Self.form(ofFile: $0) } ?? format
    isMarked = arguments.flag("bom")
    guard !isMarked || form == .csv else { throw Failure(.usage, "--bom is of CSV") }
  }

  /// Before a report is made for nothing: throws `usage` for bytes that a terminal cannot show.
  func check(_ name: String, in context: Context) throws(Failure) {
    guard output == nil, let form, form.isBinary, context.console.isTerminal else { return }
    throw Failure(
      .usage, "\(form.rawValue) is not for a terminal",
      hint: "name a file: -o \(name).\(form.rawValue)")
  }

  /// Writes the report; a note tells the digest of what goes to a file or a program.
  func write(_ report: Report, named name: String, in context: Context) throws(Failure) {
    let language = context.global.language
    guard let form, output != nil || !context.console.isJSON else {
      return context.console.answer(report, in: language)
    }
    let bytes = try form.file(of: report, in: language, marked: isMarked)
    defer { tell(report, in: context) }
    guard let output else { return context.console.write(bytes) }
    try OutputFile.write(bytes, to: output)
    context.console.answer(
      [
        "report": .string(name), "format": .string(form.rawValue), "file": .string(output),
        "rows": .count(report.rowCount), "digest": .optional(report.origin?.digest),
        "number": .optional(report.origin?.number.map { "\($0)" }),
      ],
      "Wrote \(report.title[language]) to \(output)\n")
  }

  private func tell(_ report: Report, in context: Context) {
    guard let origin = report.origin else { return }
    let issued = origin.number.map { ", issued as \($0)" } ?? ""
    context.console.note(
      "\(origin.rows.grouped) \(origin.rows == 1 ? "row" : "rows"), SHA-256 \(origin.digest)\(issued)"
    )
  }

  private static func form(ofFile name: String) -> ReportFormat {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return ending == "htm" ? .html : ReportFormat(rawValue: ending) ?? .text
  }
}
