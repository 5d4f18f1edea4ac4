/// A family's inclusion in a region's quota.
package enum Inclusion: Numbered {
  package static let letter: Character = "Q"
}

/// Where an inclusion stands; the last step decides.
package enum InclusionStep: String, Hashable, Sendable, CaseIterable {
  case reserved, confirmed, released, expired

  /// True while the family's people hold their places.
  package var holdsPlaces: Bool { self == .reserved || self == .confirmed }
}

/// One region's line of a quota: what was given and what became of it, in the quota's unit.
package struct QuotaLine: Hashable, Sendable {
  /// The stable code of the region.
  package var region: String
  /// Nil where the order names the region and its number is not known.
  package var allotted: Int64?
  package var reserved: Int64
  package var used: Int64
  /// How far reservations and use stand above the allotment, after an order cut it.
  package let overrun: Int64

  /// A sum of lines has the overrun of its parts: what one region has too many, another may have
  /// free.
  package init(
    region: String, allotted: Int64?, reserved: Int64, used: Int64, overrun: Int64? = nil
  ) {
    self.region = region
    self.allotted = allotted
    self.reserved = reserved
    self.used = used
    self.overrun = overrun ?? allotted.map { max(0, reserved + used - $0) } ?? 0
  }

  /// Places that may still be reserved; nil where the allotment is not known.
  package var free: Int64? { allotted.map { $0 - reserved - used + overrun } }
}
