package import Domain
package import Storage

/// Records where a family lives from a day on, which may be to come.
///
/// Its places in a quota stay where they are: to transfer them is an act of its own.
package struct MoveFamily: FamilyUseCase {
  package static let name = "family.move"

  package var family: Number<Family>
  /// Any code of the region.
  package var region: String
  package var district: String?
  package var address: String?
  package var ground: Ground

  package init(
    family: Number<Family>, region: String, district: String? = nil, address: String? = nil,
    ground: Ground
  ) {
    self.family = family
    self.region = region
    self.district = district
    self.address = address
    self.ground = ground
  }

  package var detail: String { "\(family) to \(region)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let act = try FamilyAct(family, ground, mayCome: true, facts, in: transaction)
    try FreeText.check(district, "the district")
    try FreeText.check(address, "the address")
    guard !act.roll.members(on: act.day).isEmpty else {
      throw Failure(.familyMember, "\(family) has no members on \(act.day), so nobody moves")
    }
    let region = try Reference.regions().resolve(region, on: act.day)
    let known = try ResidenceTable.all(of: family, in: transaction)
    let current = known.first { $0.during.contains(act.day) }
    if let current {
      guard
        (current.region, current.district, current.address)
          != (region.code, district, address)
      else {
        throw Failure(
          .factHeld,
          "\(family) lives there from \(current.during.from) already: "
            + Self.place(region, district, address, on: act.day))
      }
      guard let until = Period(from: current.during.from, to: act.day) else {
        throw Failure(
          .dateOrder, "a move of \(family) on \(act.day) is recorded already",
          hint: "kosh family undo takes it back, if it was the last act")
      }
      try ResidenceTable.close(current, in: transaction)
      try ResidenceTable.insert(
        Residence(
          family: family, region: current.region, district: current.district,
          address: current.address, during: until), in: transaction)
    }
    let next = known.map(\.during.from).filter { $0 > act.day }.min()
    try ResidenceTable.insert(
      Residence(
        family: family, region: region.code, district: district, address: address,
        during: Period(from: act.day, to: next) ?? Period(from: act.day)), in: transaction)
    return try act.save(
      .move, "moved to \(Self.place(region, district, address, on: act.day))")
  }

  private static func place(
    _ region: Region, _ district: String?, _ address: String?, on day: LocalDate
  ) -> String {
    ["\(region.name(on: day).en) (\(region.code))", district, address].compactMap(\.self)
      .joined(separator: ", ")
  }
}
