package import Domain
internal import Storage

/// How families stand after an act that divides, joins or restores them.
///
/// It has members, places and money of each; a dry run shows the same.
package struct FamilyChange: Hashable, Sendable {
  package struct Side: Hashable, Sendable {
    package let family: Number<Family>
    /// Nil where the number was withdrawn.
    package let dossier: FamilyDossier?
    /// Those who gave up their share in a place of the family, and must be included anew.
    package let withoutPlace: [Number<Person>]

    /// The inclusions that hold places.
    package var places: [InclusionRecord] { dossier?.inclusions.filter(\.holdsPlaces) ?? [] }
  }

  package let kind: FamilyEventKind
  /// The day from which it is true.
  package let on: LocalDate
  /// Of an undo: the act that no longer holds.
  package let undone: Act?
  /// The family that was named first, then the other.
  package let sides: [Side]

  static func load(
    _ kind: FamilyEventKind, _ families: [Number<Family>], undone: Int64? = nil,
    given facts: Facts, in transaction: Transaction
  ) throws(Failure) -> FamilyChange {
    let day = try self.day(of: kind, on: families, undone: undone, in: transaction) ?? facts.today
    var dossiers: [FamilyDossier?] = []
    for family in families {
      let isKnown = try FamilyTable.find(family, in: transaction) != nil
      dossiers.append(isKnown ? try FamilyDossier.load(family, on: day, in: transaction) : nil)
    }
    // Where one family holds a place for all of it, those without a share in it are worth a word.
    let shared = dossiers.compactMap { dossier in
      dossier?.inclusions.first { $0.holdsPlaces && $0.unit == .family }?.kind
    }
    var sides: [Side] = []
    for (family, dossier) in zip(families, dossiers) {
      let without = try placeless(dossier, shared.first, in: transaction)
      sides.append(Side(family: family, dossier: dossier, withoutPlace: without))
    }
    return FamilyChange(
      kind: kind, on: day,
      undone: try undone.flatMap { (act) throws(Failure) in
        try ActTable.find(act, in: transaction)
      }, sides: sides)
  }

  /// The day on the last event that tells of the act, so that asking again says the same.
  private static func day(
    of kind: FamilyEventKind, on families: [Number<Family>], undone: Int64?,
    in transaction: Transaction
  ) throws(Failure) -> LocalDate? {
    guard let family = families.last else { return nil }
    return try FamilyEventTable.all(of: family, in: transaction).last {
      $0.event.kind == kind && $0.event.undoneAct == undone
        && (undone != nil || $0.event.otherFamily == families.first)
    }?.event.on
  }

  private static func placeless(
    _ dossier: FamilyDossier?, _ kind: QuotaKind?, in transaction: Transaction
  ) throws(Failure) -> [Number<Person>] {
    guard let dossier, kind != nil else { return [] }
    var found: [Number<Person>] = []
    for member in dossier.members {
      let person = member.membership.person
      if try InclusionTable.holding(person, in: transaction) == nil {
        found.append(person)
      }
    }
    return found
  }
}
