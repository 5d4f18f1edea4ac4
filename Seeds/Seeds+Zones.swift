package import Domain

extension Seeds {
  /// The zones of programmes, from `Reference/zones.csv`.
  package static func zones(_ register: RegionRegister) throws(Failure) -> ZoneRegister {
    try zones(file("Reference/zones.csv"), register)
  }

  /// The zones of a table of that form; tests give tables with mistakes.
  package static func zones(
    _ bytes: [UInt8], _ register: RegionRegister
  ) throws(Failure) -> ZoneRegister {
    var zones: [Zone] = []
    for row in try SeedTable("Reference/zones.csv", bytes).rows {
      let note = try row.text("note")
      zones.append(
        Zone(
          id: try row.required("id"), programme: try row.value("programme", of: Programme.self),
          name: try row.localizedText(), period: try row.period(),
          regions: try row.words("regions"), citation: try row.citation(),
          note: note.isEmpty ? nil : note))
    }
    return try ZoneRegister(zones, register)
  }

  /// The districts that the sources name, from `Reference/districts.csv`.
  package static func districts(_ register: RegionRegister) throws(Failure) -> DistrictRegister {
    try districts(file("Reference/districts.csv"), register)
  }

  /// The districts of a table of that form; tests give tables with mistakes.
  package static func districts(
    _ bytes: [UInt8], _ register: RegionRegister
  ) throws(Failure) -> DistrictRegister {
    var districts: [District] = []
    for row in try SeedTable("Reference/districts.csv", bytes).rows {
      let kato = try row.text("kato")
      districts.append(
        District(
          region: try row.required("region"), kato: kato.isEmpty ? nil : kato,
          name: try row.localizedText(), citation: try row.citation()))
    }
    return try DistrictRegister(districts, register)
  }
}
