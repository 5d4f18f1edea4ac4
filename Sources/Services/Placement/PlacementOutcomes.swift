package import Domain
package import Storage

/// What was advised and decided, beside what became of it: who has places where, and who lives
/// where on a day.
package struct PlacementOutcomes: Query {
  package static let name = "place.outcomes"
  package static let permission = Permission.readReports
  /// It tells where families live, and why an officer decided otherwise.
  package static let isPersonal = true

  package var kind: QuotaKind
  package var year: Int
  /// Nil is today.
  package var on: LocalDate?

  package init(kind: QuotaKind, year: Int, on: LocalDate? = nil) {
    self.kind = kind
    self.year = year
    self.on = on
  }

  package var detail: String { "\(kind.rawValue) \(year)" }

  package struct Line: Hashable, Sendable {
    package let decision: PlacementDecision
    /// Whether a later decision about the family took its place.
    package let isReplaced: Bool
    /// The family's inclusion in this quota by the day, where it holds places now.
    package let inclusion: InclusionRecord?
    /// The stable code of the region where it lives on the day; nil where that is not known.
    package let home: String?
  }

  package struct Answer: Hashable, Sendable {
    package let kind: QuotaKind
    package let year: Int
    package let on: LocalDate
    /// Those made by the day, oldest first.
    package let lines: [Line]
  }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Answer {
    let day = on ?? facts.today
    let decisions = try PlacementTable.all(kind: kind, year: year, in: transaction)
      .filter { $0.on <= day }
    var last: [Number<Family>: Int64] = [:]
    for decision in decisions { last[decision.family] = decision.id }
    var lines: [Line] = []
    for decision in decisions {
      let home = try ResidenceTable.all(of: decision.family, in: transaction)
        .first { $0.during.contains(day) }
      let inclusion = try InclusionTable.all(of: decision.family, in: transaction).last {
        $0.kind == kind && $0.year == year && $0.holdsPlaces && $0.countedOn <= day
      }
      lines.append(
        Line(
          decision: decision, isReplaced: last[decision.family] != decision.id,
          inclusion: inclusion, home: home?.region))
    }
    return Answer(kind: kind, year: year, on: day, lines: lines)
  }
}

extension PlacementOutcomes.Answer {
  /// Decisions that stand, as advised or otherwise, and how many of them came about.
  package struct Tally: Hashable, Sendable {
    package var decided: Int
    /// Of those decided, who holds places, and who holds them where it was decided.
    package var withPlaces: Int
    package var withPlacesThere: Int
    /// Of those decided, of whom it is known where they live, and who lives where it was decided.
    package var withHome: Int
    package var livingThere: Int

    package init(
      decided: Int = 0, withPlaces: Int = 0, withPlacesThere: Int = 0, withHome: Int = 0,
      livingThere: Int = 0
    ) {
      self.decided = decided
      self.withPlaces = withPlaces
      self.withPlacesThere = withPlacesThere
      self.withHome = withHome
      self.livingThere = livingThere
    }
  }

  package func tally(asAdvised: Bool) -> Tally {
    var tally = Tally()
    for line in lines where !line.isReplaced && line.decision.isAsAdvised == asAdvised {
      tally.decided += 1
      if let inclusion = line.inclusion {
        tally.withPlaces += 1
        if inclusion.region == line.decision.chosen { tally.withPlacesThere += 1 }
      }
      if let home = line.home {
        tally.withHome += 1
        if home == line.decision.chosen { tally.livingThere += 1 }
      }
    }
    return tally
  }
}
