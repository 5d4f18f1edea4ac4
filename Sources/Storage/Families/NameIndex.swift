package import Domain

/// The index of folded words in names: derived from `person_name`, and made for finding.
package enum NameIndex {
  /// Enters every word of a person's names.
  package static func add(
    _ names: [PersonName], of person: Number<Person>, in transaction: Transaction
  ) throws(Failure) {
    var words: [[UInt8]] = []
    for name in names {
      for part in [name.familyName, name.givenName, name.patronymic, name.fullName] {
        guard let part else { continue }
        let own = NameFolding.words(part)
        for word in own where !words.contains(word) { words.append(word) }
        // Syllables written apart are found as one word too.
        guard own.count > 1, name.script == .latin else { continue }
        for part in NameReading(PersonName(script: .latin, fullName: part)).words {
          let joined = Array(part.word.folded.utf8)
          if !words.contains(joined) { words.append(joined) }
        }
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
      try addKeys(of: text, id, in: transaction)
    }
    transaction.connection.nameTokens[word] = id
    return id
  }

  private static func addKeys(of text: String, _ id: Int64, in transaction: Transaction)
    throws(Failure)
  {
    guard let word = read(text) else { return }
    let insert = try transaction.connection.statement(
      "INSERT INTO name_token_key (key, token_id) VALUES ($1, $2) ON CONFLICT DO NOTHING")
    for key in NameKeys.all(of: word) {
      insert.bind(key, 1)
      insert.bind(id, 2)
      defer { insert.reset() }
      _ = try insert.step()
    }
  }

  /// A word of the index as it sounds; nil where it is no word.
  static func read(_ token: String) -> NameWord? {
    NameReading(PersonName(script: .other, fullName: token)).words.first?.word
  }

  /// Gives keys to the words of a register that is older than they are; afterwards there is
  /// nothing left to do, and it costs one look.
  static func fillKeys(in transaction: Transaction) throws(Failure) {
    let first = try transaction.integer("SELECT token_id FROM name_token_unkeyed LIMIT 1")
    guard first != 0 else { return }
    let tokens = try transaction.all(
      """
      SELECT u.token_id, t.text FROM name_token_unkeyed AS u JOIN name_token AS t
        ON t.id = u.token_id
      """
    ) { (row: inout Row) in (row.integer(), row.text()) }
    for (id, text) in tokens { try addKeys(of: text, id, in: transaction) }
    try transaction.run("DELETE FROM name_token_unkeyed")
  }
}
