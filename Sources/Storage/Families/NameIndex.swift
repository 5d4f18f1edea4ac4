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

  /// The persons each of whose words start as one of theirs does; ordered by number.
  package static func find(_ text: String, limit: Int, in transaction: Transaction)
    throws(Failure) -> [Number<Person>]
  {
    let words = Array(NameFolding.tokens(text).prefix(wordsSearched))
    guard !words.isEmpty else { return [] }
    var sql: SQL = ""
    for (index, word) in words.enumerated() {
      let end = word + "\u{10FFFF}"
      let part: SQL = """
        SELECT DISTINCT p.person_id FROM name_token AS t JOIN name_posting AS p ON p.token_id = t.id
        WHERE t.text >= \(word) AND t.text < \(end)
        """
      if index > 0 { sql.append(" INTERSECT ") }
      sql.append(part)
    }
    sql.append(" ORDER BY 1 LIMIT \(limit)")
    return try transaction.all(sql) { (row: inout Row) throws(Failure) in row.number() }
  }
}
