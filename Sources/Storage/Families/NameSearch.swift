package import Domain

/// Finds the persons who may be meant by a query of names, in a register of any size.
///
/// It goes from the best meetings to worse ones and from low numbers to high, and stops when
/// enough persons bear every word so well. Who bears a word is gathered in sets of bits, a stretch
/// of numbers at a time.
package struct NameSearch {
  /// The persons found, the likeliest first; to be ranked by their names.
  package private(set) var people: [Number<Person>] = []
  /// What each word of the query weighs in the score: 1 where many bear it, up to 4.
  package private(set) var rarities: [Int] = []

  private let query: NameQuery
  private let enough: Int
  /// Two words of the query may meet one and the same word of a name.
  private let hasTwins: Bool
  private var words: [NameTokens] = []
  /// For each word of the index, which words of the query it meets and how well.
  private var meetings: [Int64: [(word: Int, weight: Int, script: Int)]] = [:]
  private var scores: [Int64: Int] = [:]

  /// What is sought in turn: the same letters, one name, and then everything that is met.
  private static let exact = 1000
  private static let alike = 900

  /// How many people are asked for their words in one round, at most.
  private static let patience = 4_000

  /// Finds at least `limit` persons where there are as many.
  ///
  /// It must be asked in a transaction that may write: words of an older register get their keys.
  package init(_ query: NameQuery, limit: Int, in transaction: Transaction) throws(Failure) {
    self.query = query
    // The ranking, which reads the names, may change the order of the last few.
    enough = limit + 40
    hasTwins = query.hasTwins
    guard !query.words.isEmpty else { return }
    try NameIndex.fillKeys(in: transaction)
    for word in query.words { words.append(try NameTokens(word.word, in: transaction)) }
    try look(limit, in: transaction)
    people = scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(enough)
      .map { Number(raw: $0.key) }
  }

  private mutating func look(_ limit: Int, in transaction: Transaction) throws(Failure) {
    let all = Array(words.indices)
    try weigh(in: transaction)
    try gather(all, from: Self.exact, in: transaction)
    if scores.count >= enough { return }
    try gather(all, from: Self.alike, in: transaction)
    // Whoever comes later is worth less than these.
    if scores.count >= limit { return }
    for place in all { try words[place].widen(in: transaction) }
    try weigh(in: transaction)
    try gather(all, from: 1, in: transaction)
    guard scores.isEmpty, query.needed < all.count else { return }
    for absent in all {
      try gather(all.filter { $0 != absent }, from: Self.alike, in: transaction)
    }
  }

  /// Notes what every word of the index is worth, and how rare each word of the query is.
  private mutating func weigh(in transaction: Transaction) throws(Failure) {
    meetings.removeAll()
    rarities.removeAll()
    for (place, word) in words.enumerated() {
      for (token, weight) in word.weights {
        meetings[token, default: []].append((place, weight, word.scripts[token, default: 0]))
      }
      let count = try NameBearers.count(word.tokens(from: Self.alike), in: transaction)
      rarities.append(count < 100 ? 4 : count < 1_000 ? 3 : count < NameBearers.many ? 2 : 1)
    }
  }

  /// Adds those who bear each of `sought` at least so well.
  private mutating func gather(_ sought: [Int], from weight: Int, in transaction: Transaction)
    throws(Failure)
  {
    var lists: [(place: Int, tokens: ArraySlice<Int64>, count: Int)] = []
    for place in sought {
      let tokens = words[place].tokens(from: weight)
      guard !tokens.isEmpty else { return }
      lists.append((place, tokens, try NameBearers.count(tokens, in: transaction)))
    }
    lists.sort { ($0.count, $0.tokens.count) < ($1.count, $1.tokens.count) }
    var stretches = NumberStretches()
    var patience = Self.patience
    while let stretch = try stretches.next(in: transaction) {
      var bearers = NameBearers(stretch)
      try bearers.add(lists[0].tokens.prefix(NameBearers.mostTokens), in: transaction)
      var isSure = lists.count == 1 && lists[0].tokens.count <= NameBearers.mostTokens
      for (place, list) in lists.enumerated().dropFirst() {
        // Few are asked one by one for their words; of many, all who bear the next are gathered.
        if bearers.count * NameBearers.fewOf < bearers.width { break }
        guard list.tokens.count <= NameBearers.fewTokens else { continue }
        var others = NameBearers(stretch)
        try others.add(list.tokens, in: transaction)
        bearers.keep(others)
        isSure = place == lists.count - 1
      }
      if isSure, weight == Self.exact, !hasTwins {
        takeExact(bearers, sought)
      } else {
        try take(bearers, sought, from: weight, asking: &patience, in: transaction)
      }
      if scores.count >= enough || patience <= 0 { return }
    }
  }

  /// Adds those who bear the very words, which needs no asking.
  private mutating func takeExact(_ bearers: NameBearers, _ sought: [Int]) {
    let score = sought.reduce(0) { $0 + Self.exact * rarities[$1] }
    for person in bearers.numbers where scores.count < enough { scores[person] = score }
  }

  private mutating func take(
    _ bearers: NameBearers, _ sought: [Int], from weight: Int, asking patience: inout Int,
    in transaction: Transaction
  ) throws(Failure) {
    let tokens = try transaction.connection.statement(
      "SELECT token_id FROM name_posting WHERE person_id = $1")
    var best = [Int](repeating: 0, count: words.count)
    var different = [Int](repeating: 0, count: NameScript.allCases.count)
    for person in bearers.numbers where scores[person] == nil {
      for place in best.indices { best[place] = 0 }
      for script in different.indices { different[script] = 0 }
      patience -= 1
      guard patience > 0 else { return }
      tokens.bind(person, 1)
      defer { tokens.reset() }
      while try tokens.step() {
        guard let found = meetings[tokens.integer(0)] else { continue }
        different[found[0].script] += 1
        for met in found where met.weight > best[met.word] { best[met.word] = met.weight }
      }
      guard sought.allSatisfy({ best[$0] >= weight }) else { continue }
      // One word in two scripts is still one: some paper must have as many as are sought.
      if hasTwins, sought.count > different.max() ?? 0 { continue }
      scores[person] = zip(best, rarities).reduce(0) { $0 + $1.0 * $1.1 }
      if scores.count >= enough * 2 { return }
    }
  }
}
