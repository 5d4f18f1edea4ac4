import Domain
import Services
import Storage
import TestSupport
import Testing

/// What an office asks all day must not cost more because the register has grown: no statement
/// walks through a table of families or persons.
@Suite("Query plans")
struct QueryPlanTests {
  /// Tables that grow with the families of the register.
  static let large = [
    "act", "family", "submission", "family_record", "person", "person_record", "person_name",
    "person_document", "person_fact", "person_link", "membership", "name_token", "name_pack",
    "name_token_key", "place", "inclusion",
    "inclusion_step", "allowance_grant", "allowance_line", "allowance_person", "ledger_transfer",
    "family_event", "family_residence", "marriage", "inclusion_change", "allowance_division",
    "match_case", "match_verdict", "match_key", "application", "sitting_item", "sitting_vote",
    "sitting_decision", "budget_commitment", "allowance_due", "allowance_stop",
    "allowance_difference", "family_account", "payment_line", "payment_item", "payment_entry",
    "bank_entry", "bank_resolution", "recovery", "recovery_part", "recovery_entry",
    "payment_offset", "employer", "employer_record", "employer_staff", "employer_violation",
    "work_permit", "permit_region", "permit_step", "permit_qualification", "permit_validity",
    "permit_place", "permit_payment", "permit_trip", "permit_deadline",
  ]

  @Test("No daily statement scans a large table")
  func noScan() throws {
    let register = try TestRegister()
    try register.playMixedMonth()
    let listener = Listener()
    let office = try register.otherOffice(listener: listener)
    try Self.playDay(at: office, in: register)
    let texts = listener.texts.filter { $0.hasPrefix("SELECT") || $0.hasPrefix("UPDATE") }
    // A listener that heard nothing would prove nothing.
    #expect(texts.count > 30)
    var scans: [String] = []
    try register.database.read { (transaction) throws(Failure) in
      for text in texts {
        let plan = try transaction.all(SQL(stringLiteral: "EXPLAIN QUERY PLAN \(text)")) {
          (row: inout Row) throws(Failure) -> String in
          (_, _, _) = (row.integer(), row.integer(), row.integer())
          return row.text()
        }
        for step in plan where Self.isScan(step, in: text) { scans.append("\(step): \(text)") }
      }
    }
    #expect(scans == [])
  }

  /// `SCAN table` walks every row; `SCAN table USING INDEX` may still walk every entry.
  private static func isScan(_ step: String, in text: String) -> Bool {
    guard step.hasPrefix("SCAN ") else { return false }
    let name = step.dropFirst(5).prefix { $0 != " " }
    // The newest row of a table, or the newest few, come from the end of its key.
    if text.hasPrefix("SELECT max(id) FROM") || text.contains("ORDER BY id DESC LIMIT") {
      return false
    }
    let isAlias = large.contains { text.contains("\($0) AS \(name)") }
    return large.contains(String(name)) || isAlias
  }

  /// Someone who came again is found, merged and taken apart.
  private static func playDoubles(at office: Office, as user: String) throws {
    let again = try office.perform(
      RegisterFamily(form: office.form(Samples.family("again", count: 1))), as: user)
    let person = again.members[0].membership.person
    _ = try office.answer(ComparePersons(left: person, right: .p(1)), as: user)
    _ = try office.answer(ListMatchCases(region: "KZ-55", leastScore: 900), as: user)
    let merging = MergePersons(
      person: person, into: .p(1), ground: Ground(reason: "same passport"),
      leave: again.family.number)
    _ = try office.perform(merging, as: user)
    _ = try office.perform(
      UnmergePerson(
        person: person, reason: "another passport",
        gifts: [PersonGift(kind: .document, key: "Nagain", to: .p(1))]),
      as: user)
    _ = try office.perform(
      DecideMatch(
        person: person, candidate: .p(1), verdict: .different,
        ground: Ground(reason: "a namesake")),
      as: user)
  }

