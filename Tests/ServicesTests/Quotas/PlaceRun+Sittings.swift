import Domain
import Services
import TestSupport
import Testing

/// Sittings of a commission, and the turn of the year.
extension PlaceRun {
  /// A matter on the agenda, and whether it is voted for.
  struct Matter {
    let matter: SittingMatter
    let family: Number<Family>
    let inclusion: Number<Inclusion>?
    let isApproved: Bool
  }

  /// A sitting is opened, hears one kind of matter, votes, and ends with its protocol.
  mutating func sit() throws {
    let quota = quota()
    let sitting = try register.perform(OpenSitting(region: quota.region)).head.number
    let (matters, agenda, code) = matters(of: quota)
    let add = AddToAgenda(sitting: sitting, matters: matters)
    let found = refusal { try register.perform(add) }
    guard try agree("agenda", found, code) else { return }
    var written: Set<PlaceModel.Subject> = []
    for item in agenda {
      written.insert(.family(item.family))
      if let inclusion = item.inclusion { written.insert(.inclusion(inclusion)) }
    }
    log(written)
    try register.perform(RecordAttendance(sitting: sitting, presence: .allBut([])))
    try register.perform(RecordVotes(sitting: sitting))
    let against = agenda.indices.filter { !agenda[$0].isApproved }.map { $0 + 1 }
    if !against.isEmpty {
      let members = try register.answer(ShowSitting(sitting: sitting)).present.map(\.member.id)
      try register.perform(
        RecordVotes(sitting: sitting, positions: against, against: Array(members.suffix(2))))
    }
    let close = CloseSitting(sitting: sitting, protocolNumber: paper())
    let dossier = try register.perform(close)
    try carryOut(agenda, of: quota, as: dossier)
  }

  /// What is put on an agenda, and why it is refused.
  private mutating func matters(of quota: PlaceModel.Quota)
    -> (AddToAgenda.Matters, [Matter], Code?)
  {
    let kind = random.below(4)
    if kind < 2 {
      let count = 1 + random.below(5)
      let reserved = model.live.filter {
        let holding = model.holdings[$0]
        return holding?.quota == quota && holding?.step == .reserved
      }
      let drafts: [(Number<Family>, Number<Inclusion>?)] =
        kind == 0
        ? model.waiting(for: quota.region).prefix(count).map { ($0, nil) }
        : reserved.compactMap { number in model.holdings[number].map { ($0.family, number) } }
      let agenda = drafts.map {
        Matter(
          matter: .include, family: $0.0, inclusion: $0.1, isApproved: random.chance(700))
      }
      return (
        kind == 0 ? .waiting(count) : .reservations, agenda, agenda.isEmpty ? .sittingAgenda : nil
      )
    }
    let (number, isRelease) = (inclusion(), kind == 2)
    guard let number, let holding = model.holdings[number] else {
      return (.waiting(0), [], .sittingAgenda)
    }
    let matters: AddToAgenda.Matters =
      isRelease ? .release([number], reason: "left") : .transfer([number], reason: "kin")
    let isHere = holding.quota.region == quota.region
    guard isHere == isRelease else { return (matters, [], .sittingAgenda) }
    guard !holding.people.isEmpty else { return (matters, [], .reservationSettled) }
    let item = Matter(
      matter: isRelease ? .release : .transfer, family: holding.family, inclusion: number,
      isApproved: random.chance(700))
    return (matters, [item], nil)
  }

