import Domain
import Storage

/// Finds people by what somebody types: a number, an IIN, a document, or words of names.
///
/// Only words of names are guessed at; of a number every character must be right.
struct PeopleFinder {
  let text: String
  let limit: Int

  /// Each person once, the best first; one that was merged stands under the number it has now.
  func find(in transaction: Transaction) throws(Failure) -> [FoundPerson] {
    if let found = try byNumber(in: transaction) { return Array(found.prefix(limit)) }
    // What has a digit is no name.
    if text.contains(where: \.isNumber) { return try byDocument(in: transaction) }
    let found = try byName(NameQuery(text), in: transaction)
    guard found.isEmpty, let apart = NameQuery(apart: text) else { return found }
    return try byName(apart, in: transaction)
  }

  private func byNumber(in transaction: Transaction) throws(Failure) -> [FoundPerson]? {
    if let family = try? Number<Family>(text) {
      let members = try MembershipTable.members(of: family, in: transaction).last(ofEach: \.person)
      return try people(members.map(\.person), by: .number, "\(family)", in: transaction)
    }
    if let person = try? Number<Person>(text) {
      return try people([person], by: .number, "\(person)", in: transaction)
    }
    let digits = text.filter { $0 != " " && $0 != "\u{A0}" }
    guard digits.utf8.count == 12, digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let holder = try PersonTable.holder(of: digits, in: transaction)
    else { return nil }
    return try people([holder], by: .iin, digits, in: transaction)
  }

  /// Case, spaces and the alphabet of letters that look alike do not matter.
  private func byDocument(in transaction: Transaction) throws(Failure) -> [FoundPerson] {
    var holders: [Number<Person>] = []
    for number in LookAlike.spellings(of: text) {
      holders += try PersonTable.holders(ofDocument: number, in: transaction)
    }
    let key = text.uppercased().filter { !$0.isWhitespace }
    return Array(try people(holders, by: .document, key, in: transaction).prefix(limit))
  }

  private func people(
    _ numbers: [Number<Person>], by way: FoundPerson.Way, _ key: String,
    in transaction: Transaction
  ) throws(Failure) -> [FoundPerson] {
    var found: [FoundPerson] = []
    for number in numbers {
      let (person, names) = try current(number, in: transaction)
      guard !found.contains(where: { $0.record.number == person }),
        let record = try PersonTable.record(of: person, in: transaction)
      else { continue }
      found.append(
        FoundPerson(record: record, names: names, by: way, score: 1000, met: [], key: key))
    }
    return found
  }

  private func byName(
    _ query: NameQuery, in transaction: Transaction
  ) throws(Failure) -> [FoundPerson] {
    guard limit > 0, !query.words.isEmpty else { return [] }
    let search = try NameSearch(query, limit: limit, in: transaction)
    var hits: [(person: Number<Person>, hit: NameHit)] = []
    for person in search.people {
      let names = try PersonTable.names(of: person, in: transaction)
      if let hit = query.meet(names, rarities: search.rarities) { hits.append((person, hit)) }
    }
    hits.sort { ($1.hit.score, $0.person) < ($0.hit.score, $1.person) }
    var found: [FoundPerson] = []
    for (number, hit) in hits where found.count < limit {
      let (person, names) = try current(number, in: transaction)
      guard !found.contains(where: { $0.record.number == person }),
        let record = try PersonTable.record(of: person, in: transaction)
      else { continue }
      found.append(
        FoundPerson(
          record: record, names: names, by: .name, score: hit.score,
          met: hit.spelled(by: names).met, key: nil))
    }
    return found
  }

  /// The number a person has now, and the names under all numbers it ever had.
  private func current(_ number: Number<Person>, in transaction: Transaction) throws(Failure)
    -> (Number<Person>, [PersonName])
  {
    let person = try PersonLinkTable.survivor(of: number, in: transaction)
    return (person, try PersonTable.names(of: person, in: transaction))
  }
}