  /// A permit from its application to its end, and what is asked of permits.
  private static func playPermits(
    of worker: Number<Person>, at office: Office, in register: TestRegister, as user: String
  ) throws {
    let named = EmployerReference.identifier("210340000073")
    let employer = try office.answer(ShowEmployer(named), as: user).record.number
    let form = try register.form(.seasonal, of: employer, for: worker, PermitTerm(90, .days))
    _ = try office.answer(CheckPermit(.form(form, of: named)), as: user)
    let permit = try office.perform(ApplyForPermit(form: form), as: user).record.number
    _ = try office.answer(CheckPermit(.permit(permit)), as: user)
    _ = try office.perform(ApprovePermit(permit: permit), as: user)
    _ = try office.perform(NoticePermit(permit: permit), as: user)
    _ = try office.perform(
      PayPermit(permit: permit, amount: register.fee(of: permit), document: "receipt"), as: user)
    _ = try office.perform(IssuePermit(permit: permit), as: user)
    _ = try office.perform(
      SuspendPermit(permit: permit, ground: "INQUIRY", reason: "asked"), as: user)
    _ = try office.perform(ResumePermit(permit: permit, reason: "nothing found"), as: user)
    for query in [ListPermits(employer: named), ListPermits(person: worker), ListPermits()] {
      _ = try office.answer(query, as: user)
    }
    for query in [
      ExpiringPermits(within: 100), ExpiringPermits(within: 100, employer: named, limit: 1),
    ] {
      _ = try office.answer(query, as: user)
    }
    _ = try office.answer(DuePermits(within: 30, region: "KZ-55"), as: user)
    _ = try office.perform(
      RevokePermit(permit: permit, ground: "CONDITIONS", reason: "broken"), as: user)
  }

  /// Everything an office does in a day, but for what reads the whole register by its nature:
  /// the proof, and the list of all who wait.
  private static func playDay(at office: Office, in register: TestRegister) throws {
    let user = TestRegister.administrator
    let number = try office.perform(
      RegisterFamily(form: office.form(Samples.family("daily", count: 3))), as: user
    ).family.number
    let again = try office.form(Samples.family("again", count: 3))
    _ = try office.perform(
      RegisterFamily(form: again, doubles: .accepted(reason: "a test")), as: user)
    _ = try office.answer(MatchCandidates(person: Number(year: 2026, serial: 1)), as: user)
    let worker = try office.perform(
      RegisterPerson(
        form: again.members[0], ground: Ground(reason: "comes to work"),
        doubles: .accepted(reason: "a test")), as: user)
    _ = try office.answer(MatchCandidates(person: worker.record.number), as: user)
    _ = try office.answer(
      AskPermitNeed(person: worker.record.number, post: "worker"), as: user)
    _ = try office.answer(TracePerson(person: worker.record.number), as: user)
    _ = try office.answer(FindFamilies(text: "нурлан"), as: user)
    _ = try office.answer(FindPersons(text: "Nuerlan Qasimof Erlanuly"), as: user)
    _ = try office.answer(FindFamilies(text: "850615300012"), as: user)
    _ = try office.answer(FindFamilies(text: "N00000001"), as: user)
    let head = try office.answer(ShowFamily(family: number), as: user).members[0].record.number
    _ = try office.perform(
      RecordFact(person: head, kind: .language, value: "kaz", ground: Ground(reason: "told")),
      as: user)
    _ = try office.answer(ShowPerson(person: head), as: user)
    let inclusion = try office.perform(
      IncludeFamily(
        family: number, kind: .kandas, year: 2026, region: "KZ-55", protocolNumber: "77"),
      as: user
    ).number
    _ = try office.answer(PlacementOutcomes(kind: .kandas, year: 2026), as: user)
    let budget = try Samples.budget("daily", from: "2026-05-01", [("KZ-55", 5_000_000)])
    _ = try office.perform(LoadBudgetOrder(order: budget), as: user)
    let grant = try office.perform(GrantAllowance(family: number, kind: .relocation), as: user)
    for move in [MoveMoney.Move.spend, .giveBack, .commit, .release] {
      _ = try office.perform(MoveMoney(move, 1000, of: grant.grant), as: user)
    }
    _ = try office.answer(BudgetExecution(year: 2026), as: user)
    _ = try office.answer(BudgetForecast(year: 2026, region: "KZ-55"), as: user)
    _ = try office.answer(ExplainAllowance(.grant(grant.grant.number)), as: user)
    _ = try office.answer(AllowanceEligibility(of: number), as: user)
    _ = try office.answer(RuleVersions(of: "employer/subsidy"), as: user)
    try playPayments(of: number, grant.grant.number, at: office, as: user)
    try playPermits(of: worker.record.number, at: office, in: register, as: user)
    for by in QuotaUsage.Grouping.allCases {
      _ = try office.answer(QuotaUsage(kind: .kandas, year: 2026, by: by), as: user)
    }
    try playOrders(at: office, as: user)
    try playSitting(at: office, as: user)
    let from = try #require(LocalDate(iso: "2026-05-01"))
    let through = try #require(LocalDate(iso: "2026-12-31"))
    _ = try office.answer(
      AllowanceRegister(from: from, through: through, region: "KZ-55"), as: user)
    let split = SplitFamily(
      family: number, leaving: [grant.people[1].person], head: grant.people[1].person,
      ground: Ground(reason: "grown"))
    let new = try #require(try office.perform(split, as: user).sides.last?.family)
    let join = JoinFamilies(family: new, into: number, ground: Ground(reason: "back"))
    _ = try office.perform(join, as: user)
    _ = try office.perform(UndoFamilyAct(family: number, reason: "a mistake"), as: user)
    _ = try office.perform(
      ReleaseInclusion(inclusion: inclusion, reason: "moved away", protocolNumber: "99"), as: user)
    _ = try office.answer(ListActs(limit: 20), as: user)
    try playActs(at: office, on: number, as: user)
    try playDoubles(at: office, as: user)
    try playEmployers(at: office, as: user)
  }

