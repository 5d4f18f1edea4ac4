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

  package init(
    number: Number<Inclusion>, family: Number<Family>, kind: QuotaKind, year: Int, region: String,
    unit: QuotaUnit, people: Int, places: Int64, countedOn: LocalDate, step: InclusionStep,
    stepOn: LocalDate, protocolNumber: String?, protocolDate: LocalDate?, reason: String?,
    transfer: Int64
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
  }
}
