import Domain
import Services
import Storage
import TestSupport
import Testing

/// A thousand families whose lives go on after the decision, and whose payments go well or badly.
///
/// A model of its own keeps who belonged to each family on the day of decision. In the end, after
/// the differences are approved, what was paid and is due, less what is owed back as overpaid, is
/// what the model says, to the tiyn.
@Suite("A thousand histories of money") struct MoneyHistoryTests {
  static let seeds: ClosedRange<UInt64> = 1...34
  static let familiesEach = 30

  @Test("Paid and due come to what the history says", arguments: seeds)
  func histories(seed: UInt64) throws {
    var run = try MoneyRun(seed: seed, families: Self.familiesEach)
    for round in 1...6 { try run.play(round: round) }
    try run.end()
    for (index, family) in run.families.enumerated() {
      let told = try run.desk.register.answer(ExplainAllowance(.grant(family.grant)))
      let standing = try #require(told.first).standing
      let overpaid = standing.recoveries.filter { $0.ground == .overpaid }
        .reduce(Int64(0)) { $0 + $1.amount.tiyn }
      let came = standing.paid.tiyn + standing.due.tiyn - overpaid
      #expect(
        came == family.counted * run.multiple * MoneyRun.index * 100,
        "seed \(seed), family \(index): \(family.events)")
    }
    let twice = try run.desk.register.integer(
      """
      SELECT count(*) FROM (SELECT sum(e.amount) AS paid FROM payment_entry AS e
        JOIN allowance_due AS d ON d.id = e.due_id JOIN allowance_grant AS g ON g.id = d.grant_id
        GROUP BY d.person_id, d.month, g.kind HAVING paid > 32437500)
      """)
    #expect(twice == 0, "seed \(seed)")
    let breaches = try run.desk.register.breaches()
    #expect(breaches == [], "seed \(seed)")
    // A run in which nothing differed would prove nothing.
    #expect(run.adjusted > 5, "seed \(seed)")
  }
}

/// One register, thirty families and the six rounds of their lives.
struct MoneyRun {
  struct Person {
    let number: Number<Person_>
    let from: LocalDate
    var to: LocalDate?
  }
  typealias Person_ = Domain.Person

  struct Household {
    let family: Number<Family>
    let grant: Number<Grant>
    var people: [Person]
    var hasParted = false
    var hasMoved = false
    var isStopped = false
    var events: [String] = []

    /// Who belonged to it on the day of decision, and holds a place.
    var counted: Int64 {
      Int64(
        people.count {
          $0.from <= MoneyRun.decided && ($0.to.map { $0 > MoneyRun.decided } ?? true)
        })
    }
  }

  /// The MCI of 2026, in tenge.
  static let index: Int64 = 4_325
  /// By round, what a law that becomes known then pays from 1 May on, in MCI.
  static let laws: [Int: Int64] = [3: 75, 5: 65]

  static let decided = LocalDate(year: 2026, month: 5, day: 4) ?? LocalDate(dayNumber: 0)

  var desk: PaymentDesk
  var random: SeededRandom
  var families: [Household] = []
  var adjusted = 0
  /// What the law pays on the day of decision, as far as it is known.
  var multiple: Int64 = 70
  private var told = 0

  init(seed: UInt64, families count: Int) throws {
    desk = try PaymentDesk()
    random = SeededRandom(seed: seed)
    for _ in 0..<count {
      let grant = try desk.add(1 + random.below(5))
      let family = desk.families[desk.families.count - 1]
      let members = try desk.register.answer(ShowFamily(family: family)).members
      families.append(
        Household(
          family: family, grant: grant,
          people: members.map { Person(number: $0.membership.person, from: $0.membership.from) }))
    }
  }

  mutating func play(round: Int) throws {
    guard let day = LocalDate(year: 2026, month: 5 + round, day: 3) else { return }
    try desk.register.move(to: "\(day)")
    if let multiple = Self.laws[round] { try adopt(multiple) }
    for index in families.indices where random.chance(600) { try live(index, on: day) }
    for index in families.indices where random.chance(200) { try adjust(index) }
    try pay(isLast: false, on: day)
  }

  /// Everything is adjusted, resumed and paid.
  mutating func end() throws {
    try desk.register.move(to: "2026-12-10")
    for index in families.indices {
      try adjust(index)
      if families[index].isStopped {
        try desk.register.perform(
          ResumeAllowance(grant: families[index].grant, ground: Ground(reason: "the end")))
      }
    }
    try pay(isLast: true, on: LocalDate(year: 2026, month: 12, day: 10) ?? Self.decided)
  }

