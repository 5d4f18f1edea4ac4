package import Domain
internal import Services
internal import Storage

extension TestRegister {
  /// A month of an office, so that every table of facts has rows and some are closed.
  package func playMixedMonth() throws(Failure) {
    try move(to: "2026-05-01")
    _ = try office.perform(
      AddUser(name: "aliya", fullName: "Әлия Сейітова", roles: [.registrar, .commission]),
      as: Self.administrator, key: "add-aliya")
    try perform(ChangeRole(user: "aliya", role: .commission, revoking: true))
    try perform(ChangeRole(user: "aliya", role: .auditor, revoking: false))
    let file = Samples.csv([
      Samples.family("A-1", count: 4).with(.iin, "850615300012"), Samples.family("A-2", count: 2),
    ])
    _ = try office.run(
      ImportFamilies(bytes: file, fileName: "a.csv", source: "a.csv"), as: "aliya")
    let third = try register(Samples.family("third", count: 5))
    try perform(
      AdoptRule(
        key: "employer/subsidy", bytes: Rules.builtIn("employer/subsidy") + Array("\n".utf8),
        document: "read again"))
    try perform(
      LoadQuotaOrder(order: Samples.order("mid-year", from: "2026-05-01", [("KZ-55", 980)])))
    let families = try database.read { (transaction) throws(Failure) in
      try transaction.all("SELECT id FROM family ORDER BY id") {
        (row: inout Row) throws(Failure) -> Number<Family> in row.number()
      }
    }
    try perform(
      LoadBudgetOrder(order: Samples.budget("1", from: "2026-05-01", [("KZ-55", 5_000_000)])))
    let confirmed = try include(families[0], protocolNumber: "12")
    _ = try perform(GrantAllowance(family: families[0], kind: .relocation, decision: "7"))
    _ = try perform(
      GrantAllowance(
        family: families[0], kind: .rent, terms: AllowanceTerms(place: .rural, months: 2)))
    let released = try include(families[1], protocolNumber: nil)
    try move(to: "2026-05-10")
    try perform(ReleaseInclusion(inclusion: released, reason: "moved away", protocolNumber: "99"))
    _ = try perform(
      IncludeFamily(
        family: third, kind: .kandas, year: 2026, region: nil,
        expiresOn: LocalDate(iso: "2026-05-20")))
    try move(to: "2026-05-25")
    let again = try include(families[1], protocolNumber: nil)
    try perform(ConfirmInclusion(inclusion: again, protocolNumber: "13"))
    try perform(
      ReleaseInclusion(inclusion: confirmed, reason: "left the country", protocolNumber: "99"))
    let head = try answer(ShowFamily(family: third)).members[0].membership.person
    let told = Ground(on: LocalDate(iso: "2026-05-01"), reason: "told")
    try perform(RecordFact(person: head, kind: .occupation, value: "driver", ground: told))
    try perform(
      EndFact(
        person: head, kind: .occupation,
        ground: Ground(on: LocalDate(iso: "2026-05-20"), reason: "left")))
    try playFamilyActs(of: third)
    try move(to: "2026-05-28")
    try split(families[0], [2])
    try undo(families[0])
    try split(families[0], [4])
    try split(families[1], [6])
    try playDoubles()
    try playSitting()
    try playPayments(of: families[1])
    try playEmployers()
    try playPermits(for: [.p(1), .p(2)])
    let digest = String(repeating: "0", count: 64)
    try perform(
      IssueReport(
        Report.Origin(words: "allowances", rows: 0, digest: digest),
        from: answer(TakeVantage(knownAt: nil, today: nil)), note: "letter 5"))
    _ = try answer(ShowFamily(family: third))
    _ = try answer(FindFamilies(text: "Қасымов"))
  }

