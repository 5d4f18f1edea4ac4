import Domain
import Services

/// The place ledger in a few lines: who holds places where, and what each move must come to.
struct PlaceModel {
  struct Holding {
    let family: Number<Family>
    var region: String
    var people: Set<Number<Person>>
    var isConfirmed: Bool
    /// The first day on which a reservation no longer holds.
    var expires: LocalDate?
  }

  var today: LocalDate
  var allotted: [String: Int64]
  /// Of inclusions that hold places.
  var holdings: [Number<Inclusion>: Holding] = [:]
  /// Every inclusion there ever was.
  var known: [Number<Inclusion>] = []

  func reserved(_ region: String) -> Int64 { sum(region) { !$0.isConfirmed } }
  func used(_ region: String) -> Int64 { sum(region, \.isConfirmed) }

  private func sum(_ region: String, _ isCounted: (Holding) -> Bool) -> Int64 {
    holdings.values.reduce(0) {
      $1.region == region && isCounted($1) ? $0 + Int64($1.people.count) : $0
    }
  }

  func line(_ region: String) -> QuotaLine {
    QuotaLine(
      region: region, allotted: allotted[region], reserved: reserved(region), used: used(region))
  }

  func isOverdue(_ holding: Holding) -> Bool {
    !holding.isConfirmed && holding.expires.map { $0 <= today } == true
  }

  /// Whoever needs places ends the reservations whose time has run out.
  mutating func expire() { holdings = holdings.filter { !isOverdue($0.value) } }

  /// Why these people are not included in a region; nil where they are.
  func refusal(_ people: [Number<Person>], in region: String) -> Code? {
    if people.contains(where: { person in
      holdings.values.contains { $0.people.contains(person) }
    }) {
      return .placeHeld
    }
    let free = allotted[region, default: 0] - reserved(region) - used(region)
    return Int64(people.count) > free ? .quotaExhausted : nil
  }

  func refusal(ofConfirming inclusion: Number<Inclusion>) -> Code? {
    guard let holding = holdings[inclusion], !holding.isConfirmed else {
      return .reservationSettled
    }
    return isOverdue(holding) ? .reservationExpired : nil
  }

  func refusal(ofReleasing inclusion: Number<Inclusion>, isByProtocol: Bool) -> Code? {
    guard let holding = holdings[inclusion] else { return .reservationSettled }
    return holding.isConfirmed && !isByProtocol ? .inclusionConfirmed : nil
  }
}