  /// A law sets the rate for days that are over.
  private mutating func adopt(_ multiple: Int64) throws {
    self.multiple = multiple
    for key in ["relocation/head", "relocation/spouse-or-child", "relocation/other-member"] {
      let text = String(decoding: try Rules.builtIn(key), as: UTF8.self)
      let last = #""from": "2023-07-01",\#n      "value": 70"#
      let changed = text.replacing(
        last,
        with: #""from": "2023-07-01",\#n      "until": "2026-04-30",\#n      "value": 70,"#
          + #" "cite": {"source": "a test", "standing": "press"}},"#
          + #" {"from": "2026-05-01", "value": \#(multiple)"#)
      #expect(changed != text)
      try desk.register.perform(
        AdoptRule(key: key, bytes: Array(changed.utf8), document: "law \(multiple)"))
    }
  }

  // MARK: Lives

  private static func ground(_ day: String? = nil) -> Ground {
    Ground(on: day.flatMap { LocalDate(iso: $0) }, reason: "as a paper says")
  }

  private mutating func live(_ index: Int, on day: LocalDate) throws {
    let names = [
      "born before", "born after", "died before", "died after", "parted", "moved", "never came",
      "stopped", "corrected",
    ]
    let name = names[random.below(names.count)]
    let register = desk.register
    let family = families[index].family
    // Others than the head, who are there and still stand in the family.
    let others = families[index].people.dropFirst().filter { $0.to == nil }
    switch name {
    case "born before", "born after":
      let birth = name == "born before" ? "2026-04-20" : "\(day.adding(days: -2))"
      var child = try register.office.form(Samples.family("child", count: 3)).members[2]
      child.birthDate = PartialDate(iso: birth)
      try register.perform(
        RecordBirth(family: family, child: child, relation: .son, ground: Self.ground()))
      let members = try register.answer(ShowFamily(family: family)).members
      let known = Set(families[index].people.map(\.number))
      let born = members.map(\.membership).first { !known.contains($0.person) }
      guard let born else { return }
      try register.perform(
        IncludeFamily(
          family: family, kind: .kandas, year: 2026, region: "KZ-55", protocolNumber: "n\(index)",
          who: .newcomers))
      families[index].people.append(Person(number: born.person, from: born.from))
    case "died before", "died after", "never came":
      guard !families[index].hasParted, let one = others.last else { return }
      let end = name == "died after" ? "2026-05-06" : "2026-04-25"
      guard let to = LocalDate(iso: end), one.from < to else { return }
      if name == "never came" {
        try register.perform(
          RemoveMember(family: family, person: one.number, ground: Self.ground(end)))
      } else {
        try register.perform(
          RecordDeath(family: family, person: one.number, ground: Self.ground(end)))
      }
      if let place = families[index].people.firstIndex(where: { $0.number == one.number }) {
        families[index].people[place].to = to
      }
    case "parted":
      guard !families[index].hasParted, let one = others.first else { return }
      families[index].hasParted = true
      let change = try register.perform(
        SplitFamily(
          family: family, leaving: [one.number], head: one.number, ground: Self.ground()))
      guard let other = change.sides.last?.family else { return }
      told += 1
      try register.perform(
        SetFamilyAccount(family: other, account: PaymentDesk.account(1_000 + told)))
    case "moved":
      guard !families[index].hasMoved else { return }
      families[index].hasMoved = true
      try register.perform(
        MoveFamily(family: family, region: "KZ-11", ground: Self.ground("\(day)")))
    case "stopped":
      let grant = families[index].grant
      if families[index].isStopped {
        try register.perform(ResumeAllowance(grant: grant, ground: Self.ground()))
      } else {
        try register.perform(
          StopAllowance(grant: grant, cause: .departure, ground: Self.ground()))
      }
      families[index].isStopped.toggle()
    default:
      try register.perform(
        CorrectPerson(
          person: families[index].people[0].number,
          name: NameCorrection(patronymic: "Ерланұлы\(told)"), ground: Self.ground()))
    }
    families[index].events.append("\(name) \(day)")
  }

  private mutating func adjust(_ index: Int) throws {
    let grant = families[index].grant
    do {
      try desk.register.perform(ApproveDifference(grant: grant, reason: "known late"))
      adjusted += 1
      families[index].events.append("adjusted")
    } catch {
      #expect(error.code == .allowanceNoDifference, "\(error)")
    }
  }

  // MARK: Payments

  /// Whatever is due goes out; the bank pays, pays in part, returns or says nothing, and what is
  /// left is given up.
  private mutating func pay(isLast: Bool, on day: LocalDate) throws {
    let dossier: PaymentDossier
    do {
      dossier = try desk.register.perform(DraftPayments(region: "KZ-55"))
    } catch {
      #expect(error.code == .paymentNothing, "\(error)")
      return
    }
    let number = dossier.record.number
    _ = try desk.register.office.perform(
      ApprovePayments(register: number), as: PaymentDesk.checker)
    try desk.register.perform(ExportPayments(register: number))
    var lines: [PaymentDesk.Told] = []
    for line in dossier.lines.map(\.line) {
      told += 1
      let fate = isLast ? 0 : random.below(10)
      let whole = line.transferred.tiyn / 100
      let bank = "B\(number)-\(told)"
      switch fate {
      case 0...6: lines.append(.init(reference: line.reference, amount: whole, bank: bank))
      case 7:
        lines.append(.init(reference: line.reference, amount: whole / 3, bank: bank))
      case 8:
        lines.append(
          .init(reference: line.reference, amount: whole, status: "returned", bank: bank))
      default: break
      }
      // Some of what was paid comes back a day later.
      if !isLast, fate < 2 {
        lines.append(
          .init(
            reference: line.reference, amount: whole, status: "returned", bank: "\(bank)-back"))
      }
    }
    for index in lines.indices { lines[index].day = "\(day.adding(days: 1))" }
    if !lines.isEmpty { _ = try desk.read(lines, as: "\(number).csv") }
    let state = try desk.register.answer(ShowPayments(register: number)).record.state
    if state == .exported {
      try desk.register.perform(CancelPayments(register: number, reason: "the rest is not paid"))
    }
  }
}
