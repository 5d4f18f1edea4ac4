extension Matcher {
  /// Decides for each person of a family that applies: one result a person, in their order.
  ///
  /// Within a pair of families people are matched one to one; the others of the family speak for
  /// each of its members; of several candidates the likeliest is taken, and where two are nearly
  /// as likely the decision is `review`.
  package func decide(_ family: MatchFamily, against candidates: [MatchFamily]) -> [MatchResult] {
    let sheet = FamilySheet(family, candidates, self)
    var taken: [Int64: Int] = [:]
    var results: [MatchResult?] = Array(repeating: nil, count: family.members.count)
    for person in sheet.bySurety {
      let rivalOf = sheet.best[person].flatMap { taken[$0.candidate.id] }
      let result = result(sheet, person, takenBy: rivalOf.map { family.members[$0].id })
      if result.decision == .match, let candidate = result.candidate { taken[candidate] = person }
      results[person] = result
    }
    return results.compactMap(\.self)
  }

  /// Everyone of the register whom a person of the family may be, the likeliest first.
  ///
  /// For an official who decides. `most` bounds the list of each person.
  package func candidates(
    for family: MatchFamily, among candidates: [MatchFamily], most: Int
  ) -> [[MatchResult]] {
    let sheet = FamilySheet(family, candidates, self)
    return family.members.indices.map { person in
      sheet.pairs(of: person).prefix(most).map { pair in
        describe(pair, of: person, sheet, decision: decision(permille: pair.permille), notes: [])
      }
    }
  }

  func decision(permille: Int) -> MatchDecision {
    if permille >= weights.settings.matchPermille { return .match }
    return permille >= weights.settings.reviewPermille ? .review : .none
  }

  private func result(_ sheet: FamilySheet, _ person: Int, takenBy rival: Int64?) -> MatchResult {
    guard let best = sheet.best[person] else {
      return MatchResult(
        person: sheet.family.members[person].id, candidate: nil, candidateFamily: nil, score: 0,
        centibits: -3000, decision: .none, reasons: [])
    }
    var decision = decision(permille: best.permille)
    var notes: [MatchReason] = []
    if let rival, decision != .none {
      decision = .review
      notes.append(
        MatchReason(
          .rival, "person \(rival) of the form matches the same record better", centibits: 0))
    } else if decision != .match {
      // The chances of two likely records of one person add up: somebody has to look.
      let chances = sheet.pairs(of: person).filter { $0.permille >= 100 }
      if chances.count > 1 {
        notes.append(
          MatchReason(.rival, "\(chances.count) records of the register are likely", centibits: 0))
        let sum = chances.map(\.permille).reduce(0, +)
        decision = sum >= weights.settings.reviewPermille ? .review : .none
      }
    }
    return describe(best, of: person, sheet, decision: decision, notes: notes)
  }

  private func describe(
    _ pair: FamilySheet.Pair, of person: Int, _ sheet: FamilySheet, decision: MatchDecision,
    notes: [MatchReason]
  ) -> MatchResult {
    let applying = sheet.family.members[person]
    var reasons = MatchWording(applying, pair.candidate, pair.score).reasons
    if let family = sheet.familyReason(pair, of: person) { reasons.append(family) }
    reasons.sort { abs($0.centibits) > abs($1.centibits) }
    return MatchResult(
      person: applying.id, candidate: pair.candidate.id, candidateFamily: pair.family.id,
      score: pair.permille, centibits: pair.centibits, decision: decision,
      reasons: notes + reasons)
  }
}
