extension IntakeDesk {
  /// Reads the machine-readable zone of the row, where there is one, into its empty fields.
  ///
  /// What the form says stays the form's; where the zone says otherwise, a warning names both.
  /// Gives the name as the zone writes it, with its paper; a zone whose check digits fail is
  /// `mrz.invalid`.
  mutating func takeZone() -> PersonName? {
    guard !row.zone.isEmpty else { return nil }
    let mrz: MRZ
    do {
      mrz = try MRZ(row.zone, today: reader.today)
    } catch {
      problems.append(zoneProblem(error.code, error.detail))
      return nil
    }
    let type = mrz.documentCode.hasPrefix("P") ? "passport" : "id_card"
    let paper = "\(type) \(mrz.documentNumber)"
    compareNames(mrz, paper)
    take(.sex, mrz.sex?.rawValue, paper)
    take(.birthDate, mrz.birth.map { "\($0)" }, paper)
    take(.citizenship, country(ofZone: mrz.nationality), paper)
    takeDocument(mrz, type, paper)
    if mrz.namesMayBeCut {
      warnings.append(
        zoneProblem(.mrzDiffers, "the names fill the zone of \(paper): they may be cut"))
    }
    return PersonName(
      script: .latin, familyName: mrz.surname.isEmpty ? nil : mrz.surname,
      givenName: mrz.givenNames.isEmpty ? nil : mrz.givenNames, paper: paper)
  }

  private func zoneProblem(_ code: Code, _ message: String) -> IntakeProblem {
    IntakeProblem(
      line: row.line, familyRef: row[.familyRef], column: IntakeRow.zoneName, code: code,
      message: message, value: row.zone)
  }

  /// The zone of another number is that of another paper: its dates are not the form's paper's.
  private mutating func takeDocument(_ mrz: MRZ, _ type: String, _ paper: String) {
    let written = row[.documentNumber]
    let number = written.filter { $0 != " " }.uppercased()
    guard written.isEmpty || number == mrz.documentNumber else {
      differ(.documentNumber, mrz.documentNumber, paper)
      return
    }
    if written.isEmpty { row[.documentNumber] = mrz.documentNumber }
    take(.documentType, type, paper)
    take(.documentIssuer, country(ofZone: mrz.issuer), paper)
    take(.documentExpires, mrz.expiry.map { "\($0)" }, paper)
  }

  private mutating func take(_ field: IntakeField, _ value: String?, _ paper: String) {
    guard let value else { return }
    if row[field].isEmpty {
      row[field] = value
    } else if row[field] != value {
      differ(field, value, paper)
    }
  }

  private mutating func differ(_ field: IntakeField, _ value: String, _ paper: String) {
    warn(
      field, .mrzDiffers,
      "the form says “\(row[field])”, the zone of \(paper) “\(value)”; the form's stands")
  }

  /// Travel documents write Germany as `D`.
  private func country(ofZone code: String) -> String { code == "D" ? "DEU" : code }

  // MARK: Names

  /// Latin names of the form are held against the zone; a cut name is a beginning.
  private mutating func compareNames(_ mrz: MRZ, _ paper: String) {
    let pairs = [(IntakeField.familyNameLatin, mrz.surname), (.givenNameLatin, mrz.givenNames)]
    for (field, zone) in pairs where !row[field].isEmpty {
      let own = zoneForm(row[field])
      guard own != zone, !(mrz.namesMayBeCut && own.hasPrefix(zone)) else { continue }
      warn(
        field, .mrzDiffers,
        "the form says “\(row[field])”, the zone of \(paper) “\(zone)”; both are kept")
    }
  }

  /// As a zone would write it: capitals, hyphens as spaces, apostrophes dropped.
  private func zoneForm(_ name: String) -> String {
    let kept = name.uppercased().filter { !"'’ʼ`.".contains($0) }
    return kept.split { $0 == "-" || $0 == " " }.joined(separator: " ")
  }
}