  /// A family waits, is heard by the commission with a vote that is taken twice, and another is
  /// dropped from the agenda.
  private func playSitting() throws(Failure) {
    let region = "KZ-55"
    for role in [CommissionRole.chair, .member, .member, .secretary] {
      try perform(AppointMember(member: "Асан", region: region, body: "akimat", role: role))
    }
    try perform(DismissMember(member: 2, reason: "another post"))
    let heard = try register(Samples.family("heard", count: 2))
    let dropped = try register(Samples.family("dropped", count: 1))
    try perform(
      ApplyForPlaces(
        family: heard, priority: "skilled", reason: "a doctor", document: "diploma 45"))
    try perform(ApplyForPlaces(family: heard, on: LocalDate(iso: "2026-05-20")))
    try perform(ApplyForPlaces(family: dropped, kind: .settlers))
    for there in ["KZ-11", region] {
      try perform(
        DecidePlacement(
          family: heard, kind: .kandas, year: 2026, region: there, reason: "kin are there"))
    }
    let sitting = try perform(OpenSitting(region: region)).head.number
    try perform(AddToAgenda(sitting: sitting, matters: .families([dropped, heard])))
    try perform(RecordAttendance(sitting: sitting, presence: .allBut([4])))
    try perform(RecordAttendance(sitting: sitting, presence: .only([1, 3, 4])))
    try perform(RecordAttendance(sitting: sitting, presence: .only([1, 3])))
    try perform(RecordVotes(sitting: sitting, abstained: [3]))
    try perform(DropFromAgenda(sitting: sitting, position: 1, reason: "papers are missing"))
    try perform(RecordVotes(sitting: sitting))
    try perform(CloseSitting(sitting: sitting, protocolNumber: "21", recording: "disk 7"))
  }

  /// A family of five marries on paper, moves, has a child and loses a member.
  private func playFamilyActs(of family: Number<Family>) throws(Failure) {
    let members = try answer(ShowFamily(family: family)).members.map(\.membership.person)
    let ground = Ground(reason: "as the paper says", document: "certificate 1")
    try perform(
      RecordMarriage(
        family: family, person: members[0], spouse: .known(members[1]), ground: ground))
    try perform(MoveFamily(family: family, region: "KZ-55", district: "Ақсу", ground: ground))
    var child = try office.form(Samples.family("child")).members[2]
    child.birthDate = PartialDate(iso: "2026-05-24")
    try perform(
      RecordBirth(family: family, child: child, mother: members[1], ground: ground))
    try perform(
      RecordDeath(
        family: family, person: members[0], newHead: members[1],
        ground: Ground(on: LocalDate(iso: "2026-05-25"), reason: "as the paper says")))
    try perform(
      CorrectPerson(
        person: members[2], changes: [FieldChange(.birthDate, "2012-05-03")],
        name: NameCorrection(patronymic: "Ерланұлы"), ground: ground))
  }

  /// P-13 is merged and stays, P-14 is merged and taken apart, P-15 is kept apart.
  private func playDoubles() throws(Failure) {
    let first = Number<Person>.p(1)
    for serial in 13...15 {
      let family = try register(Samples.family("again-\(serial)", count: 1))
      try propose(.p(serial), first, "review", score: 610)
      if serial < 15 { try merge(.p(serial), first, leave: family) }
    }
    try perform(UnmergePerson(person: .p(14), reason: "another passport"))
    try perform(
      DecideMatch(
        person: .p(15), candidate: first, verdict: .different,
        ground: Ground(reason: "a namesake")))
    try propose(.p(15), .p(14))
  }

  private func include(_ family: Number<Family>, protocolNumber: String?)
    throws(Failure) -> Number<Inclusion>
  {
    try perform(
      IncludeFamily(
        family: family, kind: .kandas, year: 2026, region: nil, protocolNumber: protocolNumber,
        protocolDate: protocolNumber == nil ? nil : LocalDate(iso: "2026-05-01"))
    ).number
  }

  /// An employer is corrected, counted twice and has a violation too many.
  private func playEmployers() throws(Failure) {
    let employer = EmployerReference.identifier("190740000011")
    try perform(
      RegisterEmployer(
        identifier: "190740000011", title: "Сарыарқа құрылыс", region: "KZ-55", section: "F",
        form: .company, size: .small, document: "certificate 1"))
    try perform(
      RegisterEmployer(
        identifier: "850615300012", title: "Ерлан Қасымов", region: "KZ-10", form: .entrepreneur))
    try perform(
      CorrectEmployer(employer: employer, size: .medium, reason: "grown", document: "paper 2"))
    let day = clock.clock.day(at: clock.now)
    for foreigners in [10, 12] {
      try perform(
        CountStaff(
          employer: employer, asOf: day,
          lines: [
            StaffLine(category: 3, citizenship: "KAZ", people: 88),
            StaffLine(category: 3, citizenship: "CHN", people: foreigners),
          ], reason: "counted", document: "list \(foreigners)"))
    }
    for (ground, document) in [(ViolationGround.illegalHire, "31"), (.registration, "32")] {
      try perform(
        RecordViolation(
          employer: employer, violationGround: ground, article: "519", foundOn: day,
          document: document, note: "on the site"))
    }
    try perform(AnnulViolation(employer: employer, violation: 2, reason: "set aside"))
  }

