package import Domain
package import Storage

/// Lets a suspended permit hold again.
package struct ResumePermit: PermitUseCase {
  package static let name = "permit.resume"

  package var permit: Number<WorkPermit>
  package var reason: String
  package var on: LocalDate?

  package init(permit: Number<WorkPermit>, reason: String, on: LocalDate? = nil) {
    self.permit = permit
    self.reason = reason
    self.on = on
  }

  package var detail: String { "\(permit): \(reason)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    try Ground.check(reason: reason, for: "a resumption")
    let desk = try PermitDesk.open(permit, on: on, facts, in: transaction)
    try desk.take(desk.transition(.resume), reason: reason, in: transaction)
    return permit.raw
  }
}

/// Records that a citizen has taken the post of a worker of category 4.
package struct HandOverPost: PermitUseCase {
  package static let name = "permit.hand-over"

  package var permit: Number<WorkPermit>
  package var document: String
  package var on: LocalDate?

  package init(permit: Number<WorkPermit>, document: String, on: LocalDate? = nil) {
    self.permit = permit
    self.document = document
    self.on = on
  }

  package var detail: String { "\(permit), \(document)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    try Ground.check(reason: document, for: "a hand-over without its paper")
    let desk = try PermitDesk.open(permit, on: on, facts, in: transaction)
    let transition = try desk.transition(.handOver)
    guard !desk.record.steps.contains(where: { $0.action == .handOver }) else {
      throw Failure(.permitStep, "a citizen has taken the post of \(permit) already")
    }
    try desk.take(transition, document: document, in: transaction)
    return permit.raw
  }
}

/// Records a business trip to another region: so many days of a year, and no more.
package struct RecordPermitTrip: PermitUseCase {
  package static let name = "permit.trip"

  package var permit: Number<WorkPermit>
  /// Any code of the region.
  package var region: String
  package var from: LocalDate
  /// The last day.
  package var through: LocalDate

  package init(
    permit: Number<WorkPermit>, region: String, from: LocalDate, through: LocalDate
  ) {
    self.permit = permit
    self.region = region
    self.from = from
    self.through = through
  }

  package var detail: String { "\(permit): \(region), \(from) to \(through)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let desk = try PermitDesk.open(permit, on: nil, facts, in: transaction)
    let transition = try desk.transition(.trip)
    guard let period = Period(from: from, to: through.adding(days: 1)) else {
      throw Failure(.dateOrder, "the trip ends on \(through), before it starts on \(from)")
    }
    guard let held = desk.record.validity, from >= held.from, held.to.map({ through < $0 }) ?? true
    else { throw Failure(.permitTrip, "\(permit) does not hold from \(from) to \(through)") }
    let code = try Reference.regions().resolve(region, on: from).code
    guard !desk.record.form.regions.contains(code) else {
      throw Failure(.permitTrip, "\(permit) holds in \(code): no trip is needed there")
    }
    let trip = PermitTrip(region: code, period: period)
    // The days are the worker's, by whatever permits.
    let form = desk.record.form
    let trips = try PermitTable.trips(
      of: PersonLinkTable.cluster(of: form.person, in: transaction), for: form.employer,
      in: transaction)
    guard !trips.contains(where: { $0.period.overlaps(period) }) else {
      throw Failure(.permitTrip, "\(form.person) has a trip on some of these days already")
    }
    if let most = desk.book.rules.count(.tripDays, of: desk.record.kind, on: from) {
      for year in from.year...through.year {
        let days = (trips + [trip]).reduce(0) { $0 + $1.days(in: year) }
        guard days <= most.value else {
          throw Failure(
            .permitTrip,
            "with this trip \(form.person) has \(days) days in other regions in \(year), and "
              + "\(most.value) are allowed", citation: most.rule.citation)
        }
      }
    }
    try PermitTable.insert(trip, of: permit, in: transaction)
    try desk.take(transition, region: code, in: transaction)
    return permit.raw
  }
}

/// Takes a trip back that was entered wrongly or was not made.
package struct CancelPermitTrip: PermitUseCase {
  package static let name = "permit.cancel-trip"

  package var permit: Number<WorkPermit>
  /// The first day of the trip.
  package var from: LocalDate
  package var reason: String

  package init(permit: Number<WorkPermit>, from: LocalDate, reason: String) {
    self.permit = permit
    self.from = from
    self.reason = reason
  }

  package var detail: String { "\(permit), trip from \(from): \(reason)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    try Ground.check(reason: reason, for: "taking a trip back")
    _ = try PermitTable.known(permit, in: transaction)
    let trips = try PermitTable.trips(of: permit, in: transaction)
    guard let found = trips.first(where: { $0.trip.period.from == from }) else {
      throw Failure(
        .permitTrip, "\(permit) has no trip that begins on \(from)",
        hint: "kosh permit show \(permit) lists them")
    }
    try PermitTable.closeTrip(found.id, in: transaction)
    return permit.raw
  }
}
