package import Domain

/// People and places that come and go after an inclusion was counted.
extension InclusionTable {
  package struct Change {
    package let inclusion: Number<Inclusion>
    package let on: LocalDate
    /// More or, below zero, fewer.
    package let people: Int
    package let places: Int64
    /// Where they went, or came from.
    package let other: Number<Inclusion>?
    package let reason: String

    package init(
      inclusion: Number<Inclusion>, on: LocalDate, people: Int, places: Int64,
      other: Number<Inclusion>?, reason: String
    ) {
      self.inclusion = inclusion
      self.on = on
      self.people = people
      self.places = places
      self.other = other
      self.reason = reason
    }
  }

  package static func insert(_ change: Change, in transaction: Transaction) throws(Failure) {
    let (row, _) = try transaction.row(in: changes)
    row.add(change.inclusion)
    row.add(change.on)
    row.add(change.people)
    row.add(change.places)
    row.add(change.other?.raw)
    row.add(change.reason)
    try row.insert()
  }

  /// Closes the places that some people hold in an inclusion.
  package static func closePlaces(
    of people: [Number<Person>], in inclusion: Number<Inclusion>, _ transaction: Transaction
  ) throws(Failure) {
    for person in people {
      let place = try transaction.integer(
        """
        SELECT id FROM place
        WHERE inclusion_id = \(inclusion) AND person_id = \(person) AND closed_by IS NULL
        """)
      try transaction.close(places, id: place)
    }
  }

  /// The steps of an inclusion's life, oldest first.
  package static func steps(of inclusion: Number<Inclusion>, in transaction: Transaction)
    throws(Failure) -> [Step]
  {
    try transaction.all(
      """
      SELECT step, on_date, protocol, protocol_date, reason, transfer_id FROM inclusion_step
      WHERE inclusion_id = \(inclusion) ORDER BY id
      """
    ) { (row: inout Row) throws(Failure) in
      try Step(
        row.word(), on: row.date(), protocolNumber: row.optionalText(),
        protocolDate: row.optionalDate(), reason: row.optionalText(), transfer: row.integer())
    }
  }
}