  /// A register is rejected, another goes out; the bank pays a part, and something that is not ours.
  private func playPayments(of family: Number<Family>) throws(Failure) {
    try perform(ChangeRole(user: "aliya", role: .approver, revoking: false))
    _ = try perform(GrantAllowance(family: family, kind: .relocation))
    for name in ["Office", "Employment office"] {
      try perform(SetPayer(payer: name, bin: "190740000011", account: "KZ86125KZT5004100100"))
    }
    for account in ["KZ711251111111111111", "KZ291252222222222222"] {
      try perform(SetFamilyAccount(family: family, account: account, reason: "a new bank"))
    }
    let first = try perform(DraftPayments(region: "KZ-55")).record.number
    try perform(RejectPayments(register: first, reason: "not yet"))
    let register = try perform(DraftPayments(region: "KZ-55")).record.number
    _ = try office.perform(ApprovePayments(register: register), as: "aliya")
    try perform(ExportPayments(register: register))
    let answer = """
      end_to_end_id,amount,account,date,status,reference,reason
      \(register)-1,1000.00,KZ291252222222222222,2026-05-28,paid,B1,
      other,5.00,,2026-05-28,paid,B2,

      """
    try perform(ReconcilePayments(bytes: Array(answer.utf8), file: "answer.csv"))
    try perform(ResolveSuspense(entry: 2, action: .foreign, reason: "rent of the office"))
    try perform(CancelPayments(register: register, reason: "the bank pays no more"))
    try playRecovery(of: family)
    try playDifference()
  }

  /// What was paid is claimed back: a part is repaid, a part waived, and the rest withheld.
  private func playRecovery(of family: Number<Family>) throws(Failure) {
    guard let grant = try answer(ExplainAllowance(.family(family))).first?.grant.number else {
      throw Failure(.fault, "\(family) has no grant")
    }
    let told = Ground(reason: "as the office of the other region says")
    try perform(StopAllowance(grant: grant, cause: .leftRegion, ground: told))
    let recovery = try perform(RecoverAllowance(grant: grant, ground: told)).record.number
    for count in [2, 3] {
      try perform(
        PlanRecovery(
          recovery: recovery, instalments: count,
          first: clock.clock.day(at: clock.now).adding(days: 4)))
    }
    try perform(
      RepayRecovery(recovery: recovery, amount: Money(tiyn: 100_00), document: "receipt 1"))
    try perform(
      WaiveRecovery(
        recovery: recovery, amount: Money(tiyn: 100_00), waiver: "health", reason: "certificate"))
    try perform(ResumeAllowance(grant: grant, ground: told))
    let first = try perform(DraftPayments(region: "KZ-55")).record.number
    try perform(RejectPayments(register: first, reason: "not yet"))
    let sent = try perform(DraftPayments(region: "KZ-55"))
    _ = try office.perform(ApprovePayments(register: sent.record.number), as: "aliya")
    try perform(ExportPayments(register: sent.record.number))
    guard let line = sent.lines.first?.line else {
      throw Failure(.fault, "the register has no line")
    }
    for (status, bank) in [("paid", "B9"), ("returned", "B10")] {
      let answer = """
        end_to_end_id,amount,account,date,status,reference,reason
        \(line.reference),\(line.transferred),\(line.account),2026-05-28,\(status),\(bank),

        """
      try perform(ReconcilePayments(bytes: Array(answer.utf8), file: "\(bank).csv"))
    }
    try perform(DraftPayments(region: "KZ-55"))
  }

  /// Somebody is found to have died before the decision.
  private func playDifference() throws(Failure) {
    let family = try register(Samples.family("late", count: 2))
    _ = try include(family, protocolNumber: "22")
    let grant = try perform(GrantAllowance(family: family, kind: .relocation)).grant.number
    try perform(SetFamilyAccount(family: family, account: "KZ841253333333333333"))
    let draft = try perform(DraftPayments(region: "KZ-55", families: [family])).record.number
    _ = try office.perform(ApprovePayments(register: draft), as: "aliya")
    try perform(ExportPayments(register: draft))
    let paid = """
      end_to_end_id,amount,account,date,status,reference,reason
      \(draft)-1,605500.00,,2026-05-28,paid,B20,

      """
    try perform(ReconcilePayments(bytes: Array(paid.utf8), file: "third.csv"))
    let members = try answer(ShowFamily(family: family)).members
    try perform(
      RecordDeath(
        family: family, person: members[1].membership.person,
        ground: Ground(on: LocalDate(iso: "2026-05-20"), reason: "certificate")))
    try perform(ApproveDifference(grant: grant, reason: "died before the decision"))
    let told = Ground(reason: "nobody knows where they are")
    try perform(StopAllowance(grant: grant, cause: .departure, ground: told))
  }
}
