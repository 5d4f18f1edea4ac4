/// A family as a case: its own facts, without its members.
package struct FamilyRecord: Hashable, Sendable {
  package let number: Number<Family>
  package let registeredOn: LocalDate
  package let originCountry: String?
  package let originPlace: String?
  package let arrivalDate: LocalDate?
  package let destinationRegion: String?
  package let phone: String?

  package init(
    number: Number<Family>, registeredOn: LocalDate, originCountry: String?, originPlace: String?,
    arrivalDate: LocalDate?, destinationRegion: String?, phone: String?
  ) {
    self.number = number
    self.registeredOn = registeredOn
    self.originCountry = originCountry
    self.originPlace = originPlace
    self.arrivalDate = arrivalDate
    self.destinationRegion = destinationRegion
    self.phone = phone
  }
}

/// Where a family came from, as it was recorded.
package struct SubmissionRecord: Hashable, Sendable {
  package let family: Number<Family>
  package let source: String
  package let reference: String
  package let line: Int
  package let digest: [UInt8]

  package init(
    family: Number<Family>, source: String, reference: String, line: Int, digest: [UInt8]
  ) {
    self.family = family
    self.source = source
    self.reference = reference
    self.line = line
    self.digest = digest
  }
}
