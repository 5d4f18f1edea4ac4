import TestSupport
import Testing

/// Clerks who do the same at the same moment, and a power that fails in the middle of it.
@Suite("Payments under trouble", .serialized)
struct PaymentTroubleTests {
  static let families = 8
  /// Of each step: draft, approval, export and the bank's answer.
  static let kills = 12
  static let seed: UInt64 = 20_261_103

  private static let budget = """
    order_number,order_date,effective_from,programme,year,source,region,amount
    1,2025-12-08,2026-01-01,resettlement,2026,national,KZ-55,100000000

    """

  /// Single people of Pavlodar, each granted 302,750 tenge, with the office's account for all: what
  /// families share is told and does not stop a payment.
  private static func granted() throws -> Kosh {
    let kosh = try Kosh.withRegister()
    var rows = IntakeRefusalTests.header
    for index in 0..<families {
      rows += "R\(index),head,,Ерлан,,,,,M,1985,,,,,,,,,,,,,KZ-55,\n"
    }
    try kosh.write(rows, to: "families.csv")
    try kosh.write(budget, to: "budget.csv")
    for line in [
      "family import families.csv", "budget order budget.csv",
      "quota include --waiting --protocol 1", "allowance grant --waiting",
      "user add dana --role approver", "user add erlan --role approver",
      "payment payer --name Office --bin 190740000011 --account KZ86125KZT5004100100",
    ] { try done(line, in: kosh) }
    let found = try kosh.run("family find Ерлан --limit 100 --json").json()
    for family in found.elements.compactMap({ $0["family"].text }) {
      try done("payment account \(family) KZ711251111111111111", in: kosh)
    }
    return kosh
  }

  private static func done(_ line: String, in kosh: Kosh) throws {
    let answer = try kosh.run(line)
    try #require(answer.exit == 0, "\(line): \(answer.err)")
  }

  private static func answer(_ register: String) -> String {
    var text = "end_to_end_id,amount,account,date,status,reference,reason\n"
    for line in 1...families {
      text += "\(register)-\(line),302750.00,KZ711251111111111111,2026-11-03,paid,B\(line),\n"
    }
    return text
  }

  private static func race(_ lines: [String], in kosh: Kosh) throws -> [Kosh.Answer] {
    let started = try lines.map { line in
      try kosh.start(line.split(separator: " ").map(String.init))
    }
    return try started.map { try $0.wait() }
  }

  @Test("Of clerks who do the same at once one wins, and money is counted once")
  func clerks() throws {
    let kosh = try Self.granted()
    let drafts = try Self.race(
      Array(repeating: "payment draft --region KZ-55 --json", count: 6), in: kosh)
    let made = drafts.filter { $0.exit == 0 }
    #expect(made.count == 1)
    #expect(drafts.filter { $0.exit == 4 }.count == 5)
    let register = try #require(try made.first?.json()["register"].text)

    let users = ["dana", "erlan", "dana", "erlan"]
    let approvals = try Self.race(
      users.map { "payment approve \(register) --as \($0)" }, in: kosh)
    #expect(approvals.count { $0.exit == 0 } == 1)
    #expect(approvals.count { $0.exit == 5 } == 3)

    let exports = try Self.race(
      (1...4).map { _ in "payment export \(register) --to . --json" }, in: kosh)
    #expect(exports.allSatisfy { $0.exit == 0 })
    #expect(Set(exports.map(\.out)).count == 1)
    try Self.done(
      "payment verify \(register) --xml \(register).xml --csv \(register).csv", in: kosh)

    try kosh.write(Self.answer(register), to: "answer.csv")
    let answers = try Self.race(
      Array(repeating: "payment reconcile answer.csv --json", count: 4), in: kosh)
    #expect(answers.allSatisfy { $0.exit == 0 })
    #expect(try answers.filter { try $0.json()["new"] == true }.count == 1)
    let shown = try kosh.run("payment show \(register) --json").json()
    #expect(shown["state"] == "settled")
    #expect(shown["payments"].elements.allSatisfy { $0["paid"] == "302750.00" })
    let budget = try kosh.run("budget show --year 2026 --region KZ-55 --on 2026-11-30 --json")
      .json()
    #expect(budget["rows"][0]["paid"] == "2422000.00")
    #expect(try Proof.of(kosh).isClean)
  }

  /// A step is there or it is not: the register stands in one of two states, and the same command
  /// brings it to the later one.
  @Test("A step that was killed is whole or absent")
  func kill() throws {
    let kosh = try Self.granted()
    let register = "R-2026-000001-J"
    try kosh.write(Self.answer(register), to: "answer.csv")
    let steps: [(line: String, before: String, after: String)] = [
      ("payment draft --region KZ-55", "", "draft"),
      ("payment approve \(register) --as dana", "draft", "approved"),
      ("payment export \(register) --to .", "approved", "exported"),
      ("payment reconcile answer.csv", "exported", "settled"),
    ]
    var moments = Moments(state: Self.seed)
    var cut = 0
    for step in steps {
      let start = try kosh.bytes(of: "kosh.db")
      for _ in 0..<Self.kills {
        try KillTests.restore(start, in: kosh)
        let answer = try KillTests.kill(step.line, in: kosh, after: moments.next(below: 60_000))
        if answer.exit < 0 { cut += 1 }
        let shown = try kosh.run("payment show \(register) --json")
        let state = shown.exit == 0 ? try shown.json()["state"].text ?? "" : ""
        #expect([step.before, step.after].contains(state), "\(step.line): \(shown.err)")
        if shown.exit == 0 {
          #expect(try shown.json()["payments"].elements.count == Self.families)
        }
        #expect(try Proof.of(kosh).isClean, "\(step.line)")
      }
      try KillTests.restore(start, in: kosh)
      try Self.done(step.line, in: kosh)
    }
    print("kill -9, seed \(Self.seed): \(cut) of \(steps.count * Self.kills) payment steps cut")
    #expect(cut > Self.kills)
    try Self.done(
      "payment verify \(register) --xml \(register).xml --csv \(register).csv", in: kosh)
  }
}
