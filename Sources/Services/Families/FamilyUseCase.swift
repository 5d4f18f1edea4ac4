package import Domain
package import Storage

/// What is told after an act about a family: the line of its history, and the family on that day.
package struct FamilyOutcome: Hashable, Sendable {
  package let event: FamilyEventRecord
  package let family: FamilyDossier
  /// True where the day has not come yet: it takes effect by itself.
  package let isToCome: Bool
}

/// An act about a family, told again by the line it wrote into the family's history.
package protocol FamilyUseCase: UseCase where Outcome == FamilyOutcome {
  var ground: Ground { get }
}

extension FamilyUseCase {
  package static var permission: Permission { .changeFamilies }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> FamilyOutcome
  {
    guard let record = try FamilyEventTable.find(subject, in: transaction) else {
      throw .damaged("a line of a family's history", "nothing")
    }
    let event = record.event
    return FamilyOutcome(
      event: record,
      family: try FamilyDossier.load(event.family, on: event.on, in: transaction),
      isToCome: event.on > facts.today)
  }
}

extension Office {
  /// Reads one person's row as the form does, on the office's day.
  package func readMember(_ row: IntakeRow) throws(Failure)
    -> IntakeReader.PartReading<MemberForm>
  {
    try Reference.intake(on: facts.today).readMember(row)
  }
}

extension Reference {
  static func intake(on day: LocalDate) throws(Failure) -> IntakeReader {
    try IntakeReader(regions: regions(), countries: countries(), today: day)
  }
}
