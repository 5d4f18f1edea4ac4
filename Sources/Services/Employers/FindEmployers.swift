package import Domain
package import Storage

/// The employers of a region or a section, by number.
package struct ListEmployers: Query {
  package static let name = "employer.list"
  package static let permission = Permission.readPermits
  package static let isPersonal = true

  /// Any code of a region; nil for all.
  package var region: String?
  /// The letter of a section, or the code of an activity in it; nil for all.
  package var section: String?

  package init(region: String? = nil, section: String? = nil) {
    self.region = region
    self.section = section
  }

  package var detail: String { [region, section].compactMap(\.self).joined(separator: ", ") }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> [EmployerRecord]
  {
    var code: String?
    if let region { code = try EmployerFields.region(region, on: facts.today) }
    return try EmployerTable.all(
      region: code, section: EmployerFields.section(section), in: transaction)
  }
}

/// Finds employers by words of a name in any case, or by a number, a BIN or an IIN.
package struct FindEmployers: Query {
  package static let name = "employer.find"
  package static let permission = Permission.readPermits
  package static let isPersonal = true

  package var text: String
  package var limit: Int

  package init(text: String, limit: Int = 20) {
    self.text = text
    self.limit = limit
  }

  package var detail: String { text }

  /// Those of whom every word of the text starts a word of the name; the shortest names first.
  ///
  /// The names are folded here and not in the database, which folds ASCII only: a country has some
  /// thousands of employers of foreigners, and folding them all takes some milliseconds.
  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure)
    -> [EmployerRecord]
  {
    if let reference = try? EmployerReference(text.trimmed) {
      let named: EmployerRecord? =
        switch reference {
        case .number(let number): try EmployerTable.find(number, in: transaction)
        case .identifier(let identifier):
          try EmployerTable.find(identifier: identifier, in: transaction)
        }
      if let named { return [named] }
    }
    let sought = NameFolding.words(text)
    guard !sought.isEmpty else { return [] }
    var found: [(length: Int, number: Number<Employer>)] = []
    for (number, name) in try EmployerTable.names(in: transaction) {
      let borne = NameFolding.words(name)
      let isMet = sought.allSatisfy { word in borne.contains { $0.starts(with: word) } }
      if isMet { found.append((borne.count, number)) }
    }
    found.sort { $0 < $1 }
    var records: [EmployerRecord] = []
    for (_, number) in found.prefix(limit) {
      records.append(try EmployerTable.known(number, in: transaction))
    }
    return records
  }
}
