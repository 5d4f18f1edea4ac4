import Domain
import Reports
import Services

/// `kosh report pack`: every report as of a day, in one folder.
struct ReportPackCommand: Command {
  static let words = "report pack"
  static let summary = "Write every report as of a day into one folder, with an index."
  static let details = """
    States are those of the day, periods the year up to the day before. All are seen from one \
    vantage: with the same --on and --known-at the folder has the same bytes again. Beside the \
    reports stand index.html with a link to each file, index.json, and SHA256SUMS, which \
    sha256sum -c checks.

    Reports of one region (regional-bulletin, data-worklist, differences) are made for each \
    --region, and data-worklist also for families of which no region is known. What whoever asks may not see, and what no order tells of, is left out; the index \
    says so. The folder is new or empty, and is there whole or not at all.

    With --publish small figures are protected in all of them together: what one table hides no \
    other shows. Reports of single people, and of one region, are then left out.
    """
  static let examples = [
    "kosh report pack --on 2026-11-01 -o 2026-11",
    "kosh report pack --on 2026-11-01 --known-at 2026-11-01 --lang kk --format html,xlsx "
      + "--region KZ-55 -o pavlodar",
  ]
  static let parameters: [CommandParameter] = [
    .option("on", "DATE", "as of this day; without it, the first of this month"),
    .option("output", "FOLDER", "a folder that is new or empty", short: "o", required: true),
    .option("region", "CODE", "also the reports of this region", repeated: true),
    .option("format", "LIST", "the forms, with commas between", default: "html,csv"),
    .option("known-at", "TIME", "as it was known at this moment, in UTC"),
    .flag("publish", "for publication: protect small figures"),
  ]

  private let on: LocalDate?
  private let output: String
  private let regions: [String]
  private let formats: [ReportFormat]
  private let knownAt: Instant?
  private let isPublished: Bool

  init(_ arguments: Arguments) throws(Failure) {
    on = try arguments.date("on")
    output = try arguments.required("output")
    regions = arguments.all("region")
    formats = try arguments.required("format", Self.formats)
    knownAt = try arguments.instant("known-at")
    isPublished = arguments.flag("publish")
    guard !isPublished || regions.isEmpty else {
      throw Failure(.usage, "--region: the total of a region may be what another table hides")
    }
  }

  private static func formats(_ text: String) throws(Failure) -> [ReportFormat] {
    var formats: [ReportFormat] = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let format = ReportFormat(rawValue: String(word)) else {
        let names = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure(.usage, "“\(word)” is not one of \(names)")
      }
      if !formats.contains(format) { formats.append(format) }
    }
    return formats
  }

  func run(in context: Context) throws(Failure) {
    let day = on ?? context.today.firstOfMonth
    guard day <= context.today else {
      throw Failure(.dateOrder, "--on: \(day) is still to come: nothing is known of it")
    }
    let context = isPublished ? context.publishing() : context
    let lines = PackLine.all(
      asOf: day, regions: try codes(on: day, in: context), isPublished: isPublished)
    let folder = try OutputFolder(output)
    let vantage = try context.answer(TakeVantage(knownAt: knownAt, today: day))
    let seen = try context.seeing(vantage)
    var pack = ReportPack(from: vantage, in: context.global.language)
    // What is protected together is held together.
    var held: [(line: PackLine, report: Report)] = []
    for (index, line) in lines.enumerated() {
      var words = "left out"
      switch try make(line, seen: seen, in: context) {
      case .report(let report):
        words = "\(report.rowCount.grouped) \(report.rowCount == 1 ? "row" : "rows")"
        if isPublished, ReportName(rawValue: line.name)?.countsPeople ?? true {
          held.append((line, report))
        } else {
          try add(line, report, to: &pack, folder)
        }
      case .absence(let absence):
        pack.add(absence)
        words = "left out, \(absence.reason.text.en)"
      }
      guard context.global.progress != .none else { continue }
      context.console.note("\(index + 1) of \(lines.count)  \(line.name): \(words)")
    }
    if isPublished {
      for (line, report) in zip(held.map(\.line), try protected(held.map(\.report), on: day)) {
        try add(line, report, to: &pack, folder)
      }
    }
    try writeIndex(of: pack, to: folder)
    try folder.finish()
    tell(pack, in: context)
  }

  /// The reports as they may be published side by side; each says that it was made in the pack.
  private func protected(_ reports: [Report], on day: LocalDate) throws(Failure) -> [Report] {
    let rule = try Reference.protection(on: day)
    return Protection(threshold: rule.threshold).publish(reports).map { report in
      var report = report
      report.citations.append(rule.citation)
      report.origin = Report.Origin(
        words: "pack --on \(day) --publish", rows: report.rowCount,
        digest: ReportDigest.of(report))
      return report
    }
  }

  /// The stable codes of the regions, each once.
  private func codes(on day: LocalDate, in context: Context) throws(Failure) -> [String] {
    var codes: [String] = []
    for region in regions {
      guard let code = try context.regionCode(region, on: day), !codes.contains(code) else {
        continue
      }
      codes.append(code)
    }
    return codes
  }

  private enum Made {
    case report(Report)
    case absence(ReportPack.Absence)
  }

  /// One report, or why it is left out.
  private func make(_ line: PackLine, seen: Context, in context: Context) throws(Failure)
    -> Made
  {
    do {
      let command = try ReportCommand(words: line.words, in: context)
      return .report(try isPublished ? command.report(in: seen) : command.make(in: seen))
    } catch {
      guard let reason = Self.reason(error) else { throw error }
      return .absence(ReportPack.Absence(line.name, reason))
    }
  }

  /// Writes a report in every form.
  private func add(
    _ line: PackLine, _ report: Report, to pack: inout ReportPack, _ folder: OutputFolder
  ) throws(Failure) {
    var entry = ReportPack.Entry(line.name, report)
    for format in formats {
      let bytes = try format.file(of: report, in: pack.language)
      let file = ReportPack.File(
        format, "\(line.name).\(format.ending)",
        digest: ReportDigest.of(file: bytes))
      try folder.write(bytes, to: file.name)
      entry.files.append(file)
    }
    pack.add(entry)
  }

  /// Why a report may be missing; nil for what stops the whole.
  private static func reason(_ failure: Failure) -> ReportPack.Absence.Reason? {
    switch failure.code {
    case .accessDenied: .forbidden
    case .quotaUnknown, .budgetUnknown: .unknown
    default: nil
    }
  }

  private func writeIndex(of pack: ReportPack, to folder: OutputFolder) throws(Failure) {
    var files = pack.files
    for (format, text) in [(ReportFormat.html, pack.html), (.json, pack.json.pretty + "\n")] {
      let bytes = Array(text.utf8)
      let file = ReportPack.File(
        format, "index.\(format.ending)", digest: ReportDigest.of(file: bytes))
      try folder.write(bytes, to: file.name)
      files.append(file)
    }
    try folder.write(Array(ReportPack.checksums(of: files).utf8), to: "SHA256SUMS")
  }

  private func tell(_ pack: ReportPack, in context: Context) {
    let count = pack.entries.count
    context.console.answer(
      ["folder": .string(output), "index": pack.json],
      "Wrote \(count) reports, \(pack.files.count) files, to \(output)\n")
    context.console.note("Next: open \(output)/index.html")
  }
}