  /// An employer is registered, counted, corrected and shown.
  private static func playEmployers(at office: Office, as user: String) throws {
    _ = try office.perform(
      RegisterEmployer(
        identifier: "190740000021", title: "Daily", region: "KZ-55", section: "F", form: .company),
      as: user)
    let employer = EmployerReference.identifier("190740000021")
    _ = try office.perform(
      CorrectEmployer(employer: employer, size: .small, reason: "told"), as: user)
    let day = try #require(LocalDate(iso: "2026-05-01"))
    let line = StaffLine(category: 3, citizenship: "KAZ", people: 1)
    _ = try office.perform(CountStaff(employer: employer, asOf: day, lines: [line]), as: user)
    _ = try office.perform(
      RecordViolation(
        employer: employer, violationGround: .other, foundOn: day, document: "1"), as: user)
    _ = try office.answer(ShowEmployer(employer), as: user)
    _ = try office.answer(FindEmployers(text: "190740000021"), as: user)
    _ = try office.answer(ListEmployers(region: "KZ-55", section: "F"), as: user)
    _ = try office.answer(ListEmployers(section: "F"), as: user)
  }

  /// A family is paid, and a part of it is claimed back.
  private static func playPayments(
    of family: Number<Family>, _ grant: Number<Grant>, at office: Office, as user: String
  ) throws {
    _ = try office.perform(
      SetFamilyAccount(family: family, account: "KZ711251111111111111"), as: user)
    let draft = DraftPayments(region: "KZ-55", families: [family])
    let register = try office.perform(draft, as: user).record.number
    _ = try office.answer(CheckPayments(register: register), as: user)
    _ = try office.perform(ApprovePayments(register: register), as: "aliya")
    _ = try office.perform(ExportPayments(register: register), as: user)
    let line = try office.answer(ShowPayments(register: register), as: user).lines[0].line
    let answer = """
      end_to_end_id,amount,account,date,status,reference,reason
      \(line.reference),\(line.transferred),,2026-05-28,paid,D1,
      \(line.reference),1000.00,,2026-05-28,returned,D2,
      unknown,1.00,,2026-05-28,paid,D3,

      """
    let read = try office.perform(
      ReconcilePayments(bytes: Array(answer.utf8), file: "daily.csv"), as: user)
    _ = try office.perform(
      ResolveSuspense(entry: read.entries[2].id, action: .foreign, reason: "rent"), as: user)
    _ = try office.answer(VerifyPayments(register: register), as: user)
    _ = try office.answer(AllowanceDifferences(.family(family)), as: user)
    let ground = Ground(reason: "moved away")
    _ = try office.perform(
      StopAllowance(grant: grant, cause: .leftRegion, ground: ground), as: user)
    _ = try office.perform(ResumeAllowance(grant: grant, ground: ground), as: user)
    let recovery = try office.perform(RecoverAllowance(grant: grant, ground: ground), as: user)
      .record.number
    _ = try office.perform(
      RepayRecovery(recovery: recovery, amount: Money(tiyn: 100), document: "1"), as: user)
    _ = try office.perform(
      WaiveRecovery(
        recovery: recovery, amount: Money(tiyn: 100), waiver: "health", reason: "1"), as: user)
    _ = try office.answer(ShowRecovery(recovery: recovery), as: user)
    _ = try office.perform(draft, as: user)
  }

