internal import Domain
internal import Glibc

/// `bench NAME`: measures what Kosh promises, beside a bare C loop that does the same work.
enum Bench {
  private static let workloads: [(name: String, summary: String, run: Workload)] = [
    ("load", "import of an intake file of --families families", LoadWorkload.run),
    ("register", "one family, one durable commit, 2,000 times", RegisterWorkload.run),
    ("include", "one durable inclusion in a quota", QuotaWorkloads.include),
    ("grant", "one durable grant of an allowance", QuotaWorkloads.grant),
    ("grants", "the allowance register of a region, out of a country's grants", GrantsWorkload.run),
    (
      "relocation", "[COMMAND]: the payment of all families, beside openfisca-core",
      RelocationWorkload.run
    ),
    ("usage", "the use of a quota, on registers from 1,000 families up", QuotaWorkloads.usage),
    ("find", "search by name: recall and times, by what is typed", FindWorkload.run),
    ("verify", "proof of the whole trail", VerifyWorkload.run),
    (
      "matching", "REGISTER APPLYING TRUTH [DETAILS]: matching held against a truth",
      MatchingWorkload.run
    ),
    (
      "weights", "OUT (REGISTER APPLYING TRUTH)...: the weights of matching, measured",
      MatchingMeasure.run
    ),
    ("match", "finding doubles: keys, one family, a file, everyone", MatchWorkload.run),
    ("dates", "reading and writing of calendar days", DatesWorkload.run),
    ("place", "advice for 2,000 families on the places of 2026", PlaceWorkload.run),
    (
      "permits", "what ends soon, and one more of five thousand, out of half a million permits",
      PermitsWorkload.run
    ),
    (
      "documents", "[FORM...]: a report of 100,000 rows as text, CSV, JSON, HTML, XLSX and PDF",
      DocumentsWorkload.run
    ),
    (
      "press", "a register with everything a report tells of, kept in --register", PressWorkload.run
    ),
    (
      "reports", "[NAME...]: each report of --register, beside its statements in the sqlite3 shell",
      ReportsWorkload.run
    ),
    ("hear", "NAME: the statements of a report of --register, with their values", HearWorkload.run),
    ("names", "names read and compared across scripts", NamesWorkload.run),
  ]

  typealias Workload = @Sendable (Options) throws(Failure) -> [Measurement]

  static func main() {
    signal(SIGPIPE, SIG_IGN)
    guard let options = Options(Array(CommandLine.arguments.dropFirst())),
      let workload = workloads.first(where: { $0.name == options.workload })
    else {
      say(help)
      exit(2)
    }
    do {
      let measurements = try workload.run(options)
      guard !measurements.isEmpty else { return }
      for line in Measurement.lines(measurements, asJSON: options.isJSON) { print(line) }
    } catch {
      say("bench: \(error)")
      exit(1)
    }
  }

  /// Words go to standard error, and results to standard output.
  static func say(_ text: String) {
    let line = Array("\(text)\n".utf8)
    _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
  }

  private static var help: String {
    let list = workloads.map { "  \($0.name.padded(to: 10))\($0.summary)" }
    return """
      usage: bench WORKLOAD [FILES] [--families N] [--seed S] [--register FILE] [--json]
                   [--runs N] [--misses]

      \(list.joined(separator: "\n"))

      --families N   the size of the register (10000)
      --seed S       of the made-up families (1)
      --register F   the register, made where there is none, and kept
      --runs N       of reports: the best of so many counts (3)
      --misses       of find: what was not found
      --json         one line of JSON for each measurement
      """
  }
}
