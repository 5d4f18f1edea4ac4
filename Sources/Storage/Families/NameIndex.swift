package import Domain

/// The index of folded words in names: derived from `person_name`, and made for finding.
package enum NameIndex {
  /// A family or person found holds at most this many words of one query.
  package static let wordsSearched = 8

  /// Enters every word of a person's names.
  package static func add(
    _ names: [PersonName], of person: Number<Person>, in transaction: Transaction
  ) throws(Failure) {
    var words: [[UInt8]] = []
    for name in names {
      for part in [name.familyName, name.givenName, name.patronymic, name.fullName] {
        guard let part else { continue }
        for word in NameFolding.words(part) where !words.contains(word) { words.append(word) }
      }
    }
    let posting = try transaction.connection.statement(
      "INSERT INTO name_posting (token_id, person_id) VALUES ($1, $2) ON CONFLICT DO NOTHING")
    for word in words {
      posting.bind(try token(word, in: transaction), 1)
      posting.bind(person.raw, 2)
      defer { posting.reset() }
      _ = try posting.step()
    }
  }

  private static func token(_ word: [UInt8], in transaction: Transaction) throws(Failure) -> Int64 {
    if let known = transaction.connection.nameTokens[word] { return known }
    let text = String(decoding: word, as: UTF8.self)
    var id = try transaction.integer("SELECT id FROM name_token WHERE text = \(text)")
    if id == 0 {
      id = try transaction.integer("INSERT INTO name_token (text) VALUES (\(text)) RETURNING id")
    }
    transaction.connection.nameTokens[word] = id
    return id
  }

  /// The persons who bear, for each word of the text, a word that starts with it; each once and
  /// ordered by number.
  package static func find(_ text: String, limit: Int, in transaction: Transaction)
    throws(Failure) -> [Number<Person>]
  {
    // The longest word first: it is the one that few bear.
    let words = NameFolding.tokens(text).prefix(wordsSearched)
      .sorted { $0.utf8.count > $1.utf8.count }
    guard let first = words.first else { return [] }
    var people: [Int64]
    if words.count == 1 {
      people = try firstBearers(of: first, limit: limit, in: transaction)
    } else {
      people = try bearers(of: first, in: transaction)
      for word in words.dropFirst() where !people.isEmpty {
        people = common(people, try bearers(of: word, in: transaction))
      }
    }
    return people.prefix(limit).map { Number(raw: $0) }
  }

  /// Everyone who bears a word that starts so.
  private static func bearers(of word: String, in transaction: Transaction)
    throws(Failure) -> [Int64]
  {
    // Sorted and intersected here: the database would build a tree for it, which takes longer
    // than all the rest.
    let bearers = try transaction.all(
      """
      SELECT p.person_id FROM name_token AS t JOIN name_posting AS p ON p.token_id = t.id
      WHERE t.text >= \(word) AND t.text < \(word + lastScalar)
      """, integer)
    return distinct(bearers)
  }

  /// The first of them, which are among the first of each word that starts so.
  private static func firstBearers(of word: String, limit: Int, in transaction: Transaction)
    throws(Failure) -> [Int64]
  {
    let tokens = try transaction.all(
      "SELECT id FROM name_token WHERE text >= \(word) AND text < \(word + lastScalar)", integer)
    var bearers: [Int64] = []
    for token in tokens {
      bearers += try transaction.all(
        """
        SELECT person_id FROM name_posting WHERE token_id = \(token) ORDER BY person_id
        LIMIT \(limit)
        """, integer)
    }
    return distinct(bearers)
  }

  /// Behind every text that starts with what precedes it.
  private static let lastScalar = "\u{10FFFF}"

  private static func integer(_ row: inout Row) -> Int64 { row.integer() }

  /// In ascending order, each once.
  private static func distinct(_ numbers: [Int64]) -> [Int64] {
    var distinct: [Int64] = []
    distinct.reserveCapacity(numbers.count)
    for number in numbers.sorted() where number != distinct.last { distinct.append(number) }
    return distinct
  }

  /// What two ascending lists have in common.
  private static func common(_ some: [Int64], _ others: [Int64]) -> [Int64] {
    var common: [Int64] = []
    var next = 0
    for number in some {
      while next < others.count, others[next] < number { next += 1 }
      if next < others.count, others[next] == number { common.append(number) }
    }
    return common
  }
}
