import Domain
import Glibc
import Reports
import Services

/// `kosh demo`: the main job from beginning to end, on families that do not exist.
struct DemoCommand: Command {
  static let words = "demo"
  static let summary = "Run the main job on made-up families, or write a file of them."
  static let details = """
    Makes a fresh register in a folder, imports an intake file, includes the families that fit the \
    2026 kandas quota, grants relocation, shows the use of the quota and writes the report. It acts \
    as on 2026-11-02 unless --today says otherwise.

    --waiting stops when the families are imported: nobody has a place yet, and beside the register \
    stands factors.csv, made up too, for kosh place advise --queue.

    Without --families the file is the bundled one: about 300 families, a few of them faulty. \
    With --csv nothing but the file is made; the same seed gives the same bytes on every machine.
    """
  static let examples = [
    "kosh demo", "kosh demo --families 5000 --seed 7 --into demo-5000",
    "kosh demo --families 2000 --waiting --into demo-queue",
    "kosh demo --families 1000 --seed 7 --csv families.csv",
  ]
  static let parameters: [CommandParameter] = [
    .option("families", "N", "make up this many families"),
    .option("seed", "S", "the seed of the generator", default: "1"),
    .option("into", "FOLDER", "where the register and the reports go", default: "kosh-demo"),
    .option(
      "arrivals", "WHEN", "of the last ten months, or since 1991 to all regions",
      choices: ["recent", "national"], default: "recent"),
    .flag("waiting", "leave them all waiting for places"),
    .option("csv", "FILE", "only write the intake file; - is standard output"),
  ]

  private let families: Int?
  private let seed: UInt64
  private let folder: String
  private let csv: String?
  private let isWaiting: Bool
  private let plan: FamilyGenerator.Plan

  init(_ arguments: Arguments) throws(Failure) {
    families = try arguments.count("families", least: 1).map { Int(clamping: $0) }
    guard families ?? 1 <= FamilyGenerator.limit else {
      throw Failure(.usage, "--families: at most \(FamilyGenerator.limit.grouped)")
    }
    seed = UInt64(try arguments.count("seed") ?? 1)
    folder = arguments.text("into") ?? "kosh-demo"
    csv = arguments.text("csv")
    isWaiting = arguments.flag("waiting")
    plan = arguments.text("arrivals") == "national" ? .national : .settlement
    guard csv == nil || families != nil else {
      throw Failure(.usage, "--csv needs the number of families: --families N")
    }
    guard csv == nil || !isWaiting else {
      throw Failure(.usage, "--csv writes the file only: it takes no --waiting")
    }
  }

  func run(in context: Context) throws(Failure) {
    guard let day = context.global.today ?? LocalDate(year: 2026, month: 11, day: 2) else { return }
    if let csv {
      let bytes = try intake(on: day, context.console)
      if csv == "-" { return context.console.write(bytes) }
      try OutputFile.write(bytes, to: csv)
      return context.console.note("Wrote \(families ?? 0) families to \(csv)")
    }
    let run = DemoRun(
      context: context, day: day, folder: folder, bytes: try intake(on: day, context.console))
    if isWaiting { try run.runWaiting() } else { try run.run() }
  }

  private func intake(on day: LocalDate, _ console: Console) throws(Failure) -> [UInt8] {
    guard let families else { return try DemoNames.bundledFamilies() }
    var generator = FamilyGenerator(
      seed: seed, today: day, names: try DemoNames.embedded(), plan: plan)
    var bytes = Array(FamilyGenerator.header.utf8)
    let bar = console.progress("Making up", unit: "families", of: families)
    for index in 0..<families {
      generator.append(index, to: &bytes)
      bar.update(index + 1)
    }
    bar.finish()
    return bytes
  }
}

/// One run of the demonstration.
private struct DemoRun {
  let context: Context
  let day: LocalDate
  let folder: String
  let bytes: [UInt8]

  private var console: Console { context.console }
  private var user: String { context.user }

