/// Regions of one day and regions of another that cover the same land between them.
///
/// Where regions were only joined, the figures of the one day add up to a figure of the other.
/// Where a region was split, its figure is of the parts together: nothing in it says how much
/// belongs to which, so it is never divided.
package struct RegionGroup: Hashable, Sendable {
  /// Codes of the regions that the figures were kept by, in the register's order.
  ///
  /// Empty where the register knows no regions on that day.
  package let from: [String]
  /// Codes of the regions in which the figures are told.
  package let to: [String]
  /// What the changes between the two days rest on, the oldest first.
  package let sources: [Citation]

  package init(from: [String], to: [String], sources: [Citation]) {
    self.from = from
    self.to = to
    self.sources = sources
  }

  /// Whether the figures of ``from`` add up to the figure of one region.
  package var isExact: Bool { !from.isEmpty && to.count == 1 }

  /// Whether a figure is of several regions together.
  package var isJoint: Bool { to.count > 1 }

  /// Whether nothing but perhaps the name is different.
  package var isUnchanged: Bool { from == to && from.count == 1 }
}

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
