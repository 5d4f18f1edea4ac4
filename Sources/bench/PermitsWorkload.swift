internal import Domain
internal import SQLiteEngine
internal import Services
internal import Storage

/// What ends soon, and whether an employer of five thousand may have one more, as whole processes out
/// of half a million permits; beside the `sqlite3` shell that reads the same rows.
enum PermitsWorkload {
  private static let runs = 25
  private static let permits = 500_000

  static func run(_ options: Options) throws(Failure) -> [Measurement] {
    let register = try Register(keptAs: options.register)
    try register.fill(options)
    let written = try PressWorkload.permits(permits, into: register, seed: options.seed)
    var measurements = [written].compactMap(\.self)
    try register.moveLogIntoFile()
    guard let kosh = Program.kosh else { throw Failure(.fault, "there is no kosh beside bench") }
    for question in questions {
      measurements.append(try measure(question, kosh, register))
    }
    return measurements
  }

  private struct Question {
    let name: String
    let words: String
    /// What the shell reads for the same answer.
    let query: String
  }

  private static let soon = Register.today.adding(days: 61)
  private static let rows = """
    SELECT v.*, p.*, (SELECT group_concat(s.action) FROM permit_step AS s WHERE s.permit_id = p.id)
    FROM permit_validity AS v JOIN work_permit AS p ON p.id = v.permit_id
    WHERE v.to_date BETWEEN '\(Register.today.adding(days: 1))' AND '\(soon)'
      AND v.closed_by IS NULL AND v.is_cut = 0
    """
  private static let ofLargest = """
    (SELECT id FROM employer WHERE identifier = '\(PermitPress.largest)')
    """

  private static let questions = [
    Question(
      name: "permits.expiring", words: "permit expiring --within 60",
      query: "\(rows) ORDER BY v.to_date, v.permit_id LIMIT 100"),
    Question(
      name: "permits.expiring.employer",
      words: "permit expiring --within 60 --employer \(PermitPress.largest)",
      query: "\(rows) AND v.employer_id = \(ofLargest) ORDER BY v.to_date, v.permit_id LIMIT 100"),
    Question(
      name: "permits.check",
      words: "permit check --kind EMP-3 --employer \(PermitPress.largest) "
        + "--person \(Number<Person>(year: Register.today.year, serial: 1)) --region KZ-75 "
        + "--section F --post engineer --months 12 --papers application,passport,qualification "
        + "--qualified yes --vacancy V-1 --posted \(Register.today.adding(days: -20))",
      query: """
        SELECT count(*) FROM work_permit AS p WHERE p.employer_id = \(ofLargest)
          AND p.kind IN ('EMP-3', 'EMP-4') AND p.request = 'first'
          AND EXISTS (SELECT 1 FROM permit_place AS l
            WHERE l.permit_id = p.id AND l.closed_by IS NULL)
        """),
  ]

  private static func measure(_ question: Question, _ kosh: String, _ register: Register)
    throws(Failure) -> Measurement
  {
    let words =
      [kosh] + question.words.split(separator: " ").map(String.init) + [
        "--db", register.path, "--as", Register.administrator, "--today", "\(Register.today)",
      ]
    let query = try register.directory.get().file("\(question.name).sql")
    try TemporaryFile.write("\(question.query);\n", to: query)
    var (ours, shell): ([Double], [Double]) = ([], [])
    for _ in 0..<runs {
      ours.append(try Program.run(words))
      shell.append(try Program.run(["sqlite3", register.path], input: query))
    }
    let (times, floor) = (Measurement.Times(ours), Measurement.Times(shell))
    return Measurement(
      name: question.name, families: register.families, people: register.people, count: 1,
      unit: "answers", seconds: times?.median ?? 0, floorSeconds: floor?.median, times: times,
      floorTimes: floor)
  }
}
