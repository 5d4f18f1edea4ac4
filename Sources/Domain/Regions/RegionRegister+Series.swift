extension RegionRegister {
  /// How figures kept by the regions of one day are told in the regions of another.
  ///
  /// Either day may be the earlier. Each region of both days stands in exactly one group. The
  /// groups have the order of their first region on the day `to`.
  package func groups(from: LocalDate, to: LocalDate) -> [RegionGroup] {
    let moves = transfers(after: min(from, to), through: max(from, to))
    var roots = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0.code) })
    for move in moves {
      guard let old = roots[move.from], let new = roots[move.to], old != new else { continue }
      for (code, root) in roots where root == old { roots[code] = new }
    }
    let (before, after) = (all(on: from).map(\.code), all(on: to).map(\.code))
    var groups: [RegionGroup] = []
    var done: Set<String> = []
    for code in after + before {
      guard let root = roots[code], done.insert(root).inserted else { continue }
      var sources: [Citation] = []
      for move in moves where roots[move.to] == root && !sources.contains(move.citation) {
        sources.append(move.citation)
      }
      groups.append(
        RegionGroup(
          from: before.filter { roots[$0] == root }, to: after.filter { roots[$0] == root },
          sources: sources))
    }
    return groups
  }

  /// Land that went from one region to another.
  private struct Transfer {
    let day: LocalDate
    let from: String
    let to: String
    let citation: Citation
  }

  /// What went over on the days after `first`, through `last`, in their order.
  private func transfers(after first: LocalDate, through last: LocalDate) -> [Transfer] {
    var found: [Transfer] = []
    for region in all {
      for code in region.predecessors {
        guard let old = self.region(code) else { continue }
        // A region made out of another begins with its land; one that was there before the
        // other ended takes it over on that day.
        let isMade = old.period.contains(region.period.from.adding(days: -1))
        let day = isMade ? region.period.from : old.period.to ?? region.period.from
        guard day > first, day <= last else { continue }
        found.append(Transfer(day: day, from: code, to: region.code, citation: region.citation))
      }
    }
    return found.sorted { $0.day < $1.day }
  }
}
