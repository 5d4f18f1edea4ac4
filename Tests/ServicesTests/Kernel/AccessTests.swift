import Domain
import Services
import Storage
import TestSupport
import Testing

/// Whatever is done or asked, is done by a user of the register who may.
@Suite struct AccessTests {
  struct Deed: Sendable {
    let name: String
    let permission: Permission
    let run: @Sendable (Office, String) throws -> Void

    init<Case: UseCase>(_ useCase: Case) {
      name = Case.name
      permission = Case.permission
      run = { office, user in _ = try office.perform(useCase, as: user) }
    }

    init<Question: Query>(asking query: Question) {
      name = Question.name
      permission = Question.permission
      run = { office, user in _ = try office.answer(query, as: user) }
    }

    init(
      _ name: String, _ permission: Permission,
      run: @escaping @Sendable (Office, String) throws -> Void
    ) {
      self.name = name
      self.permission = permission
      self.run = run
    }
  }

  static let family = Number<Family>(year: 2026, serial: 1)
  static let person = Number<Person>(year: 2026, serial: 1)
  static let ground = Ground(reason: "told")
  static let employer = EmployerReference.identifier("190740000011")
  static let permit = Number<WorkPermit>(year: 2026, serial: 1)
  static let form = PermitForm(
    kind: .seasonal, employer: nil, person: person, region: "KZ-55", post: "",
    term: PermitTerm(1, .days))
  static let inclusion = Number<Inclusion>(year: 2026, serial: 1)
  static let order = QuotaOrder(
    number: "1", date: nil, effectiveFrom: LocalDate(dayNumber: 20_000), kind: .kandas, year: 2024,
    unit: .person, citation: Citation("a test", standing: .press), lines: [])

  static let period = ReportPeriod(from: order.effectiveFrom, through: order.effectiveFrom)

