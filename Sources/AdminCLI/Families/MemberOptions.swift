import Domain
import Services

/// A person as options: the columns of the intake form that speak of one person.
enum MemberOptions {
  static let fields = IntakeField.allCases.filter {
    $0 != .familyRef && $0 != .relation && !IntakeField.ofFamily.contains($0)
  }

  static func parameters(_ whose: String) -> [CommandParameter] {
    fields.map { .option(name($0), "TEXT", "\($0.name) of \(whose)") }
  }

  /// `birth-date` of `birth_date`.
  static func name(_ field: IntakeField) -> String {
    String(field.name.map { $0 == "_" ? "-" : $0 })
  }

  /// A person of whom nothing is said yet.
  static var emptyRow: IntakeRow {
    var row = IntakeRow(line: 0)
    row[.relation] = Relation.other.rawValue
    return row
  }

  /// Reads the row with the checks of a file; warnings are told, problems are the refusal.
  static func form(_ row: IntakeRow, in context: Context) throws(Failure) -> MemberForm {
    let reading = try context.office().readMember(row)
    for warning in reading.warnings { context.console.warn(IntakeLine.text(warning)) }
    guard let form = reading.part else {
      throw Failure(
        reading.problems.first?.code ?? .inputMalformed,
        reading.problems.map { IntakeLine.text($0) }.joined(separator: "; "),
        hint: "nothing was saved")
    }
    return form
  }
}

extension Arguments {
  /// The person that the options name; nil where they name none.
  func member() -> IntakeRow? {
    var row = MemberOptions.emptyRow
    var isEmpty = true
    for field in MemberOptions.fields {
      guard let text = text(MemberOptions.name(field)) else { continue }
      row[field] = text
      isEmpty = false
    }
    return isEmpty ? nil : row
  }
}
