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
