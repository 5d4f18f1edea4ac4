/// An inclusion as it stands after its last step.
package struct InclusionRecord: Hashable, Sendable {
  package let number: Number<Inclusion>
  package let family: Number<Family>
  package let kind: QuotaKind
  package let year: Int
  package let region: String
  package let unit: QuotaUnit
  package let people: Int
  package let places: Int64
  package let countedOn: LocalDate
  /// The last step, which decides where the inclusion stands.
  package let step: InclusionStep
  package let stepOn: LocalDate
  package let protocolNumber: String?
  package let protocolDate: LocalDate?
  package let reason: String?
  package let transfer: Int64
  /// What is left of the frozen count after people went to, or came from, another inclusion.
  package let currentPeople: Int
  package let currentPlaces: Int64
  /// What an officer should look at, told when a family is included.
  ///
  /// They are people of whom it is not yet decided whether they hold a place elsewhere.
  package var doubts: [String] = []

  package init(
    number: Number<Inclusion>, family: Number<Family>, kind: QuotaKind, year: Int, region: String,
    unit: QuotaUnit, people: Int, places: Int64, countedOn: LocalDate, step: InclusionStep,
    stepOn: LocalDate, protocolNumber: String?, protocolDate: LocalDate?, reason: String?,
    transfer: Int64, currentPeople: Int, currentPlaces: Int64
  ) {
    self.number = number
    self.family = family
    self.kind = kind
    self.year = year
    self.region = region
    self.unit = unit
    self.people = people
    self.places = places
    self.countedOn = countedOn
    self.step = step
    self.stepOn = stepOn
    self.protocolNumber = protocolNumber
    self.protocolDate = protocolDate
    self.reason = reason
    self.transfer = transfer
    self.currentPeople = currentPeople
    self.currentPlaces = currentPlaces
  }
  /// True while its people hold their places in it.
  package var holdsPlaces: Bool { step.holdsPlaces && currentPlaces > 0 }

  /// The command that gives its places back, for a hint.
  package var releasing: String {
    "kosh quota release \(number) --reason TEXT" + (step == .confirmed ? " --protocol NUMBER" : "")
  }

  /// True where all its places went with their people to another inclusion: it holds nothing, and
  /// there is nothing left to settle.
  package var isMoved: Bool { step.holdsPlaces && currentPlaces == 0 }
}
