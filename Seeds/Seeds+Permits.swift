package import Domain

extension Seeds {
  /// All dated data of permits, from `Permits/`.
  package static func permits() throws(Failure) -> PermitBook {
    try PermitBook(
      rules: permitRules(file("Permits/permit-rules.csv")),
      fees: permitFees(file("Permits/permit-fees.csv")),
      contentExemptions: contentExemptions(SeedTable("Permits/content-exemptions.csv")),
      grounds: permitGrounds(SeedTable("Permits/grounds.csv")),
      transitions: permitTransitions(SeedTable("Permits/transitions.csv")))
  }

  /// The rules of the kinds, read from a file of that form.
  package static func permitRules(_ bytes: [UInt8]) throws(Failure) -> PermitRules {
    let table = try SeedTable("permit-rules", bytes)
    var rules: [PermitRule] = []
    for row in table.rows {
      let note = try row.text("note")
      rules.append(
        try PermitRule(
          kind: row.value("kind", of: PermitKind.self),
          name: row.value("rule", of: PermitRuleName.self), period: row.period(),
          text: row.text("value"), citation: row.citation(), note: note.isEmpty ? nil : note))
    }
    return try PermitRules(rules)
  }

  /// The fees, read from a file of that form.
  package static func permitFees(_ bytes: [UInt8]) throws(Failure) -> PermitFees {
    let table = try SeedTable("permit-fees", bytes)
    let known = try activitySections().all.map(\.code)
    var fees: [PermitFee] = []
    for row in table.rows {
      let note = try row.text("note")
      let sections = try row.words("sections")
      if let unknown = sections.first(where: { !known.contains($0) }) {
        throw row.malformed("“\(unknown)” is no section of OKED")
      }
      let words = try row.words("up_to")
      guard words.count == 2, let count = Int(words[0]), count > 0,
        let unit = PermitTerm.Unit(rawValue: words[1])
      else { throw row.malformed("“up_to” is not a term such as 12 months") }
      fees.append(
        PermitFee(
          kinds: try row.list("kinds", of: PermitKind.self), sections: sections,
          period: try row.period(), upTo: PermitTerm(count, unit),
          multiple: try row.text("mci").isEmpty ? nil : row.ratio("mci"),
          citation: try row.citation(), note: note.isEmpty ? nil : note))
    }
    return try PermitFees(fees)
  }

  static func contentExemptions(_ table: SeedTable) throws(Failure) -> [ContentExemption] {
    var found: [ContentExemption] = []
    for row in table.rows {
      let note = try row.text("note")
      found.append(
        ContentExemption(
          who: try row.value("who", of: ContentExemption.Who.self), period: try row.period(),
          mostStaff: try row.text("most_staff").isEmpty ? nil : Int(row.number("most_staff")),
          citation: try row.citation(), note: note.isEmpty ? nil : note))
    }
    return found
  }

  static func permitGrounds(_ table: SeedTable) throws(Failure) -> [PermitGround] {
    var found: [PermitGround] = []
    for row in table.rows {
      found.append(
        PermitGround(
          action: try row.value("action", of: PermitAction.self), code: try row.required("code"),
          name: try row.localizedText(), period: try row.period(), citation: try row.citation()))
    }
    return found
  }

  static func permitTransitions(_ table: SeedTable) throws(Failure) -> PermitTransitions {
    var found: [PermitTransition] = []
    for row in table.rows {
      let deadline = try row.text("deadline")
      found.append(
        PermitTransition(
          kinds: try row.list("kinds", of: PermitKind.self),
          requests: try row.list("requests", of: PermitRequest.self),
          from: try row.value("from", of: PermitState.self),
          action: try row.value("action", of: PermitAction.self),
          to: try row.value("to", of: PermitState.self),
          deadline: deadline.isEmpty ? nil : try row.value("deadline", of: PermitRuleName.self)))
    }
    return try PermitTransitions(found)
  }
}

extension SeedRow {
  /// One or more of the cases that a closed set writes as text, parted by spaces.
  fileprivate func list<Value: RawRepresentable & CaseIterable>(
    _ column: String, of type: Value.Type
  ) throws(Failure) -> [Value] where Value.RawValue == String {
    var values: [Value] = []
    for word in try required(column).split(separator: " ") {
      guard let value = Value(rawValue: String(word)) else {
        throw malformed("“\(word)” in “\(column)” is none of \(Value.allCases.map(\.rawValue))")
      }
      values.append(value)
    }
    return values
  }
}
