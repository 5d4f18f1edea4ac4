import Domain
import Storage

/// Someone who may be the same person, and who holds a place already.
///
/// Whether the two are one is an officer's decision that has not been made.
struct PlaceRival {
  let match: MatchCase
  let person: Number<Person>
  let held: InclusionRecord

  /// The word of a case that matching is certain of.
  static let certain = "match"

  /// What follows the person's number in a message.
  var sentence: String {
    "may be \(person), who holds a place of \(held.kind.rawValue) \(held.year) in "
      + "\(held.region) by \(held.number): \(match.reasons)"
  }

  /// The likeliest first.
  static func all(
    of person: Number<Person>, in transaction: Transaction
  ) throws(Failure) -> [PlaceRival] {
    let numbers = try PersonLinkTable.cluster(of: person, in: transaction)
    var rivals: [PlaceRival] = []
    for match in try MatchCaseTable.open(of: numbers, in: transaction) {
      guard let other = match.other(than: numbers),
        let held = try InclusionTable.holding(other, in: transaction)
      else { continue }
      let survivor = try PersonLinkTable.survivor(of: other, in: transaction)
      rivals.append(PlaceRival(match: match, person: survivor, held: held))
    }
    return rivals
  }
}
