extension IntakeReader {
  /// What became of a row that is read alone.
  package struct PartReading<Part: Sendable>: Sendable {
    /// Nil where there are problems.
    package var part: Part?
    package var problems: [IntakeProblem]
    package var warnings: [IntakeProblem]
  }

  /// Reads one person, with the checks of a whole form.
  package func readMember(_ row: IntakeRow) -> PartReading<MemberForm> {
    var desk = IntakeDesk(reader: self)
    desk.row = row
    let member = desk.member()
    return PartReading(
      part: desk.problems.isEmpty ? member : nil, problems: desk.problems,
      warnings: desk.warnings)
  }

  /// Reads the family's own fields, with the checks of a whole form.
  package func readFamily(_ row: IntakeRow) -> PartReading<FamilyForm> {
    var desk = IntakeDesk(reader: self)
    desk.row = row
    let form = desk.family(of: [])
    return PartReading(
      part: desk.problems.isEmpty ? form : nil, problems: desk.problems, warnings: desk.warnings)
  }
}

/// One field of a form to be corrected.
package struct FieldChange: Hashable, Sendable {
  package var field: IntakeField
  /// As the form would have it; nil where nothing is known any more.
  package var text: String?

  package init(_ field: IntakeField, _ text: String?) {
    self.field = field
    self.text = text
  }
}
