package import Domain

/// What officers decided about where waiting families go.
package enum PlacementTable {
  static let layout = Layout(
    39, "placement_decision", closes: true,
    [
      "family_id", "kind", "year", "on_date", "people", "wished", "advised", "advised_points",
      "advised_price_people", "advised_price_worth", "chosen", "chosen_points",
      "chosen_price_people", "chosen_price_worth", "reason", "waiting", "places", "digest",
    ])

  /// Gives the row's identifier.
  package static func insert(_ decision: PlacementDecision, in transaction: Transaction)
    throws(Failure) -> Int64
  {
    let (row, id) = try transaction.row(in: layout)
    let (advised, chosen) = (decision.advised, decision.decided)
    row.add(decision.family)
    row.add(word: decision.kind)
    row.add(decision.year)
    row.add(decision.on)
    row.add(decision.people)
    row.add(decision.wished)
    row.add(advised?.region)
    row.add(advised.map { Int64($0.points) })
    row.add(advised.map { Int64($0.price.people) })
    row.add(advised.map { Int64($0.price.worth) })
    row.add(chosen.region)
    row.add(chosen.points)
    row.add(chosen.price.people)
    row.add(chosen.price.worth)
    row.add(decision.reason)
    row.add(decision.waiting)
    row.add(decision.places)
    row.add(decision.digest)
    try row.insert()
    return id
  }

  // MARK: Reading

  package static func find(_ id: Int64, in transaction: Transaction) throws(Failure)
    -> PlacementDecision?
  {
    try transaction.first(
      "SELECT \(raw: columns) FROM placement_decision WHERE id = \(id)", decode)
  }

  /// The last decision about a family, while the family is still bound for what was chosen.
  ///
  /// A destination that was corrected since has taken its place.
  package static func standing(
    of family: Number<Family>, kind: QuotaKind, year: Int, in transaction: Transaction
  ) throws(Failure) -> PlacementDecision? {
    let last = try transaction.first(
      """
      SELECT \(raw: columns) FROM placement_decision
      WHERE family_id = \(family) AND kind = \(kind) AND year = \(year) AND closed_by IS NULL
      ORDER BY id DESC LIMIT 1
      """, decode)
    guard let last else { return nil }
    let bound = try FamilyTable.find(family, in: transaction)?.destinationRegion
    return bound == last.chosen ? last : nil
  }

  /// Every decision of a quota, oldest first.
  package static func all(kind: QuotaKind, year: Int, in transaction: Transaction)
    throws(Failure) -> [PlacementDecision]
  {
    try transaction.all(
      """
      SELECT \(raw: columns) FROM placement_decision
      WHERE year = \(year) AND kind = \(kind) AND closed_by IS NULL ORDER BY id
      """, decode)
  }

  private static let columns: StaticString = """
    id, family_id, kind, year, on_date, people, wished, chosen, chosen_points,
      chosen_price_people, chosen_price_worth, reason, waiting, places, digest, advised,
      advised_points, advised_price_people, advised_price_worth
    """

  private static func decode(_ row: inout Row) throws(Failure) -> PlacementDecision {
    let (id, family): (Int64, Number<Family>) = (row.integer(), row.number())
    let kind: QuotaKind = try row.word()
    let (year, on, people) = (row.int(), try row.date(), row.int())
    let wished = row.optionalText()
    let chosen = choice(row.text(), &row)
    let (reason, waiting, places, digest) = (row.optionalText(), row.int(), row.int(), row.text())
    let advised = row.optionalText().map { choice($0, &row) }
    return PlacementDecision(
      id: id, family: family, kind: kind, year: year, on: on, people: people, wished: wished,
      advised: advised, decided: chosen, reason: reason, waiting: waiting, places: places,
      digest: digest)
  }

  private static func choice(_ region: String, _ row: inout Row) -> PlacementDecision.Choice {
    let (points, people, worth) = (row.int(), row.int(), row.int())
    return PlacementDecision.Choice(
      region: region, points: points, price: PlacementPlan.Price(people: people, worth: worth))
  }
}