  /// What was refused gives its places back; then what was approved is done, item by item.
  private mutating func carryOut(
    _ agenda: [Matter], of quota: PlaceModel.Quota, as dossier: SittingDossier
  ) throws {
    var written: Set<PlaceModel.Subject> = []
    for item in agenda where !item.isApproved && item.matter == .include {
      guard let inclusion = item.inclusion else { continue }
      _ = code { () throws(PlaceModel.Refused) in
        written.formUnion(try model.release(inclusion, isByProtocol: true))
      }
    }
    for (item, shown) in zip(agenda, dossier.items) {
      #expect(shown.decision?.result == (item.isApproved ? .approved : .refused))
      guard item.isApproved else { continue }
      var next = model
      var subjects: Set<PlaceModel.Subject> = []
      let made = shown.decision?.inclusion ?? Self.none
      let expected = code { () throws(PlaceModel.Refused) in
        subjects = try Self.carry(item, quota, as: made, in: &next)
      }
      let found = shown.decision?.obstacle.flatMap { Code(rawValue: $0.code) }
      guard try agree("sitting", found, expected) else { continue }
      model = next
      written.formUnion(subjects)
      if item.inclusion != made { note(made) }
    }
    #expect(dossier.items.count == agenda.count)
    log(written)
  }

  private static func carry(
    _ item: Matter, _ quota: PlaceModel.Quota, as made: Number<Inclusion>,
    in model: inout PlaceModel
  ) throws(PlaceModel.Refused) -> Set<PlaceModel.Subject> {
    switch (item.matter, item.inclusion) {
    case (.include, let reserved?): try model.confirm(reserved)
    case (.release, let inclusion?): try model.release(inclusion, isByProtocol: true)
    case (.transfer, let inclusion?): try model.transfer(inclusion, to: quota.region, as: made)
    default:
      try model.include(item.family, in: quota, isConfirmed: true, expires: nil, as: made)
    }
  }

  // MARK: Days and years

  mutating func nextDay() throws {
    done["day", default: 0] += 1
    let year = model.today.year
    model.today = model.today.adding(days: 1 + random.below(4))
    try register.move(to: "\(model.today)")
    guard model.today.year != year else { return }
    if cohorts.count > 1 { try leave(cohorts.removeFirst()) }
    try openYear()
  }

  /// The order of a year, and the families that come in it.
  mutating func openYear() throws {
    let year = model.today.year
    var lines: [(region: String, places: Int64?)] = []
    for region in Self.regions {
      let places = Int64(10 + random.below(50))
      lines.append((region, places))
      model.allotted[PlaceModel.Quota(year: year, region: region)] = places
    }
    try register.order(paper(), from: "\(model.today)", lines)
    log([])
    var cohort = Cohort(year: year)
    for index in 1...Self.families {
      let region = region()
      let made = try register.perform(
        RegisterFamily(
          form: register.office.form(
            Samples.family(
              "\(year)-\(index)", count: 1 + random.below(5), region: region,
              arrival: "\(model.today)"
            ).with(.documentExpires, ""))))
      let family = made.family.number
      cohort.families.append(family)
      model.families[family] = made.members.map {
        PlaceModel.Row(
          person: $0.membership.person, relation: $0.membership.relation,
          from: $0.membership.from)
      }
      model.registered[family] = model.today
      model.bound[family] = region
      log([.family(family)])
    }
    cohorts.append(cohort)
  }

  /// What they have reserved goes back, and they wait no longer; what was confirmed stays used.
  private mutating func leave(_ cohort: Cohort) throws {
    let gone = Set(cohort.families)
    for inclusion in model.live where model.holdings[inclusion]?.step == .reserved {
      guard let family = model.holdings[inclusion]?.family, gone.contains(family) else { continue }
      let found = refusal {
        try register.perform(ReleaseInclusion(inclusion: inclusion, reason: "left"))
      }
      try settle("release", found) { (next) throws(PlaceModel.Refused) in
        try next.release(inclusion, isByProtocol: false)
      }
    }
    for region in Self.regions {
      for family in model.waiting(for: region) where gone.contains(family) {
        try register.perform(WithdrawApplication(family: family, reason: "left"))
        log([.family(family)])
      }
    }
    model.retire(gone)
    for family in gone { histories[family] = nil }
    doubles.removeAll { model.merged[$0] == nil || !Self.isSeen($0, in: cohorts) }
    try compare(cohort.year, after: "the families of \(cohort.year) left")
  }

  private static func isSeen(_ person: Number<Person>, in cohorts: [Cohort]) -> Bool {
    cohorts.contains { $0.year <= person.year }
  }
}