  func run() throws(Failure) {
    let office = try freshOffice()
    let summary = try importFamilies(into: office)
    let included = try office.run(
      IncludeWaiting(kind: .kandas, year: day.year, protocolNumber: "1", protocolDate: day),
      as: user)
    tell(BatchText.text(included, "families included in the kandas quota"))
    let granted = try office.run(
      GrantWaiting(allowance: .relocation, quota: .kandas, year: day.year, decision: "1"), as: user)
    tell(BatchText.text(granted, "relocation allowances granted"))
    let usage = try office.answer(QuotaUsage(kind: .kandas, year: day.year), as: user)
    let usagePaper = try QuotaReport.make(usage, knownAt: context.clock.now())
    let register = try writeReports(of: office)
    let answer: JSONValue = [
      "database": .string("\(folder)/demo.db"),
      "families": [
        "registered": .count(summary.registered), "rejected": .count(summary.rejected),
        "included": .count(included.done.count), "granted": .count(granted.done.count),
      ],
      "quota_usage": JSONRenderer.value(of: usagePaper, context.global.language),
      "reports": .array(register.map(JSONValue.string)),
    ]
    console.answer(answer, TextRenderer.render(usagePaper, context.global.language))
    console.note("Wrote the register of allowances to \(register.joined(separator: " and ")).")
    console.note("Look around: kosh family find 'нурлан' --db \(folder)/demo.db")
    console.note("             kosh verify --db \(folder)/demo.db")
  }

  /// The register of families that wait, and the factors beside it.
  func runWaiting() throws(Failure) {
    let summary = try importFamilies(into: freshOffice())
    let factors = "\(folder)/factors.csv"
    try OutputFile.write(DemoNames.placementFactors(), to: factors)
    console.answer(
      [
        "database": .string("\(folder)/demo.db"), "factors": .string(factors),
        "families": [
          "registered": .count(summary.registered), "rejected": .count(summary.rejected),
        ],
      ], "\(summary.registered.grouped) families wait in \(folder)/demo.db\n")
    console.note(
      "Next: kosh place advise --queue --factors \(factors) --db \(folder)/demo.db --today \(day)")
  }

  private func tell(_ text: String) {
    for line in text.split(separator: "\n") { console.note(String(line)) }
  }

  /// The register of an earlier demonstration in this folder is made anew.
  private func freshOffice() throws(Failure) -> Office {
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
      throw Failure(.fileUnwritable, "the folder \(folder) cannot be made")
    }
    let path = "\(folder)/demo.db"
    for ending in ["", "-wal", "-shm"] { unlink(path + ending) }
    let office = try context.openOffice(path, true, Clock(today: day, now: context.clock.now))
    let outcome = try office.setUp(administrator: user)
    console.note("Made \(path) with \(outcome.orders) quota orders; \(user) is its administrator.")
    return office
  }

  private func importFamilies(into office: Office) throws(Failure)
    -> ImportFamilies.Summary
  {
    let file = "\(folder)/families.csv"
    try OutputFile.write(bytes, to: file)
    let bar = console.progress("Importing", unit: "families")
    let refused = IntakeLine.Collector(shown: 12, keepingAll: false)
    let summary = try office.run(
      ImportFamilies(bytes: bytes, fileName: file, source: "families.csv"), as: user,
      watch: ImportFamilies.Watch(
        progress: { done, _ in bar.update(done) }, refused: { refused.take($0) }))
    bar.finish()
    console.note(
      "\(summary.read.grouped) rows of \(file): \(summary.registered.grouped) families registered "
        + "(\(summary.persons.grouped) people), \(summary.rejected.grouped) refused:")
    for problem in refused.first { console.note("  \(IntakeLine.text(problem))") }
    refused.more.map { console.note("  \($0)") }
    return summary
  }

  private func writeReports(of office: Office) throws(Failure) -> [String] {
    guard let first = LocalDate(year: day.year, month: 1, day: 1) else { return [] }
    let report = try office.answer(AllowanceRegister(from: first, through: day), as: user)
    var files: [String] = []
    for format in [ReportFormat.html, .csv] {
      let file = "\(folder)/allowances.\(format.rawValue)"
      try OutputFile.write(format.file(of: report, in: context.global.language), to: file)
      files.append(file)
    }
    return files
  }
}