  static let deeds: [Deed] = [
    Deed(AddUser(name: "new", fullName: "", roles: [])),
    Deed(ChangeRole(user: "tester", role: .auditor, revoking: false)),
    Deed(RegisterFamily(form: FamilyForm(members: []))),
    Deed(AddName(person: person, name: PersonName(script: .latin), ground: ground)),
    Deed(
      AddDocument(
        person: person, document: IdentityDocument(type: "", number: ""), ground: ground)),
    Deed(RecordFact(person: person, kind: .language, value: "kaz", ground: ground)),
    Deed(EndFact(person: person, kind: .language, ground: ground)),
    Deed(LoadQuotaOrder(order: order)),
    Deed(AdoptRule(key: "mci", bytes: [], document: "none")),
    Deed(asking: AllowanceEligibility(of: family)), Deed(asking: RuleVersions(of: "mci")),
    Deed(IncludeFamily(family: family, kind: .kandas, year: 2026, region: nil)),
    Deed(ConfirmInclusion(inclusion: inclusion, protocolNumber: "1")),
    Deed(ReleaseInclusion(inclusion: inclusion, reason: "none", protocolNumber: "99")),
    Deed(GrantAllowance(family: family, kind: .relocation)),
    Deed(
      AddMember(family: family, newcomer: .known(person), relation: .other, ground: ground)),
    Deed(RemoveMember(family: family, person: person, ground: ground)),
    Deed("family.birth", .changeFamilies) { office, user in
      let child = try office.form(Samples.family("A-1")).members[0]
      _ = try office.perform(RecordBirth(family: family, child: child, ground: ground), as: user)
    },
    Deed("person.register", .registerWorkers) { office, user in
      let form = try office.form(Samples.family("A-1")).members[0]
      _ = try office.perform(RegisterPerson(form: form, ground: ground), as: user)
    },
    Deed(RecordPersonDeath(person: person, ground: ground)),
    Deed(RecordDeath(family: family, person: person, ground: ground)),
    Deed(
      RecordMarriage(family: family, person: person, spouse: .known(person), ground: ground)),
    Deed(RecordDivorce(family: family, person: person, ground: ground)),
    Deed(ChangeHead(family: family, person: person, ground: ground)),
    Deed(MoveFamily(family: family, region: "KZ-55", ground: ground)),
    Deed(CorrectFamily(family: family, changes: [], ground: ground)),
    Deed(CorrectPerson(person: person, ground: ground)),
    Deed(asking: FamilyHistory(family: family)),
    Deed(MergePersons(person: .p(1), into: .p(2), ground: Ground(reason: "same"))),
    Deed(UnmergePerson(person: .p(1), reason: "other")),
    Deed(
      DecideMatch(
        person: .p(1), candidate: .p(2), verdict: .different, ground: Ground(reason: "other"))),
    Deed(asking: ComparePersons(left: .p(1), right: .p(2))),
    Deed(asking: ListMatchCases()),
    Deed(asking: ListUsers()),
    Deed(asking: ShowFamily(family: family)),
    Deed(asking: ShowPerson(person: person)),
    Deed(asking: TracePerson(person: person)),
    Deed(asking: AskPermitNeed(person: person, post: "worker")),
    Deed(asking: FindFamilies(text: "Қасымов")),
    Deed(asking: QuotaUsage(kind: .kandas, year: 2026)),
    Deed(asking: AdvisePlacement(kind: .kandas, year: 2026)),
    Deed(asking: PlacementOutcomes(kind: .kandas, year: 2026)),
    Deed(DecidePlacement(family: family, kind: .kandas, year: 2026)),
    Deed(asking: ExplainAllowance(.family(family))),
    Deed(SetFamilyAccount(family: family, account: "")),
    Deed(SetPayer(payer: "", bin: "", account: "")),
    Deed(
      RegisterEmployer(
        identifier: "190740000011", title: "Saryarka", region: "KZ-55", form: .company)),
    Deed(CorrectEmployer(employer: employer, reason: "told")),
    Deed(CountStaff(employer: employer, asOf: order.effectiveFrom, lines: [])),
    Deed(
      RecordViolation(
        employer: employer, violationGround: .other, foundOn: order.effectiveFrom, document: "1")),
    Deed(AnnulViolation(employer: employer, violation: 1, reason: "told")),
    Deed(asking: ShowEmployer(employer)), Deed(asking: FindEmployers(text: "a")),
    Deed(asking: ListEmployers()),
    Deed("employer.import", .keepEmployers) { office, user in
      let bytes = Array("identifier,name,region,form\n".utf8)
      _ = try office.run(ImportEmployers(bytes: bytes, fileName: "a.csv"), as: user)
    },
    Deed(ApplyForPermit(form: form)), Deed(asking: CheckPermit(.form(form, of: nil))),
    Deed(asking: ShowPermit(permit: permit)), Deed(asking: ListPermits()),
    Deed(asking: ExpiringPermits(within: 60)), Deed(asking: DuePermits(within: 5)),
    Deed(
      ExtendPermit(permit: permit, term: PermitTerm(12, .months), papers: [])),
    Deed(ReplaceWorker(permit: permit, person: person, papers: [])),
    Deed(AgreeToPermit(permit: permit, region: "KZ-55", document: "1")),
    Deed(ApprovePermit(permit: permit)),
    Deed(RefusePermit(permit: permit, ground: "FALSE_DOCS", reason: "told")),
    Deed(WithdrawPermit(permit: permit, reason: "told")), Deed(NoticePermit(permit: permit)),
    Deed(PayPermit(permit: permit, amount: .zero, document: "1")),
    Deed(IssuePermit(permit: permit)),
    Deed(SuspendPermit(permit: permit, ground: "INQUIRY", reason: "told")),
    Deed(ResumePermit(permit: permit, reason: "told")),
    Deed(RevokePermit(permit: permit, ground: "CONDITIONS", reason: "told")),
    Deed(HandOverPost(permit: permit, document: "1")),
    Deed(
      RecordPermitTrip(
        permit: permit, region: "KZ-55", from: order.effectiveFrom, through: order.effectiveFrom)),
    Deed(CancelPermitTrip(permit: permit, from: order.effectiveFrom, reason: "told")),
    Deed(asking: AllowanceDifferences(.family(family))),
    Deed(asking: ListActs(limit: 5)),
    Deed(asking: VerifyRegister()),
    Deed(asking: PermitsReport(period: period)), Deed(asking: PermitFeesReport(period: period)),
    Deed(asking: ViolationsReport(period: period)), Deed(asking: LocalContentReport()),
    Deed(asking: PermitsExpiringReport()),
    Deed(asking: AllowanceRegister(from: order.effectiveFrom, through: order.effectiveFrom)),
    Deed("report.families, for publication", .publishReports) { office, user in
      _ = try office.answer(FamiliesReport(), as: user, under: .publishReports)
    },
    Deed(asking: ListIssuedReports(limit: 1)), Deed(asking: TakeVantage(knownAt: nil, today: nil)),
    Deed("family.import", .registerFamilies) { office, user in
      _ = try office.run(
        ImportFamilies(bytes: Samples.csv([]), fileName: "a.csv", source: "a"), as: user)
    },
    Deed("family.import, dry", .registerFamilies) { office, user in
      _ = try office.run(
        ImportFamilies(bytes: Samples.csv([]), fileName: "a.csv", source: "a", dryRun: true),
        as: user)
    },
    Deed("family.split", .changeFamilies) { office, user in
      let family = Number<Family>(year: 2026, serial: 1)
      _ = try office.perform(TestRegister.splitting(family, [2]), as: user)
    },
    Deed("family.join", .changeFamilies) { office, user in
      let (family, into) = (Number<Family>(year: 2026, serial: 1), Number<Family>(raw: 2))
      let ground = Ground(reason: "marriage")
      _ = try office.perform(
        JoinFamilies(family: family, into: into, ground: ground), as: user)
    },
    Deed("family.undo", .changeFamilies) { office, user in
      let family = Number<Family>(year: 2026, serial: 1)
      _ = try office.perform(UndoFamilyAct(family: family, reason: "a mistake"), as: user)
    },
    Deed("quota.include, those that wait", .includeFamilies) { office, user in
      _ = try office.run(IncludeWaiting(kind: .kandas, year: 2026, protocolNumber: "1"), as: user)
    },
    Deed("allowance.grant, those that wait", .grantAllowances) { office, user in
      _ = try office.run(
        GrantWaiting(allowance: .relocation, quota: .kandas, year: 2026), as: user)
    },
  ]

