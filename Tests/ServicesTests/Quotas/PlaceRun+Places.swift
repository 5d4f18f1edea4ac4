import Domain
import Services
import TestSupport
import Testing

/// Moves of places.
extension PlaceRun {
  mutating func include() throws {
    let family = family(of: cohort())
    let quota = quota()
    let isConfirmed = random.chance(300)
    let expires = isConfirmed ? nil : model.today.adding(days: 1 + random.below(10))
    let useCase = IncludeFamily(
      family: family, kind: .kandas, year: quota.year, region: quota.region,
      protocolNumber: isConfirmed ? "1" : nil, expiresOn: expires)
    var made: Number<Inclusion>?
    let found = refusal { made = try register.perform(useCase).number }
    var (next, written) = (model, Set<PlaceModel.Subject>())
    let expected = code { () throws(PlaceModel.Refused) in
      written = try next.include(
        family, in: quota, isConfirmed: isConfirmed, expires: expires, as: made ?? Self.none)
    }
    guard try agree("include", found, expected) else { return }
    model = next
    log(written)
    note(made)
  }

  mutating func confirm() throws {
    guard let inclusion = inclusion() else { return }
    let useCase = ConfirmInclusion(inclusion: inclusion, protocolNumber: "2")
    let found = refusal { try register.perform(useCase) }
    try settle("confirm", found) { (next) throws(PlaceModel.Refused) in
      try next.confirm(inclusion)
    }
  }

  mutating func release() throws {
    guard let inclusion = inclusion() else { return }
    let isByProtocol = random.chance(500)
    let useCase = ReleaseInclusion(
      inclusion: inclusion, reason: "left", protocolNumber: isByProtocol ? "3" : nil)
    let found = refusal { try register.perform(useCase) }
    try settle("release", found) { (next) throws(PlaceModel.Refused) in
      try next.release(inclusion, isByProtocol: isByProtocol)
    }
  }

  mutating func releaseOne() throws {
    guard let inclusion = inclusion(),
      let people = model.holdings[inclusion]?.people.sorted(), !people.isEmpty
    else { return }
    let leaver = people[random.below(people.count)]
    let useCase = ReleaseInclusion(
      inclusion: inclusion, people: [leaver], reason: "left", protocolNumber: "4")
    let found = refusal { try register.perform(useCase) }
    try settle("release of one", found) { (next) throws(PlaceModel.Refused) in
      try next.release(inclusion, of: leaver, isByProtocol: true)
    }
  }

  mutating func transfer() throws {
    guard let inclusion = inclusion() else { return }
    let region = region()
    let useCase = TransferInclusion(
      inclusion: inclusion, region: region, reason: "kin", protocolNumber: "5")
    var made: Number<Inclusion>?
    let found = refusal { made = try register.perform(useCase).number }
    let isDone = try settle("transfer", found) { (next) throws(PlaceModel.Refused) in
      try next.transfer(inclusion, to: region, as: made ?? Self.none)
    }
    if isDone { note(made) }
  }

  mutating func order() throws {
    let quota = quota()
    let places = Int64(random.below(60))
    try register.order(paper(), from: "\(model.today)", [(quota.region, places)])
    model.allotted[quota] = places
    log([])
    done["order", default: 0] += 1
  }

  mutating func giveBack() throws {
    let quota = quota()
    let places = Int64(random.below(8))
    let useCase = ReturnPlaces(
      kind: .kandas, year: quota.year, region: quota.region, places: places, document: paper(),
      reason: "unused")
    let found = refusal { try register.perform(useCase) }
    try settle("return", found) { (next) throws(PlaceModel.Refused) in
      try next.giveBack(places, of: quota)
    }
  }

  @discardableResult
  mutating func settle(
    _ name: String, _ found: Code?,
    _ move: (inout PlaceModel) throws(PlaceModel.Refused) -> Set<PlaceModel.Subject>
  ) throws -> Bool {
    var (next, written) = (model, Set<PlaceModel.Subject>())
    let expected = code { () throws(PlaceModel.Refused) in written = try move(&next) }
    guard try agree(name, found, expected) else { return false }
    model = next
    log(written)
    return true
  }

  /// Whoever waits for a region has places reserved, in turn, while there are any.
  mutating func promote() throws {
    let quota = quota()
    let expires = model.today.adding(days: 1 + random.below(10))
    let work = IncludeWaiting(
      kind: .kandas, year: quota.year, region: quota.region, expiresOn: expires)
    let summary = try register.office.run(work, as: TestRegister.administrator)
    var made = summary.done[...]
    var expected: [String] = []
    var isClosed = false
    for family in model.waiting(for: quota.region) {
      var next = model
      var written: Set<PlaceModel.Subject> = []
      let number = made.first ?? Self.none
      let code =
        isClosed
        ? .quotaExhausted
        : code { () throws(PlaceModel.Refused) in
          written = try next.include(
            family, in: quota, isConfirmed: false, expires: expires, as: number)
        }
      if let code {
        expected.append("\(family) \(code)")
        // Where nothing at all is left, nobody behind is asked.
        if code == .quotaExhausted, model.free(quota) <= 0 { isClosed = true }
        refused["promotion", default: [:]][code, default: 0] += 1
      } else {
        made = made.dropFirst()
        model = next
        log(written)
        note(number)
        done["promotion", default: 0] += 1
      }
    }
    #expect(summary.refused.map { "\($0.family) \($0.failure.code)" } == expected)
    #expect(made.isEmpty)
  }
}
