package import Domain
package import Storage

/// Decides where a waiting family goes, as advised or otherwise, and keeps both.
///
/// The family is bound for the region from then on. No place is taken: that is an inclusion, and
/// the quota has the last word on it.
package struct DecidePlacement: UseCase {
  package static let name = "place.decide"
  package static let permission = Permission.includeFamilies

  package var family: Number<Family>
  package var kind: QuotaKind
  package var year: Int
  /// Any code of the region; nil takes the one that is advised.
  package var region: String?
  /// Needed where the region is not the advised one.
  package var reason: String?
  package var factors: PlacementFactors

  package init(
    family: Number<Family>, kind: QuotaKind, year: Int, region: String? = nil,
    reason: String? = nil, factors: PlacementFactors = .none
  ) {
    self.family = family
    self.kind = kind
    self.year = year
    self.region = region
    self.reason = reason
    self.factors = factors
  }

  package var detail: String {
    let why = reason.map { ": \($0)" } ?? ""
    return "\(family) to \(region ?? "where it is advised"), \(kind.rawValue) \(year)\(why)"
  }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    try FreeText.check(reason, "the reason")
    let day = facts.today
    try AdvisePlacement.checkWaits(family, on: day, in: transaction)
    let code: String? = try region.map { (text) throws(Failure) in
      try Reference.regions().resolve(text, on: day).code
    }
    let board = try PlacementBoard.load(
      kind, year: year, factors: factors, asking: family, in: transaction, given: facts)
    let advice = try PlacementAdvice(board)
    guard let index = board.families.firstIndex(where: { $0.number == family }) else {
      throw Failure(.fault, "\(family) is not among those who are advised")
    }
    let advised = advice.region(of: index)
    let chosen = try choice(of: code, advised, board.families[index], board)
    guard chosen == advised || reason != nil else {
      throw Failure(
        .fieldRequired,
        "\(board.regions[chosen].code) is not what is advised for \(family), which is "
          + "\(advised.map { board.regions[$0].code } ?? "to wait"); say why",
        hint: "--reason TEXT is kept beside the advice")
    }
    let bound = try FamilyTable.known(family, in: transaction).destinationRegion
    let region = board.regions[chosen].code
    if bound != region {
      let correction = CorrectFamily(
        family: family, changes: [FieldChange(.destinationRegion, region)],
        ground: Ground(reason: reason ?? "as advised"))
      _ = try correction.perform(in: transaction, given: facts)
    }
    return try PlacementTable.insert(
      PlacementDecision(
        family: family, kind: kind, year: year, on: day, people: board.families[index].people,
        wished: board.families[index].wish, advised: advised.map { advice.choice(index, $0) },
        decided: advice.choice(index, chosen), reason: reason, waiting: board.families.count,
        places: board.regions.reduce(0) { $0 + $1.open }, digest: advice.digest), in: transaction)
  }

  /// The region that was named, or else the advised one; it must have places enough beside those of
  /// families decided for before.
  private func choice(
    of code: String?, _ advised: Int?, _ family: PlacementFamily, _ board: PlacementBoard
  ) throws(Failure) -> Int {
    guard let code else {
      guard let advised else {
        throw Failure(
          .fieldRequired, "\(family.number) is advised to wait",
          hint: "--region CODE with --reason TEXT decides otherwise")
      }
      return advised
    }
    guard let chosen = board.regions.firstIndex(where: { $0.code == code }) else {
      throw Failure(
        .quotaRegion, "\(code) has no places to give in the quota \(kind.rawValue) \(year)",
        hint: "those that have: \(board.regions.map(\.code).joined(separator: ", "))")
    }
    let region = board.regions[chosen]
    guard family.places <= region.open else {
      let aside = region.setAside > 0 ? ", and \(region.setAside) are decided for others" : ""
      throw Failure(
        .quotaExhausted,
        "\(family.number) needs \(family.places) \(family.places == 1 ? "place" : "places") and "
          + "\(region.free) are free in \(code)\(aside)",
        hint: "kosh place advise \(family.number) shows the regions")
    }
    return chosen
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> PlacementDecision
  {
    guard let decision = try PlacementTable.find(subject, in: transaction) else {
      throw Failure(.fault, "the decision \(subject) was not kept")
    }
    return decision
  }
}

extension PlacementAdvice {
  fileprivate func choice(_ family: Int, _ region: Int) -> PlacementDecision.Choice {
    PlacementDecision.Choice(
      region: board.regions[region].code, points: board.worths[family][region].points,
      price: plan.prices[region])
  }
}
