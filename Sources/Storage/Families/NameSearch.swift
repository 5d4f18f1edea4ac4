package import Domain

/// Finds the persons who may be meant by a query of names, in a register of any size.
///
/// Words of the index that a word of the query meets are found by keys. Who bears them is read from
/// packs into weights for every person, and whoever meets all words best is found in one pass.
package struct NameSearch {
  /// The persons found, the likeliest first; to be ranked by their names.
  package private(set) var people: [Number<Person>] = []
  /// What each word of the query weighs in the score: 1 where many bear it, up to 4.
  package private(set) var rarities: [Int] = []

  private let query: NameQuery
  private let enough: Int
  private var words: [NameTokens] = []
  private var bearers: NameBearers
  private let hasTwins: Bool
  /// The words of the index that were counted, where two words of the query may meet one.
  private var counted: Set<Int64> = []

  /// What a meeting is worth that leaves no doubt.
  static let alike = 900

  /// Finds at least `limit` persons where there are as many.
  ///
  /// It must be asked in a transaction that may write: names that were written since the last
  /// search enter the index.
  package init(_ query: NameQuery, limit: Int, in transaction: Transaction) throws(Failure) {
    self.query = query
    // The ranking, which reads the names, may change the order of the last few.
    enough = limit + 25
    bearers = NameBearers(words: query.words.count)
    hasTwins = query.hasTwins
    guard !query.words.isEmpty else { return }
    try NameIndex.catchUp(in: transaction)
    for word in query.words { words.append(try NameTokens(word.word, in: transaction)) }
    people = try look(limit, in: transaction).map { Number(raw: $0.person) }
  }

  private mutating func look(_ limit: Int, in transaction: Transaction) throws(Failure)
    -> [NameBearers.Found]
  {
    let all = Array(words.indices)
    for place in all { try bearers.add(words[place].fresh, to: place, in: transaction) }
    try settle(in: transaction)
    let near = bearers.best(enough, of: all, rarities: rarities)
    // Whoever comes later is worth less than these.
    if near.sure >= limit { return near.found }
    for place in all {
      try words[place].widen(in: transaction)
      try bearers.add(words[place].fresh, to: place, in: transaction)
    }
    try settle(in: transaction)
    let wide = bearers.best(enough, of: all, rarities: rarities).found
    guard wide.isEmpty, query.needed < all.count else { return wide }
    let partial = all.map { absent in
      bearers.best(enough, of: all.filter { $0 != absent }, rarities: rarities).found
    }
    let best = partial.joined().sorted(by: NameBearers.Found.comesFirst)
    var seen: Set<Int64> = []
    return Array(best.filter { seen.insert($0.person).inserted }.prefix(enough))
  }

  /// Notes how rare each word is, once its bearers are known, and who bears enough words.
  private mutating func settle(in transaction: Transaction) throws(Failure) {
    rarities = bearers.alike.map { $0 < 100 ? 4 : $0 < 1_000 ? 3 : $0 < 8_000 ? 2 : 1 }
    // Two words of the query may meet one and the same word of a name.
    guard hasTwins else { return }
    for word in words {
      for (token, _) in word.fresh where counted.insert(token).inserted {
        try bearers.count(token, script: word.scripts[token, default: 0], in: transaction)
      }
    }
  }
}
