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
      LoadBudgetOrder(order: Samples.budget("1", from: "2026-05-01", [("KZ-55", 2_000_000)])))
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
}
