package import Domain
internal import Storage

/// What the register holds under some numbers of one person.
package struct PersonSheet: Hashable, Sendable {
  /// The number that survives.
  package let number: Number<Person>
  /// The numbers that were merged into it.
  package let oldNumbers: [Number<Person>]
  package let record: PersonRecord
  package let names: [PersonName]
  package let documents: [IdentityDocument]
  package let families: [Membership]
  /// The inclusions in which a place is held now.
  package let places: [InclusionRecord]
  /// The grants that count the person now.
  package let grants: [GrantRecord]

  /// The name as the first paper writes it.
  package var display: String { names.first?.display ?? "" }

  package var numbers: [Number<Person>] { [number] + oldNumbers }

  /// What stands under `numbers`, as known after act `knowledge`; the first survives.
  static func load(
    under numbers: [Number<Person>], knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> PersonSheet {
    guard
      let record = try PersonTable.record(under: numbers, knowledge: knowledge, in: transaction)
    else { throw .damaged("a record of \(numbers[0])", "nothing") }
    return PersonSheet(
      number: numbers[0], oldNumbers: Array(numbers.dropFirst()), record: record,
      names: try PersonTable.names(under: numbers, knowledge: knowledge, in: transaction),
      documents: try PersonTable.documents(
        under: numbers, knowledge: knowledge, in: transaction),
      families: try MembershipTable.families(
        under: numbers, knowledge: knowledge, in: transaction),
      places: try InclusionTable.held(under: numbers, in: transaction),
      grants: try GrantTable.counted(under: numbers, in: transaction))
  }

  /// The families to which the person belongs on a day or will belong after it.
  func families(beyond day: LocalDate) -> [Membership] { families.filter { $0.lasts(beyond: day) } }
}