  @Test func `whoever is not a user is unknown`() throws {
    let register = try TestRegister()
    let before = try register.contents()
    for deed in Self.deeds {
      for user in ["nobody", "", "Tester", "tester "] {
        #expect(refusal { try deed.run(register.office, user) } == .userUnknown, "\(deed.name)")
      }
    }
    #expect(try register.contents() == before)
  }

  /// A user with every role that does not hold the permission.
  @Test(arguments: Permission.allCases) func `whoever lacks the permission is denied`(
    _ permission: Permission
  ) throws {
    let register = try TestRegister()
    let roles = Role.allCases.filter { !$0.permissions.contains(permission) }
    try register.perform(AddUser(name: "limited", fullName: "", roles: roles))
    let before = try register.contents()
    let deeds = Self.deeds.filter { $0.permission == permission }
    #expect(!deeds.isEmpty)
    for deed in deeds {
      #expect(refusal { try deed.run(register.office, "limited") } == .accessDenied, "\(deed.name)")
    }
    #expect(try register.contents() == before)
  }

  @Test func `a role lets in, and its loss shuts out`() throws {
    let register = try TestRegister()
    try register.perform(AddUser(name: "aliya", fullName: "Әлия", roles: [.registrar]))
    let form = try register.office.form(Samples.family("A-1"))
    let useCase = RegisterFamily(form: form)
    #expect(refusal { try register.office.perform(useCase, as: "aliya") } == nil)
    try register.perform(ChangeRole(user: "aliya", role: .registrar, revoking: true))
    #expect(refusal { try register.office.perform(useCase, as: "aliya") } == .accessDenied)
  }

  @Test func `the last administrator stays`() throws {
    let register = try TestRegister()
    let resign = ChangeRole(user: "tester", role: .administrator, revoking: true)
    #expect(refusal { try register.perform(resign) } == .accessDenied)
    try register.perform(AddUser(name: "second", fullName: "", roles: [.administrator]))
    #expect(refusal { try register.perform(resign) } == nil)
    #expect(refusal { try register.answer(ListUsers()) } == .accessDenied)
  }

  static let names: [(name: String, code: Code?)] = [
    ("әлия", nil), ("a", nil), (String(repeating: "a", count: 64), nil),
    (String(repeating: "a", count: 65), .fieldValue), ("", .fieldValue), ("a b", .fieldValue),
    ("a/b", .fieldValue), ("a\n", .fieldValue), ("tester", .userExists),
  ]

  @Test(arguments: names) func `a user's name`(name: String, code: Code?) throws {
    let register = try TestRegister()
    #expect(
      refusal { try register.perform(AddUser(name: name, fullName: "", roles: [])) } == code)
  }

  @Test func `a role is given once, and taken from a user that there is`() throws {
    let register = try TestRegister()
    try register.perform(AddUser(name: "aliya", fullName: "", roles: [.auditor, .auditor]))
    let give = ChangeRole(user: "aliya", role: .auditor, revoking: false)
    #expect(try register.perform(give).roles == [.auditor])
    let take = ChangeRole(user: "aliya", role: .auditor, revoking: true)
    #expect(try register.perform(take).roles == [])
    #expect(try register.perform(take).roles == [])
    #expect(try register.perform(give).roles == [.auditor])
    let unknown = ChangeRole(user: "nobody", role: .auditor, revoking: false)
    #expect(refusal { try register.perform(unknown) } == .userNotFound)
  }
}