  /// The commission of a region hears a family.
  private static func playSitting(at office: Office, as user: String) throws {
    let heard = try office.perform(
      RegisterFamily(form: office.form(Samples.family("daily-2", count: 1))), as: user
    ).family.number
    _ = try office.perform(ApplyForPlaces(family: heard), as: user)
    _ = try office.answer(WaitingQueue(kind: .kandas, year: 2026, region: "KZ-55"), as: user)
    let sitting = try office.perform(OpenSitting(region: "KZ-55"), as: user).head.number
    _ = try office.perform(
      AddToAgenda(sitting: sitting, matters: .families([heard])), as: user)
    _ = try office.perform(RecordAttendance(sitting: sitting, presence: .allBut([])), as: user)
    _ = try office.perform(RecordVotes(sitting: sitting), as: user)
    _ = try office.perform(CloseSitting(sitting: sitting, protocolNumber: "78"), as: user)
    _ = try office.answer(ShowSitting(sitting: sitting), as: user)
    _ = try office.answer(ListSittings(region: "KZ-55"), as: user)
  }

  /// A cut, whom it concerns, and places given back.
  private static func playOrders(at office: Office, as user: String) throws {
    let cut = try Samples.order("cut", from: "2026-05-01", [("KZ-55", 1)])
    _ = try office.perform(LoadQuotaOrder(order: cut), as: user)
    let concerned = try office.answer(QuotaOverrun(kind: .kandas, year: 2026), as: user)
    #expect(concerned.contains { !$0.inclusions.isEmpty })
    let more = try Samples.order("more", from: "2026-05-01", [("KZ-55", 977)])
    _ = try office.perform(LoadQuotaOrder(order: more), as: user)
    _ = try office.perform(
      ReturnPlaces(
        kind: .kandas, year: 2026, region: "KZ-55", places: 2, document: "7", reason: "unused"),
      as: user)
    _ = try office.answer(CompareQuotaOrders("cut", "more"), as: user)
  }

  private static func playActs(at office: Office, on family: Number<Family>, as user: String)
    throws
  {
    let people = try office.answer(ShowFamily(family: family), as: user).members
      .map(\.record.number)
    let ground = Ground(reason: "as the paper says")
    _ = try office.perform(
      RecordMarriage(
        family: family, person: people[0], spouse: .known(people[1]), ground: ground), as: user)
    _ = try office.perform(
      MoveFamily(family: family, region: "KZ-11", ground: ground), as: user)
    _ = try office.perform(
      CorrectFamily(family: family, changes: [FieldChange(.phone, nil)], ground: ground), as: user)
    _ = try office.perform(
      CorrectPerson(
        person: people[0], changes: [FieldChange(.occupation, "driver")],
        name: NameCorrection(patronymic: "Ерланұлы"), ground: ground), as: user)
    _ = try office.perform(
      RecordDeath(family: family, person: people[0], newHead: people[1], ground: ground),
      as: user)
    _ = try office.answer(FamilyHistory(family: family), as: user)
  }
}
